"""Dates as Chinese documents print them: found with their places, and written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scorer.cache import regex
from scorer.zh.numerals import parse_digits, parse_number

#: One character for one, so that places found in the folded text are places of the given text.
_FOLD = str.maketrans("０１２３４５６７８９－–—．／○◯Ｏ", "0123456789---./〇〇〇")
_GAP = r"[^\S\n]{0,4}"
_YEAR = r"(?:(?:19|20)\d\d|[12](?:[^\S\n]?\d){3}|[一二][〇零一二三四五六七八九0O]{3})"
_MONTH = r"(?:\d{1,2}|元|十[一二]?|[一二三四五六七八九])"
_DAY = (
    r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])"
)
_NUMERAL = r"\d.一二三四五六七八九十廿"

_WRITTEN = regex(
    rf"""
    (?<![\d.])(?P<year>{_YEAR}){_GAP}年         # 2024年, 二〇二四年, alone or with a month
    (?:{_GAP}(?P<month>{_MONTH}){_GAP}月
      (?:{_GAP}(?P<day>{_DAY}){_GAP}[日号])?)?
    | (?<![{_NUMERAL}])(?P<bare_month>{_MONTH}){_GAP}月   # 12月4日, 3月
      (?:{_GAP}(?P<bare_day>{_DAY}){_GAP}[日号])?
    """,
    re.VERBOSE,
)
_FIGURES = regex(
    r"""
    (?<![\d./-])(?P<year>(?:19|20)\d\d)
    (?: (?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|[./-]\d)
      | -(?P<only_month>0[1-9]|1[0-2])(?![\d.-]) )
    """,
    re.VERBOSE,
)
_MONTHS = 12
_LEAP_YEAR = 2024
_EVERY_MONTH = "一月一"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A date at `text[start:end]`; None where a field is not printed.

    `exists` is False where no calendar has such a month or day (2024-02-30).
    """

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def exists(self) -> bool:
        """Whether a calendar has it; 29 February without a year is given the benefit."""
        try:
            date(self.year or _LEAP_YEAR, 1 if self.month is None else self.month, self.day or 1)
        except ValueError:
            return False
        return self.day != 0

    @property
    def iso(self) -> str | None:
        """`YYYY-MM-DD` or `YYYY-MM` as printed; None without a year or a month."""
        if self.year is None or self.month is None:
            return None
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"


def write_date(iso: str) -> str:
    """`2024-01-05` as 2024年1月5日, `2024-01` as 2024年1月; anything else as it stands."""
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts):
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every date in the order of the text: 2024年1月12日, 二〇二二年元月, 2024.1.5, 3月, 2023年."""
    folded = text.translate(_FOLD)
    found = [*_find_written(folded), *_find_figures(folded)]
    return tuple(sorted(found, key=lambda printed: printed.start))


def _find_written(folded: str) -> Iterator[PrintedDate]:
    for match in _WRITTEN.finditer(folded):
        month = _read_part(match["month"] or match["bare_month"])
        day = _read_part(match["day"] or match["bare_day"])
        if match["year"]:
            year = parse_digits(match["year"].replace("O", "0"))
            yield _printed(match, year=year, month=month, day=day)
        elif _names_month(folded, match, month, day):
            yield _printed(match, year=None, month=month, day=day)


def _find_figures(folded: str) -> Iterator[PrintedDate]:
    for match in _FIGURES.finditer(folded):
        month = _read_part(match["month"] or match["only_month"])
        yield _printed(match, year=int(match["year"]), month=month, day=_read_part(match["day"]))


def _names_month(folded: str, match: re.Match[str], month: int | None, day: int | None) -> bool:
    """Whether a month without a year is one: 14月 is an age, 一月一次 means every month."""
    if day is not None:
        return True
    every_month = folded.startswith(_EVERY_MONTH, match.start())
    return month is not None and 1 <= month <= _MONTHS and not every_month


def _read_part(part: str | None) -> int | None:
    if part is None:
        return None
    value = parse_number("一" if part == "元" else part)
    return None if value is None else int(value)


def _printed(
    match: re.Match[str], *, year: int | None, month: int | None, day: int | None
) -> PrintedDate:
    return PrintedDate(start=match.start(), end=match.end(), year=year, month=month, day=day)
