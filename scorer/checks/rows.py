"""Numbered rows wherever they stand: heads of lines, and items that run in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scorer.cache import regex
from scorer.document import BlockKind, Document
from scorer.ingest.numbering import read_han

_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
#: Every style of marker: a line begins with it, or a mark that closes what stood before.
_STYLES = {
    "han": rf"(?P<han>[{_HAN}]{{1,3}})[、.](?![{_HAN}]{{1,3}}[、级类季批等年])",
    "bracket": rf"（(?P<bracket>[{_HAN}]{{1,3}})）、?(?![项款条目期类级])",
    "arab": r"(?P<arab>\d{1,2})(?:、(?!\d)|\.(?![\d]))",
    "round": r"（?(?P<round>\d{1,2})）(?![项款条目期类级])",
    "circled": rf"(?P<circled>[{_CIRCLED}])",
    "item": rf"(?P<item>[{_HAN}]{{1,2}})(?:是|要(?![求点素]))",
    "ordinal": rf"第(?P<ordinal>[{_HAN}]{{1,2}})[，、：]",
    "each": rf"其(?P<each>[{_HAN}])[，、：是]",
}
_MARK = regex(rf"(?:^|(?<=[。；：，！]))(?:{'|'.join(_STYLES.values())})", re.MULTILINE)
#: Only these stand behind a comma; 一、 begins lines only: 一、二、三级响应.
_WORDS = frozenset({"item", "ordinal", "each"})
#: The first of another list that counts in other words.
_OTHER_FIRST = regex(
    rf"首先|一方面|第一|其一|一则|一来|(?:^|[。；：，（\n])[一1①](?:[^{_HAN}\d]|$)"
)
_WIDEST_STEP = 3
#: Styles of the rows below 一、; so much text without a number may stand above the first.
_BELOW = frozenset({"bracket", "arab"})
_LONGEST_BELOW = 300
#: A first item belongs to a list of its own.
_FIRST_ODD = 2
#: The items of an article may be named by choice: 第十条：（一）…；（三）….
_ARTICLE = regex(r"第[\d一二三四五六七八九十百]+条[^。\n]*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker in its place of the normalised text; `at_line` where a line begins with it."""

    style: str
    number: int
    at: int
    stop: int
    at_line: bool


#: The markers of every block.
Marks = Sequence[tuple[Mark, ...]]


@dataclass(slots=True)
class _Row:
    """A row that is being counted: its last mark, and where rows before it in its place ended."""

    last: Mark
    whole: bool
    left: list[int] = field(default_factory=list)


def find_all_marks(document: Document) -> list[tuple[Mark, ...]]:
    """The markers of every block; none of a document that lost text, whose rows have gaps."""
    if document.loses_text:
        return []
    plain = document.plain
    return [tuple(find_marks(plain.text, *plain.range(b.span))) for b in document.blocks]


def find_row_slips(document: Document, held: Marks) -> Iterator[tuple[Mark, Mark]]:
    """Neighbours of one row of which the second repeats the number of the first or skips one."""
    rows: list[_Row] = []
    for block, marks in zip(document.blocks, held, strict=False):
        if block.kind is BlockKind.HEADING and not marks:
            rows.clear()
        if not (marks and marks[0].at_line and marks[0].style in _WORDS):
            rows = _keep_lines(rows)
        for mark in marks:
            before = _put_down(rows, mark)
            if before is not None and not _is_explained(document.plain.text, before, mark):
                yield before, mark


def find_clashes(held: Marks) -> Iterator[tuple[Mark, Mark]]:
    """二、 then （三） then 四、: heads of lines of which one is numbered as another level is."""
    heads = _find_heads(held)
    for i, odd in enumerate(heads):
        before = next((m for m in reversed(heads[:i]) if m.number == odd.number - 1), None)
        if before is None or before.style == odd.style or odd.number < _FIRST_ODD:
            continue
        after = next((mark for mark in heads[i:] if mark.style == before.style), None)
        if after is None or after.number != odd.number + 1:
            continue
        inside = [mark for mark in heads if before.at < mark.at < after.at]
        if not any(mark.style in (before.style, odd.style) for mark in inside if mark is not odd):
            yield before, odd


def find_late_starts(document: Document, held: Marks) -> Iterator[Mark]:
    """（三） right below 一、: the first of a row of lines is a later number."""
    heads = _find_heads(held)
    odd = {mark.at for _, mark in find_clashes(held)}
    sections = [i for i, mark in enumerate(heads) if mark.style == "han" and mark.at not in odd]
    for first, last in pairwise((*sections, len(heads))):
        above, *rest = heads[first:last]
        head = rest[0] if rest else above
        taken = last < len(heads) and heads[last].number == above.number + 2 == head.number + 1
        late = head.style in _BELOW and head.number > 1 and not taken
        if late and _lacks_first(document.plain.text, above, head):
            yield head


def _lacks_first(text: str, above: Mark, head: Mark) -> bool:
    """Whether no number before the head's stands between it and the heading above."""
    between = text[above.stop : head.at]
    numbers = range(1, head.number)
    plainly = len(between) <= _LONGEST_BELOW
    return plainly and not any(re.search(_dresses(number), between) for number in numbers)


def _find_heads(held: Marks) -> list[Mark]:
    """The marks that lines begin with."""
    return [mark for marks in held for mark in marks if mark.at_line]


def find_marks(text: str, start: int, stop: int) -> Iterator[Mark]:
    """Every marker of a block."""
    for match in _MARK.finditer(text, start, stop):
        style = match.lastgroup or ""
        at_line = match.start() == start
        behind_comma = not at_line and text[match.start() - 1] == "，"
        if style in _WORDS or at_line or not (behind_comma or style == "han"):
            yield Mark(style, _read(match[style]), match.start(), match.end(), at_line)


def _read(value: str) -> int:
    if value in _CIRCLED:
        return _CIRCLED.index(value) + 1
    return int(value) if value.isdecimal() else read_han(value)


def _keep_lines(rows: list[_Row]) -> list[_Row]:
    """What a new paragraph leaves open: rows of which each item has a line of its own."""
    kept: list[_Row] = []
    for row in rows:
        if not row.last.at_line or row.last.style in _WORDS:
            break
        kept.append(row)
    return kept


def _put_down(rows: list[_Row], mark: Mark) -> Mark | None:
    """Count the mark in its row; the mark before it where the two do not follow one another."""
    depth = next((i for i, row in enumerate(rows) if row.last.style == mark.style), len(rows))
    if depth == len(rows):
        rows.append(_Row(mark, mark.number == 1))
        return None
    row, rows[:] = rows[depth], rows[: depth + 1]
    before, row.last = row.last, mark
    if mark.number == before.number + 1:
        return None
    if mark.number == 1:
        row.left.append(before.number)
        row.whole = True
        return None
    if mark.number - 1 in row.left:
        row.left = row.left[: row.left.index(mark.number - 1)]
        return None
    step = mark.number - before.number
    return before if row.whole and 0 <= step <= _WIDEST_STEP else None


def _is_explained(text: str, before: Mark, mark: Mark) -> bool:
    """Whether the skipped number stands in between in another dress, or another list begins."""
    between = text[before.stop : mark.at]
    skipped = range(before.number + 1, mark.number)
    if any(re.search(_dresses(number), between) for number in skipped):
        return True
    if _ARTICLE.search(text, text.rfind("\n", 0, before.at) + 1, mark.at):
        return True
    return before.number == mark.number and _OTHER_FIRST.search(between) is not None


def _dresses(number: int) -> str:
    """How the number may be printed without being a mark of the row."""
    han = _HAN[number - 1] if number <= len(_HAN) else "十" + _HAN[number - 11]
    circled = _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number)
    return (
        rf"(?:^|[。；：，！\n])[（第其]?(?:{han}|{number})(?!\d|[{_HAN}个名次件年月])"
        rf"|{han}[是要、）]|第{han}[，、]|[（]?{number}[）]|(?<!\d){number}[、.](?!\d)|{circled}"
    )
