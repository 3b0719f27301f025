from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.render.visible import join_lines, make_visible, shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("法治\u202e政府", "法治[U+202E]政府"),
        ("\u2066甲\u2069\u200f\u200e", "[U+2066]甲[U+2069][U+200F][U+200E]"),
        ("\x1b[31m红", "[U+001B][31m红"),
        ("坏\ud800字", "坏[U+D800]字"),
        ("标\U000e0041签", "标[U+E0041]签"),
    ],
)
def test_a_character_that_could_turn_or_hide_text_is_shown_as_its_code(
    text: str, shown: str
) -> None:
    assert make_visible(text) == shown


def test_zero_width_characters_of_pasted_pages_are_left_out() -> None:
    assert make_visible("\ufeff依\u200b法\u2060行政\u00ad") == "依法行政"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "（一）《行政处罚法》第47条：“记录”……\t𠮷 ½\n"
    assert make_visible(text) == text


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    once = make_visible(text)
    assert make_visible(once) == once


def test_a_hard_break_inside_chinese_leaves_nothing_behind() -> None:
    assert join_lines("会前学法11次，\r\n　　镇村干部\n") == "会前学法11次，镇村干部"


def test_a_hard_break_between_latin_words_leaves_a_space() -> None:
    assert join_lines("rule of\nlaw") == "rule of law"


def test_a_long_text_says_how_much_was_left_out() -> None:
    assert shorten("长" * 12, 10) == "长" * 10 + "……（下略2字）"


def test_a_short_text_is_not_shortened() -> None:
    assert shorten("长" * 10, 10) == "长" * 10
