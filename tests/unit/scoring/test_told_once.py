"""A deed earns its criterion when it is told as done, not as a plan and not as a demand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from scorer.rubric.model import Rubric
from scorer.scorecard import Outcome

Case = dict[str, str]
CASES: list[Case] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "evidence" / "told_once.yaml").read_text("utf-8")
)
Earn = Callable[..., Outcome]

each_criterion = pytest.mark.parametrize("case", CASES, ids=lambda case: case["criterion"])


def test_every_criterion_of_deeds_has_a_case(township: Rubric) -> None:
    wanted = [
        criterion.id
        for part in township.parts
        if part.id in {"measures", "duty", "systems"}
        for criterion in part.criteria
    ]
    assert [case["criterion"] for case in CASES] == wanted


@each_criterion
def test_a_deed_told_as_done_is_met(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["deed"], case.get("part")) is Outcome.MET


@each_criterion
def test_the_same_words_in_the_plan_are_missing(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["deed"], "plan") is Outcome.MISSING


@each_criterion
@pytest.mark.parametrize("told", ["deed", "planned"])
def test_the_same_after_a_promise_is_not_met(earn: Earn, case: Case, told: str) -> None:
    text = f"下一步，我镇将{case[told]}"
    assert earn(case["criterion"], text, case.get("part")) is not Outcome.MET


@each_criterion
def test_the_same_as_a_demand_is_not_met(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["asked"], case.get("part")) is not Outcome.MET


@pytest.mark.parametrize(
    ("criterion", "text"),
    [
        ("measures.services", "要求各村便民服务站全年帮办代办640件，让38项事项就近办理。"),
        ("measures.disputes", "要求各村调解委员会全年调解邻里、山林纠纷83件，让大事化小。"),
    ],
)
def test_a_demand_for_a_whole_year_is_not_met(earn: Earn, criterion: str, text: str) -> None:
    assert earn(criterion, text) is not Outcome.MET
