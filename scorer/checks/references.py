"""What of the instruments that towns cite is in force, and which titles exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scorer.cache import regex
from scorer.resources import read_yaml

_COUNTRY = "中华人民共和国"
#: Years, （试行） and the like at the end, and marks inside.
_LOOSE = regex(r"[（(【〔\[][^（()）】〕\]]*[）)】〕\]]$|[、，“”‘’\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repealed:
    """Instruments that one successor replaced; `last` is the last year with a day in force.

    `ended` is the month of that year in which they ceased, 0 where only the year is known.
    """

    names: tuple[str, ...]
    last: int
    successor: str
    now: str
    ended: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The years a plan covers, and the month (`YYYY-MM`) in which its text appeared."""

    name: str
    first: int
    last: int
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruments:
    """The table kept by hand: `misnamed` gives right names by wrong ones, `plans` periods by name.

    `publicity` are the five-year plans of legal publicity in their order, `five_years` those of the
    economy; `known` are right names that the dictionary of titles lacks, `absent` laws that nobody
    enacted.
    """

    repealed: tuple[Repealed, ...]
    misnamed: Mapping[str, str]
    plans: Mapping[str, tuple[Period, ...]]
    publicity: tuple[Period, ...]
    five_years: tuple[Period, ...]
    known: frozenset[str]
    absent: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Short titles (see `shorten_title`): national ones, other known ones, local ones."""

    national: frozenset[str]
    other: frozenset[str]
    local: frozenset[str]


def shorten_title(title: str) -> str:
    """The title without the country, without years or （试行） behind it, without marks inside."""
    bare = title if title.isalnum() else _LOOSE.sub("", title)
    return bare.removeprefix(_COUNTRY)


def parse_instruments(text: str) -> Instruments:
    """The validity of instruments from its YAML."""
    table = read_yaml(text)
    repealed = (Repealed(**{**row, "names": tuple(row["names"])}) for row in table["repealed"])
    misnamed = {wrong: row["right"] for row in table["misnamed"] for wrong in row["wrong"]}
    plans = {
        row["name"]: tuple(Period(name=row["name"], **period) for period in row["periods"])
        for row in table["plans"]
    }
    return Instruments(
        repealed=tuple(repealed),
        misnamed=MappingProxyType(misnamed),
        plans=MappingProxyType(plans),
        publicity=tuple(Period(**row) for row in table["publicity"]),
        five_years=tuple(Period(**row, since="") for row in table["five_years"]),
        known=frozenset(map(shorten_title, table["known"])),
        absent=frozenset(table.get("absent", ())),
    )


def parse_titles(text: str, table: Instruments) -> Titles:
    """The dictionary of titles, a line each, with those that the table of instruments knows."""
    kinds: dict[str, set[str]] = {"national": set(), "local": set(), "other": set()}
    for line in text.splitlines():
        title, kind, _ = line.split("\t")
        kinds.get(kind, kinds["other"]).add(shorten_title(title))
    kinds["other"].update(table.known, (name for row in table.repealed for name in row.names))
    return Titles(
        national=frozenset(kinds["national"]),
        other=frozenset(kinds["other"]),
        local=frozenset(kinds["local"]),
    )
