"""What the learned model adds to the contest for a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scorer.evidence.contest import Contestant, hold_contest
from scorer.evidence.facts import FactKind, find_facts
from scorer.evidence.lexicon import Hit, Hits, Weight
from scorer.evidence.nearness import set_arena
from scorer.evidence.topics import CONCRETE, TopicModel, hear
from scorer.reading import Reading
from scorer.rubric.model import Rubric
from scorer.scoring.judge import find_contestants, find_hits

HEAD = "青禾镇2023年法治政府建设年度报告\n\n一、主要举措和成效\n"
RIVALS = (Contestant(id="a", league="deeds"), Contestant(id="b", league="deeds"))
#: Told in words that no list holds.
OWN_WORDS = "两个组为引水的事吵了多年，镇里把双方叫到一起，9月4日各退一步签了字。"
Read = Callable[[str], Reading]
Own = Callable[..., Mapping[str, list[str]]]


def model_of(a: Mapping[str, int], b: Mapping[str, int], bias: int = -100) -> TopicModel:
    """A model of two criteria, from the weights of each."""
    weights = {
        word: tuple((index, of[word]) for index, of in enumerate((a, b)) if word in of)
        for word in {*a, *b}
    }
    return TopicModel(criteria=("a", "b"), bias=(bias, bias), weights=weights)


@pytest.fixture
def own(read_small: Read) -> Own:
    """Map a and b to the words of the facts each owns in a paragraph."""

    def owned(
        paragraph: str, model: TopicModel | None, words: str = "", trap: str = ""
    ) -> Mapping[str, list[str]]:
        reading = read_small(HEAD + paragraph)
        text = reading.document.plain.text
        hits = Hits(by_id=_place("b", words, text, Weight.STRONG), traps=_place("a", trap, text))
        heard = hear(model, reading) if model else None
        arena = set_arena(reading, hits, heard)
        ownership = hold_contest(arena, find_facts(reading), RIVALS)
        return {
            criterion: [text[fact.at : fact.stop] for fact in facts]
            for criterion, facts in ownership.by_criterion.items()
        }

    return owned


def _place(
    vocabulary: str, word: str, text: str, weight: Weight = Weight.TRAP
) -> Mapping[str, tuple[Hit, ...]]:
    at = text.find(word) if word else -1
    return {vocabulary: (Hit(at, at + len(word), weight),)} if at >= 0 else {}


def test_a_fact_that_no_word_claims_goes_to_what_the_model_hears(own: Own) -> None:
    assert own("队员上门回访46户。", None) == {}
    assert own("队员上门回访46户。", model_of({"回访": 300}, {})) == {"a": ["46户"]}


def test_what_the_model_hears_faintly_owns_nothing(own: Own) -> None:
    assert own("队员上门回访46户。", model_of({"回访": 60}, {})) == {}


@pytest.mark.parametrize(("sum_of_a", "owner"), [(49, {}), (50, {"a": ["46户"]})])
def test_the_first_is_taken_as_named_only_when_it_is_sure(
    own: Own, sum_of_a: int, owner: Mapping[str, list[str]]
) -> None:
    assert own("队员上门回访46户。", model_of({"回访": sum_of_a + 100}, {})) == owner


def test_a_word_beside_the_fact_outweighs_a_model_however_sure(own: Own) -> None:
    sure = model_of({"回访": 9999}, {}, bias=0)
    assert own("队员上门回访46户。", sure, words="上门") == {"a": ["46户"]}
    torn = model_of({"回访": 9999}, {"上门": 300}, bias=0)
    assert own("队员上门回访46户。", torn, words="上门") == {"b": ["46户"]}


@pytest.mark.parametrize(("against", "owner"), [(0, "b"), (-300, "a")])
def test_what_the_model_hears_against_a_rival_counts_too(
    own: Own, against: int, owner: str
) -> None:
    torn = model_of({"回访": 200}, {"回访": against})
    assert own("队员上门回访46户。", torn, words="上门") == {owner: ["46户"]}


def test_a_clause_is_heard_whole(own: Own) -> None:
    text = "队员回访46户，村里都说好，天气晴朗，路也修好，大家走访52户。"
    assert own(text, model_of({"回访": 300}, {"走访": 200})) == {"a": ["46户", "52户"]}


def test_a_clause_without_figures_is_a_fact_where_the_model_hears_it_tell_one(
    read_small: Read,
) -> None:
    weights = {"回访": ((0, 300),), "当面": ((1, 250),)}
    model = TopicModel(criteria=("a", CONCRETE), bias=(-100, -100), weights=weights)
    for words, told in (("队员当面回访吵过架的邻居。", 1), ("队员坚持回访制度。", 0)):
        reading = read_small(HEAD + words)
        heard = hear(model, reading)
        facts = find_facts(reading, heard)
        assert [fact.kind for fact in facts] == [FactKind.TOLD] * told
        arena = set_arena(reading, Hits(by_id={}), heard)
        assert len(hold_contest(arena, facts, RIVALS).of("a")) == told
        assert find_facts(reading) == ()


def test_a_rival_whose_trap_stands_in_the_clause_is_not_heard(own: Own) -> None:
    model = model_of({"回访": 300}, {"上门": 150})
    assert own("队员上门回访46户。", model) == {"a": ["46户"]}
    assert own("队员上门回访46户。", model, trap="回访") == {"b": ["46户"]}


def test_promises_hold_no_facts_for_the_model_either(own: Own) -> None:
    model = model_of({"回访": 900}, {})
    assert own("下一步，我镇将回访46户。", model) == {}
    assert own("要求各村回访46户。", model) == {}


def test_a_clause_that_traps_every_criterion_of_the_model_is_judged_by_words(own: Own) -> None:
    alone = TopicModel(criteria=("a",), bias=(0,), weights={"回访": ((0, 300),)})
    assert own("队员上门回访46户。", alone, trap="回访") == {}


def test_a_model_of_no_criteria_adds_nothing(own: Own) -> None:
    assert own("队员回访46户。", TopicModel(criteria=(), bias=(), weights={})) == {}


def test_the_shipped_model_gives_a_deed_in_own_words_to_its_matter(
    township: Rubric, read_small: Read
) -> None:
    reading = read_small(HEAD + OWN_WORDS)
    assert township.topics is not None
    heard = hear(township.topics, reading)
    sides = [
        hold_contest(
            set_arena(reading, find_hits(township, reading), ears),
            find_facts(reading),
            find_contestants(township),
        ).of("measures.disputes")
        for ears in (None, heard)
    ]
    assert not sides[0]
    assert sides[1]
