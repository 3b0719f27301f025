"""Tables of a Word document: which rows and cells are seen, and how a row becomes lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from scorer.readers.word_xml import ALTERNATE, W, choose, find, get, is_on

#: A cell with so many lines and characters is a page set in a table: its lines stay lines.
_PAGE_LINES = 3
_PAGE_LENGTH = 200
_GONE = frozenset((f"{W}del", f"{W}moveFrom"))
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The lines of one cell of a row."""

    lines: Sequence[str]

    @property
    def is_page(self) -> bool:
        """Whether it holds running text rather than an entry."""
        return len(self.lines) >= _PAGE_LINES and sum(map(len, self.lines)) >= _PAGE_LENGTH


def find_rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The cells of each row that is neither deleted nor hidden."""
    for row in _find_inside(table, "tr"):
        properties = find(row, "trPr")
        gone = find(properties, "del") is not None or is_on(find(properties, "hidden"))
        if not gone:
            yield [cell for cell in _find_inside(row, "tc") if _is_there(cell)]


def is_covered(cell: etree._Element) -> bool:
    """Whether a cell merged with the one above lies over it."""
    merge = find(cell, "tcPr", "vMerge")
    return merge is not None and get(merge) != "restart"


def lay_out(cells: Sequence[Cell]) -> list[str]:
    """One line, cells parted by tabs; the cells one under another where that is how they read."""
    filled = [cell for cell in cells if cell.lines]
    if len(filled) == 1 or any(cell.is_page for cell in filled):
        return [line for cell in filled for line in cell.lines]
    entries = [" ".join(cell.lines).replace("\t", " ") for cell in cells]
    return ["\t".join(entries).rstrip()] if filled else []


def _is_there(cell: etree._Element) -> bool:
    """Not deleted, and no rest of a merge with the cell before."""
    properties = find(cell, "tcPr")
    merge = find(properties, "hMerge")
    rest = merge is not None and get(merge) != "restart"
    return not rest and find(properties, "cellDel") is None


def _find_inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag == ALTERNATE:
            chosen = choose(child)
            yield from _find_inside(chosen, name) if chosen is not None else ()
        elif child.tag in _WRAPPERS and child.tag not in _GONE:
            yield from _find_inside(child, name)
