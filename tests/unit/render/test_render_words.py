from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scorer.render.words import (
    OUTCOME_WORDS,
    family_word,
    short_part,
    show_date,
    show_number,
    show_total,
    show_year,
    town_name,
)
from scorer.scorecard import Outcome, Scorecard, Total


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"),
        ("4.00", "4"),
        ("72.5", "72.5"),
        ("1.25", "1.25"),
        ("66.666666", "66.67"),
        ("0.005", "0.01"),
        ("100", "100"),
        ("-0.001", "0"),
        ("1E+1", "10"),
    ],
)
def test_a_number_is_shown_with_at_most_two_decimals_and_no_zeros_behind(
    value: str, shown: str
) -> None:
    assert show_number(Decimal(value)) == shown


def test_a_total_with_open_criteria_is_shown_as_an_interval() -> None:
    low, high = Decimal("78"), Decimal("84.5")
    assert show_total(Total(points=low, max=low, low=low, high=high, band=None)) == "78–84.5"


def test_a_total_without_open_criteria_is_one_number() -> None:
    ten = Decimal(10)
    assert show_total(Total(points=ten, max=ten, low=ten, high=ten, band="合格")) == "10"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2024-01-05", "2024年1月5日"),
        ("2024-02-30", "2024年2月30日"),
        ("2024-01", "2024年1月"),
        ("某日", "某日"),
        (None, None),
    ],
)
def test_a_date_is_shown_as_a_report_prints_it(iso: str | None, shown: str | None) -> None:
    assert show_date(iso) == shown


def test_an_unknown_year_is_said_to_be_unknown() -> None:
    assert (show_year(2023), show_year(None)) == ("2023年度", "年度不详")


def test_a_town_is_named_by_its_region_else_its_issuer(
    whole: Scorecard, nameless: Scorecard
) -> None:
    unplaced = replace(whole.report, region=(None, None, None, None))
    assert town_name(whole.report) == "鹿鸣坡镇"
    assert town_name(unplaced) == "青坪县鹿鸣坡镇人民政府"
    assert town_name(nameless.report) == "报送单位不详"


def test_a_finding_kind_is_named_by_its_family() -> None:
    assert (family_word("arithmetic.rate"), family_word("typo"), family_word("new.kind")) == (
        "数字",
        "用字",
        "其他",
    )


def test_a_part_that_nobody_named_is_headed_by_its_first_characters() -> None:
    assert (short_part("systems", "行政执法三项制度"), short_part("extra", "附加内容")) == (
        "制度",
        "附加",
    )


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_word(outcome: Outcome) -> None:
    assert OUTCOME_WORDS[outcome]
