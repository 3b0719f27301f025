"""China's 42,000 units from province to township, offline, as the civil affairs ministry lists."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from scorer.places.unit import Unit

_TABLE = Path(__file__).parent / "data" / "divisions.txt.gz"
_UPPER_DIGITS = 6
_TOWN_DIGITS = 9


def find_units(name: str, *within: str) -> tuple[Unit, ...]:
    """Every unit of exactly this name that lies in all units named `within`, in order of code.

    大兴镇 alone has many answers, with 璧山区 or 重庆市 it has one; an invented town has none.
    """
    if not name:
        return ()
    codes = (*_upper_codes().get(name, ()), *_find_town_codes(name))
    units = (_locate(code, name) for code in codes)
    return tuple(unit for unit in units if all(_lies_in(unit, outer) for outer in within))


def is_upper_unit(name: str) -> bool:
    """Whether a province, city or county has this name; cheaper than to look for townships too."""
    return name in _upper_codes()


@cache
def find_provinces() -> Mapping[str, str]:
    """Full names of the provinces by their short names: 广西 stands for 广西壮族自治区."""
    names = (name for code, name in _upper_names().items() if code.endswith("0000"))
    return MappingProxyType({_shorten_province(name): name for name in names})


def _shorten_province(name: str) -> str:
    return name[:3] if name.startswith(("内蒙古", "黑龙江")) else name[:2]


def _lies_in(unit: Unit, outer: str) -> bool:
    return outer != unit.name and outer in unit.path


@cache
def _tables() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the file: `code name` down to the county, `name code ...` sorted for towns."""
    upper, _, towns = gzip.decompress(_TABLE.read_bytes()).decode("utf-8").partition("\n\n")
    return tuple(upper.split("\n")), tuple(towns.split("\n"))


@cache
def _upper_names() -> Mapping[str, str]:
    """Names by code."""
    lines = _tables()[0]
    return MappingProxyType({line[:_UPPER_DIGITS]: line[_UPPER_DIGITS + 1 :] for line in lines})


@cache
def _upper_codes() -> Mapping[str, tuple[str, ...]]:
    """Codes by name: there are four 鼓楼区."""
    codes: dict[str, list[str]] = {}
    for code, name in _upper_names().items():
        codes.setdefault(name, []).append(code)
    return MappingProxyType({name: tuple(listed) for name, listed in codes.items()})


def _find_town_codes(name: str) -> tuple[str, ...]:
    """A search of sorted lines is cheaper than an index of 30,000 names for the few asked."""
    towns = _tables()[1]
    at = bisect_left(towns, f"{name} ")
    found, *codes = towns[at].split(" ") if at < len(towns) else ("",)
    return tuple(codes) if found == name else ()


def _locate(code: str, name: str) -> Unit:
    """Read the outer units off the code; a level that the table skips has no name there."""
    names = _upper_names()
    upper = code[:_UPPER_DIGITS]
    city_code = f"{code[:4]}00"
    is_county = upper != city_code
    return Unit(
        code=code,
        province=names[f"{code[:2]}0000"],
        city=None if city_code.endswith("0000") else names.get(city_code),
        county=names[upper] if is_county else None,
        town=name if len(code) == _TOWN_DIGITS else None,
    )
