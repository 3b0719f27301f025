from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.document import Span
from scorer.render.names import file_name, file_names
from scorer.scorecard import ReportFacts, RubricStamp, Scorecard, Total


def named(
    card: Scorecard, town: str | None, year: int | None = 2023, file: str = "甲.txt"
) -> Scorecard:
    region = (None, None, None, town)
    facts = replace(card.report, region=region, issuer=None, year=year, file=file)
    return replace(card, report=facts)


def test_a_scorecard_is_named_by_town_and_year(whole: Scorecard) -> None:
    assert file_name(whole, ()) == "鹿鸣坡镇-2023.html"


def test_towns_of_one_name_are_numbered(whole: Scorecard) -> None:
    assert file_names([whole, whole, whole]) == (
        "鹿鸣坡镇-2023.html",
        "鹿鸣坡镇-2023-2.html",
        "鹿鸣坡镇-2023-3.html",
    )


def test_letter_case_does_not_make_a_name_another(whole: Scorecard) -> None:
    assert file_name(named(whole, "Abc镇"), ["aBC镇-2023.HTML"]) == "Abc镇-2023-2.html"


@pytest.mark.parametrize(
    ("town", "year", "file", "expected"),
    [
        ("../../etc/passwd", 2023, "甲.txt", "etc-passwd-2023.html"),
        ("甲\\乙:丙*丁?", 2023, "甲.txt", "甲-乙-丙-丁-2023.html"),
        ("大兴镇（试点）", 2023, "甲.txt", "大兴镇（试点）-2023.html"),
        ("\u202e镇\u2066名\x00", 2023, "甲.txt", "镇-名-2023.html"),
        (" . ", None, "送审/东风 乡.txt", "东风-乡.html"),
        (None, None, r"C:\送审\丙乡.html", "丙乡.html"),
        (None, None, "-", "评分单.html"),
        (None, None, "con.txt", "con-评分单.html"),
        ("LPT1", None, "甲.txt", "LPT1-评分单.html"),
        ("index", None, "甲.txt", "index-评分单.html"),
        ("NUL", 2023, "甲.txt", "NUL-2023.html"),
        ("镇" * 10_000, 2023, "甲.txt", f"{'镇' * 40}-2023.html"),
    ],
)
def test_a_name_is_safe_and_readable(
    whole: Scorecard, town: str | None, year: int | None, file: str, expected: str
) -> None:
    assert file_name(named(whole, town, year, file), ()) == expected


@given(town=st.text(), issuer=st.text(), file=st.text(min_size=1))
def test_no_text_gives_a_name_that_a_system_refuses(town: str, issuer: str, file: str) -> None:
    facts = ReportFacts(
        file=file,
        title=None,
        issuer=issuer,
        issuer_kind=None,
        region=(None, None, None, town),
        year=2023,
        signed=None,
        published=None,
        span=Span(0, 0),
        read_from={},
    )
    zero = Decimal(0)
    card = Scorecard(
        report=facts,
        rubric=RubricStamp(id="r", version="1", title="t", sha256="0", note="n", total=zero),
        total=Total(points=zero, max=zero, low=zero, high=zero, band=None),
        parts=(),
    )
    name = file_name(card, ())
    assert re.fullmatch(r"[^\x00-\x1f<>:\"/\\|?*. -][^\x00-\x1f<>:\"/\\|?*]*\.html", name)
    assert len(name.encode("utf-8")) <= 200
