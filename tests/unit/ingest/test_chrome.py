"""Chrome goes by shape and place; sentences of the report stay wherever they stand."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
import yaml

from scorer import ingest
from scorer.document import Document

CASES = Path(__file__).parents[2] / "cases" / "ingest"
LINES = yaml.safe_load((CASES / "chrome.yaml").read_text("utf-8"))
PAGES = yaml.safe_load((CASES / "pages.yaml").read_text("utf-8"))

TITLE = "柏树镇2024年法治政府建设情况报告"
OPENING = "2024年，柏树镇扎实推进法治政府建设。现将情况报告如下："
BODY = "一、主要工作\n全年开展普法宣传12场，法治氛围日益浓厚。"
CLOSING = "特此报告。\n柏树镇人民政府\n2025年1月6日"


def read_one(text: str) -> Document:
    (document,) = ingest.read("柏树镇.txt", text.encode())
    return document


def removed(document: Document) -> dict[str, str]:
    return {document.slice(entry.span): entry.kind.value for entry in document.removed}


def flatten(place: str) -> list[tuple[str, str]]:
    return [(kind, line) for kind, lines in LINES[place].items() for line in lines]


@pytest.mark.parametrize(("kind", "line"), flatten("above"))
def test_chrome_above_the_title_goes(kind: str, line: str) -> None:
    document = read_one(f"{line}\n\n{TITLE}\n\n{OPENING}\n{BODY}\n{CLOSING}\n")
    assert removed(document) == {line: kind}


@pytest.mark.parametrize(("kind", "line"), flatten("under"))
def test_chrome_under_the_title_goes(kind: str, line: str) -> None:
    document = read_one(f"{TITLE}\n{line}\n{OPENING}\n{BODY}\n{CLOSING}\n")
    assert removed(document) == {line: kind}


@pytest.mark.parametrize(("kind", "line"), flatten("below"))
def test_chrome_below_the_report_goes(kind: str, line: str) -> None:
    document = read_one(f"{TITLE}\n{OPENING}\n{BODY}\n{CLOSING}\n\n{line}\n")
    assert removed(document) == {line: kind}


def test_all_chrome_at_once_leaves_the_report() -> None:
    above = "\n".join(line for _, line in flatten("above"))
    under = "\n".join(line for _, line in flatten("under"))
    below = "\n".join(line for _, line in flatten("below"))
    document = read_one(f"{above}\n{TITLE}\n{under}\n{OPENING}\n{BODY}\n{CLOSING}\n{below}\n")
    kept = "\n".join(document.slice(block.span) for block in document.blocks)
    assert kept == f"{TITLE}\n{OPENING}\n{BODY}\n{CLOSING}"


def test_there_are_enough_cases() -> None:
    gone = [line for place in ("above", "under", "below") for _, line in flatten(place)]
    assert len(gone) >= 100
    assert len(LINES["body"]) >= 30


@pytest.mark.parametrize("sentence", LINES["body"])
@pytest.mark.parametrize(
    "frame",
    [
        f"{TITLE}\n来源：柏树镇\n{{}}\n{BODY}\n{CLOSING}\n主办：洛东县人民政府\n",
        f"{TITLE}\n{OPENING}\n一、主要工作\n{{}}\n{CLOSING}\n",
        f"{TITLE}\n{OPENING}\n{BODY}\n{{}}",
        f"{TITLE}\n{OPENING}\n{BODY}\n{{}}\n扫一扫在手机打开当前页\n主办：洛东县人民政府\n",
        "{}\n" + BODY,
    ],
    ids=["first", "middle", "last", "above-footer", "untitled"],
)
def test_a_sentence_that_looks_like_chrome_stays(sentence: str, frame: str) -> None:
    document = read_one(frame.format(sentence))
    assert sentence in [document.slice(block.span) for block in document.blocks]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_the_place_of_a_line_decides(page: dict[str, object]) -> None:
    document = read_one(str(page["text"]))
    assert removed(document) == page["gone"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_a_line_is_in_a_block_or_removed_and_never_both(page: dict[str, object]) -> None:
    document = read_one(str(page["text"]))
    blocks = [block.span for block in document.blocks]
    gone = [entry.span for entry in document.removed]
    for start, line in chain.from_iterable([_lines(document.text)]):
        inside = [span for span in blocks if span.start <= start < span.end]
        cut = [span for span in gone if span.start <= start < span.end]
        assert len(inside) + len(cut) >= 1, line
        assert all(document.slice(span) in document.text for span in cut)


def _lines(text: str) -> list[tuple[int, str]]:
    found, offset = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((offset + line.index(line.strip()), line))
        offset += len(line)
    return found
