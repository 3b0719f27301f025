"""One deed, told in other places and other ways: what it earns follows from what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TypedDict

import pytest
import yaml

from scorer.rubric.model import Rubric
from scorer.scorecard import Outcome


class Case(TypedDict):
    criterion: str
    deed: str
    stripped: str
    reworded: list[str]
    lack: dict[str, str]
    others: list[str]


Earn = Callable[..., Outcome]
CASES: list[Case] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "evidence" / "counterfactuals.yaml").read_text("utf-8")
)
each_criterion = pytest.mark.parametrize("case", CASES, ids=lambda case: case["criterion"])


def home(case: Case) -> str:
    """The part of a report in which such a deed is told."""
    return "duty" if case["criterion"].startswith("duty.") else "measures"


def tellings(case: Case) -> list[str]:
    return [case["deed"], *case["reworded"]]


def each(field: Callable[[Case], list[str]]) -> pytest.MarkDecorator:
    """One test for every text of the field."""
    told = [
        pytest.param(case, text, id=f"{case['criterion']}-{number}")
        for case in CASES
        for number, text in enumerate(field(case))
    ]
    return pytest.mark.parametrize(("case", "text"), told)


def placings(text: str, beside: str) -> Iterator[str]:
    """The text with another before it, after it, and in a paragraph of its own."""
    yield text + beside
    yield beside + text
    yield f"{text}\n{beside}"


def test_every_criterion_of_deeds_has_counterfactuals(township: Rubric) -> None:
    wanted = [
        criterion.id
        for part in township.parts
        if part.id in {"measures", "duty", "systems"}
        for criterion in part.criteria
    ]
    assert [case["criterion"] for case in CASES] == wanted
    assert all(len(case["reworded"]) == 2 and len(case["others"]) == 3 for case in CASES)


@each(tellings)
def test_a_deed_is_met_in_any_wording(earn: Earn, case: Case, text: str) -> None:
    assert earn(case["criterion"], text, home(case)) is Outcome.MET


@each(tellings)
def test_moved_to_the_plan_it_is_missing(earn: Earn, case: Case, text: str) -> None:
    assert earn(case["criterion"], text, "plan") is Outcome.MISSING


@each_criterion
@pytest.mark.parametrize("told", ["deed", "stripped"])
def test_moved_to_the_shortcomings_it_is_missing(
    earn: Earn, case: Case, told: Literal["deed", "stripped"]
) -> None:
    assert earn(case["criterion"], case[told], "shortcomings") is Outcome.MISSING


@each_criterion
def test_set_phrases_in_the_plan_are_missing(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["stripped"], "plan") is Outcome.MISSING


@each(lambda case: list(case["lack"].values()))
def test_a_shortcoming_is_missing(earn: Earn, case: Case, text: str) -> None:
    assert earn(case["criterion"], text, "shortcomings") is Outcome.MISSING


@each_criterion
def test_a_shortcoming_among_the_deeds_is_missing(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["lack"]["deeds"], home(case)) is Outcome.MISSING


@each_criterion
def test_what_falls_short_is_not_met_even_among_the_deeds(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["lack"]["shortcomings"], home(case)) is not Outcome.MET


@each_criterion
def test_a_shortcoming_takes_nothing_from_the_deed_beside_it(earn: Earn, case: Case) -> None:
    for text in placings(case["deed"], case["lack"]["deeds"]):
        assert earn(case["criterion"], text, home(case)) is Outcome.MET


@each_criterion
def test_without_figures_dates_and_names_it_is_partial(earn: Earn, case: Case) -> None:
    assert earn(case["criterion"], case["stripped"], home(case)) is Outcome.PARTIAL


@each(lambda case: case["others"])
def test_another_bodys_deed_alone_is_missing(earn: Earn, case: Case, text: str) -> None:
    assert earn(case["criterion"], text, home(case)) is Outcome.MISSING


@each(lambda case: case["others"])
def test_another_bodys_deed_adds_nothing_to_set_phrases(earn: Earn, case: Case, text: str) -> None:
    for passage in placings(case["stripped"], text):
        assert earn(case["criterion"], passage, home(case)) is Outcome.PARTIAL


@each(lambda case: case["others"])
def test_another_bodys_deed_takes_nothing_from_ours(earn: Earn, case: Case, text: str) -> None:
    for passage in (case["deed"] + text, f"{text}\n{case['deed']}", case["reworded"][1] + text):
        assert earn(case["criterion"], passage, home(case)) is Outcome.MET
