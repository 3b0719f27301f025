"""How much of one invented report is read back from each format, by what made the file.

usage: python scripts/measure_formats.py [FORMAT ...]       prints rows of docs/formats.md

A new format adds a module `twin_<format>` with its ways to make the file, and its rows here.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import twin_docx
import twin_office
import twin_pages
import twin_paper
from twin import TEXT, Paragraph, find_parts

from scorer import ingest
from scorer.document import Document
from scorer.errors import IngestError
from scorer.pipeline import load_rubric, score_bytes
from scorer.rubric.model import Rubric

# Makers that the tests have too.
sys.path.append(str(Path(__file__).parents[1]))

#: Characters on a page of an official document: 22 lines of 28.
PAGE = 616
#: As the report is called in every format: a name may tell of whom it is.
_NAME = "云岫镇"
_BLANKS = re.compile(r"\s+")
_START = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to make a file of a format; `make` gives None where its program is missing."""

    format: str
    producer: str
    make: Callable[[], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Shares of the report's characters and labels that came back, and characters too many."""

    recalled: float
    in_order: float
    labels: float
    surplus: int
    same_lines: bool
    seconds_a_page: float


VARIANTS: Sequence[Variant] = (
    Variant(format="txt", producer="UTF-8", make=twin_pages.make_utf8),
    Variant(format="txt", producer="GB18030, lines of Windows", make=twin_pages.make_gbk),
    Variant(format="html", producer="site: `<p>`, table", make=twin_pages.make_page),
    Variant(format="html", producer="site: `<br>`, table", make=twin_pages.make_breaks),
    Variant(format="html", producer="LibreOffice, multi-level list", make=twin_pages.save_page),
    Variant(format="mht", producer="the page with `<p>` as one file", make=twin_pages.make_saved),
    Variant(
        format="docx",
        producer="XML as Word writes it: list by styles, contents, text box",
        make=twin_docx.make_word,
    ),
    Variant(format="docx", producer="the same, Strict Open XML", make=twin_docx.make_strict),
    Variant(
        format="docx",
        producer="XML as WPS writes it: restarted lists, japaneseCounting",
        make=twin_docx.make_wps,
    ),
    Variant(
        format="docx",
        producer="XML: tracked changes, content controls, hidden text",
        make=twin_docx.make_revised,
    ),
    Variant(format="docx", producer="python-docx", make=twin_office.make_library),
    Variant(format="docx", producer="XML: one multi-level list", make=twin_docx.make_direct),
    Variant(
        format="docx", producer="LibreOffice, multi-level list", make=twin_office.save_direct_docx
    ),
    Variant(
        format="docx", producer="LibreOffice, from the WPS shape", make=twin_office.save_wps_docx
    ),
    Variant(
        format="docx",
        producer="LibreOffice, by way of OpenDocument",
        make=twin_office.save_open_docx,
    ),
    Variant(
        format="doc", producer="LibreOffice, multi-level list", make=twin_office.save_direct_doc
    ),
    Variant(
        format="doc",
        producer="LibreOffice, list by styles, contents",
        make=twin_office.save_styled_doc,
    ),
    Variant(
        format="doc", producer="LibreOffice, tracked changes", make=twin_office.save_revised_doc
    ),
    Variant(format="doc", producer="LibreOffice, text box", make=twin_office.save_boxed_doc),
    Variant(format="rtf", producer="by hand as Word writes it, GBK", make=twin_office.make_rtf),
    Variant(
        format="rtf", producer="LibreOffice, multi-level list", make=twin_office.save_direct_rtf
    ),
    Variant(format="pdf", producer="LibreOffice", make=twin_paper.print_office),
    Variant(
        format="pdf", producer="Chromium: the page with `<p>`, framed", make=twin_paper.print_page
    ),
    Variant(format="ofd", producer="an object a character", make=twin_paper.make_ofd),
    Variant(
        format="pdf, scanned",
        producer="LibreOffice's pages: 200 dpi, tilt, noise, seal",
        make=twin_paper.scan_pages,
    ),
    Variant(format="tiff", producer="LibreOffice's pages, clean", make=twin_paper.draw_tiff),
    Variant(format="png", producer="the same, one long picture", make=twin_paper.draw_png),
    Variant(format="zip", producer="the WPS shape, names in GBK", make=twin_pages.make_zip),
    Variant(format="rar", producer="the WPS shape, stored", make=twin_pages.make_rar),
)


def read_variant(data: bytes) -> str:
    """What is scored of the file, read the way the program does; archives are opened."""
    members = ingest.open_bytes(_NAME, data)
    return "".join(_cut(document) for member in members for document in ingest.read_member(member))


def _cut(document: Document) -> str:
    """Its text without the lines that were set aside."""
    text = list(document.text)
    for removed in sorted(document.removed, key=lambda one: -one.span.start):
        del text[removed.span.start : removed.span.end]
    return "".join(text)


@cache
def _load() -> Rubric:
    return load_rubric()


def judge(data: bytes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Outcome and quotes of each criterion."""
    return tuple(
        (criterion.outcome, tuple(_BLANKS.sub("", quote.text) for quote in criterion.quotes))
        for card in score_bytes(_NAME, data, _load()).scorecards
        for criterion in card.criteria
    )


def compare(data: bytes) -> str:
    """Of the criteria, those with the text twin's outcome; and those with its quotes too."""
    pairs = list(zip(judge(TEXT.encode()), judge(data), strict=True))
    outcomes = sum(one[0] == other[0] for one, other in pairs)
    return f"{outcomes} of {len(pairs)}, quotes {sum(one == other for one, other in pairs)}"


def measure(text: str, seconds: float = 0) -> Measure:
    """Compare what was read with the report."""
    wanted, got = _BLANKS.sub("", TEXT), _BLANKS.sub("", text)
    common = (Counter(wanted) & Counter(got)).total()
    blocks = SequenceMatcher(a=wanted, b=got, autojunk=False).get_matching_blocks()
    labelled = [part for part in find_parts() if isinstance(part, Paragraph) and part.level]
    return Measure(
        recalled=common / len(wanted),
        in_order=sum(block.size for block in blocks) / len(wanted),
        labels=sum(_is_labelled(part, text) for part in labelled) / len(labelled),
        surplus=len(got) - common,
        same_lines=text.splitlines() == TEXT.splitlines(),
        seconds_a_page=seconds / (len(wanted) / PAGE),
    )


def _is_labelled(part: Paragraph, text: str) -> bool:
    """Whether the paragraph stands on a line that begins with its label."""
    start = _BLANKS.sub("", part.label + part.text[:_START])
    return any(_BLANKS.sub("", line).startswith(start) for line in text.splitlines())


def describe(variant: Variant) -> str:
    """One row of the table."""
    data = variant.make()
    head = f"| {variant.format} | {variant.producer} |"
    if data is None:
        return f"{head} not measured: its program is not installed |"
    try:
        read_variant(data)  # a first time, so that imports are not counted
        begun = time.perf_counter()
        text = read_variant(data)
        found = measure(text, time.perf_counter() - begun)
    except IngestError as error:
        return f"{head} refused: {error} |"
    same = "yes" if found.same_lines else "no"
    return (
        f"{head} {found.recalled:.4f} | {found.in_order:.4f} | {found.labels:.4f} "
        f"| {found.surplus} | {same} | {compare(data)} | {found.seconds_a_page:.4f} |"
    )


def main() -> None:
    """A row for each variant of the formats that are named, or of all."""
    wanted = frozenset(sys.argv[1:])
    heads = "format | made by | recalled | in order | labels | too many | same lines"
    print(f"| {heads} | same outcomes | s a page |")
    print("|---|---|---|---|---|---|---|---|---|")
    for variant in VARIANTS:
        if not wanted or variant.format in wanted:
            print(describe(variant), flush=True)


if __name__ == "__main__":
    main()
