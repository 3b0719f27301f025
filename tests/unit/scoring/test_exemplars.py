"""Every exemplar of the shipped rubric earns the level it is written for."""

from __future__ import annotations

import pytest

from scorer.rubric.model import Criterion, Exemplar, Rubric
from scorer.scorecard import Outcome
from scorer.scoring.exemplars import Trial, try_exemplar, try_rubric


def test_every_exemplar_of_the_shipped_rubric_earns_its_level(township: Rubric) -> None:
    failed = [
        f"{trial.criterion}: {trial.exemplar.text[:40]} → {trial.earned}"
        for trial in try_rubric(township)
        if not trial.held
    ]
    assert failed == []


def _criterion(rubric: Rubric, name: str) -> Criterion:
    return next(criterion for criterion in rubric.criteria if criterion.id == name)


@pytest.mark.parametrize(
    ("part", "earned"), [(None, Outcome.MET), ("plan", Outcome.MISSING), ("duty", Outcome.MET)]
)
def test_a_passage_is_tried_in_the_part_it_is_written_for(
    township: Rubric, part: str | None, earned: Outcome
) -> None:
    exemplar = Exemplar(level=Outcome.MET, text="全年调解矛盾纠纷46起。", part=part)
    assert try_exemplar(township, _criterion(township, "measures.disputes"), exemplar) is earned


def test_a_trial_says_whether_the_exemplar_held() -> None:
    exemplar = Exemplar(level=Outcome.MET, text="全年调解矛盾纠纷46起。")
    assert Trial(criterion="c", exemplar=exemplar, earned=Outcome.MET).held
    assert not Trial(criterion="c", exemplar=exemplar, earned=Outcome.PARTIAL).held
