from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from scorer.agreement.findings import (
    FindingAgreement,
    count_findings,
    covers,
    find_false_alarms,
    find_family,
    find_missed,
)
from scorer.agreement.gold import GoldReport
from scorer.agreement.pairing import Pair
from scorer.finding import Finding, Strength
from scorer.scorecard import Scorecard

MakeFinding = Callable[..., Finding]
MakeGold = Callable[..., GoldReport]
MakeScorecard = Callable[..., Scorecard]

SUM = "全年调解纠纷87件，其中邻里31件、土地28件、其他20件"


@pytest.mark.parametrize(
    ("ours", "marked", "covered"),
    [
        ("在某局的大力支持下，我局全年立案3起", "我局", True),
        ("我局", "在某局的大力支持下，我局全年立案3起", False),
        ("全年共立案三百宗，同比上升", "今年上半年全年共立案三百宗", True),
        ("一二三四五六七", "零一二三四五六七九", False),
        ("一二三四五六七八", "零一二三四五六七八九", True),
        ("二〇二四年\n 四　月", "二〇二四年四月", True),
        ("毫不相干的一句话写在这里", "全年共立案三百宗", False),
    ],
)
def test_a_quote_covers_what_it_contains_or_shares_eight_characters_with(
    ours: str, marked: str, covered: bool
) -> None:
    assert covers(ours, marked) is covered


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        ("arithmetic.sum", "arithmetic"),
        ("typo", "typo"),
        ("date.late", find_family("citation.period")),
        ("tense.year", find_family("date.impossible")),
    ],
)
def test_a_family_is_the_word_before_the_dot_and_three_are_one(kind: str, family: str) -> None:
    assert find_family(kind) == family


def test_a_found_defect_counts_for_recall_and_for_precision(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    pair = Pair(
        gold=make_gold(findings=(("arithmetic.sum", SUM, False),)),
        scorecard=make_scorecard(findings=(make_finding("arithmetic.rate", SUM),)),
    )
    (row,) = count_findings([pair], find_family)
    assert row == FindingAgreement(kind="arithmetic", marked=1, found=1, right=1, wrong=0)
    assert (row.recall, row.precision) == (1, 1)


def test_by_kind_the_marked_and_the_given_kind_each_have_their_row(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    pair = Pair(
        gold=make_gold(findings=(("arithmetic.sum", SUM, False),)),
        scorecard=make_scorecard(findings=(make_finding("arithmetic.rate", SUM),)),
    )
    assert count_findings([pair], str) == (
        FindingAgreement(kind="arithmetic.rate", marked=0, found=0, right=1, wrong=0),
        FindingAgreement(kind="arithmetic.sum", marked=1, found=1, right=0, wrong=0),
    )


def test_one_finding_with_several_quotes_covers_several_defects(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    marked = (("typo", "三项治度", False), ("typo", "责任治", False))
    card = make_scorecard(findings=(make_finding("typo", "三项治度", "岗位责任治"),))
    (row,) = count_findings([Pair(gold=make_gold(findings=marked), scorecard=card)], str)
    assert (row.marked, row.found, row.right, row.wrong) == (2, 2, 1, 0)


def test_a_disputed_defect_counts_neither_way(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    marked = make_gold(findings=(("duplicate", SUM, True),))
    found = Pair(gold=marked, scorecard=make_scorecard(findings=(make_finding("duplicate", SUM),)))
    passed_over = Pair(gold=marked, scorecard=make_scorecard())
    for pair in (found, passed_over):
        assert count_findings([pair], str) == ()
        assert find_missed([pair]) == ()
        assert find_false_alarms([pair]) == ()


def test_a_finding_that_covers_nothing_marked_is_a_false_alarm(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    pair = Pair(
        gold=make_gold(), scorecard=make_scorecard(findings=(make_finding("typo", "三项治度"),))
    )
    (row,) = count_findings([pair], str)
    assert (row.right, row.wrong, row.recall, row.precision) == (0, 1, None, 0)
    (alarm,) = find_false_alarms([pair])
    assert (alarm.report, alarm.rule, alarm.quote) == ("g1", "typo", "三项治度")


def test_a_hint_may_find_but_is_never_a_false_alarm(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    hint = make_finding("arithmetic.sum", SUM, strength=Strength.HINT)
    finds = Pair(
        gold=make_gold(findings=(("arithmetic.sum", SUM, False),)),
        scorecard=make_scorecard(findings=(hint,)),
    )
    fails = Pair(gold=make_gold(), scorecard=make_scorecard(findings=(hint,)))
    (row,) = count_findings([finds, fails], str)
    assert row == FindingAgreement(kind="arithmetic.sum", marked=1, found=1, right=0, wrong=0)
    assert row.precision is None


@pytest.mark.parametrize(("kind", "found"), [("typo", 1), ("duplicate", 0)])
def test_a_note_on_the_copy_finds_only_damage_of_the_copy(
    make_gold: MakeGold,
    make_scorecard: MakeScorecard,
    make_finding: MakeFinding,
    kind: str,
    found: int,
) -> None:
    note = make_finding(kind, "三项治度", strength=Strength.TEXT_QUALITY)
    pair = Pair(
        gold=make_gold(findings=((kind, "三项治度", False),)),
        scorecard=make_scorecard(findings=(note,)),
    )
    assert count_findings([pair], str)[0].found == found


def test_without_a_scorecard_every_defect_is_missed(make_gold: MakeGold) -> None:
    pair = Pair(gold=make_gold(findings=(("typo", "三项治度", False),)), scorecard=None)
    (row,) = count_findings([pair], str)
    assert (row.marked, row.found, row.recall, row.precision) == (1, 0, Fraction(0), None)
    assert [missed.quote for missed in find_missed([pair])] == ["三项治度"]


def test_a_finding_without_a_quote_covers_nothing(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    pair = Pair(
        gold=make_gold(findings=(("typo", "三项治度", False),)),
        scorecard=make_scorecard(findings=(make_finding("typo"),)),
    )
    assert [alarm.quote for alarm in find_false_alarms([pair])] == [""]
