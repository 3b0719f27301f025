from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from scorer.render import workbook
from scorer.render.batch_tables import list_tables
from scorer.render.workbook import render
from scorer.scorecard import Batch

SHEETS = ["汇总", "逐项得分", "问题清单", "需补充内容", "未报送"]


def open_book(batch: Batch) -> Workbook:
    return load_workbook(BytesIO(render(batch)))


def test_the_workbook_is_the_golden_one(
    batch: Batch,
    dump_workbook: Callable[[bytes], str],
    check_golden: Callable[[str, str], None],
) -> None:
    small = replace(batch, scorecards=batch.scorecards[:2], not_submitted=("白石镇",))
    check_golden("render/batch.xlsx.txt", dump_workbook(render(small)))


def test_the_same_batch_gives_the_same_bytes_and_tells_no_time(hostile_batch: Batch) -> None:
    made = render(hostile_batch)
    assert made == render(hostile_batch)
    with ZipFile(BytesIO(made)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b">1980-01-01T00:00:00Z</dcterms:modified>" in package.read("docProps/core.xml")


def test_every_sheet_has_a_frozen_head_a_filter_and_a_width_for_each_column(batch: Batch) -> None:
    book = open_book(batch)
    assert book.sheetnames == SHEETS
    for sheet, table in zip(book, list_tables(batch), strict=True):
        last = sheet.cell(1, len(table.columns)).coordinate.rstrip("1")
        assert [cell.value for cell in sheet[1]] == [column.head for column in table.columns]
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == f"A1:{last}{len(table.rows) + 1}"
        assert sheet.print_title_rows == "$1:$1"
        assert len(sheet.column_dimensions) == len(table.columns)


def test_points_and_years_are_numbers_with_a_format_and_long_words_fold(batch: Batch) -> None:
    sheet = open_book(batch)["逐项得分"]
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    points, year, reason = (sheet[f"{heads[head]}4"] for head in ("得分", "年度", "评分理由"))
    assert (points.value, points.data_type, points.number_format) == (1, "n", "0.0#")
    assert (year.value, year.number_format) == (2023, "0")
    assert reason.alignment.wrap_text
    assert sheet.row_dimensions[4].height > 13


def test_nothing_in_a_hostile_report_becomes_a_formula_or_a_link(hostile_batch: Batch) -> None:
    book = open_book(hostile_batch)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []
    dangerous = [cell for cell in cells if str(cell.value).startswith(("=", "+", "@"))]
    assert dangerous
    assert all(cell.quotePrefix for cell in dangerous)


def test_the_sheet_of_totals_names_the_standard_below_its_rows(batch: Batch) -> None:
    values = [row[0].value for row in open_book(batch)["汇总"].iter_rows()]
    assert values[len(batch.scorecards) + 1] is None
    assert any("分值为本评分标准口径" in str(value) for value in values)


def test_a_sheet_without_rows_says_so(batch: Batch) -> None:
    book = open_book(replace(batch, scorecards=(), refused=(), errors=()))
    notes = {sheet.title: sheet["A3"].value for sheet in book}
    assert notes["问题清单"] == "未发现文字问题。"
    assert notes["未报送"] == "未提供报送名册，无法列出未报送的单位。"
    assert notes["汇总"] == "没有已评分的报告。"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_was_written(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(render(batch))
    ran = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"),
            *("--outdir", str(tmp_path), str(tmp_path / "book.xlsx")),
        ],
        capture_output=True,
        timeout=120,
        check=False,
    )
    if b"could not be loaded" in ran.stderr:
        pytest.skip("LibreOffice has no spreadsheets here")
    first, second, *_ = (tmp_path / "book.csv").read_text("utf-8").splitlines()
    assert first.startswith("序号,单位,地区,年度,总分下限,总分上限,等次")
    assert second.startswith("1,鹿鸣坡镇,青坪县,2023,80.0,80.0,合格")


def test_what_a_sheet_cannot_hold_is_told_below_it(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    criteria = list_tables(batch)[1]
    monkeypatch.setattr(workbook, "_MOST_ROWS", 20)
    book = open_book(batch)
    sheet = book["逐项得分"]
    told = f"还有{len(criteria.rows) - 17}行没有列出，全部内容请用 -f csv 输出（criteria.csv）"
    assert told in sheet.cell(sheet.max_row, 1).value
    assert sheet.max_row == 20
    assert sheet.auto_filter.ref == "A1:O18"
    assert book["汇总"].max_row == 1 + 4 + 1 + 3
