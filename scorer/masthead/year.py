"""Decides the reporting year, from the surest word to the weakest."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.document import Span
from scorer.masthead.closing import Closing
from scorer.masthead.head import Head
from scorer.masthead.model import Origin, Sourced
from scorer.masthead.page import Page
from scorer.masthead.story import Story
from scorer.zh.numerals import parse_digits

_TITLE_YEAR = regex(
    r"(?<![-—–至\d])(?P<year>20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})(?![-—–至\d]|年?[-—–至]\d)"
)
#: A report signed in November or December tells of the same year, later ones of the year before.
_SAME_YEAR_FROM = 11


def decide_year(head: Head, page: Page, closing: Closing, story: Story) -> Sourced[int] | None:
    """Title, opening, headings, plan less one, signature, publication: the first that speaks."""
    return next(_find_candidates(head, page, closing, story), None)


def find_year_conflicts(year: Sourced[int] | None, story: Story) -> Iterator[str]:
    """Sentences on years that say otherwise; only plain statements are weighed."""
    if year is None:
        return
    told = [found for found, _ in story.reported]
    if told and year.value not in told:
        yield _conflict(year, "正文开头", told[0])
        return
    opened = [found for found, _ in story.opened]
    headed = [found for found, _ in story.done_headings]
    if opened and not told and opened[0] < year.value and year.value not in opened:
        yield _conflict(year, "正文开头", opened[0])
    elif headed and year.value not in headed and max(headed) < year.value:
        yield _conflict(year, "小标题", headed[0])


def _conflict(year: Sourced[int], where: str, other: int) -> str:
    source = "标题" if year.origin is Origin.TITLE else "正文"
    return (
        f"{source}写的是{year.value}年，{where}写的是{other}年，"
        f"报告年度按{source}认定为{year.value}年，请核对。"
    )


def _find_candidates(
    head: Head, page: Page, closing: Closing, story: Story
) -> Iterator[Sourced[int]]:
    for title in sorted(head.titles, key=lambda title: title is not head.title):
        yield from _read_title(title.text, Origin.TITLE, title.span)
    for text, span in page.titles:
        yield from _read_title(text, Origin.PAGE, span)
    for year, span in (*story.reported, *story.opened, *story.done_headings):
        yield Sourced(year, Origin.BODY, span)
    for year, span in story.plan_headings:
        yield Sourced(year - 1, Origin.BODY, span)
    yield from _read_dates(page, closing)


def _read_title(text: str, origin: Origin, span: Span) -> Iterator[Sourced[int]]:
    match = _TITLE_YEAR.search(text)
    year = parse_digits(match["year"]) if match else None
    if year:
        yield Sourced(year, origin, span)


def _read_dates(page: Page, closing: Closing) -> Iterator[Sourced[int]]:
    """The year that a report of this date tells of."""
    dates = [(closing.date, closing.date_span, Origin.SIGNATURE)]
    if page.published:
        dates.append((page.published.date, page.published.span, Origin.PAGE))
    for date, span, origin in dates:
        if date and span and date.year:
            same = (date.month or 1) >= _SAME_YEAR_FROM
            yield Sourced(date.year if same else date.year - 1, origin, span)
