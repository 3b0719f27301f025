"""File names for scorecards: readable, distinct, and valid on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from pathlib import PureWindowsPath

from scorer.scorecard import Scorecard

#: Names that a folder of scorecards keeps for itself.
INDEX = "index.html"

#: Characters before the number and suffix: 40 of four bytes each still fit a 255-byte name.
_STEM_LIMIT = 40

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def index_name(number: int) -> str:
    """The name of a page of the index, from 1; no scorecard's name has a full stop in it."""
    return INDEX if number == 1 else f"index.{number}.html"


class PageNames:
    """Gives out a distinct name for each scorecard; letter case alone makes no difference."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._used = {INDEX, *(name.casefold() for name in taken)}
        self._last: dict[str, int] = {}

    def name(self, scorecard: Scorecard) -> str:
        """`鹿鸣坡镇-2023.html`; with -2, -3 … where the name is taken."""
        stem = _stem(scorecard)
        number = self._last.get(stem, 0) + 1
        while (folded := (found := _number(stem, number)).casefold()) in self._used:
            number += 1
        if number > 1:
            self._last[stem] = number
        self._used.add(folded)
        return folded if folded == found else found  # one string for both: there may be thousands


def file_name(scorecard: Scorecard, taken: Collection[str]) -> str:
    """A name that is none of those taken."""
    return PageNames(taken).name(scorecard)


def file_names(scorecards: Iterable[Scorecard]) -> tuple[str, ...]:
    """A distinct name for every scorecard of a batch, in order."""
    return tuple(map(PageNames().name, scorecards))


def _stem(scorecard: Scorecard) -> str:
    report = scorecard.report
    # A backslash or a drive letter in a name given on Windows separates folders there.
    origin = PureWindowsPath(report.file).stem
    name = next(filter(None, map(_clean, (report.region[3], report.issuer, origin))), "评分单")
    stem = name if report.year is None else f"{name}-{report.year}"
    return f"{stem}-评分单" if stem.casefold() in _RESERVED else stem


def _number(stem: str, number: int) -> str:
    return f"{stem}{'' if number == 1 else f'-{number}'}.html"


def _clean(text: str | None) -> str:
    """Letters, digits and brackets stay; anything else becomes a single hyphen."""
    composed = unicodedata.normalize("NFC", text or "")
    kept = "".join(c if _is_safe(c) else " " for c in composed)
    return "-".join(kept.split())[:_STEM_LIMIT].strip("-_")


def _is_safe(character: str) -> bool:
    return character in "-_()（）" or unicodedata.category(character)[0] in "LNM"
