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

import twin_docx
import twin_office
from twin import TEXT, Paragraph, find_parts

from scorer.errors import IngestError
from scorer.ingest import READERS
from scorer.readers.extract import Extract
from scorer.readers.formats import find_format

#: Characters on a page of an official document: 22 lines of 28.
PAGE = 616
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
)


def read_variant(data: bytes) -> Extract:
    """Read the file the way the program does: by its first bytes."""
    return READERS[find_format(data)]("report", data)


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
        text = read_variant(data).text
        found = measure(text, time.perf_counter() - begun)
    except IngestError as error:
        return f"{head} refused: {error} |"
    same = "yes" if found.same_lines else "no"
    return (
        f"{head} {found.recalled:.4f} | {found.in_order:.4f} | {found.labels:.4f} "
        f"| {found.surplus} | {same} | {found.seconds_a_page:.4f} |"
    )


def main() -> None:
    """A row for each variant of the formats that are named, or of all."""
    wanted = frozenset(sys.argv[1:])
    print("| format | made by | recalled | in order | labels | too many | same lines | s a page |")
    print("|---|---|---|---|---|---|---|---|")
    for variant in VARIANTS:
        if not wanted or variant.format in wanted:
            print(describe(variant))


if __name__ == "__main__":
    main()
