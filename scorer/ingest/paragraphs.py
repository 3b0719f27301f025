"""Paragraphs of a report: the lines of hard-wrapped text joined, other lines as they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from scorer.document import Span
from scorer.ingest.frame import Kept, Role
from scorer.ingest.wrapping import Wrapping, goes_on, measure_wrapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together; `words` is their text without the breaks between them."""

    entries: tuple[Kept, ...]
    words: str
    starts: tuple[int, ...]

    @property
    def role(self) -> Role:
        """The role of its lines, which all have the same."""
        return self.entries[0].role

    @property
    def span(self) -> Span:
        """From its first to its last character in the file."""
        return Span(self.entries[0].line.span.start, self.entries[-1].line.span.end)

    def place(self, position: int) -> int:
        """The offset in the file of `words[position]`."""
        at = bisect_right(self.starts, position) - 1 if len(self.starts) > 1 else 0
        return self.entries[at].line.span.start + position - self.starts[at]


def find_paragraphs(kept: Sequence[Kept]) -> tuple[Paragraph, ...]:
    """Join what was broken by the width of a page, or by the turn of one."""
    wrapping = measure_wrapping(kept)
    return tuple(_make_paragraph(group) for group in _group(kept, wrapping))


def _group(kept: Sequence[Kept], wrapping: Wrapping) -> Iterator[tuple[Kept, ...]]:
    group: list[Kept] = []
    for entry, after in zip_longest(kept, kept[1:]):
        if group and not goes_on(group[-1], entry, after, wrapping):
            yield tuple(group)
            group = []
        group.append(entry)
    if group:
        yield tuple(group)


def _make_paragraph(entries: tuple[Kept, ...]) -> Paragraph:
    texts = [entry.line.text for entry in entries]
    starts = accumulate((len(text) for text in texts[:-1]), initial=0)
    return Paragraph(entries=entries, words="".join(texts), starts=tuple(starts))
