"""Reads the head of a report: letterhead, title and addressee, from the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from scorer.cache import regex
from scorer.document import RemovedKind, Span
from scorer.masthead.lines import Line, squeeze
from scorer.masthead.names import find_names
from scorer.masthead.titles import (
    Words,
    find_title_run_in,
    find_titles,
    is_body_line,
    is_letterhead,
    join_words,
    weigh_title,
)

_LONGEST_HEAD_LINE = 70
_LONGEST_ADDRESSEE = 60
_MOST_LINES = 60

_HEADING = regex(r"[(]?[一二三四五六七八九十]{1,3}[、)）.]|[(]?1[.、)]")
_TELLING = regex(r"[。;!?]|现将|现就|报告如下|汇报如下|[一-鿿],[一-鿿]")
_NOTE = regex(
    r"""
    [一-鿿]{1,8}[〔\[(]\d{4}[〕\])]\d*号?(?:签发人.*)?    # 栈政发〔2024〕3号
    | [(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[)]?             # a date below the title
    | [—-]{1,2}.{4,40}会议?上                             # read out at a meeting
    """,
    re.VERBOSE,
)
_ADDRESSED = (
    r"(?:中共)?[一-鿿]{0,16}?"
    r"(?:委|政府|办|办公室|局|委员会|领导小组|常委会|人大|党组|工委|管委会|大会)"
)
_ADDRESSEES = rf"{_ADDRESSED}(?:[\s、,和并及]+{_ADDRESSED})*"
_ADDRESSEE = regex(rf"{_ADDRESSEES}\s*(?P<colon>[:;]?)$")
_ADDRESSEE_RUN_IN = regex(rf"{_ADDRESSEES}\s*:(?=\s*\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the text; `titles` are all repeats of the title, in order.

    `byline` is a body below the title. `notes` are document numbers, a date below the title and the
    like. `others` are the lines that are none of it: lines of the page that were left standing.
    """

    titles: tuple[Words, ...] = ()
    letterhead: Words | None = None
    byline: Words | None = None
    addressee: Words | None = None
    notes: tuple[Span, ...] = ()
    others: tuple[Line, ...] = ()

    @property
    def title(self) -> Words | None:
        """The title; of several the one that says most, the first of equals."""
        return max(self.titles, key=lambda title: weigh_title(title.text), default=None)

    @property
    def frame(self) -> tuple[Span, ...]:
        """Every line of it."""
        words = (*self.titles, self.letterhead, self.byline, self.addressee)
        return (*self.notes, *(span for part in words if part for span in part.spans))


def read_head(lines: Iterable[Line]) -> Head:
    """Read the lines up to the first report line that tells something."""
    above, first_told = _take_head(lines)
    head = [line for line in above if line.removed in {None, RemovedKind.REPEATED_TITLE}]
    titles = find_titles(above, head)
    run_in = find_title_run_in(first_told) if first_told and not titles else None
    rest, below = _leave_titles_out(head, titles)
    run_on = _find_addressee_run_in(first_told) if first_told else None
    return Head(
        titles=(run_in,) if run_in else titles,
        letterhead=_find_letterhead(rest),
        byline=_find_byline(below) if titles else None,
        addressee=_find_addressee(below, titled=bool(titles)) or run_on,
        notes=tuple(line.span for line in rest if _is_note(line)),
        others=tuple(filterfalse(_is_note, rest)),
    )


def _leave_titles_out(
    head: Sequence[Line], titles: Sequence[Words]
) -> tuple[list[Line], list[Line]]:
    """The other lines of the head, and those of them that stand below the first title."""
    titled = {span for title in titles for span in title.spans}
    rest = [line for line in head if line.span not in titled]
    return rest, [line for line in rest if not titled or line.span > min(titled)]


def _take_head(lines: Iterable[Line]) -> tuple[list[Line], Line | None]:
    """The lines above the first report line that tells something, and that line."""
    above: list[Line] = []
    for line in lines:
        if line.removed is None and (_tells(line.text) or len(above) >= _MOST_LINES):
            return above, line
        above.append(line)
    return above, None


def _tells(text: str) -> bool:
    if len(text) <= _LONGEST_ADDRESSEE and _ADDRESSEE.match(text):
        return False
    telling = _TELLING.search(text) or _HEADING.match(text)
    return telling is not None or len(text) > _LONGEST_HEAD_LINE


def _is_note(line: Line) -> bool:
    return _NOTE.fullmatch(squeeze(line.text)) is not None


def _find_letterhead(rest: Sequence[Line]) -> Words | None:
    return next((join_words([line]) for line in rest if is_letterhead(squeeze(line.text))), None)


def _find_byline(below: Sequence[Line]) -> Words | None:
    """The body below a title, as on a cover."""
    for line in below:
        words = squeeze(line.text)
        if is_body_line(words) and find_names(words):
            return join_words([line])
    return None


def _find_addressee(below: Sequence[Line], *, titled: bool) -> Words | None:
    """The line of bodies with a colon; without one only below a title and naming no town."""
    for line in below:
        match = _ADDRESSEE.match(line.text)
        if match and (match["colon"] or (titled and not find_names(squeeze(line.text)))):
            return join_words([line])
    return None


def _find_addressee_run_in(line: Line) -> Words | None:
    match = _ADDRESSEE_RUN_IN.match(line.text[:_LONGEST_ADDRESSEE])
    if match is None:
        return None
    span = Span(line.span.start, line.span.start + match.end())
    return Words(text=squeeze(match[0]), spans=(span,))
