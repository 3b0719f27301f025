"""Lines of the file as the masthead reads them: report lines and lines of the page around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from scorer.cache import regex
from scorer.document import Document, RemovedKind, Span
from scorer.zh.traditional import simplify

_HALF_WIDTH = MappingProxyType({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
_FULL_WIDTH = regex("[\uff01-\uff5e]")
_LINE = regex(r"[^\r\n]+")
#: White space, and the stars that decorate a title.
_AROUND = " \t\f\v\u00a0\u2002\u2003\u3000\ufeff★☆■□▌▲△►▶◎〓※"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the file that is report text (`removed` is None) or a part of the page."""

    span: Span
    removed: RemovedKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of one line that is not blank, folded for matching: character for character."""

    span: Span
    text: str
    removed: RemovedKind | None = None


def fold(text: str) -> str:
    """The text with widths and traditional characters folded; same length."""
    for character in set(_FULL_WIDTH.findall(text)):
        text = text.replace(character, _HALF_WIDTH[character])
    return simplify(text)


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def find_pieces(document: Document) -> tuple[Piece, ...]:
    """The report and the page around it in the order of the file.

    Report text is cut where blocks begin, so that a report on one line still shows its title.
    """
    cuts = sorted(block.span.start for block in document.blocks)
    pieces: list[Piece] = []
    at, stop = document.extent.start, document.extent.end
    for removed in sorted(document.removed, key=lambda removed: removed.span):
        pieces += _cut_report(cuts, at, min(removed.span.start, stop))
        pieces.append(Piece(span=removed.span, removed=removed.kind))
        at = max(at, removed.span.end)
    return (*pieces, *_cut_report(cuts, at, stop))


def read_lines(document: Document, pieces: Iterable[Piece]) -> Iterator[Line]:
    """The lines of the pieces, read one after the other only as far as somebody asks."""
    for piece in pieces:
        for match in _LINE.finditer(document.text, piece.span.start, piece.span.end):
            words = match[0].strip(_AROUND)
            if words:
                start = match.start() + len(match[0]) - len(match[0].lstrip(_AROUND))
                span = Span(start, start + len(words))
                yield Line(span=span, text=fold(words), removed=piece.removed)


def read_lines_back(document: Document, pieces: tuple[Piece, ...]) -> Iterator[Line]:
    """The report lines from the last to the first."""
    for piece in reversed(pieces):
        if piece.removed is None:
            yield from reversed(list(read_lines(document, (piece,))))


def _cut_report(cuts: list[int], start: int, stop: int) -> list[Piece]:
    inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, stop)]
    offsets = [start, *inner, stop] if start < stop else []
    return [Piece(span=Span(low, high)) for low, high in pairwise(offsets)]
