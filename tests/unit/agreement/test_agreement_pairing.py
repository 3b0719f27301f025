from __future__ import annotations

from collections.abc import Callable

import pytest

from scorer.agreement.gold import GoldReport
from scorer.agreement.pairing import pair_reports, same_unit
from scorer.scorecard import Scorecard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("武冈市文坪镇人民政府", "文坪镇人民政府"),
        ("文坪镇", "湖南省邵阳市武冈市文坪镇人民政府"),
        ("湖南省武冈市文坪镇人民政府", "邵阳市文坪镇"),
        ("祁山区人民政府南滩街道办事处", "祁山区南滩街道办事处"),
        ("黄平县旧州镇人民政府", "旧州镇人民政府"),
        ("某旗巴音苏木人民政府", "巴音苏木"),
        ("青石 镇人民政府", "青石镇人民政府"),
        ("县司法局", "县司法局"),
        (None, None),
    ],
)
def test_names_of_one_unit_are_the_same_however_much_stands_before(
    one: str | None, other: str | None
) -> None:
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("武冈市文坪镇人民政府", "武冈市稠树塘镇人民政府"),
        ("新文坪镇人民政府", "文坪镇人民政府"),
        ("文坪镇人民政府", "文坪乡人民政府"),
        ("旧州镇", "镇"),
        ("青石镇人民政府", None),
        ("青石镇人民政府", "武冈市人民政府"),
    ],
)
def test_names_of_two_units_are_not_the_same(one: str | None, other: str | None) -> None:
    assert not same_unit(one, other)
    assert not same_unit(other, one)


def test_a_report_is_paired_with_the_scorecard_of_its_file(
    make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> None:
    cards = [make_scorecard(file="b.txt"), make_scorecard(file="a.txt")]
    (pair,) = pair_reports([make_gold(file="a.txt")], cards)
    assert pair.scorecard is cards[1]


def test_two_reports_of_one_file_are_paired_by_their_towns(
    make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> None:
    reports = [make_gold(issuer="甲县青石镇人民政府"), make_gold(issuer="甲县白水乡人民政府")]
    cards = [make_scorecard(issuer="白水乡人民政府"), make_scorecard(issuer="青石镇人民政府")]
    pairs = pair_reports(reports, cards)
    assert [pair.scorecard for pair in pairs] == [cards[1], cards[0]]


def test_a_town_that_no_scorecard_names_gets_the_one_nobody_else_claims(
    make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> None:
    reports = [make_gold(issuer="白水乡人民政府"), make_gold(issuer="青石镇人民政府")]
    cards = [make_scorecard(issuer="青石镇人民政府"), make_scorecard(issuer=None)]
    pairs = pair_reports(reports, cards)
    assert [pair.scorecard for pair in pairs] == [cards[1], cards[0]]


def test_two_reports_whose_file_was_not_split_share_its_scorecard(
    make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> None:
    reports = [make_gold(issuer="白水乡人民政府"), make_gold(issuer="青石镇人民政府")]
    card = make_scorecard(issuer="青石镇人民政府")
    assert [pair.scorecard for pair in pair_reports(reports, [card])] == [card, card]


def test_a_report_without_a_scorecard_stands_alone(make_gold: Callable[..., GoldReport]) -> None:
    (pair,) = pair_reports([make_gold()], [])
    assert pair.scorecard is None
