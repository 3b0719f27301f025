"""Titles in book marks, with the period and the document number that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.cache import regex
from scorer.mentions.model import CitationMention

#: Longer than any title; a mark that stays open that long was never closed.
_LONGEST_TITLE = 150
_MARK = regex(r"[《》\n]")
_LEFT_OUT = regex(r"[《》〈〉<>\s]")
_DASH = r"[-‐‑‒–—―－~～至到一\s]{0,4}"
#: (2021—2025年), (2021-2025), (20212025年), 2021—2025 年
_PERIOD = regex(rf"(?P<start>20\d\d|19\d\d)\s?年?{_DASH}(?P<end>20\d\d|19\d\d)\s?年?(?!\d)")
_PERIOD_BEHIND = regex(rf"[（(\[]\s?{_PERIOD.pattern}\s?[)）\]]?")
_NUMBER_BEHIND = regex(
    r"""
    [（(]?
    (?P<number>[\u4e00-\u9fff]{1,12}          # 中府
      \s?[〔\[［【（(]\s?(?:19|20)\d\d\s?[〕\]］】）)]  # 〔2013〕
      \s?第?\s?\d{1,5}\s?号)                     # 2号
    [)）]?
    """,
    re.VERBOSE,
)


def find_citations(text: str) -> tuple[CitationMention, ...]:
    """Every closed 《…》 of one block; a mark that is never closed gives none."""
    return tuple(_cite(text, at, stop) for at, stop in _titles(text))


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Places of the outermost marks with what stands between them."""
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "\n":
            opened.clear()
        elif opened:
            at = opened.pop()
            if match.end() - at <= _LONGEST_TITLE and match.start() > at + 1:
                closed.append((at, match.end()))
    yield from _outermost(closed)


def _outermost(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = -1
    for at, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if at >= last:
            yield at, stop
            last = stop


def _cite(text: str, at: int, stop: int) -> CitationMention:
    """Read the title; the mention reaches over a period or number behind the marks."""
    inside = text[at + 1 : stop - 1]
    period = _read_period(_PERIOD.search(inside))
    behind = _PERIOD_BEHIND.match(text, stop) if period is None else None
    if behind is not None:
        period, stop = _read_period(behind), behind.end()
    number = _NUMBER_BEHIND.match(text, stop)
    return CitationMention(
        at=at,
        stop=number.end() if number else stop,
        title=_LEFT_OUT.sub("", inside),
        period=period,
        number=re.sub(r"\s", "", number["number"]) if number else None,
    )


def _read_period(match: re.Match[str] | None) -> tuple[int, int] | None:
    return (int(match["start"]), int(match["end"])) if match else None
