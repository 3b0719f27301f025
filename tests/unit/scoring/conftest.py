"""Passages tried in small reports, whole reports judged line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from scorer import ingest
from scorer.pipeline import read_report
from scorer.rubric.model import Exemplar, Rubric
from scorer.scorecard import CriterionScore, Outcome
from scorer.scoring.exemplars import try_exemplar
from scorer.scoring.judge import find_looks, score_parts

Earn = Callable[..., Outcome]
JudgeLines = Callable[[Sequence[str]], list[CriterionScore]]


@pytest.fixture(scope="session")
def earn(township: Rubric) -> Earn:
    """The outcome of a criterion for a small report whose only body is the passage."""
    criteria = {criterion.id: criterion for criterion in township.criteria}

    def try_passage(criterion: str, text: str, part: str | None = None) -> Outcome:
        exemplar = Exemplar(level=Outcome.MET, text=text, part=part)
        return try_exemplar(township, criteria[criterion], exemplar)

    return try_passage


@pytest.fixture(scope="session")
def judge_lines(township: Rubric) -> JudgeLines:
    """The scores of the one report that stands on the lines; no check runs, none costs points."""

    def judge_report(lines: Sequence[str]) -> list[CriterionScore]:
        (document,) = ingest.read("whole.txt", "\n".join([*lines, ""]).encode())
        report = read_report(document, township)
        parts = score_parts(township, report, find_looks(township, report))
        return [score for part in parts for score in part.criteria]

    return judge_report
