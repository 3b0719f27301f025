from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from scorer.render.junit import render
from scorer.scorecard import Batch, Scorecard

#: The schema by which Jenkins reads test reports.
SCHEMA = etree.XMLSchema(file=str(Path(__file__).parents[2] / "schemas" / "junit-10.xsd"))


def parse(batch: Batch) -> etree._Element:
    return etree.fromstring(render(batch).encode("utf-8"))


def test_the_document_is_the_golden_file(
    batch: Batch, check_golden: Callable[[str, str], None]
) -> None:
    check_golden("render/batch.junit.xml", render(batch))


@pytest.mark.parametrize("name", ["batch", "hostile_batch"])
def test_every_sample_obeys_the_published_schema(name: str, request: pytest.FixtureRequest) -> None:
    batch: Batch = replace(request.getfixturevalue(name), not_submitted=("白石镇",))
    assert SCHEMA.validate(parse(batch)), SCHEMA.error_log


def test_the_schema_refuses_a_case_without_a_name(batch: Batch) -> None:
    document = parse(batch)
    del next(document.iter("testcase")).attrib["name"]
    assert not SCHEMA.validate(document)


def test_counts_are_those_of_the_cases(batch: Batch) -> None:
    document = parse(batch)
    for suite in document:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
    for name in ("tests", "failures", "errors"):
        assert int(document.attrib[name]) == sum(int(suite.attrib[name]) for suite in document)


def test_lost_points_fail_and_open_criteria_are_skipped(batch: Batch, cut_off: Scorecard) -> None:
    document = parse(replace(batch, scorecards=(cut_off,)))
    answers = {
        case.attrib["name"].partition("（")[2].rstrip("）"): [child.tag for child in case]
        for case in document[0].iter("testcase")
    }
    for criterion in cut_off.criteria:
        expected = {"met": [], "partial": ["failure"], "missing": ["failure"]}
        assert answers[criterion.id] == expected.get(criterion.outcome, ["skipped"])


def test_findings_fail_and_hints_do_not(batch: Batch, whole: Scorecard) -> None:
    cases = parse(replace(batch, scorecards=(whole,)))[0].findall("testcase[@classname='文字问题']")
    assert [case.attrib["name"] for case in cases] == [
        "1. 数字（rate-disagrees）",
        "2. 占位（placeholder-left）",
    ]
    assert cases[0][0].text == "第10行：立案19件，办结18件，办结率98%"


def test_a_batch_of_scored_reports_has_no_suite_of_leftovers(batch: Batch) -> None:
    document = parse(replace(batch, refused=(), errors=()))
    assert [suite.attrib["name"] for suite in document][-1] != "未评分"
