"""Phrases of a word list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.evidence.lexicon import Hit, Vocabulary, Weight, build_lexicon
from scorer.evidence.literals import AutomatonFinder, PlainFinder
from scorer.zh.phrase import PhraseError, parse_phrase

WORDS = st.text(alphabet="法治政府建设执公示记录审核年", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("法律顾问", "聘请法律顾问两名"),
        ("听取…汇报", "听取法治工作汇报"),
        ("听取…汇报", "听取汇报"),
        ("(镇|乡)长带队", "乡长带队下村"),
        ("一村(（社区）|居)一法律顾问", "一村居一法律顾问"),
        ("一村(（社区）|)一法律顾问", "一村一法律顾问"),
    ],
)
def test_a_phrase_stands_in_text_that_fits_it(source: str, text: str) -> None:
    assert parse_phrase(source).stands_in(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("听取…汇报", "听取意见，形成汇报"),
        ("听取…汇报", "听取了全镇各村各站所负责同志的情况汇报"),
        ("(镇|乡)长带队", "村长带队下村"),
    ],
)
def test_a_gap_stays_short_and_inside_its_comma_clause(source: str, text: str) -> None:
    assert not parse_phrase(source).stands_in(text)


@pytest.mark.parametrize(
    "source", ["", "…", "(|甲)", "听取(汇报", "听取|汇报", "听取)", "听取(法治)?汇报"]
)
def test_a_phrase_without_fixed_words_or_with_loose_brackets_is_refused(source: str) -> None:
    with pytest.raises(PhraseError):
        parse_phrase(source)


def test_a_trap_hides_the_words_inside_it() -> None:
    vocabulary = Vocabulary(
        id="x", strong=(parse_phrase("公示"),), traps=(parse_phrase("村务公示"),)
    )
    hits = build_lexicon([vocabulary]).scan("村务公示，执法公示")
    assert hits.by_id["x"] == (Hit(7, 9, Weight.STRONG),)


def test_hits_of_a_stretch_are_those_that_begin_inside_it() -> None:
    vocabulary = Vocabulary(id="x", strong=(parse_phrase("法治"),))
    hits = build_lexicon([vocabulary]).scan("法治甲法治乙法治")
    assert [hit.at for hit in hits.of("x", 1, 6)] == [3]
    assert hits.heaviest("x", 1, 3) is None


def test_words_of_the_same_place_in_two_vocabularies_are_found_for_both() -> None:
    phrase = parse_phrase("执法公示")
    both = (Vocabulary(id="a", strong=(phrase,)), Vocabulary(id="b", weak=(phrase,)))
    hits = build_lexicon(both).scan("落实执法公示")
    assert hits.heaviest("a", 0, 6) is Weight.STRONG
    assert hits.heaviest("b", 0, 6) is Weight.WEAK


@given(st.lists(WORDS, min_size=1, max_size=8, unique=True), WORDS.map(lambda word: word * 4))
def test_both_finders_find_the_same(literals: list[str], text: str) -> None:
    words = tuple(literals)
    compiled = AutomatonFinder(words).find(text)
    assert sorted(compiled) == sorted(PlainFinder(words).find(text))


@given(WORDS, WORDS, st.text(alphabet="甲乙丙丁", max_size=8))
def test_a_gap_of_up_to_eight_characters_is_bridged(first: str, last: str, between: str) -> None:
    vocabulary = Vocabulary(id="x", strong=(parse_phrase(f"{first}…{last}"),))
    text = f"丑{first}{between}{last}寅"
    assert build_lexicon([vocabulary]).scan(text).of("x", 0, len(text))
