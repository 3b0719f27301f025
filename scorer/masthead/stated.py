"""What a text states of the province, city and county that a town lies in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.places import (
    expand_province,
    find_named_provinces,
    find_units,
    is_upper_unit,
    split_chain,
)

_CITY_ENDS = ("自治州", "地区", "盟", "州")
_COUNTY_ENDS = ("县", "区", "旗", "市")
_ADDRESSED = regex(r"(?:中共)?(?P<place>[一-鿿]{2,16}?[县区市旗州盟])(?=委|人民政府|政府|人大)")
_LIES_IN = regex(r"(?:地处|位于|隶属于?)(?P<place>(?:[一-鿿]{2,7}?[县区市旗州盟]){1,3})")
_OWN_RULE = regex(
    r"《(?P<place>[一-鿿]{2,14}?(?:县|区|市|旗|自治州))"
    r"(?=\d{4}|法治|依法|全面|人民政府|行政|优化|关于|实[施行]|[一-鿿]{2,12}(?:条例|规定|办法|规范))"
)
_OWN_PROVINCE = regex(r"《(?P<short>[一-鿿]{2,3})(?:省|[一-鿿]{0,4}自治区)")
_NEXT_COUNTY = regex(r"[、和及]?(?P<place>[一-鿿]{2,6}?[县区市旗])(?!委|属|级)")
_NO_PLACE = regex("依法治|[湾地园新社景城辖校库山牧林郊灾]区$|开发区$|^[全各本我该]|乡|镇|人民$")
_LEADER = r"总书记[^。,;\n]{0,10}?(?:对|视察|考察|来)"
_SAID_OF = regex(rf"{_LEADER}(?P<short>[一-鿿]{{2,3}})")
_SAID_OF_LETTER = regex(rf"{_LEADER}(?P<short>[一-鿿])(?=考察|视察|工作)")
_LICENCE = regex(r"(?P<short>[一-鿿])(?:ICP备|公网安备)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The levels above the town that the text states, from the surest place on."""

    province: str | None = None
    city: str | None = None
    county: str | None = None

    @property
    def levels(self) -> tuple[str | None, str | None, str | None]:
        """Province, city, county."""
        return (self.province, self.city, self.county)

    @property
    def names(self) -> tuple[str, ...]:
        """The stated names, province first."""
        return tuple(name for name in self.levels if name)

    @property
    def known(self) -> bool:
        """Whether the gazetteer has every stated name."""
        return all(map(is_upper_unit, self.names))

    def add(self, chain: Iterable[str]) -> Stated:
        """Fill empty levels; a chain that says otherwise of a filled level is another place's."""
        theirs = _read_levels(tuple(chain))
        pairs = list(zip(self.levels, theirs, strict=True))
        if any(ours and other and ours != other for ours, other in pairs):
            return self
        province, city, county = (ours or other for ours, other in pairs)
        return Stated(province=province, city=city, county=county)


def find_addressed_places(addressee: str) -> tuple[tuple[str, ...], ...]:
    """The counties or cities that a line of addressees names: 中共遂溪县委 gives 遂溪县."""
    return tuple(_find_chains(_ADDRESSED, addressee))


def find_told_places(text: str, opening: str) -> Iterator[tuple[str, ...]]:
    """Places that the report says it lies in, and those that it opens with."""
    yield from _find_chains(_LIES_IN, text)
    yield from _find_opened_with(opening)


def find_ruled_places(text: str) -> Iterator[tuple[str, ...]]:
    """Counties and cities whose plans and rules the report cites, as a town does its own."""
    return _find_chains(_OWN_RULE, text)


def _find_opened_with(opening: str) -> Iterator[tuple[str, ...]]:
    """The one province that the opening names, with the county right behind: 福建省、建屏县."""
    named = find_named_provinces(opening)
    if len({province for province, _ in named}) != 1:
        return
    for province, end in named:
        county = _NEXT_COUNTY.match(opening, end)
        yield (province, county["place"]) if county else (province,)


def find_province(text: str) -> str | None:
    """The province that the leader's words, a rule cited or the site's licence are about."""
    return next(_find_provinces(text), None)


def _find_provinces(text: str) -> Iterator[str]:
    for pattern in (_SAID_OF, _SAID_OF_LETTER, _OWN_PROVINCE, _LICENCE):
        for match in pattern.finditer(text):
            short = match["short"]
            province = expand_province(short) or expand_province(short[:2])
            if province:
                yield province


def _find_chains(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    for match in pattern.finditer(text):
        place = match["place"]
        chain = () if _NO_PLACE.search(place) else split_chain(place)
        if chain:
            yield chain


def _read_levels(chain: tuple[str, ...]) -> tuple[str | None, str | None, str | None]:
    """Give each name of a chain its level: by the gazetteer, else by its last word."""
    levels: list[str | None] = [None, None, None]
    for place, name in enumerate(chain):
        level = _find_level(name, chain[place + 1 :])
        if level is not None:
            levels[level] = name
    province, city, county = levels
    return province, city, county


def _find_level(name: str, inner: tuple[str, ...]) -> int | None:
    """0 province, 1 city, 2 county; None for a town."""
    known = find_units(name) if is_upper_unit(name) else ()
    if known:
        return max(level for level, part in enumerate(known[0].path) if part)
    if name.endswith(("自治区", "省")):
        return 0
    holds_county = any(part.endswith(_COUNTY_ENDS) for part in inner)
    if name.endswith(_CITY_ENDS) or (name.endswith("市") and holds_county):
        return 1
    return 2 if name.endswith(_COUNTY_ENDS) else None
