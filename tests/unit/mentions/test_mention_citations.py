from pathlib import Path
from typing import Any

import pytest
import yaml

from scorer.document import Plain
from scorer.mentions import read

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "mentions" / "citations.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_titles_are_found_with_period_and_number(case: dict[str, Any]) -> None:
    text = case["text"]
    found = read(Plain(text=text, origins=tuple(range(len(text))))).citations
    assert [
        (text[c.at : c.stop], c.title, list(c.period) if c.period else None, c.number)
        for c in found
    ] == [
        (expected["words"], expected["title"], expected.get("period"), expected.get("number"))
        for expected in case["citations"]
    ]


def test_a_mark_that_never_closes_gives_no_citation() -> None:
    text = "贯彻《" + "工作要求" * 60 + "》"
    assert read(Plain(text=text, origins=tuple(range(len(text))))).citations == ()


def test_a_date_is_handed_on_with_its_fields() -> None:
    text = "2024年2月30日前报送，3月再报"
    dates = read(Plain(text=text, origins=tuple(range(len(text))))).dates
    assert [(d.year, d.month, d.day, d.exists, d.iso) for d in dates] == [
        (2024, 2, 30, False, "2024-02-30"),
        (None, 3, None, True, None),
    ]


def test_a_year_alone_has_no_iso_date() -> None:
    text = "2023年和2024年1月"
    dates = read(Plain(text=text, origins=tuple(range(len(text))))).dates
    assert [date.iso for date in dates] == [None, "2024-01"]
