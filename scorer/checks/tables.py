"""The reference tables that checks read: the shipped ones, or those that a rubric names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import TypeVar

from scorer import resources
from scorer.cache import regex
from scorer.checks.calendar import Calendar, parse_calendar
from scorer.checks.confusions import Confusion, Term, parse_confusions, parse_terms
from scorer.checks.references import Instruments, Titles, parse_instruments, parse_titles

INSTRUMENTS, TITLES, CALENDAR, TYPOS = "instruments.yaml", "laws.tsv", "calendar.yaml", "typos.yaml"
#: A table is known by its file name, in whatever folder it lies.
TABLE_NAMES = (INSTRUMENTS, TITLES, CALENDAR, TYPOS)
T = TypeVar("T")
_FAULTS = (re.error, KeyError, TypeError, ValueError, AttributeError)


class TableError(Exception):
    """A table that cannot be read; `name` is its file name, the message Chinese."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything that checks look up, parsed."""

    instruments: Instruments
    titles: Titles
    calendar: Calendar
    confusions: tuple[Confusion, ...]
    terms: tuple[Term, ...]


@cache
def shipped_tables() -> Tables:
    """The tables of the installed copy, read once and only when asked for."""
    return _parse(_shipped_texts())


def read_tables(texts: Mapping[str, str]) -> Tables:
    """The tables given by file name, the shipped ones in place of those not given.

    Raises:
        TableError: a table is no such table.
    """
    shipped = _shipped_texts()
    own = {name: text for name, text in texts.items() if text != shipped[name]}
    if not own:
        return shipped_tables()
    tables = _parse(MappingProxyType({**shipped, **own}))
    _compile_all(tables, frozenset(own))
    return tables


@cache
def _shipped_texts() -> Mapping[str, str]:
    folder = resources.rubrics_folder() / "references"
    return MappingProxyType({name: (folder / name).read_text("utf-8") for name in TABLE_NAMES})


def _parse(texts: Mapping[str, str]) -> Tables:
    instruments = _guard(INSTRUMENTS, lambda: parse_instruments(texts[INSTRUMENTS]))
    return Tables(
        instruments=instruments,
        titles=_guard(TITLES, lambda: parse_titles(texts[TITLES], instruments)),
        calendar=_guard(CALENDAR, lambda: parse_calendar(texts[CALENDAR])),
        confusions=_guard(TYPOS, lambda: parse_confusions(texts[TYPOS])),
        terms=_guard(TYPOS, lambda: parse_terms(texts[TYPOS])),
    )


def _guard(name: str, parse: Callable[[], T]) -> T:
    try:
        return parse()
    except _FAULTS as error:
        words = " ".join(str(error).split())[:80]
        raise TableError(name, f"{name} 不是这种参考资料（{words}）") from error


def _compile_all(tables: Tables, own: frozenset[str]) -> None:
    """Compile every pattern of a table that is not ours: a bad one is an error of the rubric."""
    calendar = tables.calendar
    words = [word for row in calendar.dated for word in (row.words, row.unless)]
    words += [row.words for row in calendar.marks]
    words += [row.words for row in (*calendar.anniversaries, *calendar.days)]
    typos = [row.where for row in tables.confusions] + [term.where for term in tables.terms]
    patterns = {CALENDAR: words, TYPOS: typos}
    for name in own & patterns.keys():
        _guard(name, partial(_compile, patterns[name]))


def _compile(patterns: Iterable[str]) -> None:
    for pattern in patterns:
        regex(pattern)
