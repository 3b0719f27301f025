"""The normalised copy of a report: one block a line, every character with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from scorer.cache import regex
from scorer.document import Block, Plain, Span

#: White space and characters without width; listed, since `\\s` costs five times as much.
_GAP = regex(
    "[\t-\r\x1c-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufe00-\ufe0f\ufeff]+"
)
_BREAK = regex("[\n\r\v\f\x85\u2028\u2029]")
_BLANK = regex(r"\s")


@dataclass(slots=True)
class _Copy:
    """The copy under way."""

    pieces: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def add(self, words: str, start: int) -> None:
        self.pieces.append(words)
        self.origins.extend(range(start, start + len(words)))


def make_plain(folded: str, blocks: Sequence[Block], left_out: Sequence[Span]) -> Plain:
    """Copy the blocks out of the folded text, white space gone, `left_out` (page numbers) too.

    A line break between two blocks stands for what is between them in the file, be it the closing
    mark of a heading that runs into its paragraph; where nothing is, for the last character before.
    White space stays only as one space between ASCII words; across a line break, figures join.
    """
    copy = _Copy()
    starts = [span.start for span in left_out]
    for index, block in enumerate(blocks):
        span = block.span
        if index:
            copy.add("\n", min(blocks[index - 1].span.end, span.start - 1))
        inside = left_out[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        _add_words(copy, _mask(folded, span, inside), span.start)
    return Plain(text="".join(copy.pieces), origins=tuple(copy.origins))


def _mask(folded: str, span: Span, left_out: Sequence[Span]) -> str:
    """The words at `span`, line breaks put for what is left out."""
    words = folded[span.start : span.end]
    for gone in left_out:
        start, end = gone.start - span.start, gone.end - span.start
        words = words[:start] + "\n" * (end - start) + words[end:]
    return words


def _add_words(copy: _Copy, words: str, offset: int) -> None:
    start = 0
    for gap in _GAP.finditer(words):
        copy.add(words[start : gap.start()], offset + start)
        if _keeps_space(words, gap):
            blank = _BLANK.search(words, gap.start(), gap.end())
            copy.add(" ", offset + (blank or gap).start())
        start = gap.end()
    copy.add(words[start:], offset + start)


def _keeps_space(words: str, gap: re.Match[str]) -> bool:
    """Between ASCII letters and digits; not for a zero-width character, nor in 12⏎34."""
    before, after = words[max(0, gap.start() - 1) : gap.start()], words[gap.end() : gap.end() + 1]
    if not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum()):
        return False
    if before.isdigit() and after.isdigit():
        return not _BREAK.search(gap[0]) and bool(_BLANK.search(gap[0]))
    return bool(_BLANK.search(gap[0]))
