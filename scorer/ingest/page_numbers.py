"""Page numbers between the lines of a report that was copied from paper or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scorer.cache import regex
from scorer.ingest.lines import Line

_MARKED = regex(
    r"[-—–─―一~·•=]{1,3}[\dlIO]{1,3}[-—–─―一~·•=]{1,3}$"
    r"|第\d{1,3}页(?:[,/]?共\d{1,3}页)?$"
    r"|\d{1,3}/\d{1,3}页?$"
    r"|[Pp]age\d{1,3}(?:of\d{1,3})?$"
)
_BARE = regex(r"\d{1,3}$")
_LONGEST = 16
_HIGHEST_FIRST = 3


def find_page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that are page numbers; bare figures only where they count pages up."""
    short = [(index, line.key) for index, line in enumerate(lines) if _is_short(line)]
    marked = {index for index, key in short if _MARKED.match(key)}
    bare = [(index, int(key)) for index, key in short if _BARE.match(key)]
    return frozenset(marked | (set() if marked else _count_pages(bare)))


def _is_short(line: Line) -> bool:
    return len(line.text) <= _LONGEST


def _count_pages(bare: list[tuple[int, int]]) -> set[int]:
    """All bare figures, if there are two or more, one higher each, with text between them."""
    if len(bare) < 2 or bare[0][1] > _HIGHEST_FIRST:  # noqa: PLR2004  one figure counts nothing
        return set()
    steps = (
        later[1] == earlier[1] + 1 and later[0] > earlier[0] + 1
        for earlier, later in pairwise(bare)
    )
    return {index for index, _ in bare} if all(steps) else set()
