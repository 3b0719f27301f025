"""What each line that stays is to the report: title, addressee, signature or text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scorer.ingest.landmarks import (
    is_addressee,
    is_afterword,
    is_date,
    is_dated_signature,
    is_letterhead,
    is_prose,
    is_signature,
)
from scorer.ingest.lines import Line


class Role(StrEnum):
    """What a line that stays is to the report."""

    TEXT = "text"
    LETTERHEAD = "letterhead"
    TITLE = "title"
    ADDRESSEE = "addressee"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A line of the report.

    `turned` says that a page number stood between it and the last one, `parted` that other chrome
    did.
    """

    line: Line
    role: Role = Role.TEXT
    turned: bool = False
    parted: bool = False


def assign_roles(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Letterhead and addressee are sought above the first prose, signatures and dates below it."""
    start = _find_prose(kept)
    opening = [_name_opening(entry) for entry in kept[: start + 1]]
    return (*opening, *_name_closing(kept[start + 1 :]))


def _find_prose(kept: Sequence[Kept]) -> int:
    for index, entry in enumerate(kept):
        if (
            entry.role is Role.TEXT
            and not is_addressee(entry.line.key)
            and is_prose(entry.line.text)
        ):
            return index
    return len(kept)


def _name_opening(entry: Kept) -> Kept:
    if entry.role is not Role.TEXT:
        return entry
    if is_letterhead(entry.line.key):
        return replace(entry, role=Role.LETTERHEAD)
    return replace(entry, role=Role.ADDRESSEE) if is_addressee(entry.line.key) else entry


def _name_closing(kept: Sequence[Kept]) -> list[Kept]:
    """From the end up: a signature stands above a date, another signature or nothing more."""
    named: list[Kept] = []
    below = Role.DATE
    for index in range(len(kept) - 1, -1, -1):
        entry = kept[index]
        above = kept[index - 1].line.key if index else ""
        role = _find_closing(entry.line.key, above, below)
        named.append(entry if role is Role.TEXT else replace(entry, role=role))
        transparent = below is not Role.TEXT and is_afterword(entry.line.key)
        below = below if transparent else role
    return named[::-1]


def _find_closing(key: str, above: str, below: Role) -> Role:
    closes = below is not Role.TEXT
    if is_dated_signature(key) or (closes and is_signature(key)):
        return Role.SIGNATURE
    return Role.DATE if is_date(key) and (closes or is_signature(above)) else Role.TEXT
