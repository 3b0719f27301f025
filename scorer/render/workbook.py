"""The tables of a batch as an Excel workbook, a sheet a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import islice

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.page import PageMargins

from scorer.render.batch_tables import list_tables
from scorer.render.json_text import number
from scorer.render.package import settle
from scorer.render.tables import Cell, Column, Table, looks_like_formula
from scorer.render.workbook_styles import HEAD, NOTE, OUTCOME_STYLES, STYLE_NAMES, make_styles
from scorer.scorecard import Batch

_TITLE = "法治政府建设年度报告评分结果"
_A3, _A4 = "8", "9"
#: Sheets of more Chinese characters than this are set for the larger paper.
_A4_FITS = 110
#: White space at the edges of the paper, in inches.
_EDGE = 0.4
#: What stays in sight: the head, and the columns that name the report.
_FROZEN = "C2"
#: A Chinese character is two cells wide; the rest is margin and the arrow of the filter.
_MARGIN = 3
#: Heights of a row in points; Excel knows none above the last.
_LINE_HEIGHT = 13.5
_ROW_MARGIN = 4
_TALLEST = 409
#: Rows of a sheet; a program that opens more says that the file is damaged.
_MOST_ROWS = 1_048_576


def render(batch: Batch) -> bytes:
    """The workbook; the same batch gives the same bytes."""
    book = Workbook(write_only=True)
    book.properties.title = _TITLE
    book.properties.creator = "scorer"
    for style in make_styles():
        book.add_named_style(style)
    for table in list_tables(batch):
        _add_sheet(book, table)
    written = BytesIO()
    book.save(written)
    return settle(written.getvalue())


def _add_sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(table.title)
    _lay_out(sheet, table)
    pen = _Pen(sheet)
    sheet.append(pen.text(column.head, HEAD) for column in table.columns)
    notes = (*table.notes, *_tell_rest(table))
    for place, row in enumerate(islice(table.rows, _count_rows(table)), start=2):
        sheet.row_dimensions[place].height = _height(table.columns, row)
        sheet.append(_row(pen, table.columns, row))
    if notes:
        sheet.append([])
    for note in notes:
        sheet.append(pen.text(words, NOTE) for words in (note,))


def _count_rows(table: Table) -> int:
    """How many find room on a sheet, with the head and the notes."""
    return min(len(table.rows), _MOST_ROWS - 3 - len(table.notes))


def _tell_rest(table: Table) -> Iterator[str]:
    rest = len(table.rows) - _count_rows(table)
    if rest:
        yield f"一张工作表放不下，还有{rest}行没有列出，全部内容请用 -f csv 输出（{table.file}）。"


class _Pen:
    """Cells to be written at once, one a style: making a cell takes longer than writing it."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._sheet = sheet
        self._cells: dict[tuple[str, bool], SheetCell] = {}

    def text(self, words: str, style: str) -> SheetCell:
        """Words, whatever they look like; the program that opens the file computes nothing."""
        cell = self._cell(style, quoted=looks_like_formula(words))
        cell.value = words
        cell.data_type = "s"
        return cell

    def number(self, value: int | float | None, style: str) -> SheetCell:
        """A number, or an empty cell."""
        cell = self._cell(style, quoted=False)
        cell.value = value
        return cell

    def _cell(self, style: str, *, quoted: bool) -> SheetCell:
        if (style, quoted) not in self._cells:
            cell = self._cells[style, quoted] = WriteOnlyCell(self._sheet)
            cell.style = style
            cell.quotePrefix = quoted
        return self._cells[style, quoted]


def _lay_out(sheet: WriteOnlyWorksheet, table: Table) -> None:
    """Everything besides cells; a sheet that is streamed wants it first."""
    for place, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width * 2 + _MARGIN
    last_column, last_row = get_column_letter(len(table.columns)), _count_rows(table) + 1
    sheet.freeze_panes = _FROZEN
    sheet.auto_filter.ref = f"A1:{last_column}{last_row}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    wide = sum(column.width for column in table.columns) > _A4_FITS
    sheet.page_setup.paperSize = _A3 if wide else _A4
    sheet.page_margins = PageMargins(left=_EDGE, right=_EDGE, top=_EDGE, bottom=2 * _EDGE)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"


def _row(pen: _Pen, columns: Sequence[Column], row: Sequence[Cell]) -> Iterator[SheetCell]:
    for column, value in zip(columns, row, strict=True):
        style = STYLE_NAMES[column.kind]
        if isinstance(value, str):
            yield pen.text(value, OUTCOME_STYLES.get(value, style))
        else:
            yield pen.number(None if value is None else number(Decimal(value)), style)


def _height(columns: Sequence[Column], row: Sequence[Cell]) -> float:
    """Points that the fullest cell needs: not every program measures rows when it opens a file."""
    lines = max(_lines(str(value), column) for column, value in zip(columns, row, strict=True))
    return min(lines * _LINE_HEIGHT + _ROW_MARGIN, _TALLEST)


def _lines(words: str, column: Column) -> int:
    """How often the words fold; what takes three bytes is two cells wide."""
    cells = (len(words) + len(words.encode("utf-8", "replace"))) // 2
    return 1 + (cells - 1) // (column.width * 2 + 1)
