"""Places the issuer: what the text states, filled up from the gazetteer where one town fits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from scorer.masthead.stated import Stated, find_province, find_ruled_places, find_told_places
from scorer.places import TOWN_ENDS, Unit, find_units

Region = tuple[str | None, str | None, str | None, str | None]


def find_region(
    chains: Iterable[tuple[str, ...]], unit: str | None, text: str, opening: str = ""
) -> Region:
    """Province, city, county and town of the issuer.

    `chains` are the names said of it or around it, the surest first; `text` is all folded text of
    the file, which tells namesakes apart, `opening` that of its first paragraph.
    """
    outer = (tuple(name for name in chain if name != unit) for chain in chains)
    stated = reduce(Stated.add, outer, Stated())
    found = _find_within(unit, stated) if unit and stated.names else None
    if found:
        return (*found.path[:3], unit)
    told = _add_told(stated, text, opening)
    found = _guess(unit, told, text) if unit and not stated.names else None
    return (*(found.path[:3] if found else told.levels), unit)


def _add_told(stated: Stated, text: str, opening: str) -> Stated:
    """What is stated with what is told in passing: the province, where it lies, its own rules."""
    province = find_province(text)
    told = reduce(
        Stated.add, find_told_places(text, opening), stated.add((province,) if province else ())
    )
    return told if told.county else reduce(Stated.add, find_ruled_places(text), told)


def _find_within(town: str, stated: Stated) -> Unit | None:
    """The one town of this name in all that is stated; a 镇 may have become a 街道 since."""
    units = find_units(town, *stated.names)
    if not units and stated.county:
        end = next(end for end in TOWN_ENDS if town.endswith(end))
        stem = town.removesuffix(end)
        units = tuple(
            unit for other in TOWN_ENDS for unit in find_units(stem + other, *stated.names)
        )
    return units[0] if len(units) == 1 else None


def _guess(town: str, told: Stated, text: str) -> Unit | None:
    """The one town that fits what is told in passing; none where an unknown county is told."""
    return (_find_within(town, told) or _tell_apart(town, told, text)) if told.known else None


def _tell_apart(town: str, told: Stated, text: str) -> Unit | None:
    """Of namesakes the one whose county or city the text names most; None for none or a draw."""
    near = [unit for unit in find_units(town) if told.province in {None, unit.province}]
    counts = {unit: _count_mentions(unit, text) for unit in near}
    most = max(counts.values(), default=0)
    named = [unit for unit, count in counts.items() if count == most > 0]
    return named[0] if len(named) == 1 else None


def _count_mentions(unit: Unit, text: str) -> int:
    """A county says twice as much as a city; 重庆市 stands for the city that it has not."""
    city = unit.city or (unit.province if unit.province.endswith("市") else None)
    return sum(weight * text.count(name) for weight, name in ((2, unit.county), (1, city)) if name)
