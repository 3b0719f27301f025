"""The report's text line by line, cut wherever a mark begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from scorer.document import Span, find_line_starts
from scorer.render.marks import Mark, gather_marks
from scorer.render.view import BackView, LineView, PieceView, TextView
from scorer.scorecard import Scorecard

T = TypeVar("T")

#: Characters of a report that a page holds; the longest ones have a fifth of it.
TEXT_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one line that the same marks cover."""

    line: int
    start: int
    end: int


def prepare_text(scorecard: Scorecard) -> TextView:
    """The lines of this report (not of another in the same file) with its marks."""
    text = scorecard.text
    first = min(scorecard.report.span.start, len(text))
    shown = Span(first, min(scorecard.report.span.end, len(text), first + TEXT_LIMIT))
    marks = [m for m in gather_marks(scorecard) if shown.start <= m.start < m.end <= shown.end]
    pieces = list(_cut(text, shown, marks))
    opens, backs, kinds = _attach(pieces, marks)
    lines: dict[int, list[PieceView]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        view = PieceView(
            text=text[piece.start : piece.end],
            kinds=" ".join(kinds[at]),
            anchors=tuple(opens[at]),
            backs=tuple(backs[at]),
        )
        lines[piece.line].append(view)
    return TextView(
        lines=tuple(LineView(number=n, pieces=tuple(p)) for n, p in lines.items()),
        anchors=frozenset(anchor for anchors in opens.values() for anchor in anchors),
        omitted=max(0, min(scorecard.report.span.end, len(text)) - shown.end),
    )


def _cut(text: str, shown: Span, marks: Sequence[Mark]) -> Iterator[_Piece]:
    """Pieces that are not blank, in order."""
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    starts = find_line_starts(text)
    for number, (start, stop) in enumerate(zip(starts, (*starts[1:], len(text)), strict=True), 1):
        first = max(start, shown.start)
        last = first + len(text[first : min(stop, shown.end)].rstrip("\r\n"))
        if not text[first:last].strip():
            continue
        inner = edges[bisect_right(edges, first) : bisect_left(edges, last)]
        cuts = [first, *inner, last]
        yield from (_Piece(number, left, right) for left, right in pairwise(cuts))


def _attach(
    pieces: Sequence[_Piece], marks: Sequence[Mark]
) -> tuple[dict[int, list[str]], dict[int, list[BackView]], dict[int, list[str]]]:
    """By piece: places that begin there, ways back that stand behind it, styles that cover it."""
    opens: dict[int, list[str]] = defaultdict(list)
    backs: dict[int, list[BackView]] = defaultdict(list)
    kinds: dict[int, list[str]] = defaultdict(list)
    ends = [piece.end for piece in pieces]
    starts = [piece.start for piece in pieces]
    for mark in marks:
        first, stop = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        if first >= stop:
            continue
        _add(opens[first], f"q{mark.start}-{mark.end}")
        _add(backs[stop - 1], mark.back)
        for at in range(first, stop):
            _add(kinds[at], mark.kind)
    return opens, backs, kinds


def _add(values: list[T], value: T) -> None:
    if value not in values:
        values.append(value)
