"""Which report of last year is the same town's, over renamed and merged units."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scorer.compare.specimen import Issuer
from scorer.compare.towns import may_be_same, stem_of

#: Words by which a report tells that its town was made of others.
_MERGED = r"(?:[^。\n]{0,24}(?:合并|并入|撤并|撤销|划入|整合设立))"


class How(StrEnum):
    """How the town of two reports is known to be one."""

    SAME = "same"
    RENAMED = "renamed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A report of this year and one of last year, by number."""

    now: int
    last: int
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """A report of this year, and the several of last year that may be the same town's."""

    now: int
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Who is whom; `new` are reports without a counterpart, `gone` those of towns without one.

    An older year of a town that has a report this year is not gone.
    """

    matches: tuple[Match, ...]
    doubtful: tuple[Doubtful, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]


def find_succession(
    now: Sequence[tuple[Issuer, str]], last: Sequence[tuple[Issuer, str]]
) -> Succession:
    """Match issuers; the second of each pair is the report's text, where a merger may be told.

    Two candidates are never guessed between: neither two of last year nor two of this year.
    """
    kin = _find_kin([issuer for issuer, _ in now], [issuer for issuer, _ in last])
    candidates = {here: _narrow(now[here][0], found, last) for here, found in enumerate(kin)}
    claims: dict[int, list[int]] = defaultdict(list)
    for here, there in ((h, t) for h, found in candidates.items() for t in found):
        claims[there].append(here)
    matches: list[Match] = []
    doubtful: list[Doubtful] = []
    new: list[int] = []
    for here, found in candidates.items():
        issuer, words = now[here]
        if len(found) == 1 and len(claims[found[0]]) == 1:
            matches.append(Match(now=here, last=found[0], how=_how(issuer, last[found[0]][0])))
        elif found:
            doubtful.append(Doubtful(now=here, candidates=found))
        else:
            merged = _find_merged(issuer, words, last, claims)
            for unit in merged:
                before = _narrow(issuer, unit, last)
                matches.extend(Match(now=here, last=there, how=How.MERGED) for there in before)
            if not merged:
                new.append(here)
            kin[here] = tuple(there for unit in merged for there in unit)
    told: set[int] = set().union(*kin)
    gone = tuple(there for there in range(len(last)) if there not in told)
    return Succession(matches=tuple(matches), doubtful=tuple(doubtful), new=tuple(new), gone=gone)


def _find_kin(now: Sequence[Issuer], last: Sequence[Issuer]) -> list[tuple[int, ...]]:
    """For each of this year the reports of whatever earlier year that may be its town's."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for there, issuer in enumerate(last):
        by_stem[stem_of(issuer.unit or "")].append(there)
    return [
        tuple(t for t in by_stem[stem_of(issuer.unit or "")] if may_be_same(issuer, last[t]))
        for issuer in now
    ]


def _narrow(
    issuer: Issuer, found: Sequence[int], last: Sequence[tuple[Issuer, str]]
) -> tuple[int, ...]:
    """Of several that may be the same the year before, or else the very same name."""
    before = [n for n in found if issuer.year and last[n][0].year == issuer.year - 1] or found
    exact = [n for n in before if issuer.county and _name(last[n][0]) == _name(issuer)]
    return tuple(exact or before)


def _name(issuer: Issuer) -> tuple[str | None, str | None]:
    return issuer.unit, issuer.county


def _how(issuer: Issuer, other: Issuer) -> How:
    return How.SAME if issuer.unit == other.unit else How.RENAMED


def _find_merged(
    issuer: Issuer, words: str, last: Sequence[tuple[Issuer, str]], claims: dict[int, list[int]]
) -> list[tuple[int, ...]]:
    """Towns of the same county that the report says it was made of, with all their reports."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (other, _) in enumerate(last):
        unit = other.unit
        if not unit or claims[number] or not may_be_same(_renamed(issuer, unit), other):
            continue
        if stem_of(unit) in words and re.search(re.escape(unit) + _MERGED, words):
            found[unit].append(number)
    return list(map(tuple, found.values()))


def _renamed(issuer: Issuer, unit: str) -> Issuer:
    """The issuer under another town's name: whether all that lies above it fits."""
    return Issuer(unit=unit, county=issuer.county, year=issuer.year, region=issuer.region)
