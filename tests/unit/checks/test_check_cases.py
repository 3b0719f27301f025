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
NEAR_MISSES = FOLDER.parent / "near_misses" / "all_checks.yaml"
LEAST_FIRE, LEAST_SILENT, LEAST_PAIRS = 5, 8, 3

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


def read_side(case: dict[str, Any], side: str, make_reading: MakeReading) -> Reading:
    """A pair as it stands wrong or right: words to fill in, or facts of the report."""
    filling = case[side]
    facts = {name: case[name] for name in FACTS if name in case}
    text = case["text"].replace("{}", filling) if isinstance(filling, str) else case["text"]
    facts |= {} if isinstance(filling, str) else filling
    return read_case({"text": text, **facts}, make_reading)


def test_every_check_has_cases_and_every_case_file_a_check() -> None:
    assert {check.id for check in CHECKS} == set(FILES)


@pytest.mark.parametrize("check_id", sorted(FILES))
def test_a_check_has_five_texts_that_fire_eight_that_do_not_and_three_pairs(check_id: str) -> None:
    file = FILES[check_id]
    least = {"fires": LEAST_FIRE, "silent": LEAST_SILENT, "pairs": LEAST_PAIRS}
    texts = {side: len({str(case) for case in file[side]}) for side in least}
    assert all(texts[side] >= count for side, count in least.items()), texts


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


@pytest.mark.parametrize(("check_id", "case"), cases("pairs"))
def test_a_fault_appears_where_it_is_made_and_vanishes_where_it_is_mended(
    check_id: str, case: dict[str, Any], make_reading: MakeReading
) -> None:
    check = find_check(check_id)
    assert check is not None
    wrong, right = (list(check.run(read_side(case, s, make_reading))) for s in ("wrong", "right"))
    assert len(wrong) >= 1
    assert [(finding.message, finding.computed) for finding in right] == []


@pytest.mark.parametrize("case", yaml.safe_load(NEAR_MISSES.read_text("utf-8")))
def test_no_check_speaks_of_what_is_right(case: dict[str, Any], make_reading: MakeReading) -> None:
    report = read_case(case, make_reading)
    found = [(f.rule, f.message, f.computed) for check in CHECKS for f in check.run(report)]
    assert found == []


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
