"""The tables of a batch as CSV that a spreadsheet opens: UTF-8 with a mark, nothing executed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

from scorer.render.batch_tables import list_tables
from scorer.render.page import Page, text_page
from scorer.render.tables import Cell, Table, looks_like_formula
from scorer.render.words import show_number
from scorer.scorecard import Batch

#: Excel takes a file without it for one in the machine's old code page.
_MARK = "\ufeff"


def render_pages(batch: Batch) -> Iterator[Page]:
    """A file a table, the totals first."""
    for table in list_tables(batch):
        yield text_page(table.file, render(table))


def render(table: Table) -> str:
    """The head and the rows; the notes below a table are left to formats that people read."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([column.head for column in table.columns])
    writer.writerows([_write(each) for each in row] for row in table.rows)
    return _MARK + written.getvalue()


def _write(value: Cell) -> str:
    if isinstance(value, Decimal):
        return show_number(value)
    if isinstance(value, str) and looks_like_formula(value):
        return f"'{value}"
    return "" if value is None else str(value)
