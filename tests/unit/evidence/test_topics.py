"""What the learned model hears in a stretch of text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorer.evidence.topics import (
    CONCRETE,
    TopicModel,
    TopicModelError,
    find_ngrams,
    fold,
    parse_model,
)
from scorer.rubric.model import Rubric

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "evidence" / "topics.yaml").read_text("utf-8")
)

#: 公示 speaks for both, 复核 for the second and against the first.
SMALL = TopicModel(
    criteria=("a", "b"),
    bias=(-50, -20),
    weights={"公示": ((0, 80), (1, 10)), "复核": ((0, -30), (1, 60)), "^公": ((0, 7),)},
)
PIECES = st.lists(
    st.text(alphabet="公示复核法治镇长0一九每件年", min_size=1, max_size=10), min_size=1, max_size=5
)
MARKS = st.sampled_from("，。；：！？,;:!?")


@pytest.fixture(scope="module")
def shipped(township: Rubric) -> TopicModel:
    assert township.topics is not None
    return township.topics


@pytest.mark.parametrize("case", CASES["folded"], ids=lambda case: case["text"])
def test_what_is_folded_away(case: dict[str, str]) -> None:
    assert fold(case["text"]) == case["folded"]


@pytest.mark.parametrize("same", CASES["heard_alike"], ids=lambda same: same[0])
def test_texts_that_differ_in_titles_numbers_or_quotes_are_heard_alike(
    shipped: TopicModel, same: list[str]
) -> None:
    first, *others = [shipped.score(text) for text in same]
    assert all(other == first for other in others)


def test_ngrams_are_runs_of_up_to_three_with_a_mark_before_the_first() -> None:
    assert find_ngrams("公示栏") == {
        *("^", "公", "示", "栏"),
        *("^公", "公示", "示栏"),
        *("^公示", "公示栏"),
    }


def test_no_ngram_reaches_over_a_comma() -> None:
    assert find_ngrams("甲，乙") == {"^", "甲", "乙", "^甲", "^乙"}


def test_a_score_is_the_bias_and_the_weight_of_each_ngram_in_the_text() -> None:
    assert SMALL.score("公示复核") == {"a": -50 + 80 - 30 + 7, "b": -20 + 10 + 60}


def test_a_word_said_twice_counts_once() -> None:
    assert SMALL.score("公示，公示公示") == SMALL.score("公示公示")


@pytest.mark.parametrize("text", ["", "，。", " 　", "“”"])
def test_a_text_of_no_words_has_the_bias_alone(text: str) -> None:
    assert SMALL.score(text) == {"a": -50, "b": -20}


def test_an_explanation_gives_the_weight_of_each_ngram_that_speaks_for_it() -> None:
    assert SMALL.explain("公示复核", "a") == {"公示": 80, "^公": 7}
    assert SMALL.explain("公示复核", "b") == {"公示": 10, "复核": 60}
    assert SMALL.explain("复核", "a") == {}


@given(data=st.data(), pieces=PIECES)
def test_the_order_of_comma_clauses_does_not_matter(
    shipped: TopicModel, pieces: list[str], data: st.DataObject
) -> None:
    text, shuffled = "，".join(pieces), "，".join(data.draw(st.permutations(pieces)))
    assert find_ngrams(shuffled) == find_ngrams(text)
    assert shipped.score(shuffled) == shipped.score(text)


@given(PIECES, MARKS, MARKS)
def test_every_mark_between_clauses_is_as_good_as_another(
    pieces: list[str], first: str, second: str
) -> None:
    assert find_ngrams(first.join(pieces)) == find_ngrams(second.join(pieces))


@given(left=PIECES, right=PIECES)
def test_scores_add_up_less_what_both_texts_say(
    shipped: TopicModel, left: list[str], right: list[str]
) -> None:
    one, other = "，".join(left), "，".join(right)
    shared = {
        criterion: bias
        + sum(
            weight
            for ngram in find_ngrams(one) & find_ngrams(other)
            for owner, weight in shipped.weights.get(ngram, ())
            if owner == index
        )
        for index, (criterion, bias) in enumerate(zip(shipped.criteria, shipped.bias, strict=True))
    }
    of_one, of_other = shipped.score(one), shipped.score(other)
    assert shipped.score(f"{one}，{other}") == {
        criterion: of_one[criterion] + of_other[criterion] - shared[criterion]
        for criterion in shipped.criteria
    }


@given(pieces=PIECES)
def test_saying_the_same_again_changes_nothing(shipped: TopicModel, pieces: list[str]) -> None:
    text = "，".join(pieces)
    assert shipped.score(f"{text}。{text}") == shipped.score(text)


@given(text=st.text(max_size=40))
def test_any_text_has_the_same_whole_scores_every_time(shipped: TopicModel, text: str) -> None:
    scores = shipped.score(text)
    assert tuple(scores) == shipped.criteria
    assert all(type(score) is int for score in scores.values())
    assert shipped.score(text) == scores


@pytest.mark.parametrize("case", CASES["first"], ids=lambda case: case["text"])
def test_the_shipped_model_hears_first_what_a_sentence_is_about(
    shipped: TopicModel, case: dict[str, str]
) -> None:
    scores = dict(shipped.score(case["text"]))
    del scores[CONCRETE]
    assert max(scores, key=lambda criterion: scores[criterion]) == case["about"]


def test_a_model_file_is_read_as_it_was_written() -> None:
    text = (
        '{"schema": "topics/1", "criteria": ["a", "b"], "bias": [-50, -20],'
        ' "weights": {"公示": [[0, 80], [1, 10]], "复核": [[0, -30], [1, 60]], "^公": [[0, 7]]}}'
    )
    assert parse_model(text) == SMALL


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["name"])
def test_a_file_that_is_no_model_is_refused_in_one_chinese_sentence(case: dict[str, str]) -> None:
    with pytest.raises(TopicModelError) as caught:
        parse_model(case["file"])
    assert str(caught.value) == case["error"]
