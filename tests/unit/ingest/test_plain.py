"""The normalised copy: one canonical form, and every character knows its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorer.document import Block, BlockKind, Plain, Span
from scorer.ingest import read
from scorer.ingest.folding import fold_marks
from scorer.ingest.plain import make_plain

CASES = Path(__file__).parents[2] / "cases" / "ingest"
PLAIN = yaml.safe_load((CASES / "plain.yaml").read_text("utf-8"))
MARKS = '，,。.：:；;（(）)“"”《》-—–－~～％%+'
BLANKS = " \n\r\t\u3000\xa0\u200b\ufeff"
ALPHABET = f"法治镇的一二三四年月日○Oo〇０１２3AＢc⽂{MARKS}{BLANKS}"

texts = st.text(alphabet=ALPHABET, min_size=1, max_size=80)


@st.composite
def blocked(draw: st.DrawFn) -> tuple[str, list[Block]]:
    """A text and blocks in it, in order and apart, some of them touching."""
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    kept = [span for span in spans if draw(st.booleans())] or spans[:1]
    return text, [Block(kind=BlockKind.PARAGRAPH, span=span) for span in kept]


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case["name"])
def test_the_copy_has_one_canonical_form(case: dict[str, str]) -> None:
    (document,) = read("柏树镇.txt", case["text"].encode())
    assert document.plain.text == case["plain"]


@given(texts)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_marks(text)) == len(text)


@given(texts)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold_marks(text)
    assert fold_marks(once) == once


@given(blocked())
def test_origins_rise_and_every_character_derives_from_its_own(
    case: tuple[str, list[Block]],
) -> None:
    text, blocks = case
    plain = make_plain(fold_marks(text), blocks, [])
    folded = fold_marks(text)
    assert len(plain.text) == len(plain.origins)
    touching = {
        above.span.end for above, below in pairwise(blocks) if below.span.start == above.span.end
    }
    for at, (here, below) in enumerate(pairwise(plain.origins)):
        shared = plain.text[at + 1] == "\n" and below + 1 in touching
        assert here < below or (shared and here == below)
    for character, origin in zip(plain.text, plain.origins, strict=True):
        assert character in (folded[origin], "\n", " ")


@given(blocked())
def test_one_block_is_one_line(case: tuple[str, list[Block]]) -> None:
    text, blocks = case
    assert make_plain(fold_marks(text), blocks, []).text.count("\n") == len(blocks) - 1


@given(blocked())
def test_nothing_but_white_space_is_lost(case: tuple[str, list[Block]]) -> None:
    text, blocks = case
    plain = make_plain(fold_marks(text), blocks, [])
    folded = fold_marks(text)
    words = "".join(folded[block.span.start : block.span.end] for block in blocks)
    assert squash(plain.text) == squash(words)


@given(blocked())
def test_a_block_finds_its_own_words_and_a_stretch_its_place(
    case: tuple[str, list[Block]],
) -> None:
    text, blocks = case
    plain = make_plain(fold_marks(text), blocks, [])
    for block, line in zip(blocks, plain.text.split("\n"), strict=True):
        assert plain.within(block.span).rstrip("\n") == line
        if line:
            start, end = plain.range(block.span)
            stop = start + len(plain.text[start:end].rstrip("\n"))
            assert plain.span(start, stop) in block.span


def test_the_break_behind_a_run_in_heading_stands_for_its_mark() -> None:
    text = "（一）依法决策。全年开会12次，审议9件。"
    (document,) = read("柏树镇.txt", text.encode())
    heading, paragraph = document.blocks
    plain = document.plain
    assert plain.text[plain.index(heading.span.end)] == "\n"
    assert text[plain.origins[plain.text.index("\n")]] == "。"
    assert plain.within(heading.span) == "（一）依法决策"
    assert plain.within(paragraph.span) == "全年开会12次，审议9件。"


def test_without_blocks_there_is_no_copy() -> None:
    assert make_plain("镇", [], []) == Plain(text="", origins=())


def squash(words: str) -> str:
    kept = (mark for mark in words if not mark.isspace() and mark not in "\u200b\ufeff")
    return "".join(kept)
