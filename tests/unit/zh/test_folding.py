from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scorer.zh.folding import fold, pad


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("依法行政", 4, ("依法", "行政")),
        ("依法行政，", 8, ("依法行", "政，")),
        ("见《行政处罚法》", 4, ("见", "《行", "政处", "罚", "法》")),
        ("办结8637件", 8, ("办结8637", "件")),
        ("全年办结8637件", 10, ("全年办结", "8637件")),
        ("rule of law", 8, ("rule of", "law")),
        ("法治 政府", 4, ("法治", "政府")),
        ("", 10, ("",)),
    ],
)
def test_text_folds_where_chinese_may_break(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert fold(text, width) == lines


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert fold("a" * 25, 10) == ("a" * 10, "a" * 10, "a" * 5)


@given(
    text=st.text(alphabet="法治政府，。（）《》“”：；12ab %x 　", max_size=200),
    width=st.integers(12, 60),
)
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    lines = fold(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(text=st.text(alphabet="法治a1，（ ", max_size=30), width=st.integers(0, 60))
def test_padded_text_takes_its_width_or_more(text: str, width: int) -> None:
    padded = pad(text, width)
    assert padded.rstrip(" ") == text.rstrip(" ")
    assert cell_len(padded) == max(width, cell_len(text))
