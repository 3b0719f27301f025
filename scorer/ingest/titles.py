"""The title of a report, on one line or several, and the page title that says it twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.ingest.landmarks import (
    find_unit,
    is_body_name,
    is_letterhead,
    is_title,
    is_title_part,
)
from scorer.ingest.lines import Line
from scorer.ingest.shapes import find_shape

_MOST_LINES = 4
_FILLER = ("人民政府", "办事处", "关于", "年度", "年", "情况", "工作", "的", "《", "》")
_SHORTEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title; `lines` are the indices of its lines, `words` its words without white space."""

    lines: tuple[int, ...]
    words: str


def find_titles(lines: Sequence[Line]) -> tuple[Title, ...]:
    """The titles among the lines above a report's body, in order."""
    titles: list[Title] = []
    taken = -1
    for index, line in enumerate(lines):
        if is_title(line.key) and find_shape(line.text) is None:
            first = _find_first(lines, index, taken)
            words = "".join(lines[at].key for at in range(first, index + 1))
            titles.append(Title(lines=tuple(range(first, index + 1)), words=words))
            taken = index
    return tuple(titles)


def _find_first(lines: Sequence[Line], last: int, taken: int) -> int:
    """The first line of the title that ends on line `last`; lines up to `taken` are others'."""
    first = last
    while first - 1 > taken and last - first < _MOST_LINES - 1:
        above = lines[first - 1]
        if find_shape(above.text) is not None or not _continues(above.key, lines[first].key):
            break
        first -= 1
    return first


def _continues(above: str, below: str) -> bool:
    """Whether a title line goes on in the next; a body above a whole title is the site's name."""
    if is_letterhead(above) or not is_title_part(above):
        return False
    if not is_body_name(above):
        return True
    if is_body_name(below):
        return find_unit(above) is not None
    return below.startswith("关于") or find_unit(below) is None


def is_repeated(title: Title, later: Sequence[Title]) -> bool:
    """Whether a later title says the same, be it with more or less of the place or 年度 for 年."""
    mine = _reduce(title.words)
    theirs = [_reduce(other.words) for other in later]
    return any(
        len(min(mine, other, key=len)) >= _SHORTEST
        and (mine.endswith(other) or other.endswith(mine))
        for other in theirs
    )


def _reduce(words: str) -> str:
    for filler in _FILLER:
        words = words.replace(filler, "")
    return words
