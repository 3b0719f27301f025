"""The normalised copy of a report: one block a line, every character with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from scorer.document import Block, Plain, Span
from scorer.ingest.folding import fold_marks

#: White space and characters without width; listed, since `\\s` costs five times as much.
_GAP = re.compile(
    "[\t-\r\x1c-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufe00-\ufe0f\ufeff]+"
)
_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_BLANK = re.compile(r"\s")


@dataclass(slots=True)
class _Copy:
    """The copy under way."""

    pieces: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def add(self, words: str, start: int) -> None:
        self.pieces.append(words)
        self.origins.extend(range(start, start + len(words)))


def make_plain(text: str, blocks: Sequence[Block], left_out: Sequence[Span]) -> Plain:
    """Copy the blocks, marks folded, white space gone, `left_out` (page numbers in them) too.

    A line break between two blocks stands for what is between them in the file, be it the closing
    mark of a heading that runs into its paragraph; where nothing is, for the last character before.
    White space stays only as one space between ASCII words; across a line break, figures join.
    """
    folded = _mask(fold_marks(text), left_out)
    copy = _Copy()
    for index, block in enumerate(blocks):
        if index:
            above = blocks[index - 1].span.end
            copy.add("\n", min(above, block.span.start - 1))
        _add_block(copy, folded, block.span)
    return Plain(text="".join(copy.pieces), origins=tuple(copy.origins))


def _mask(folded: str, left_out: Sequence[Span]) -> str:
    for span in left_out:
        folded = folded[: span.start] + "\n" * (span.end - span.start) + folded[span.end :]
    return folded


def _add_block(copy: _Copy, folded: str, span: Span) -> None:
    start = span.start
    for gap in _GAP.finditer(folded, span.start, span.end):
        copy.add(folded[start : gap.start()], start)
        if _keeps_space(folded, gap):
            blank = _BLANK.search(folded, gap.start(), gap.end())
            copy.add(" ", blank.start() if blank else gap.start())
        start = gap.end()
    copy.add(folded[start : span.end], start)


def _keeps_space(folded: str, gap: re.Match[str]) -> bool:
    """Between ASCII letters and digits; not for a zero-width character, nor in 12⏎34."""
    before, after = folded[gap.start() - 1 : gap.start()], folded[gap.end() : gap.end() + 1]
    if not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum()):
        return False
    if before.isdigit() and after.isdigit():
        return not _BREAK.search(gap[0]) and bool(_BLANK.search(gap[0]))
    return bool(_BLANK.search(gap[0]))
