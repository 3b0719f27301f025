"""Where a trap stands alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.evidence.lexicon import Hits, Vocabulary, build_lexicon
from scorer.zh.phrase import parse_phrase

LEXICON = build_lexicon(
    [
        Vocabulary(
            id="x",
            strong=(parse_phrase("公示"),),
            weak=(parse_phrase("公开"),),
            concrete=(parse_phrase("公示栏换新"),),
            traps=(parse_phrase("村务公示"),),
        ),
        Vocabulary(id="y", strong=(parse_phrase("村务"),)),
    ]
)


def scan(text: str) -> Hits:
    return LEXICON.scan(text)


@pytest.mark.parametrize(
    ("text", "trapped"),
    [
        ("开展村务公示", True),
        ("村务公示，再次村务公示", True),
        ("村务公示，执法公示", False),
        ("村务公示，信息公开", False),
        ("村务公示，公示栏换新", False),
        ("执法公示", False),
        ("修路三里", False),
        ("", False),
    ],
)
def test_a_stretch_is_trapped_where_a_trap_stands_and_no_phrase_outside_it(
    text: str, trapped: bool
) -> None:
    assert ("x" in scan(text).find_trapped(0, len(text))) is trapped


def test_a_trap_is_one_vocabularys_own() -> None:
    hits = scan("村务公示")
    assert hits.find_trapped(0, 4) == {"x"}


@pytest.mark.parametrize(
    ("at", "stop", "trapped"),
    [(0, 2, False), (2, 3, True), (2, 6, True), (3, 6, False), (0, 9, True), (0, 11, False)],
)
def test_only_what_begins_inside_the_stretch_counts(at: int, stop: int, trapped: bool) -> None:
    text = "开展村务公示，执法公示"
    assert ("x" in scan(text).find_trapped(at, stop)) is trapped


def test_words_of_a_cited_title_free_nothing_from_a_trap() -> None:
    text = "村务公示，公示办法"
    assert "x" not in scan(text).find_trapped(0, len(text))
    assert "x" in scan(text).outside([(5, 9)]).find_trapped(0, len(text))


@given(st.lists(st.sampled_from(["村务公示", "公示", "公开", "修路"]), max_size=6))
def test_what_is_trapped_has_no_hit_at_all(pieces: list[str]) -> None:
    text = "，".join(pieces)
    hits = scan(text)
    named = {"公示", "公开"} & set(pieces)
    assert bool(hits.of("x", 0, len(text))) == bool(named)
    assert ("x" in hits.find_trapped(0, len(text))) == ("村务公示" in pieces and not named)
