"""What holds for every file, whatever stands in it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.document import Document, RemovedKind, Span
from scorer.errors import IngestError
from scorer.ingest import READERS, read, read_path
from scorer.readers.formats import Format

CASES = Path(__file__).parents[2] / "cases" / "ingest"
CHROME = yaml.safe_load((CASES / "chrome.yaml").read_text("utf-8"))
SHARED = Path(__file__).parents[3] / ".." / "shared"
REPORTS = sorted([*SHARED.glob("reports/*.txt"), *SHARED.glob("gold/*.txt")])

#: Lines of all sorts that files are made of.
POOL = [
    *(
        line
        for place in ("above", "under", "below")
        for lines in CHROME[place].values()
        for line in lines
    ),
    *CHROME["body"],
    "柏树镇2024年法治政府建设情况报告",
    "洛东县槐花镇人民政府",
    "关于2024年法治政府建设情况的报告",
    "中共洛东县委、洛东县人民政府：",
    "洛东县柏树镇人民政府文件",
    "一、主要工作",
    "（一）规范执法行为。办结案件32件，无一复议撤销。",
    "(二)全面推进政务公开。",
    "二、存在的不足和原因：一是执法力量不足，因编制偏紧。",
    "二是普法形式单一，吸引力不强。",
    "3.“夜校”再开12课，参训干部不少于60人。",
    "存在的不足",
    "　　2024年，柏树镇坚持以习近平法治思想为指导，扎实推",
    "进法治政府建设各项工作，取得明显成效。全年没有发生行",
    "政败诉案件，群众满意度稳步提升，各项任务全部完成。明",
    "- 1 -",
    "— 2 —",
    "按照构建矛盾纠纷“大",
    "的行为要加大责任追究力度。",
    "特此报告。",
    "柏树镇人民政府",
    "二〇二五年一月六日",
    "2025年1月6日",
    "附件：重点任务清单",
    "",
    "　",
    "Ａ1，b : c",
]
files = st.lists(st.sampled_from(POOL), min_size=1, max_size=30).map("\r\n".join)


def read_all(text: str) -> tuple[Document, ...]:
    try:
        return read("任意.txt", text.encode())
    except IngestError:
        return ()


@settings(max_examples=200)
@given(files)
def test_the_same_bytes_give_the_same_documents(text: str) -> None:
    assert read_all(text) == read_all(text)


@settings(max_examples=200)
@given(files)
def test_the_text_is_the_file_and_the_extents_share_it(text: str) -> None:
    documents = read_all(text)
    bounds = [0, *(document.extent.end for document in documents)]
    assert all(document.text == text for document in documents)
    assert [document.extent for document in documents] == [Span(a, b) for a, b in pairwise(bounds)]
    assert not documents or bounds[-1] == len(text)


@settings(max_examples=200)
@given(files)
def test_every_character_is_report_or_removed(text: str) -> None:
    """But for white space and the mark between a heading and the paragraph it runs into."""
    for document in read_all(text):
        check_cover(document)


def check_cover(document: Document) -> None:
    blocks = [block.span for block in document.blocks]
    assert all(above.end <= below.start for above, below in pairwise(blocks))
    assert all(span in document.extent for span in blocks)
    taken = sorted((*blocks, *(entry.span for entry in document.removed)))
    position = document.extent.start
    for span in (*taken, Span(document.extent.end, document.extent.end)):
        left = document.slice(Span(position, max(position, span.start))).strip()
        assert left in ("", "。", "：", ":")
        position = max(position, span.end)


@settings(max_examples=200)
@given(files)
def test_only_page_numbers_stand_inside_blocks(text: str) -> None:
    for document in read_all(text):
        for entry in document.removed:
            inside = any(entry.span.overlaps(block.span) for block in document.blocks)
            assert not inside or entry.kind is RemovedKind.PAGE_NUMBER


@settings(max_examples=200)
@given(files)
def test_the_copy_has_a_line_for_every_block_and_no_chrome(text: str) -> None:
    for document in read_all(text):
        assert len(document.plain.text.split("\n")) == max(1, len(document.blocks))
        assert all(plain_range(document, entry.span) == "" for entry in document.removed)


def plain_range(document: Document, span: Span) -> str:
    return document.plain.within(span).strip("\n")


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for document in read_all(text.encode("utf-8", "ignore").decode()):
        check_cover(document)


@pytest.mark.parametrize("form", sorted(set(Format) - set(READERS)))
def test_a_format_without_a_reader_is_refused_by_its_name(
    form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorer.ingest.find_format", lambda _: form)
    with pytest.raises(IngestError, match=rf"^报告\.bin：文件格式是 {re.escape(form)}"):
        read("报告.bin", b"x")


@pytest.mark.skipif(not REPORTS, reason="the shared reports are not here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_real_reports_are_covered_and_only_one_of_them_lost_text(path: Path) -> None:
    documents = read_path(path, path.name)
    for document in documents:
        check_cover(document)
        assert document.loses_text is (path.name == "r001.txt")
    assert len(documents) == (2 if path.name == "r001.txt" else 1)
