from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scorer.render.ranking import Rank, Ranks
from scorer.scorecard import Scorecard


def made(sample: Scorecard, low: str, high: str, year: int | None = 2023) -> Scorecard:
    total = replace(sample.total, low=Decimal(low), high=Decimal(high))
    return replace(sample, total=total, report=replace(sample.report, year=year))


def rank(cards: list[Scorecard]) -> tuple[Rank, ...]:
    return tuple(map(Ranks(cards).of, cards))


def test_totals_that_are_settled_stand_apart(whole: Scorecard) -> None:
    cards = [made(whole, each, each) for each in ("60", "90", "80.5")]
    assert rank(cards) == (Rank(3, 3), Rank(1, 1), Rank(2, 2))


def test_equal_totals_share_their_places(whole: Scorecard) -> None:
    cards = [made(whole, each, each) for each in ("80", "80", "90", "70")]
    assert rank(cards) == (Rank(2, 3), Rank(2, 3), Rank(1, 1), Rank(4, 4))


def test_an_interval_is_ranked_apart_only_from_totals_outside_it(whole: Scorecard) -> None:
    cards = [made(whole, "50", "85"), *(made(whole, each, each) for each in ("90", "70", "40"))]
    assert rank(cards) == (Rank(2, 3), Rank(1, 1), Rank(2, 3), Rank(4, 4))


def test_intervals_that_touch_are_not_ranked_apart(whole: Scorecard) -> None:
    cards = [made(whole, "50", "70"), made(whole, "70", "90")]
    assert rank(cards) == (Rank(1, 2), Rank(1, 2))


def test_years_are_ranked_apart(whole: Scorecard) -> None:
    cards = [made(whole, "60", "60"), made(whole, "90", "90", 2022), made(whole, "1", "1", None)]
    assert rank(cards) == (Rank(1, 1),) * 3
