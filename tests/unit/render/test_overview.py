from __future__ import annotations

from dataclasses import replace

from scorer.render.overview import prepare_overview, rank_missed
from scorer.scorecard import Batch, Scorecard


def test_a_line_counts_missing_criteria_and_findings_without_hints(batch: Batch) -> None:
    row = prepare_overview(batch).rows[0]
    assert (row.town, row.year, row.total, row.band) == ("鹿鸣坡镇", "2023", "80", "合格")
    assert row.points == ("7", "36", "12.5", "10", "8", "7.5")
    assert (row.missing, row.findings) == (2, 2)


def test_a_part_that_nobody_could_judge_has_no_points(batch: Batch) -> None:
    assert prepare_overview(batch).rows[1].points == ("2", "25", "11", "", "", "")


def test_reports_stand_in_the_order_of_their_files(batch: Batch) -> None:
    turned = replace(batch, scorecards=batch.scorecards[::-1])
    towns = [row.town for row in prepare_overview(turned).rows]
    assert towns == ["报送单位不详", "白石坳乡", "石鼓湾街道", "鹿鸣坡镇"]


def test_five_criteria_missed_most_stand_by_count_then_in_the_order_of_the_rubric(
    batch: Batch,
) -> None:
    missed = rank_missed(batch.scorecards)
    assert [(row.title, row.count) for row in missed] == [
        ("亲自部署、过问、协调、督办", 2),
        ("写明年度", 2),
        ("重大执法决定法制审核", 2),
        ("题名", 1),
        ("落款", 1),
    ]


def test_a_batch_in_which_nothing_is_missing_has_no_such_list(
    full_marks: Scorecard,
) -> None:
    assert rank_missed((full_marks,)) == ()


def test_a_column_head_tells_what_it_stands_for(batch: Batch) -> None:
    head = prepare_overview(batch).heads[5]
    assert (head.short, head.title, head.full) == ("制度", "行政执法三项制度", "15")
