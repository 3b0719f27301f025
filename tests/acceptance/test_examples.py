"""The examples: each report gives the scorecard kept beside it, each other paper is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from scorer.pipeline import make_batch, score_path
from scorer.render import wire
from scorer.rubric.model import Rubric
from scorer.scorecard import Outcome

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = sorted(EXAMPLES.glob("*/report.*"))
REFUSED = {
    "xinxi-gongkai-nianbao": "政府信息公开工作年度报告",
    "shufa-baogao": "述法报告",
    "shishi-fangan": "实施方案",
    "zhengce-jiedu": "政策解读",
    "xinwen": "新闻稿件",
}


def _name(path: Path) -> str:
    return path.relative_to(EXAMPLES.parent).as_posix()


def _json(path: Path, rubric: Rubric) -> str:
    return wire.render(make_batch(rubric, [score_path(path, _name(path), rubric)]))


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.parent.name)
def test_an_example_gives_the_scorecard_kept_beside_it(
    report: Path, township: Rubric, check_golden: Callable[[str, str], None]
) -> None:
    text = _json(report, township)
    jsonschema.validate(json.loads(text), wire.load_schema())
    check_golden(str(report.with_name("scorecard.json")), text)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.parent.name)
def test_every_quote_of_an_example_is_the_text_at_its_place(report: Path, township: Rubric) -> None:
    for card in score_path(report, _name(report), township).scorecards:
        own = [quote for criterion in card.criteria for quote in criterion.quotes]
        own += [c.nearest.quote for c in card.criteria if c.nearest is not None]
        own += [said.quote for c in card.criteria for said in c.spoken_by]
        own += [line.shortcoming for line in card.closure]
        own += [line.answered_by for line in card.closure if line.answered_by is not None]
        assert own
        for quote in own:
            assert card.report.span.start <= quote.start < quote.end <= card.report.span.end
        for quote in [*own, *(quote for finding in card.findings for quote in finding.quotes)]:
            assert card.text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(("name", "document_type"), REFUSED.items())
def test_another_kind_of_paper_is_named_and_refused(
    name: str, document_type: str, township: Rubric
) -> None:
    path = EXAMPLES / "refused" / f"{name}.txt"
    scored = score_path(path, _name(path), township)
    assert scored.scorecards == ()
    assert [refusal.document_type for refusal in scored.refused] == [document_type]


def test_every_example_says_in_one_line_what_it_shows() -> None:
    for report in REPORTS:
        lines = (report.parent / "README.md").read_text("utf-8").strip().splitlines()
        assert len(lines) == 1, report.parent.name


def test_two_reports_in_one_file_are_credited_with_their_own_words(township: Rubric) -> None:
    report = EXAMPLES / "sanguanying-zhen" / "report.txt"
    first, second = score_path(report, _name(report), township).scorecards
    assert first.report.issuer != second.report.issuer
    assert first.report.span.end <= second.report.span.start


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.parent.name)
def test_the_lines_of_the_closure_are_those_the_criterion_was_judged_by(
    report: Path, township: Rubric
) -> None:
    for card in score_path(report, _name(report), township).scorecards:
        answers = next(c for c in card.criteria if c.id == "plan.answers")
        lines = [line.answered_by for line in card.closure if line.answered_by is not None]
        assert (answers.outcome is Outcome.MET) is (0 < len(card.closure) <= 2 * len(lines))
        assert set(answers.quotes) <= set(lines)
