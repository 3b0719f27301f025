"""Lines for a console: Chinese folds anywhere but before closing and after opening marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

#: Not kept with the regexes of the judging rooms: a help page needs this one only.
_TOKEN = re.compile(r"[0-9A-Za-z_.%+/\\-]+|\s+|.", re.DOTALL)
_NO_START = frozenset("，。、；：？！）》〉】”’…·,.;:?!)]}％")
_NO_END = frozenset("（《〈【“‘([{＋")
_CARRY_LIMIT = 4


def fold(text: str, width: int) -> tuple[str, ...]:
    """Text of one line, in lines of at most `width` cells."""
    lines: list[str] = []
    line: list[str] = []
    for token in _tokens(text, width):
        if cell_len("".join(line)) + cell_len(token) > width:
            kept = len(line) - _carried(line, token)
            lines.append("".join(line[:kept]).rstrip())
            line = line[kept:]
        if line or not token.isspace():
            line.append(token)
    return (*lines, "".join(line).rstrip())


def pad(text: str, width: int) -> str:
    """The text with blanks behind it until it takes `width` cells."""
    return text + " " * (width - cell_len(text))


def _tokens(text: str, width: int) -> Iterator[str]:
    """Characters, and figures and Latin words whole unless they are wider than a line."""
    for found in _TOKEN.finditer(text):
        yield from chop_cells(found[0], width)


def _carried(line: list[str], token: str) -> int:
    """How many tokens go to the next line with `token`, so that no mark stands where it may not."""
    count = 0
    first = token
    while count < min(_CARRY_LIMIT, len(line) - 1):
        last = line[-1 - count]
        if first not in _NO_START and last not in _NO_END:
            break
        first = last
        count += 1
    return count
