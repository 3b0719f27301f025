"""Which words spoke for a criterion where only the learned model made a clause its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.evidence.spoken import find_words
from scorer.evidence.topics import TopicModel
from scorer.reading import Reading
from scorer.rubric.model import Rubric
from scorer.scorecard import CriterionScore, Outcome
from scorer.scoring.judge import judge

HEAD = "青禾镇2023年法治政府建设年度报告\n\n一、主要举措和成效\n"
#: Told in words that no list holds.
OWN_WORDS = "两个组为引水的事吵了多年，镇里把双方叫到一起，9月4日各退一步签了字。"
Read = Callable[[str], Reading]
Judge = Callable[..., CriterionScore]


def find(text: str, weights: Mapping[str, int]) -> tuple[str, ...]:
    """What a model of these weights hears in the text."""
    pairs = {ngram: ((0, weight),) for ngram, weight in weights.items()}
    return find_words(TopicModel(criteria=("a",), bias=(0,), weights=pairs), text, "a")


@pytest.fixture
def score(township: Rubric, read_small: Read) -> Judge:
    """One criterion of a small report whose measures are the paragraph."""

    def scored(paragraph: str, criterion: str, rubric: Rubric = township) -> CriterionScore:
        card = judge(rubric, read_small(HEAD + paragraph))
        return next(each for each in card.criteria if each.id == criterion)

    return scored


def test_ngrams_that_overlap_or_touch_in_the_text_are_one_piece() -> None:
    assert find("队员当场开出决定书", {"决定": 50, "定书": 40}) == ("决定书",)
    assert find("队员当场开出决定书", {"当场": 50, "开出": 40}) == ("当场开出",)


def test_pieces_stand_heaviest_first() -> None:
    assert find("当场处罚，送达决定书", {"当场": 30, "决定书": 60}) == ("决定书", "当场")


def test_a_piece_weighs_with_all_that_is_inside_it() -> None:
    weights = {"当场": 30, "纠纷": 10, "纠": 20, "纷": 20}
    assert find("当场化解纠纷", weights) == ("纠纷", "当场")


def test_pieces_of_numbers_and_of_the_heads_are_left_out() -> None:
    assert find("镇长回访46户", {"H回": 90, "访0": 80, "0户": 70, "回访": 30}) == ("回访",)


def test_single_characters_are_no_words() -> None:
    assert find("回访农户", {"回": 90}) == ()


def test_a_piece_torn_from_its_neighbours_is_left_out() -> None:
    assert find("办了回访的事", {"办了": 90, "的事": 80, "回访": 40}) == ("回访",)
    assert find("送去3件文件", {"件文": 90, "文件": 40}) == ("文件",)


def test_a_piece_that_only_marks_of_quotation_join_is_left_out() -> None:
    assert find("“上岸办”收件", {"岸办收": 90, "收件": 60}) == ("收件",)


def test_a_word_said_twice_is_told_once() -> None:
    assert find("回访一遍，再回访一遍", {"回访": 50}) == ("回访",)


def test_a_piece_inside_another_is_not_told_again() -> None:
    assert find("行政执法，执法", {"行政": 50, "执法": 60}) == ("行政执法",)


def test_what_speaks_faintly_beside_the_first_is_left_out() -> None:
    assert find("回访，走动", {"回访": 90, "走动": 30}) == ("回访", "走动")
    assert find("回访，走动", {"回访": 90, "走动": 29}) == ("回访",)


def test_at_most_five_pieces_are_told() -> None:
    words = ("甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己")
    assert len(find("，".join(words), dict.fromkeys(words, 50))) == 5


@given(text=st.text(alphabet="公示复核法治镇长0一九每件年，“”", max_size=40))
def test_every_word_told_stands_in_the_text(township: Rubric, text: str) -> None:
    assert township.topics is not None
    for criterion in township.topics.criteria:
        words = find_words(township.topics, text, criterion)
        assert len(words) <= 5
        assert all(len(word) > 1 and word in text for word in words)


def test_a_deed_in_own_words_says_which_of_them_spoke_for_it(score: Judge) -> None:
    disputes = score(OWN_WORDS, "measures.disputes")
    assert disputes.outcome is Outcome.MET
    (said,) = disputes.spoken_by
    assert said.quote in disputes.quotes
    assert said.words
    assert all(word in said.quote.text for word in said.words)


def test_a_deed_in_the_words_of_the_rubric_needs_no_explanation(score: Judge) -> None:
    disputes = score("全年调解矛盾纠纷46件，调解成功45件。", "measures.disputes")
    assert disputes.outcome is Outcome.MET
    assert disputes.spoken_by == ()


def test_only_the_clause_that_needed_the_model_is_explained(score: Judge) -> None:
    disputes = score(f"全年调解矛盾纠纷46件。\n（二）其他工作\n{OWN_WORDS}", "measures.disputes")
    assert len(disputes.quotes) == 2
    assert [said.quote.text for said in disputes.spoken_by] == [OWN_WORDS]


def test_a_clause_that_only_the_model_names_is_explained_too(score: Judge) -> None:
    study = score("机关干部思想认识不断提升，法治观念深入人心。", "measures.study")
    assert study.outcome is Outcome.PARTIAL
    (said,) = study.spoken_by
    assert said.words
    assert all(word in said.quote.text for word in said.words)


def test_without_a_model_nothing_is_explained(score: Judge, township: Rubric) -> None:
    disputes = score(OWN_WORDS, "measures.disputes", replace(township, topics=None))
    assert disputes.spoken_by == ()
