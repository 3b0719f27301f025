"""One document a report: extents, credit and doubts."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from scorer import ingest
from scorer.document import DoubtKind
from scorer.errors import IngestError

CASES = Path(__file__).parents[2] / "cases" / "ingest"
SPLITS = yaml.safe_load((CASES / "splits.yaml").read_text("utf-8"))
DOUBTS = yaml.safe_load((CASES / "doubts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", SPLITS, ids=lambda case: case["name"])
def test_a_file_gives_a_document_for_each_report(case: dict[str, list[list[str]]]) -> None:
    documents = ingest.read("两镇.txt", str(case["text"]).encode())
    found = [
        [document.slice(document.blocks[0].span), document.slice(document.blocks[-1].span)]
        for document in documents
    ]
    assert len(found) == len(case["reports"]), found
    for (first, last), (begins, ends) in zip(found, case["reports"], strict=True):
        assert first.startswith(begins)
        assert last.startswith(ends)


@pytest.mark.parametrize("case", SPLITS, ids=lambda case: case["name"])
def test_extents_share_the_text_without_overlap(case: dict[str, str]) -> None:
    documents = ingest.read("两镇.txt", case["text"].encode())
    extents = [document.extent for document in documents]
    assert extents[0].start == 0
    assert extents[-1].end == len(case["text"])
    assert all(a.end == b.start for a, b in pairwise(extents))
    for document in documents:
        assert document.text == case["text"]
        parts = (*document.blocks, *document.removed)
        assert all(part.span in document.extent for part in parts)


@pytest.mark.parametrize("case", SPLITS, ids=lambda case: case["name"])
def test_every_report_of_several_says_so_and_loses_nothing_by_it(case: dict[str, str]) -> None:
    documents = ingest.read("两镇.txt", case["text"].encode())
    glued = [
        [doubt for doubt in document.doubts if doubt.kind is DoubtKind.GLUED]
        for document in documents
    ]
    assert [len(notes) for notes in glued] == [int(len(documents) > 1)] * len(documents)
    assert not any(doubt.loses_text for notes in glued for doubt in notes)


@pytest.mark.parametrize("case", DOUBTS, ids=lambda case: case["name"])
def test_lost_text_raises_a_doubt_and_a_poor_copy_does_not(case: dict[str, list[str]]) -> None:
    (document,) = ingest.read("槐花镇.txt", str(case["text"]).encode())
    assert [doubt.kind.value for doubt in document.doubts] == case["doubts"]
    assert document.loses_text is bool(case["doubts"])


@pytest.mark.parametrize("case", DOUBTS, ids=lambda case: case["name"])
def test_a_doubt_is_one_chinese_sentence_with_its_place(case: dict[str, str]) -> None:
    (document,) = ingest.read("槐花镇.txt", case["text"].encode())
    for doubt in document.doubts:
        assert doubt.message.endswith("。")
        assert "\n" not in doubt.message
        assert document.slice(doubt.span).strip()


def test_a_single_hurt_character_is_noted_and_loses_no_text() -> None:
    sentence = "2024年，槐花镇扎实推进法治政府建设，办结案件32件，无一复议撤销。"
    words = f"槐花镇2024年法治政府建设情况报告\n{sentence * 5}普法宣\ufffd12场。\n2025年1月6日\n"
    (document,) = ingest.read("槐花镇.txt", words.encode())
    (doubt,) = document.doubts
    assert doubt.kind is DoubtKind.BREAKS_OFF
    assert document.slice(doubt.span).endswith("普法宣\ufffd")
    assert not document.loses_text


@pytest.mark.parametrize("unit", ["镇", "1", "全年办案32件。", "<p"])
def test_a_single_line_of_50_mb_is_refused_at_once(unit: str) -> None:
    line = (unit * (50 * 1024 * 1024 // len(unit.encode()))).encode()
    with pytest.raises(IngestError, match=r"^大\.txt：文件有 \d+ 万字，超过 100 万字的上限"):
        ingest.read("大.txt", line)
