"""The lines of a scorecard that say which plan line answers which shortcoming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from scorer.reading import Reading
from scorer.rubric.model import Rubric
from scorer.scorecard import Scorecard
from scorer.scoring.judge import judge

Judge = Callable[..., Scorecard]
MEASURES = "青禾镇2023年法治政府建设年度报告\n\n一、主要举措和成效\n全年调解纠纷46件。\n"
LACKS = "二、存在的不足\n一是普法宣传形式单一；二是村里的账本没有人管。\n"
PLANS = "三、2024年工作安排\n一是创新普法形式，开展宣讲20场；二是修好村口的路灯。\n"


@pytest.fixture
def card(township: Rubric, read_small: Callable[[str], Reading]) -> Judge:
    """Judge a small report."""

    def judged(text: str, rubric: Rubric = township) -> Scorecard:
        return judge(rubric, read_small(text))

    return judged


def test_each_shortcoming_has_a_line_with_places_in_the_text(card: Judge) -> None:
    scored = card(MEASURES + LACKS + PLANS)
    answered, left_open = scored.closure
    assert answered.shortcoming.text == "一是普法宣传形式单一；"
    assert answered.answered_by is not None
    assert answered.answered_by.text == "一是创新普法形式，开展宣讲20场；"
    assert answered.answered_by.line == 8
    assert answered.matters == ("普法宣传",)
    assert answered.words == ("普法", "形式")
    assert left_open.shortcoming.text == "二是村里的账本没有人管。"
    assert left_open.answered_by is None
    for quote in (answered.shortcoming, answered.answered_by, left_open.shortcoming):
        assert scored.text[quote.start : quote.end] == quote.text


def test_without_a_plan_every_line_is_open(card: Judge) -> None:
    assert [line.answered_by for line in card(MEASURES + LACKS).closure] == [None, None]


def test_without_shortcomings_there_are_no_lines(card: Judge) -> None:
    assert card(MEASURES + PLANS).closure == ()


def test_a_rubric_that_does_not_ask_for_both_parts_gives_no_lines(
    card: Judge, township: Rubric
) -> None:
    parts = tuple(part for part in township.parts if part.id != "plan")
    assert card(MEASURES + LACKS + PLANS, replace(township, parts=parts)).closure == ()


def test_a_quote_ends_before_the_furniture_of_a_page(card: Judge) -> None:
    lacks = (
        "二、存在的不足\n（一）普法宣传形式单一。\n村民不爱听，\n— 3 —\n年轻人到场少。\n"
        "（二）村里的账本没有人管。账目乱。\n"
    )
    quotes = [line.shortcoming.text for line in card(MEASURES + lacks + PLANS).closure]
    assert quotes == [
        "（一）普法宣传形式单一。\n村民不爱听，",
        "（二）村里的账本没有人管。账目乱。",
    ]
