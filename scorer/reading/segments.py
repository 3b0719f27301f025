"""Cutting the body of a report into clauses, at sentence marks and before enumerators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scorer.cache import regex
from scorer.document import Document, Span

#: Marks that end a clause; those that also end a sentence.
_ENDS = "。！？；!?;"
_SENTENCE_ENDS = "。！？!?"
#: Marks that may close behind an end mark and belong to what they close.
_CLOSERS = "”’」』）)》"

#: 一是 二是 …: from 二 on anywhere, 一是 only where a clause can begin (not 统一是, 唯一是).
_ENUMERATOR = regex(
    r"""
    (?:(?<=[，、：:；。“\n])|^)(?:一|首先|第一|其次|再次|最后)(?:是|要|，)
    | (?<![一二三四五六七八九十第])[二三四五六七八九十]{1,3}(?:是|要|来)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A clause not yet judged: positions in the plain text, and the numbers of what holds it."""

    at: int
    stop: int
    sentence: int
    paragraph: int


def cut_clauses(document: Document, frame: tuple[Span, ...]) -> tuple[Cut, ...]:
    """Cut every block outside `frame`; sentences are numbered through the whole report."""
    cuts: list[Cut] = []
    sentence = 0
    for number, block in enumerate(document.blocks):
        if any(span.overlaps(block.span) for span in frame):
            continue
        start, stop = document.plain.range(block.span)
        text = document.plain.text[start:stop]
        for at, end, closes in _pieces(text):
            cuts.append(Cut(start + at, start + end, sentence, number))
            sentence += closes
        sentence += 1
    return tuple(cuts)


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, whether a sentence ends there), white space trimmed, never empty."""
    borders = {0: False, len(text): True}
    for enumerator in _ENUMERATOR.finditer(text):
        borders.setdefault(enumerator.start(), False)
    for position, mark in enumerate(text):
        if mark in _ENDS:
            after = position + 1
            while after < len(text) and text[after] in _CLOSERS:
                after += 1
            borders[after] = mark in _SENTENCE_ENDS
    ordered = sorted(borders)
    for start, end in pairwise(ordered):
        piece = text[start:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + len(piece.rstrip()), borders[end]
