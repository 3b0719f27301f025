"""The tables of a batch as CSV that a spreadsheet opens: UTF-8 with a mark, nothing executed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO

from scorer.render.batch_tables import list_tables
from scorer.render.page import Page
from scorer.render.tables import Cell, Table, looks_like_formula
from scorer.render.words import show_number
from scorer.scorecard import Batch
from scorer.sequences import Mapped

#: Excel takes a file without it for one in the machine's old code page.
_MARK = "\ufeff".encode()


def render_pages(batch: Batch) -> Iterator[Page]:
    """A file a table, the totals first."""
    for table in list_tables(batch):
        yield Page(name=table.file, pieces=render(table))


def render(table: Table) -> Sequence[bytes]:
    """The head and the rows; the notes below a table are left to formats that people read."""

    def make(line: int) -> bytes:
        if line == 0:
            return _MARK + _line(column.head for column in table.columns)
        return _line(map(_write, table.rows[line - 1]))

    return Mapped(make, range(1 + len(table.rows)))


def _line(cells: Iterable[str]) -> bytes:
    written = StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue().encode("utf-8", "replace")


def _write(value: Cell) -> str:
    if isinstance(value, Decimal):
        return show_number(value)
    if isinstance(value, str) and looks_like_formula(value):
        return f"'{value}"
    return "" if value is None else str(value)
