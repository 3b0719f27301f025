from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scorer.render.dashboard import Dashboard, prepare_dashboard
from scorer.scorecard import Batch, Scorecard


def board(batch: Batch) -> Dashboard:
    return prepare_dashboard(batch, tuple(f"{at}.html" for at in range(len(batch.scorecards))))


def test_reports_stand_by_year_and_then_by_rank_with_their_links(batch: Batch) -> None:
    lines = board(batch).lines
    assert [(line.row.town, line.row.year, line.rank, line.link) for line in lines] == [
        ("石鼓湾街道", "2024", "1", "1.html"),
        ("白石坳乡", "2023", "1", "2.html"),
        ("鹿鸣坡镇", "2023", "2", "0.html"),
        ("报送单位不详", "", "1", "3.html"),
    ]


def test_a_line_has_a_sign_for_every_criterion_and_tells_which_are_missing(batch: Batch) -> None:
    line = board(batch).lines[2]
    assert "".join(line.cells) == "√√△△√√√△△√√√√√√√△√△√√√√√×√△√×"
    assert [line.cells[int(at)] for at in line.lacks.split()] == ["×", "×"]


def test_an_interval_is_a_bar_of_what_is_sure_and_what_is_open(batch: Batch) -> None:
    line = board(batch).lines[0]
    assert (line.sure, line.open) == ("38", "60")


def test_the_spread_counts_tenths_of_the_scale_and_tells_wide_intervals_apart(batch: Batch) -> None:
    spread = {row.title: (row.count, row.share) for row in board(batch).spread if row.count}
    assert spread == {
        "90–100分": (1, "25"),
        "80分以上，不到90分": (1, "25"),
        "0分以上，不到10分": (1, "25"),
        "区间跨段": (1, "25"),
    }


def test_a_total_on_an_edge_belongs_to_the_higher_tenth(batch: Batch, whole: Scorecard) -> None:
    total = replace(whole.total, low=Decimal(70), high=Decimal("79.99"))
    only = replace(batch, scorecards=(replace(whole, total=total),))
    spread = board(only).spread
    assert spread[-1].title == "70分以上，不到80分"
    assert [row.count for row in spread] == [0, 0, 1]


def test_bands_stand_best_first_and_what_is_open_last(batch: Batch) -> None:
    bands = [(row.title, row.count) for row in board(batch).bands]
    assert bands == [("优秀", 1), ("合格", 1), ("不合格", 1), ("待定", 1)]


def test_a_criterion_is_missed_by_a_share_of_those_in_which_it_could_be_judged(
    batch: Batch,
) -> None:
    missed = board(batch).missed
    assert (missed[0].title, missed[0].count, missed[0].share) == ("5.2 写明年度", 2, "67")
    assert len(missed) == 12


def test_parts_show_the_share_won_of_what_could_be_judged(batch: Batch, whole: Scorecard) -> None:
    parts = board(replace(batch, scorecards=(whole,))).parts
    assert [(row.count, row.share) for row in parts][:2] == [(1, "70"), (1, "90")]


def test_findings_are_counted_by_family_with_the_reports_they_are_in(batch: Batch) -> None:
    kinds = [(row.title, row.note, row.count) for row in board(batch).kinds]
    assert ("占位", "1", 1) in kinds
    assert all(int(row.note) >= row.count for row in board(batch).kinds)


def test_the_middle_is_that_of_settled_totals(batch: Batch, cut_off: Scorecard) -> None:
    assert (board(batch).settled, board(batch).middle) == (3, "80")
    assert board(replace(batch, scorecards=(cut_off,))).middle == ""


@pytest.mark.parametrize(
    ("register", "given", "names"),
    [(None, False, ()), ((), True, ()), (("甲镇",), True, ("甲镇",))],
)
def test_who_sent_nothing_is_told_where_a_register_was_given(
    batch: Batch, register: tuple[str, ...] | None, given: bool, names: tuple[str, ...]
) -> None:
    view = board(replace(batch, not_submitted=register))
    assert (view.register_given, view.not_submitted) == (given, names)


def test_a_batch_of_many_reports_folds_the_table_of_criteria(
    batch: Batch, whole: Scorecard
) -> None:
    assert board(replace(batch, scorecards=(whole,) * 60)).unfolded
    assert not board(replace(batch, scorecards=(whole,) * 61)).unfolded


def test_a_batch_without_reports_is_empty(batch: Batch) -> None:
    view = board(replace(batch, scorecards=()))
    assert (tuple(view.lines), view.heads, view.spread, view.missed, view.parts) == ((),) * 5
