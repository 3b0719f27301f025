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


def file_name(scorecard: Scorecard, taken: Collection[str]) -> str:
    """`鹿鸣坡镇-2023.html`; with -2, -3 … where the name is taken (letter case ignored)."""
    report = scorecard.report
    # A backslash or a drive letter in a name given on Windows separates folders there.
    origin = PureWindowsPath(report.file).stem
    name = next(filter(None, map(_clean, (report.region[3], report.issuer, origin))), "评分单")
    stem = name if report.year is None else f"{name}-{report.year}"
    if stem.casefold() in _RESERVED:
        stem = f"{stem}-评分单"
    used = {each.casefold() for each in taken} | {INDEX}
    number = 1
    while (candidate := f"{stem}{'' if number == 1 else f'-{number}'}.html").casefold() in used:
        number += 1
    return candidate


def file_names(scorecards: Iterable[Scorecard]) -> tuple[str, ...]:
    """A distinct name for every scorecard of a batch, in order."""
    names: dict[str, None] = {}
    for scorecard in scorecards:
        names[file_name(scorecard, names)] = None
    return tuple(names)


def _clean(text: str | None) -> str:
    """Letters, digits and brackets stay; anything else becomes a single hyphen."""
    composed = unicodedata.normalize("NFC", text or "")
    kept = "".join(c if _is_safe(c) else " " for c in composed)
    return "-".join(kept.split())[:_STEM_LIMIT].strip("-_")


def _is_safe(character: str) -> bool:
    return character in "-_()（）" or unicodedata.category(character)[0] in "LNM"
