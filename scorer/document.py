"""The noun of the house: a report as text with places, an outline, and what was taken out.

Every "where" is a `Span` of code points into `Document.text`. That text is the decoded file,
verbatim, for `.txt`, and what `scorer convert` prints for every other format. The normalised
copy (`Plain`) is for matching only; each of its characters knows where it came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from scorer.cache import regex

_LINE_END = regex(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points, `text[start:end]`."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the report and the line (from 1) where a person finds them."""

    text: str
    start: int
    end: int
    line: int


class BlockKind(StrEnum):
    """What a block of the outline is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading or a paragraph; hard-wrapped lines of one paragraph are one block.

    `level` counts numbering styles from the top: 1 一、 2 （一） 3 1. 4 （1）; an unnumbered
    heading has the level it plays; a paragraph has 0. `number` is the value of the marker, where
    there is one. A heading that runs into its paragraph is two blocks on one line.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    number: int | None = None


class RemovedKind(StrEnum):
    """Why a stretch of the file is not report text."""

    BREADCRUMB = "breadcrumb"
    CATALOGUE = "catalogue"
    PAGE_LINE = "page_line"
    WIDGET = "widget"
    FOOTER = "footer"
    DISCLAIMER = "disclaimer"
    PAGE_NUMBER = "page_number"
    REPEATED_TITLE = "repeated_title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Page chrome: kept, never judged; its dates and sources serve as publication data."""

    kind: RemovedKind
    span: Span


class DoubtKind(StrEnum):
    """Why a report may not be whole."""

    STARTS_INSIDE = "starts_inside"
    BREAKS_OFF = "breaks_off"
    ENDS_OPEN = "ends_open"
    NUMBERING_BACK = "numbering_back"
    GLUED = "glued"
    READ_POORLY = "read_poorly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A sign that text was lost; with `loses_text`, what is not found may have stood there."""

    kind: DoubtKind
    message: str
    span: Span
    loses_text: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """The report's blocks as normalised text, one block a line; every character knows its origin.

    Widths and punctuation are folded, white space inside Chinese and hard line breaks are gone.
    `origins[i]` is the offset in `Document.text` of the character behind `text[i]`.
    """

    text: str
    origins: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """The stretch of `Document.text` behind `text[start:end]`, which must not be empty."""
        return Span(self.origins[start], self.origins[end - 1] + 1)

    def index(self, offset: int) -> int:
        """The first position whose origin is not before `offset` (its length if there is none)."""
        return bisect_left(self.origins, offset)

    def range(self, span: Span) -> tuple[int, int]:
        """The half-open range of positions whose origins lie inside `span`."""
        return bisect_left(self.origins, span.start), bisect_left(self.origins, span.end)

    def within(self, span: Span) -> str:
        """The normalised words behind `span`."""
        start, end = self.range(span)
        return self.text[start:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report of one file; a file that holds two reports gives two, with the same `text`."""

    name: str
    text: str = field(repr=False)
    extent: Span
    blocks: tuple[Block, ...] = field(repr=False)
    plain: Plain = field(repr=False)
    removed: tuple[Removed, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    line_starts: tuple[int, ...] = field(repr=False)

    @property
    def loses_text(self) -> bool:
        """Whether what is not found may have stood in text that was lost."""
        return any(doubt.loses_text for doubt in self.doubts)

    def slice(self, span: Span) -> str:
        """The words of the file at `span`, untouched."""
        return self.text[span.start : span.end]

    def quote(self, span: Span) -> Quote:
        """The words at `span` with their line."""
        line = bisect_right(self.line_starts, span.start)
        return Quote(text=self.slice(span), start=span.start, end=span.end, line=line)


def find_line_starts(text: str) -> tuple[int, ...]:
    r"""Offsets at which lines begin; `\r\n`, `\n` and `\r` each end one line, nothing else does."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
