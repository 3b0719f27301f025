from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scorer.checks import CHECKS, find_check
from scorer.checks.base import Check
from scorer.finding import Strength
from scorer.reading.model import Reading

FOLDER = Path(__file__).parents[2] / "cases" / "checks"
FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FOLDER.glob("*.yaml")}
FACTS = ("year", "signed", "published", "kind", "unit", "region", "doubts")
MOST_FIRE, MOST_SILENT = 5, 8

MakeReading = Callable[..., Reading]


def cases(side: str) -> list[Any]:
    return [
        pytest.param(check_id, case, id=f"{check_id}: {case['text'][:40]}")
        for check_id, file in sorted(FILES.items())
        for case in file[side]
    ]


def read_case(case: dict[str, Any], make_reading: MakeReading) -> Reading:
    facts = {name: case[name] for name in FACTS if name in case}
    facts["doubts"] = tuple(map(tuple, case.get("doubts", ())))
    facts["region"] = tuple(case.get("region", ()))
    return make_reading(case["text"], **facts)


def test_every_check_has_cases_and_every_case_file_a_check() -> None:
    assert {check.id for check in CHECKS} == set(FILES)


@pytest.mark.parametrize("check_id", sorted(FILES))
def test_a_check_has_five_texts_that_fire_and_eight_that_do_not(check_id: str) -> None:
    assert len(FILES[check_id]["fires"]) >= MOST_FIRE
    assert len(FILES[check_id]["silent"]) >= MOST_SILENT


@pytest.mark.parametrize(("check_id", "case"), cases("fires"))
def test_a_faulty_text_is_found(
    check_id: str, case: dict[str, Any], make_reading: MakeReading
) -> None:
    check = find_check(check_id)
    assert check is not None
    found = list(check.run(read_case(case, make_reading)))
    assert len(found) >= 1
    assert len(found) == case.get("count", len(found))
    quoted = [quote.text for finding in found for quote in finding.quotes]
    for words in case.get("quotes", ()):
        assert any(words in text for text in quoted), quoted
    strengths = {finding.strength for finding in found}
    assert strengths == {Strength(case.get("strength", check.strength))}


@pytest.mark.parametrize(("check_id", "case"), cases("silent"))
def test_a_near_miss_stays_silent(
    check_id: str, case: dict[str, Any], make_reading: MakeReading
) -> None:
    check = find_check(check_id)
    assert check is not None
    found = list(check.run(read_case(case, make_reading)))
    assert [(finding.message, finding.computed) for finding in found] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_is_named_for_its_file_and_says_what_a_town_needs(check: Check) -> None:
    assert check.run.__module__ == f"scorer.checks.{check.id.replace('-', '_')}"
    assert all((check.title, check.why, check.norm.text))


@pytest.mark.parametrize(("check_id", "case"), cases("fires"))
def test_a_finding_quotes_words_that_stand_in_the_file(
    check_id: str, case: dict[str, Any], make_reading: MakeReading
) -> None:
    check = find_check(check_id)
    assert check is not None
    report = read_case(case, make_reading)
    for finding in check.run(report):
        assert finding.quotes
        assert finding.message
        assert finding.remedy
        for quote in finding.quotes:
            assert report.document.text[quote.start : quote.end] == quote.text


def test_an_unknown_id_is_no_check() -> None:
    assert find_check("no-such-check") is None
