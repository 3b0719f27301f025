"""What belongs to its time: the table of words that a report of another year cannot use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.resources import read_yaml
from scorer.zh.numerals import CHINESE_NUMERALS

_NUMBER = rf"(?P<number>\d{{1,3}}|[{CHINESE_NUMERALS}]{{1,4}})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Words of one time: up to the year `until`, where that is known.

    No report written before the month `since` (`YYYY-MM`, or "") and none on a year before `first`
    can use them. One of `cues` stands in every text that `words` matches. `unless` finds the words
    around that make them right ("" for none); up to the year `doubtful` it is a hint. What is
    planned after the month `ended` of the year `until` is over too.
    """

    what: str
    cues: tuple[str, ...]
    words: str
    fact: str
    instead: str
    unless: str
    since: str
    first: int
    until: int | None
    doubtful: int
    ended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What only one year is called."""

    what: str
    words: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A count of years, the group `number` of `words`; it is `start` years less than its year."""

    what: str
    words: str
    start: int

    def find(self, text: str, at: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
        """Every place of the text that counts so."""
        pattern: re.Pattern[str] = regex(self.words)
        return pattern.finditer(text, at, len(text) if stop is None else stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The whole table; `anniversaries` are 100周年, `days` the 第10个国家宪法日."""

    dated: tuple[Dated, ...]
    marks: tuple[Mark, ...]
    anniversaries: tuple[Counted, ...]
    days: tuple[Counted, ...]


def parse_calendar(text: str) -> Calendar:
    """The table from its YAML; the errors of a broken one are the parser's own."""
    table = read_yaml(text)
    return Calendar(
        dated=tuple(map(_read_dated, table["dated"])),
        marks=tuple(Mark(**row) for row in table["marks"]),
        anniversaries=tuple(
            Counted(what=row["what"], words=f"{row['words']}{_NUMBER}周年", start=row["from"])
            for row in table["anniversaries"]
        ),
        days=tuple(
            Counted(what=row["what"], words=f"第{_NUMBER}个“?{row['words']}", start=row["from"])
            for row in table["counted"]
        ),
    )


def _read_dated(row: dict[str, str]) -> Dated:
    until = row.get("until")
    return Dated(
        what=row["what"],
        cues=tuple(row["cues"]),
        words=row["words"],
        fact=row["fact"],
        instead=row["instead"],
        unless=row.get("unless", ""),
        since=row.get("since", ""),
        first=int(row.get("from", 0)),
        until=None if until is None else int(until),
        doubtful=int(row.get("doubtful", 0)),
        ended=row.get("ended", ""),
    )
