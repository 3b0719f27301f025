"""Which plan line answers which shortcoming, by what they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from scorer.evidence.base import Look
from scorer.evidence.plan import Answer, pair_answers
from scorer.reading import Reading
from scorer.rubric.model import Rubric
from scorer.scoring.judge import find_looks

Pair = Callable[..., Sequence[Answer]]


@pytest.fixture
def pair(township: Rubric, read_small: Callable[[str], Reading]) -> Pair:
    """Pair the shortcomings with the plan lines of a small report."""

    def paired(lacks: str, plans: str) -> Sequence[Answer]:
        text = (
            "青禾镇2023年法治政府建设年度报告\n\n一、主要举措和成效\n全年调解纠纷46件。\n"
            f"二、存在的不足\n{lacks}\n三、2024年工作安排\n{plans}\n"
        )
        look: Look = find_looks(township, read_small(text))["plan.answers"]
        return pair_answers(look)

    return paired


def test_an_answer_of_the_same_matter_names_it(pair: Pair) -> None:
    (lack, other) = pair(
        "一是普法宣传形式单一；二是村里的账本没有人管。",
        "一是创新普法形式，开展宣讲20场；二是修好村口的路灯。",
    )
    assert lack.plan is not None
    assert lack.plan.text.startswith("一是创新普法形式")
    assert lack.matters == {"measures.outreach"}
    assert lack.words == ("普法", "形式")
    assert other == Answer(lack=other.lack)


def test_an_answer_in_the_same_words_names_them_in_the_order_of_the_shortcoming(pair: Pair) -> None:
    (lack, _) = pair(
        "一是零星维修的协议管得粗；二是村里的账本没有人管。",
        "一是协议先看再签，零星维修也一样；二是修好村口的路灯。",
    )
    assert lack.matters == frozenset()
    assert lack.words == ("零星维修", "协议")


def test_marks_of_a_list_are_no_shared_words(pair: Pair) -> None:
    (lack, _) = pair(
        "（一）普法宣传形式单一。村民不爱听。\n（二）村里的账本没有人管。账目乱。",
        "（一）创新普法形式。宣讲20场。\n（二）修好村口的路灯。换灯30盏。",
    )
    assert lack.plan is not None
    assert lack.words == ("普法", "形式")


def test_words_that_only_count_are_not_told(pair: Pair) -> None:
    (lack, _) = pair(
        "一是5个匣子的普法宣传没有一本台账；二是账本没有人管。",
        "一是开展普法宣传，3个匣子各配一份台账；二是修好路灯。",
    )
    assert lack.words == ("普法宣传", "台账")


def test_at_most_five_shared_words_are_told_the_longest(pair: Pair) -> None:
    (lack, _) = pair(
        "一是白梨、青杏、紫薯、红枣、金桔、山核桃的普法宣传少；二是账本没有人管。",
        "一是开展普法宣传，讲山核桃、金桔、红枣、紫薯、青杏、白梨；二是修好路灯。",
    )
    assert len(lack.words) == 5
    assert {"普法宣传", "山核桃"} <= set(lack.words)


def test_a_report_that_lists_no_shortcoming_has_no_pairs(pair: Pair) -> None:
    assert pair("无。", "一是创新普法形式，开展宣讲20场；二是修好村口的路灯。") == ()
