"""Whose report it is: the bodies of a register that a name and its region may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from pathlib import PurePosixPath

from scorer.masthead.names import kind_of
from scorer.register.model import Body, Register
from scorer.register.names import Place, compact, county_stem, parse_name, same_body
from scorer.scorecard import ReportFacts


class Fit(IntEnum):
    """How what a body lies in agrees with what a report says of its region."""

    CONFLICT = 0
    UNKNOWN = 1
    LIKELY = 2
    SAME = 3


def find_place(report: ReportFacts) -> Place | None:
    """Who reports, and where; None where the report does not say."""
    named = report.region[3] or report.issuer
    if named is None:
        return None
    place = parse_name(named)
    told = tuple(filter(None, report.region[:3])) or parse_name(report.issuer or "").outer
    return Place(unit=place.unit, outer=told or place.outer)


def find_bodies(register: Register, place: Place, file: str) -> tuple[Fit, tuple[Body, ...]]:
    """Every body of this name that fits best; a path that names one's county tells them apart."""
    alike = [body for body in register.bodies if same_body(body.place.unit, place.unit)]
    exact = [body for body in alike if body.place.unit == place.unit] or alike
    ranks = {body.place: _rank(body.place.outer, place.outer) for body in exact}
    best = max(ranks.values(), default=(Fit.CONFLICT, 0))
    found = [body for body in exact if ranks[body.place] == best]
    if best[0] is not Fit.CONFLICT and len(found) > 1:
        told = [body for body in found if _names_county(file, body)]
        found = told if len(told) == 1 else found
    return best[0], tuple(found)


def _rank(owed: tuple[str, ...], told: tuple[str, ...]) -> tuple[Fit, int]:
    """How well they agree, and in how many names: there are four 鼓楼区."""
    return fit(owed, told), len({*owed} & {*told})


def fit(owed: tuple[str, ...], told: tuple[str, ...]) -> Fit:
    """Hold the units that a register names against those that a report names."""
    if not owed or not told:
        return Fit.UNKNOWN
    if owed[-1] in told:
        return Fit.SAME
    if county_stem(owed[-1]) in map(county_stem, told):
        return Fit.LIKELY
    return Fit.CONFLICT if _level(owed[-1]) in map(_level, told) else Fit.UNKNOWN


def find_named(register: Register, file: str) -> tuple[Body, ...]:
    """The bodies that a file's name means, or where it names none, its folder's."""
    path = PurePosixPath(file.replace("\\", "/"))
    for words in (path.stem, path.parent.name):
        named = _longest(register.bodies, compact(words))
        if named:
            return named
    return ()


def _longest(bodies: Iterable[Body], words: str) -> tuple[Body, ...]:
    """Bodies named in full; 北大兴镇 does not name 大兴镇 where the register has both."""
    named = [body for body in bodies if _is_named(body.place.unit, words)]
    units = {body.place.unit for body in named}
    return tuple(
        body
        for body in named
        if not any(body.place.unit in unit for unit in units - {body.place.unit})
    )


def _is_named(unit: str, words: str) -> bool:
    """Whether the words hold the unit; one without 镇 or 乡 (大兴) must not be part of 大兴区."""
    if unit not in words:
        return False
    after = "(?:$|镇|乡|街道|苏木|办事处)"
    return kind_of(unit) is not None or re.search(re.escape(unit) + after, words) is not None


def _names_county(file: str, body: Body) -> bool:
    words = compact(file)
    return any(name in words for name in body.place.outer[-1:])


def _level(unit: str) -> str:
    """County, province or neither: a 市 may be a county or what counties lie in."""
    if unit.endswith(("县", "区", "旗")) and not unit.endswith(("自治区", "地区")):
        return "county"
    if unit.endswith(("省", "自治区")):
        return "province"
    return unit
