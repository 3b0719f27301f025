"""Comma segments of the normalised text, and the clause a position stands in."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from scorer.document import Quote
from scorer.reading.model import Clause, Reading

#: What ends a segment. 、 does not: it joins the members of a list.
SEGMENT_ENDS = "，。；！？：\n,;!?"
#: A quote reaches no further than this on either side of the words objected to.
_REACH = 40
#: A segment so short tells nothing by itself.
_SHORT = 10
_BEGINNING = attrgetter("at")


def start_of_segment(text: str, at: int, ends: str = SEGMENT_ENDS) -> int:
    """Where the segment that holds position `at` begins."""
    start = 0
    for end in ends:  # rare marks are looked for no further than the nearest so far
        found = text.rfind(end, start, at)
        start = found + 1 if found >= 0 else start
    return start


def end_of_segment(text: str, at: int, ends: str = SEGMENT_ENDS) -> int:
    """Where the segment that holds position `at` ends."""
    stop = len(text)
    for end in ends:
        found = text.find(end, at, stop)
        stop = found if found >= 0 else stop
    return stop


def quote_segment(reading: Reading, at: int, stop: int) -> Quote:
    """The words at a place with the rest of their comma segment, if that is short.

    One too short to tell anything has the segment before it too, or behind it where it begins a
    sentence: 举办培训6期，培训132人次; 8月31日，召开座谈会.
    """
    text = reading.document.plain.text
    start = max(start_of_segment(text, at), at - _REACH)
    end = min(end_of_segment(text, stop), stop + _REACH)
    if end - start < _SHORT and text[start - 1 : start] in ("，", ","):
        start = max(start_of_segment(text, start - 1), start - _REACH)
    elif end - start < _SHORT and text.startswith(("，", ","), end):
        end = min(end_of_segment(text, end + 1), end + _REACH)
    return reading.quote(start, max(end, stop))


def quote_told(reading: Reading, at: int, stop: int) -> Quote:
    """The segment at a place; a short one with the next: 12月26日，乡里办了晚会."""
    text = reading.document.plain.text
    start, end = start_of_segment(text, at), end_of_segment(text, stop)
    if end - start < _SHORT and text.startswith(("，", ","), end):
        return reading.quote(start, min(end_of_segment(text, end + 1), end + _REACH))
    return quote_segment(reading, at, stop)


def words_between(clause: Clause, at: int, stop: int) -> str:
    """The words of the clause between two positions of the normalised text."""
    return clause.text[at - clause.at : stop - clause.at]


def clause_at(reading: Reading, position: int) -> Clause | None:
    """The clause that holds the position; None in the frame of the report."""
    index = bisect_right(reading.clauses, position, key=_BEGINNING) - 1
    if index < 0 or reading.clauses[index].stop <= position:
        return None
    return reading.clauses[index]


def sentence_bounds(reading: Reading, clause: Clause) -> tuple[int, int]:
    """Where the sentence of the clause begins and ends in the normalised text."""
    first = last = clause.index
    clauses = reading.clauses
    while first > 0 and clauses[first - 1].sentence == clause.sentence:
        first -= 1
    while last + 1 < len(clauses) and clauses[last + 1].sentence == clause.sentence:
        last += 1
    return clauses[first].at, clauses[last].stop
