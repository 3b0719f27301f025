"""Tables of a batch as values, for every format that is made of rows."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from scorer.document import Quote
from scorer.render.visible import shorten, show_line
from scorer.sequences import Mapped, Spooled

Cell = str | int | Decimal | None
Row = tuple[Cell, ...]

#: Characters of a cell; a spreadsheet takes 32,767 and nobody reads as many.
CELL_LIMIT = 2000


#: With one of these in front a spreadsheet takes words for a formula, full-width forms included.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


class Kind(Enum):
    """What stands in a column, and so how it is set."""

    WORD = auto()
    TEXT = auto()
    COUNT = auto()
    YEAR = auto()
    POINTS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A head, what stands below it, and how many Chinese characters fit the width."""

    head: str
    kind: Kind
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`title` is its name for a reader, `file` its name as a file; `notes` stand below the rows."""

    title: str
    file: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    notes: tuple[str, ...] = ()


class Rows(Mapped[bytes, Row]):
    """Rows on disk: of a whole province there are a million."""

    def __init__(self) -> None:
        self._spooled = Spooled()
        super().__init__(pickle.loads, self._spooled)

    def extend(self, rows: Iterable[Row]) -> None:
        """Put rows below the others."""
        for row in rows:
            self._spooled.append(pickle.dumps(row, pickle.HIGHEST_PROTOCOL))


def word(head: str, width: int) -> Column:
    """A column of short words."""
    return Column(head=head, kind=Kind.WORD, width=width)


def text(head: str, width: int) -> Column:
    """A column of sentences, which fold."""
    return Column(head=head, kind=Kind.TEXT, width=width)


def points(head: str) -> Column:
    """A column of points."""
    return Column(head=head, kind=Kind.POINTS, width=3)


def tally(head: str) -> Column:
    """A column of whole numbers."""
    return Column(head=head, kind=Kind.COUNT, width=2)


YEAR = Column(head="年度", kind=Kind.YEAR, width=2)


def cell(words: str | None) -> str:
    """Words on one line, harmless to show, and not too long."""
    return shorten(show_line(words or ""), CELL_LIMIT)


def looks_like_formula(words: str) -> bool:
    """Whether a spreadsheet that is handed the words might compute them."""
    return words.startswith(_FORMULA)


def cite(quotes: Iterable[Quote]) -> str:
    """The quotes in one cell, each with its line."""
    return cell("；".join(f"第{quote.line}行“{show_line(quote.text)}”" for quote in quotes))
