from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest

from scorer.render.audience import Audience, address
from scorer.render.batch_tables import list_tables
from scorer.render.csv_files import render, render_pages
from scorer.scorecard import Batch, RollCall

FORMULA = "=+-@\t\r＝＋－＠"


def read(batch: Batch, name: str) -> list[dict[str, str]]:
    (page,) = [page for page in render_pages(batch) if page.name == name]
    return list(csv.DictReader(StringIO(page.data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("place", range(5))
def test_every_table_is_the_golden_file(
    place: int, batch: Batch, check_golden: Callable[[str, str], None]
) -> None:
    page = list(render_pages(batch))[place]
    check_golden(f"render/batch-{page.name}", page.data.decode("utf-8"))


def test_a_file_starts_with_the_mark_by_which_excel_knows_utf8(batch: Batch) -> None:
    for page in render_pages(batch):
        assert page.data.startswith(b"\xef\xbb\xbf")
        assert page.data.endswith(b"\r\n")


def test_no_cell_of_a_hostile_report_can_be_a_formula(hostile_batch: Batch) -> None:
    cells = [
        value
        for table in list_tables(hostile_batch)
        for row in csv.reader(StringIO(b"".join(render(table)).decode("utf-8-sig"), newline=""))
        for value in row
    ]
    assert any(value.startswith("'=HYPERLINK") for value in cells)
    assert [value for value in cells if value and value[0] in FORMULA] == []
    assert [value for value in cells if "\n" in value or "\x1b" in value] == []


def test_a_negative_number_stays_a_number(batch: Batch) -> None:
    card = batch.scorecards[0]
    lost = replace(card, total=replace(card.total, low=-card.total.low))
    assert read(replace(batch, scorecards=(lost,)), "scorecards.csv")[0]["总分下限"] == "-80"


def test_a_report_has_a_row_and_each_of_its_criteria_has_one(batch: Batch) -> None:
    reports, criteria = read(batch, "scorecards.csv"), read(batch, "criteria.csv")
    assert [row["单位"] for row in reports][:2] == ["鹿鸣坡镇", "石鼓湾街道"]
    assert len(criteria) == sum(len(card.criteria) for card in batch.scorecards)


def test_points_of_a_table_add_up_to_the_total(batch: Batch) -> None:
    (report, *_) = read(batch, "scorecards.csv")
    own = [row for row in read(batch, "criteria.csv") if row["单位"] == report["单位"]]
    won = sum(float(row["得分"]) for row in own)
    assert won - float(report["问题扣分"]) == float(report["总分下限"])


def test_an_open_criterion_has_no_points_instead_of_none(batch: Batch) -> None:
    rows = [row for row in read(batch, "criteria.csv") if row["结论"] == "无法判定"]
    assert rows
    assert {row["得分"] for row in rows} == {""}


def test_what_was_not_scored_stands_with_who_sent_nothing(batch: Batch) -> None:
    rows = read(replace(batch, not_submitted=("白石镇", "清溪乡")), "not_submitted.csv")
    assert [(row["单位或文件"], row["情形"]) for row in rows] == [
        ("白石镇", "未报送"),
        ("清溪乡", "未报送"),
        ("送审/公开年报.html", "未予评分"),
        ("送审/扫描件.txt", "无法读取"),
    ]


@pytest.mark.parametrize(
    ("names", "note"),
    [
        (None, "未提供报送名册，无法列出未报送的单位。"),
        ((), "名册上的单位均已报送。"),
        (("白石镇",), None),
    ],
)
def test_the_register_is_explained_where_nobody_is_listed(
    batch: Batch, names: tuple[str, ...] | None, note: str | None
) -> None:
    table = list_tables(replace(batch, not_submitted=names))[-1]
    assert table.notes == (() if note is None else (note,))


def test_a_town_is_told_that_others_are_not_its_business(batch: Batch) -> None:
    town = address(replace(batch, not_submitted=("白石镇",)), Audience.TOWN)
    assert list_tables(town)[-1].notes == ("送乡镇的文件不列未报送的单位。",)


def test_what_the_register_shows_stands_below_who_sent_nothing(
    batch: Batch, roll_call: RollCall
) -> None:
    called = replace(batch, not_submitted=("白石镇",), roll_call=roll_call)
    rows = read(called, "not_submitted.csv")
    assert [(row["单位或文件"], row["情形"], row["说明"]) for row in rows][:5] == [
        ("白石镇", "未报送", ""),
        ("清溪乡", "报送不止一份", "送审/a.txt；送审/b.txt；年度不同（2022、2023）。"),
        ("黑水镇", "报送不止一份", "送审/c.txt"),
        ("朝阳街道", "待核对", "送审/朝阳.pdf；文件名写有该单位，但无法读取。"),
        ("送审/d.txt", "对不上名册", "报告主体是赤岭镇，不在名册上。"),
    ]


def test_nobody_is_said_to_have_sent_all_while_one_is_open(
    batch: Batch, roll_call: RollCall
) -> None:
    assert list_tables(replace(batch, not_submitted=(), roll_call=roll_call))[-1].notes == ()
