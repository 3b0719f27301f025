from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorer.document import Plain
from scorer.mentions import read
from scorer.mentions.model import NumberMention

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "mentions" / "numbers.yaml").read_text("utf-8")
)
DIGITS = "零一二三四五六七八九"


def find(text: str) -> tuple[NumberMention, ...]:
    return read(Plain(text=text, origins=tuple(range(len(text))))).numbers


def counts(text: str) -> list[NumberMention]:
    return [number for number in find(text) if not number.ordinal]


def spell(value: int) -> str:
    """Write a number below ten thousand as a clerk does: 216 is 二百一十六."""
    if value < 20 and value >= 10:
        return "十" + (DIGITS[value % 10] if value % 10 else "")
    words, gap = "", False
    for unit, factor in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // factor % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + unit
        gap = not digit
    return words


@pytest.mark.parametrize("case", CASES["counts"] + CASES["rates"], ids=lambda case: case["text"])
def test_counts_and_rates_are_read_with_unit_and_interval(case: dict[str, Any]) -> None:
    text = case["text"]
    found = counts(text)
    assert [text[number.at : number.stop] for number in found] == [
        expected["words"] for expected in case["numbers"]
    ]
    for number, expected in zip(found, case["numbers"], strict=True):
        value = Decimal(expected["value"])
        assert (number.value, number.unit, number.hedge) == (
            value,
            expected["unit"],
            expected.get("hedge", ""),
        )
        assert number.low == Decimal(expected.get("low", value))
        assert number.high == Decimal(expected.get("high", value + 1))


@pytest.mark.parametrize("text", CASES["ordinals"])
def test_a_number_that_names_or_orders_is_no_count(text: str) -> None:
    assert [text[number.at : number.stop] for number in counts(text)] == []


def test_a_number_in_a_date_is_kept_and_marked() -> None:
    assert [number.ordinal for number in find("2023年12月4日发放折页300份")] == [True] * 3 + [False]


def test_decimals_count_the_printed_digits() -> None:
    assert [number.decimals for number in counts("办结率97.0%，占98.99%，受理12件，1.25万人")] == [
        1,
        2,
        0,
        2,
    ]


@given(st.integers(min_value=2, max_value=9999), st.sampled_from(["件", "人次", "个", "万元"]))
def test_a_spelled_number_reads_back(value: int, unit: str) -> None:
    (number,) = counts(f"全年共计{spell(value)}{unit}。")
    assert (number.value, number.unit) == (Decimal(value), unit)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=3))
def test_an_arabic_number_reads_back_with_its_digits(value: int, decimals: int) -> None:
    printed = f"{Decimal(value).scaleb(-decimals):f}"
    (number,) = counts(f"合格率为{printed}%。")
    assert (str(number.value), number.decimals) == (printed, decimals)
    assert number.low <= number.value < number.high


ALPHABET = "第一二两三十百千万亿零〇0123456789.,，、。；：（）()%成分之余多近约\n法治a+-—"
ALPHABET += "年月日号件次人个元“”《》〔〕"


@given(st.one_of(st.text(), st.text(alphabet=ALPHABET, max_size=60)))
def test_any_text_gives_sorted_places_inside_it_that_do_not_overlap(text: str) -> None:
    mentions = read(Plain(text=text, origins=tuple(range(len(text)))))
    for kind in (mentions.numbers, mentions.dates, mentions.citations):
        ends = [0, *(mention.stop for mention in kind)]
        starts = [*(mention.at for mention in kind), len(text)]
        assert all(end <= start for end, start in zip(ends, starts, strict=True))
        assert all(mention.at < mention.stop for mention in kind)
    assert all(number.low <= number.value <= number.high for number in mentions.numbers)


def test_a_number_behind_a_date_inside_a_title_is_marked_too() -> None:
    assert counts("落实《清江县2020年度3件实事工作方案》") == []
