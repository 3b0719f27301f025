from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.zh.dates import find_dates, write_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024年1月12日", "2024-01-12"),
        ("2024年 1 月 12 日", "2024-01-12"),
        ("2024 年1月12号", "2024-01-12"),
        ("２０２４年１月１２日", "2024-01-12"),
        ("二〇二二年元月十八日", "2022-01-18"),
        ("二○二四年五月", "2024-05"),
        ("二零二三年十二月三十一日", "2023-12-31"),
        ("二0二四年十一月廿五日", "2024-11-25"),
        ("2021年1月", "2021-01"),
        ("2024.1.5", "2024-01-05"),
        ("2024-01-05", "2024-01-05"),
        ("2024/1/5 11:30", "2024-01-05"),
        ("2024．01．05", "2024-01-05"),
        ("2024-02", "2024-02"),
        ("2 0 2 4年3月2日", "2024-03-02"),
    ],
)
def test_a_printed_date_is_given_as_iso(text: str, iso: str) -> None:
    assert [printed.iso for printed in find_dates(text)] == [iso]
    assert find_dates(text)[0].exists


@pytest.mark.parametrize(
    "text", ["2024年2月30日", "2023-02-29", "2024.13.1", "2024年0月", "4月31日", "2024年6月0日"]
)
def test_a_day_that_no_calendar_has_is_kept_as_printed(text: str) -> None:
    (printed,) = find_dates(text)
    assert not printed.exists


def test_an_impossible_date_has_an_iso_form_as_printed() -> None:
    assert find_dates("2024年2月30日")[0].iso == "2024-02-30"


def test_the_place_is_the_place_in_the_given_text() -> None:
    text = "我镇于二○二四年三月二日、3月15日开会。"
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "二○二四年三月二日",
        "3月15日",
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2023年,我镇", (2023, None, None)),
        ("2023年度", (2023, None, None)),
        ("12月4日宪法日", (None, 12, 4)),
        ("2月29日", (None, 2, 29)),
        ("十二月", (None, 12, None)),
        ("截至11月", (None, 11, None)),
        ("元月", (None, 1, None)),
    ],
)
def test_fields_that_are_not_printed_are_none(
    text: str, fields: tuple[int | None, int | None, int | None]
) -> None:
    (printed,) = find_dates(text)
    assert (printed.year, printed.month, printed.day) == fields
    assert printed.iso is None
    assert printed.exists


def test_a_list_of_months_gives_one_date_each() -> None:
    found = find_dates("2023年3月、6月、9月")
    assert [(printed.year, printed.month) for printed in found] == [(2023, 3), (None, 6), (None, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "12345",
        "一月一主题",
        "14月",
        "5年",
        "“4.15”活动",
        "电话010-12-34567",
        "1.2.3",
        "三个月",
        "2024.1.5.6",
        "版本12024-01-05",
        "第2023号",
        "12-4",
        "二十一月",
        "每月",
        "2021-2025",
    ],
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def test_an_outline_period_gives_only_its_written_year() -> None:
    (printed,) = find_dates("纲要(2021—2025年)")
    assert printed.year == 2025


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(
        ["{0}年{1}月{2}日", "{0}.{1}.{2}", "{0}-{1:02}-{2:02}", "{0} 年 {1} 月 {2} 日"]
    ),
)
def test_a_date_printed_in_any_shape_is_read_back(day: date, shape: str) -> None:
    text = f"于{shape.format(day.year, day.month, day.day)}，"
    (printed,) = find_dates(text)
    assert printed.iso == day.isoformat()
    assert printed.exists
    assert (printed.start, printed.end) == (1, len(text) - 1)


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2024-01-05", "2024年1月5日"), ("2024-11", "2024年11月"), ("某日", "某日")],
)
def test_an_iso_date_is_written_as_a_sentence_has_it(iso: str, written: str) -> None:
    assert write_date(iso) == written
