"""One invented report as a text, and as the parts of which other formats are made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

#: Cells of a table row are parted by tabs; a cell left empty belongs to the one above it.
TEXT = Path(__file__).with_name("twin.txt").read_text("utf-8")
#: The label of each level of numbering, top level first.
LABELS = (
    re.compile("[一二三四五六七八九十]+、"),
    re.compile("（[一二三四五六七八九十]+）"),
    re.compile(r"\d{1,2}\.(?!\d)"),
    re.compile(r"（\d{1,2}）"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph without its label; `level` counts numbered levels from 1, 0 is none."""

    text: str
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The cells of each row."""

    rows: tuple[tuple[str, ...], ...]


def find_parts(text: str = TEXT) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of the report in their order."""
    for in_table, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        if in_table:
            yield Table(rows=tuple(tuple(line.split("\t")) for line in lines))
        else:
            yield from map(cut_label, lines)


def cut_label(line: str) -> Paragraph:
    """The line as a paragraph of the level that its label shows."""
    for level, pattern in enumerate(LABELS, start=1):
        label = pattern.match(line)
        if label is not None:
            return Paragraph(text=line[label.end() :], level=level, label=label[0])
    return Paragraph(text=line)
