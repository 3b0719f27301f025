"""The marks by which the letter's template tells the lines of a letter apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from scorer.render.visible import show_line


class Kind(StrEnum):
    """What a line is, by the mark in front of it; a body line has none."""

    SUBHEADING = "###"
    HEADING = "##"
    NEW_PAGE = "==="
    WIDTHS = "|="
    TITLE = "#"
    LETTERHEAD = "^"
    ADDRESSEE = "@"
    SIGNATURE = ">"
    ENCLOSURE = "+"
    LABEL = "*"
    ROW = "|"
    BODY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or a row of a table: then `cells` has its columns."""

    kind: Kind
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows that stand together, the head first; `widths` are shares, empty for equal columns."""

    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


_TABLE = (Kind.ROW, Kind.WIDTHS)
_MANY_LINES = (Kind.TITLE, Kind.LETTERHEAD)
#: Marks inside a value become control characters, which no value can hold, until lines are told.
_MARKS = "#^@>+*|="
_HIDE = str.maketrans({mark: chr(code) for code, mark in enumerate(_MARKS, start=1)})
_SHOW = str.maketrans({chr(code): mark for code, mark in enumerate(_MARKS, start=1)})


def guard(value: object) -> object:
    """A value as the template may print it: on one line, with no mark and nothing hostile."""
    return show_line(value).translate(_HIDE) if isinstance(value, str) else value


def parse(text: str) -> Iterator[Line | Grid]:
    """The paragraphs and tables of a letter in order; empty lines separate nothing."""
    lines = (_read(line.strip(" \t")) for line in text.splitlines() if line.strip(" \t"))
    for in_table, group in groupby(lines, key=lambda line: line.kind in _TABLE):
        if in_table:
            yield _make_grid(tuple(group))
        else:
            yield from _join_titles(group)


def _join_titles(lines: Iterable[Line]) -> Iterator[Line]:
    """Titles that follow each other are the lines of one."""
    for kind, group in groupby(lines, key=lambda line: line.kind):
        if kind in _MANY_LINES:
            yield Line(kind=kind, text="\n".join(line.text for line in group))
        else:
            yield from group


def _read(line: str) -> Line:
    kind = next(kind for kind in Kind if line.startswith(kind))
    rest = line.removeprefix(kind).strip(" \t")
    cells = tuple(_show(cell) for cell in rest.removesuffix("|").split("|"))
    return Line(kind=kind, text=_show(rest), cells=cells if kind in _TABLE else ())


def _make_grid(lines: tuple[Line, ...]) -> Grid:
    shares = [line.cells for line in lines if line.kind is Kind.WIDTHS]
    rows = tuple(line.cells for line in lines if line.kind is Kind.ROW)
    count = max((len(row) for row in rows), default=0)
    padded = tuple(row + ("",) * (count - len(row)) for row in rows)
    widths = tuple(map(_share, shares[0])) if shares else ()
    usable = len(widths) == count and all(widths)
    return Grid(widths=widths if usable else (), rows=padded)


def _share(text: str) -> float:
    """The share of a column; 0 for what is no number: then all columns are equal."""
    return float(text) if text.isdecimal() else 0


def _show(words: str) -> str:
    return words.translate(_SHOW).strip(" \t")
