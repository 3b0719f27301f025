"""Headings and paragraphs, in every numbering habit, on lines of their own and run in."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from scorer import ingest
from scorer.document import Block, BlockKind, Document

CASES = Path(__file__).parents[2] / "cases" / "ingest"
OUTLINES = yaml.safe_load((CASES / "outlines.yaml").read_text("utf-8"))
WRAPS = yaml.safe_load((CASES / "wraps.yaml").read_text("utf-8"))


def read_one(text: str) -> Document:
    (document,) = ingest.read("槐花镇.txt", text.encode())
    return document


def show(document: Document, block: Block) -> str:
    kind = f"H{block.level}" if block.kind is BlockKind.HEADING else "P"
    number = "" if block.number is None else f" {block.number}"
    return f"{kind}{number} {document.slice(block.span)}"


@pytest.mark.parametrize("case", OUTLINES, ids=lambda case: case["name"])
def test_the_outline_is_as_a_person_reads_it(case: dict[str, list[str]]) -> None:
    document = read_one(str(case["text"]))
    assert [show(document, block) for block in document.blocks] == case["outline"]


@pytest.mark.parametrize("case", WRAPS, ids=lambda case: case["name"])
def test_broken_lines_are_joined_and_others_are_not(case: dict[str, list[str]]) -> None:
    document = read_one(str(case["text"]))
    shown = [document.slice(block.span).replace("\n", "|") for block in document.blocks]
    assert shown == [paragraph.strip() for paragraph in case["paragraphs"]]


@pytest.mark.parametrize("case", [*OUTLINES, *WRAPS], ids=lambda case: case["name"])
def test_blocks_stand_in_order_and_apart(case: dict[str, str]) -> None:
    document = read_one(case["text"])
    spans = [block.span for block in document.blocks]
    assert spans == sorted(spans)
    assert all(span.start < span.end for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
