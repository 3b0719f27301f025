"""The opening and the plan whose sentences begin with another year than they should."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.dated_words import Stale
from scorer.checks.quoting import quote_places
from scorer.checks.segments import quote_segment
from scorer.reading.model import Clause, Reading

_REPORTED = regex(
    r"[将把][^，。；\n]{0,20}?(?P<year>20\d\d)年度?[^，。；\n]{0,30}?(?:报告|汇报|总结)如下"
)
_OPENED = regex(r"(?P<year>20\d\d)年(?:度|以来|来)?，")
_PLANNED = regex(
    r"(?:展望|在)?(?P<year>20\d\d)年度?，?(?:我们|(?:我|本|全|[\u4e00-\u9fff]{1,6})(?:[镇乡]|街道))?，?"
    r"(?:将|要(?![求点素])|拟|计划(?!生育)|各(?:村|社区|站所|部门|单位)(?:（社区）)?(?:都)?(?:要|须|应)(?![求点素]))"
)
#: The last sentence: 为全面完成2023年法治政府建设各项任务而不懈努力.
_STRIVEN_FOR = regex(
    r"为[^，。；\d]{0,6}(?:完成|实现)(?P<year>20\d\d)年度?[^，。；《]{0,16}(?:任务|目标)(?:任务)?"
    r"(?:而|不懈|努力|奋斗|作出|贡献)"
)
_LAST_MONTH = "12"
#: The opening of a report: 2020年是全面建成小康社会收官之年.
_TOLD_OF = regex(r"(?P<year>20\d\d)年(?:度|以来|来)?(?:，|是|既是|正是)")
_END_OF_YEAR = "10"


def find_other_sentences(reading: Reading, year: int) -> Iterator[Stale]:
    """One finding for the opening, one for the plan."""
    reported = _REPORTED.search(reading.document.plain.text)
    if reported:
        if int(reported["year"]) != year and str(year) not in reported[0]:
            yield _differs(reading, reported.span(), int(reported["year"]), year)
    else:
        yield from _find_opening(reading, year)
    yield from _find_plan(reading, year)


def _find_opening(reading: Reading, year: int) -> Iterator[Stale]:
    """The first sentence of a report on 2023 that begins with 2022年， and never says 2023."""
    following = find_following_year(reading, year)
    if following is not None:
        yield _differs(reading, following, year + 1, year)
        return
    first = next(iter(reading.clauses), None)
    if first is None or first.paragraph in reading.headings:
        return
    opened = _OPENED.match(first.text)
    words = "".join(c.text for c in reading.clauses if c.paragraph == first.paragraph)
    if opened and int(opened["year"]) == year - 1 and str(year) not in words:
        place = (first.at, first.at + opened.end())
        yield _differs(reading, place, int(opened["year"]), year)


def find_following_year(reading: Reading, year: int) -> tuple[int, int] | None:
    """Where a report signed at the end of the next year, or later, begins with that year."""
    signed, first = reading.masthead.signed, next(iter(reading.clauses), None)
    if signed is None or first is None or signed.value[:7] < f"{year + 1}-{_END_OF_YEAR}":
        return None
    told = _TOLD_OF.match(first.text)
    if told is None or int(told["year"]) != year + 1:
        return None
    return first.at, first.at + told.end()


def _find_plan(reading: Reading, year: int) -> Iterator[Stale]:
    plan = [clause for clause in reading.clauses if clause.part == "plan"]
    yield from _find_last_wish(reading, plan, year)
    if any(str(year + 1) in clause.text for clause in plan):
        return
    slips = [place for clause in plan if (place := _plans_for(clause, year))]
    if slips:
        yield _of_same_year(reading, slips, year)


def _find_last_wish(reading: Reading, plan: list[Clause], year: int) -> Iterator[Stale]:
    """What is striven for lies ahead, unless the report is written before its year is over."""
    signed = reading.masthead.signed or reading.masthead.published
    if signed is not None and signed.value[:7] < f"{year}-{_LAST_MONTH}":
        return
    for clause in plan:
        match = _STRIVEN_FOR.search(clause.text)
        if match and int(match["year"]) == year:
            yield _of_same_year(
                reading, [(clause.at + match.start(), clause.at + match.end())], year
            )


def _of_same_year(reading: Reading, places: list[tuple[int, int]], year: int) -> Stale:
    return Stale(
        message=f"下一年度安排写的是报告年度{year}年，疑为沿用旧稿，请核对后改为{year + 1}年。",
        quotes=quote_places(reading, places),
        remedy=f"改为{year + 1}年，并核对所列安排是否为下一年度的。",
        computed=f"计划年度{year}＝报告年度{year}",
    )


def _plans_for(clause: Clause, year: int) -> tuple[int, int] | None:
    match = _PLANNED.match(clause.text)
    if match is None or int(match["year"]) != year:
        return None
    return clause.at, clause.at + match.end()


def _differs(reading: Reading, place: tuple[int, int], other: int, year: int) -> Stale:
    title = reading.masthead.title
    titled = (reading.document.quote(title.span),) if title is not None else ()
    return Stale(
        message=f"标题写的是{year}年，正文开头写的是{other}年，前后不一致，请核对后更正。",
        quotes=(quote_segment(reading, *place), *titled),
        remedy="按被报告的年度统一标题和正文的年份。",
        computed=f"正文{other}≠标题{year}",
    )
