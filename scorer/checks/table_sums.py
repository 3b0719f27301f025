"""Rows of a table, or lines that are one, whose columns do not come to what the last row says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scorer.cache import regex
from scorer.document import BlockKind, Quote
from scorer.reading.model import Reading

#: The row that adds up: 合计 75 68, 三季度小计：立案29件，结案28件.
_TOTALS = ("合计", "总计", "小计", "共计", "总数")
_TOTAL = regex(rf"(?:[^，。；：\d]{{0,6}})(?:{'|'.join(_TOTALS)})(?=[\s：:（(\d立结受办])")
#: A row: its name, then numbers with hardly a word between them.
_ROW = regex(
    r"(?P<name>(?:\d{1,2}月|[^\d，。；]{1,14}?)[：:\s]?)(?P<cells>(?:[^\d。；]{0,6}\d+(?:\.\d+)?)+)"
)
_ASIDE = regex(r"[（(][^（）()]*[）)]$")
_NUMBER = regex(r"\d+(?:\.\d+)?")
_LONGEST = 60
_LEAST_ROWS = 2
_MOST_ROWS = 40
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class TableSum:
    """The row that adds up, its wrong number, and what the rows above it come to."""

    quote: Quote
    printed: str
    parts: tuple[str, ...]
    added: Fraction


@dataclass(frozen=True, slots=True)
class _Row:
    at: int
    stop: int
    cells: tuple[str, ...]


def find_table_sums(reading: Reading) -> Iterator[TableSum]:
    """Every last row with a column that the rows above it, as many numbers in each, contradict."""
    if not any(word in reading.document.plain.text for word in _TOTALS):
        return
    lines = list(_find_lines(reading))
    for index, (at, words) in enumerate(lines):
        total = _read_row(at, words) if _TOTAL.match(words) else None
        rows = _rows_above(lines[max(0, index - _MOST_ROWS) : index], total) if total else []
        if total is not None and len(rows) >= _LEAST_ROWS:
            yield from _compare(reading, rows, total)


def _find_lines(reading: Reading) -> Iterator[tuple[int, str]]:
    """Where each paragraph of the normalised text begins, and its words."""
    plain = reading.document.plain
    for block in reading.document.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            start, stop = plain.range(block.span)
            yield start, plain.text[start:stop]


def _read_row(at: int, words: str) -> _Row | None:
    words = _ASIDE.sub("", words)
    match = _ROW.match(words) if len(words) <= _LONGEST else None
    if match is None:
        return None
    return _Row(at, at + len(words), tuple(_NUMBER.findall(match["cells"])))


def _rows_above(lines: list[tuple[int, str]], total: _Row) -> list[_Row]:
    """The lines on end above the total that have as many numbers; a total of others ends them."""
    rows: list[_Row] = []
    for at, words in reversed(lines):
        row = None if _TOTAL.match(words) else _read_row(at, words)
        if row is None or len(row.cells) != len(total.cells):
            break
        rows.insert(0, row)
    return rows


def _compare(reading: Reading, rows: list[_Row], total: _Row) -> Iterator[TableSum]:
    """The first column that does not add up; one of rates is not meant to."""
    columns = list(zip(*(row.cells for row in rows), strict=True))
    for column, printed in zip(columns, total.cells, strict=True):
        added = sum(map(Fraction, column), Fraction(0))
        if added != Fraction(printed) and not _are_rates(column, printed):
            yield TableSum(reading.quote(total.at, total.stop), printed, column, added)
            return


def _are_rates(column: tuple[str, ...], printed: str) -> bool:
    """Whether the column may hold per cents, of which the last row tells the mean."""
    values = [Fraction(cell) for cell in (*column, printed)]
    return all(value <= _HUNDRED for value in values) and any("." in cell for cell in column)
