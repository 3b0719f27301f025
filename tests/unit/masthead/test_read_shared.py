"""The mastheads of the labelled reports and pages, where they lie beside the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest

from scorer import ingest
from scorer.masthead import Masthead, read

SHARED = Path(__file__).parents[4] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
UNIT = re.compile(r"[一-鿿]+(?:街道|苏木|镇|乡)")
ALLOWED_MISSES = 1


class Label(TypedDict):
    issuer: str
    year: int
    title: str


def find_pages() -> Iterator[tuple[Label, str]]:
    folder = SHARED / "pages"
    if folder.is_dir():
        labels = (folder / "labels.jsonl").read_text("utf-8").splitlines()
        pages = (folder / "pages.jsonl").read_text("utf-8").splitlines()
        for label, page in zip(labels, pages, strict=True):
            yield json.loads(label), json.loads(page)["excerpt"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_labelled_report_gives_its_issuer_year_and_dates(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    source = SHARED / gold["file"] if "file" in gold else path.with_suffix(".txt")
    documents = ingest.read(source.name, source.read_bytes())
    town = gold["admin_path"][-1]
    masthead = next(m for m in map(read, documents) if m.unit == town)
    assert masthead.year is not None
    assert masthead.year.value == gold["year"]
    assert (masthead.signed.value if masthead.signed else None) == gold["signed"]
    assert (masthead.published.value if masthead.published else None) == gold["published"]
    stated = [name for name in masthead.region if name]
    assert stated == [name for name in gold["admin_path"] if name in stated]


@pytest.mark.skipif(not GOLD, reason="no labelled pages here")
def test_published_pages_give_issuer_year_and_title() -> None:
    pages = list(find_pages())
    read_pages = [(label, read(ingest.read("page.txt", text.encode())[0])) for label, text in pages]
    misses = {
        "issuer": [label["issuer"] for label, found in read_pages if found.unit != label["issuer"]],
        "year": [label["issuer"] for label, found in read_pages if year_of(found) != label["year"]],
        "title": [label["issuer"] for label, found in read_pages if not has_title(found, label)],
    }
    assert all(len(missed) <= ALLOWED_MISSES for missed in misses.values()), misses


def year_of(masthead: Masthead) -> int | None:
    return masthead.year.value if masthead.year else None


def has_title(masthead: Masthead, label: Label) -> bool:
    title = masthead.title.value if masthead.title else ""
    return title == "".join(label["title"].split())
