"""Lines of the file as the masthead reads them: report lines and lines of the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scorer.document import Document, RemovedKind, Span
from scorer.zh.traditional import simplify

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of one line that is not blank, folded for matching: character for character.

    `removed` says what part of the page it is; None is report text.
    """

    span: Span
    text: str
    removed: RemovedKind | None = None


def fold(text: str) -> str:
    """The text with widths and traditional characters folded; same length."""
    return simplify(text.translate(_FULL_WIDTH))


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def find_lines(document: Document) -> tuple[Line, ...]:
    """Every line of the report and of the page around it, in the order of the file.

    A line is cut where page text ends and where one block of the outline ends, so that a report
    on one line still shows its title.
    """
    pieces: list[tuple[Span, RemovedKind | None]] = []
    at = document.extent.start
    for removed in sorted(document.removed, key=lambda removed: removed.span):
        pieces += _kept_pieces(document, at, min(removed.span.start, document.extent.end))
        pieces.append((removed.span, removed.kind))
        at = max(at, removed.span.end)
    pieces += _kept_pieces(document, at, document.extent.end)
    return tuple(line for span, kind in pieces for line in _cut_lines(document, span, kind))


def _kept_pieces(document: Document, start: int, end: int) -> list[tuple[Span, None]]:
    """Report text between two offsets, cut where blocks begin."""
    cuts = {start, end} | {
        block.span.start for block in document.blocks if start < block.span.start < end
    }
    offsets = sorted(cuts)
    return [(Span(low, high), None) for low, high in pairwise(offsets)]


def _cut_lines(document: Document, span: Span, kind: RemovedKind | None) -> Iterator[Line]:
    for match in _LINE.finditer(document.text, span.start, span.end):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(span=Span(start, start + len(words)), text=fold(words), removed=kind)
