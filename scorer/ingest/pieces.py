"""Pieces of paragraphs that the outline is made of; a report on one line is cut into many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorer.cache import regex
from scorer.document import Span
from scorer.ingest.frame import Role
from scorer.ingest.landmarks import ends_signed, is_title
from scorer.ingest.lines import squeeze
from scorer.ingest.numbering import Marker, find_marker
from scorer.ingest.paragraphs import Paragraph

_INNER = regex(r"[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十]{1,3}[）)]")
_BEFORE_MARKER = frozenset("。！？；：!?;:”） \t\u3000\xa0")
_BEFORE_SECTION = frozenset("。！？ \t\u3000\xa0")
_LONG_LINE = 200
_FEW_PARAGRAPHS = 3
_FEWEST_SECTIONS = 2
_LONGEST_HEADING = 70
_LONGEST_TITLE = 80
_SECTION_LEVEL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a paragraph from position `start`; `words` is its text without line breaks.

    `inline` says that headings in it have no line of their own.
    """

    paragraph: Paragraph
    start: int
    words: str
    inline: bool = False

    @property
    def role(self) -> Role:
        """The role of its paragraph."""
        return self.paragraph.role

    @property
    def lines(self) -> int:
        """How many lines its paragraph had."""
        return len(self.paragraph.entries)

    def span(self, start: int, stop: int) -> Span:
        """The stretch of the file behind `words[start:stop]`."""
        place = self.paragraph.place
        return Span(place(self.start + start), place(self.start + stop - 1) + 1)


def find_pieces(paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """Every paragraph whole, but where the report has hardly any lines, cut before each marker."""
    texts = [paragraph for paragraph in paragraphs if paragraph.role is Role.TEXT]
    few = len(texts) <= _FEW_PARAGRAPHS
    return tuple(piece for paragraph in paragraphs for piece in _cut(paragraph, inline=few))


def _cut(paragraph: Paragraph, *, inline: bool) -> Iterator[Piece]:
    words = paragraph.words
    cuts = list(_find_cuts(words)) if inline else []
    if len(words) <= _LONG_LINE and not _are_sections(words, cuts):
        cuts = []
    if not cuts:
        yield Piece(paragraph=paragraph, start=0, words=words)
        return
    bounds = sorted({0, _find_title_end(words), *cuts, _find_signature(words), len(words)})
    for start, stop in pairwise(bounds):
        stretch = words[start:stop].strip()
        if stretch:
            begin = words.index(stretch[0], start)
            yield Piece(paragraph=paragraph, start=begin, words=stretch, inline=True)


def _are_sections(words: str, cuts: Sequence[int]) -> bool:
    """Whether a short text has several sections, each behind a blank or a whole sentence."""
    sections = [at for at in cuts if at == 0 or words[at - 1] in _BEFORE_SECTION]
    return sum(1 for at in sections if words[at] not in "（(") >= _FEWEST_SECTIONS


def _find_title_end(words: str) -> int:
    """Where the report begins behind its title, 0 where no blank parts them."""
    opening = words[:_LONGEST_TITLE]
    for found in re.finditer(r"\s+", opening):
        if is_title(squeeze(opening[: found.start()])):
            return found.end()
    return 0


def _find_signature(words: str) -> int:
    """Where a signature begins behind the last sentence, its end where there is none."""
    last = max(words.rfind(mark) for mark in "。！；")
    tail = words[last + 1 :]
    return last + 1 if tail and ends_signed(squeeze(tail)) else len(words)


def _find_cuts(words: str) -> Iterator[int]:
    """Positions of markers that count on: 一、 二、 and under each （一） （二）."""
    section = item = 0
    last = 0
    for found in _INNER.finditer(words):
        at = found.start()
        marker = find_marker(words[at : at + _LONGEST_HEADING])
        if marker is None or not _may_begin(words, at, last, marker, section):
            continue
        expected = section if marker.level == _SECTION_LEVEL else item
        if marker.number != expected + 1:
            continue
        if marker.level == _SECTION_LEVEL:
            section, item = marker.number, 0
        else:
            item = marker.number
        last = at
        yield at


def _may_begin(words: str, at: int, last: int, marker: Marker, section: int) -> bool:
    """Behind a sentence or a blank, or （一） right behind the heading of its section."""
    if at == 0 or words[at - 1] in _BEFORE_MARKER:
        return True
    first = marker.level != _SECTION_LEVEL and marker.number == 1 and section > 0
    return first and at - last <= _LONGEST_HEADING and "。" not in words[last:at]
