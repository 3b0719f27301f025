from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scorer.render.sums import explain_open, sum_lines, sum_part, sum_total
from scorer.scorecard import Scorecard, Total

SAMPLES = ("whole", "cut_off", "nameless", "full_marks")


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("column", ["points", "lost", "open", "full"])
def test_every_column_adds_up_to_the_last_line(
    name: str, column: str, request: pytest.FixtureRequest
) -> None:
    card: Scorecard = request.getfixturevalue(name)
    shown = [getattr(row, column) for row in sum_lines(card)]
    assert sum(Decimal(each) for each in shown if each) == Decimal(getattr(sum_total(card), column))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_adds_up_to_its_full_marks(name: str, request: pytest.FixtureRequest) -> None:
    card: Scorecard = request.getfixturevalue(name)
    for row in (*sum_lines(card), sum_total(card)):
        parts = Decimal(row.points) + Decimal(row.lost) + Decimal(row.open)
        assert parts == Decimal(row.full or 0)


def test_what_findings_cost_is_a_line_of_its_own(whole: Scorecard, cut_off: Scorecard) -> None:
    assert [row.title for row in sum_lines(whole)][-1] == "问题扣分"
    assert len(sum_lines(cut_off)) == 6


def test_a_bar_is_as_long_as_its_share(whole: Scorecard, cut_off: Scorecard) -> None:
    assert sum_part(whole.parts[1]).points_share == "90"
    duty = sum_part(cut_off.parts[2])
    assert (duty.points_share, duty.open_share) == ("73.33", "13.33")


def test_a_part_without_points_has_an_empty_bar(whole: Scorecard) -> None:
    empty = replace(whole.parts[0], points=Decimal(0), max=Decimal(0), criteria=())
    assert sum_part(empty).points_share == "0"


def test_nothing_is_explained_where_all_was_judged(whole: Scorecard) -> None:
    assert explain_open(whole) == ""


def test_open_criteria_are_counted_by_their_reason(cut_off: Scorecard) -> None:
    assert explain_open(cut_off) == (
        "有14项（45分）因文本不完整无法判定，3项（15分）不适用于本单位，未计入得分；"
        "其余内容满分40分，得38分。未计入的内容若全部不得分，总分为38分；"
        "若全部得满分，总分为98分，因此总分写作38–98。"
    )


def test_an_interval_of_one_point_is_not_explained_twice(cut_off: Scorecard) -> None:
    ten = Decimal(10)
    card = replace(cut_off, total=Total(points=ten, max=ten, low=ten, high=ten, band=None))
    assert explain_open(card).endswith("其余内容满分10分，得10分。")
