"""Tables in files: .xlsx, .xls and .csv as rows of text, with the numbers people see."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from scorer.errors import RegisterError
from scorer.readers.formats import Format, find_format
from scorer.readers.limits import MAX_PART

MAX_ROWS = 20_000
_MAX_COLUMNS = 64
_RESAVE = "请用 Excel 或 WPS 打开，另存为 .xlsx 后重试"
_ENCODINGS = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"", "utf-8-sig"),
    (b"", "gb18030"),
)
_DELIMITERS = "\t,;，"
_PLAIN = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that is not empty; `number` is the one that the program shows which made the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table; `title` is "" in a file that holds only one."""

    title: str
    rows: tuple[Row, ...]

    def spot(self, number: int | None = None) -> str:
        """How a message names the sheet, or a row of it."""
        sheet = f"工作表“{self.title}”" if self.title else ""
        return sheet if number is None else f"{sheet}第{number}行"


def read_sheets(name: str, data: bytes) -> tuple[Sheet, ...]:
    """Every visible table of the file.

    Raises:
        RegisterError: the file is no table, broken, locked or too long.
    """
    form = find_format(data)
    if form is Format.XLSX:
        return tuple(_read_xlsx(name, data))
    if form is Format.DOC:
        return tuple(_read_xls(name, data))
    if form is not Format.TEXT:
        raise RegisterError(f"{name}：这是{form}文件，不是名册，请提供 .xlsx 或 .csv 文件。")
    return (_read_csv(name, data),)


def _read_xlsx(name: str, data: bytes) -> Iterator[Sheet]:
    import openpyxl  # noqa: PLC0415  (slow to import, and csv does without)

    _check_unpacked(name, data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: styles, rules
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in (each for each in book.worksheets if each.sheet_state == "visible"):
                sheet.reset_dimensions()  # the size that the file states may be wrong
                rows = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=_MAX_COLUMNS, values_only=True)
                yield _make_sheet(name, sheet.title, enumerate(rows, start=1))
        except RegisterError:
            raise
        except Exception as error:  # whatever its parsers meet in a broken file
            raise RegisterError(f"{name}：Excel 文件已损坏或不完整，打不开，{_RESAVE}。") from error


def _check_unpacked(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [info.file_size for info in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RegisterError(f"{name}：Excel 文件已损坏或不完整，打不开，{_RESAVE}。") from error
    if sum(sizes) > MAX_PART:
        raise RegisterError(f"{name}：Excel 文件内容过多，不像名册，请只留下名册那一张表后重试。")


def _read_xls(name: str, data: bytes) -> Iterator[Sheet]:
    if find_spec("python_calamine") is None:
        raise RegisterError(
            f'{name}：读 .xls 名册缺少组件：pip install "scorer[office]"，或者另存为 .xlsx。'
        )
    from python_calamine import (  # noqa: PLC0415  (extra `office`)
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        tables = [(title, book.get_sheet_by_name(title)) for title in shown]
    except CalamineError as error:
        raise RegisterError(f"{name}：文件加了密码或已损坏，打不开，{_RESAVE}。") from error
    for title, table in tables:
        rows = table.to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
        yield _make_sheet(name, title, enumerate(rows, start=1))


def _read_csv(name: str, data: bytes) -> Sheet:
    text = _decode(name, data)
    opening = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=opening.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter if delimiter in opening else _PLAIN)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise RegisterError(f"{name}：第{reader.line_num}行不合 CSV 的写法，{_RESAVE}。") from error
    return _make_sheet(name, "", rows)


def _decode(name: str, data: bytes) -> str:
    for mark, encoding in _ENCODINGS:
        try:
            text = data.decode(encoding) if data.startswith(mark) else None
        except UnicodeDecodeError:
            continue
        if text is not None and "\0" not in text:
            return text
    raise RegisterError(f"{name}：无法识别文字编码，{_RESAVE}。")


def _make_sheet(name: str, title: str, rows: Iterable[tuple[int, Iterable[object]]]) -> Sheet:
    kept: list[Row] = []
    for number, cells in rows:
        told = tuple(_show(cell) for cell in cells)
        if any(told):
            kept.append(Row(number=number, cells=told))
    sheet = Sheet(title=title, rows=tuple(kept))
    if len(kept) > MAX_ROWS:
        raise RegisterError(
            f"{name}：{sheet.spot()}超过 {MAX_ROWS} 行，不像名册，请检查是否选错文件。"
        )
    return sheet


def _show(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())
