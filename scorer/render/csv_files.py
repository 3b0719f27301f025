"""The tables of a batch as CSV that a spreadsheet opens: UTF-8 with a mark, nothing executed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import StringIO

from scorer.render.batch_tables import list_tables
from scorer.render.page import Page
from scorer.render.tables import Cell, Table, looks_like_formula
from scorer.render.words import show_number
from scorer.scorecard import Batch
from scorer.sequences import Mapped

#: Excel takes a file without it for one in the machine's old code page.
_MARK = "\ufeff"
#: Rows of a piece.
_AT_ONCE = 200


def render_pages(batch: Batch) -> Iterator[Page]:
    """A file a table, the totals first."""
    for table in list_tables(batch):
        yield Page(name=table.file, pieces=render(table))


def render(table: Table) -> Sequence[bytes]:
    """The head and the rows; the notes below a table are left to formats that people read."""

    def make(begin: int) -> bytes:
        written = StringIO()
        writer = csv.writer(written)
        if begin == 0:
            written.write(_MARK)
            writer.writerow([column.head for column in table.columns])
        writer.writerows(map(_write, row) for row in table.rows[begin : begin + _AT_ONCE])
        return written.getvalue().encode("utf-8", "replace")

    return Mapped(make, range(0, max(len(table.rows), 1), _AT_ONCE))


def _write(value: Cell) -> str:
    if isinstance(value, Decimal):
        return show_number(value)
    if isinstance(value, str) and looks_like_formula(value):
        return f"'{value}"
    return "" if value is None else str(value)
