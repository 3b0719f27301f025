"""What is found in the text once for everybody: numbers, dates, citations.

`at` and `stop` are positions in `Document.plain.text`; `plain.span(at, stop)` is the place in the
file.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number as written with the unit behind it.

    It stands for the half-open interval `low`..`high` of values that are written so: 1.2万 for
    [11500, 12500), an exact count 55 for [55, 56) with `low == value`. `unit` is the measure word
    or "%" ("" where there is none); 百分之三 and 八成 are given in "%", 3.2万元 as 3.2 万元.
    `hedge` is 余, 多, 近, 约, 以上 … or ""; 3至5名 is one mention of value 5, low 3, hedge 至.
    `decimals` counts the digits printed after the point. `ordinal` is True where the number only
    names or orders: 第3届, 三项制度, 一张蓝图, a date, a document number, a number in a title.
    """

    at: int
    stop: int
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    hedge: str = ""
    decimals: int = 0
    ordinal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date as printed; None where a field is not said. 1月至3月 gives two mentions.

    `exists` is False for a day that no calendar has (2024-02-30).
    """

    at: int
    stop: int
    year: int | None
    month: int | None
    day: int | None
    exists: bool = True

    @property
    def iso(self) -> str | None:
        """`YYYY-MM-DD` or `YYYY-MM` as printed; None without a year or a month."""
        if self.year is None or self.month is None:
            return None
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationMention:
    """A title in book marks; `title` is what stands inside, marks and white space left out.

    `period` is the two years of a plan or outline (2021, 2025), `number` a document number such as
    中府〔2013〕2号, where they stand in or right behind the marks.
    """

    at: int
    stop: int
    title: str
    period: tuple[int, int] | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Every mention of a report, each kind in the order of the text."""

    numbers: tuple[NumberMention, ...]
    dates: tuple[DateMention, ...]
    citations: tuple[CitationMention, ...]
