"""Places the issuer: what the text states, filled up from the gazetteer where one fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorer.places import Unit, find_provinces, find_units, is_upper_unit, split_chain

Region = tuple[str | None, str | None, str | None, str | None]

_CITY_ENDS = ("自治州", "地区", "盟", "州")
_COUNTY_ENDS = ("县", "区", "旗")
_ADDRESSED = re.compile(
    r"(?:中共)?(?P<place>[一-鿿]{2,16}?[县区市旗州盟])(?=委|人民政府|政府|人大)"
)
_LIES_IN = re.compile(r"(?:地处|位于|隶属于?)(?P<place>(?:[一-鿿]{2,7}?[县区市旗州盟]){1,3})")
_OWN_RULE = re.compile(
    r"《(?P<place>[一-鿿]{2,14}?(?:县|区|市|旗|自治州))"
    r"(?=\d{4}|法治|依法|全面|人民政府|行政|优化|关于|实[施行]|[一-鿿]{2,12}(?:条例|规定|办法|规范))"
)
_OWN_PROVINCE = re.compile(r"《(?P<place>[一-鿿]{2,3}省|[一-鿿]{2,6}自治区)")
_NO_PLACE = re.compile(
    "依法治|[湾地园新社景城辖校库山牧林郊灾]区$|开发区$|^[全各本我该]|乡|镇|人民$"
)
_SAID_OF = re.compile(r"总书记[^。,;\n]{0,10}?(?:对|视察|考察|来)(?P<short>[一-鿿]{2,3})")
_ABBREVIATED = re.compile(
    r"总书记[^。,;\n]{0,6}?(?:来|在|对|视察|考察)(?P<short>[一-鿿])(?:考察|视察|工作)"
    r"|(?P<licence>[一-鿿])(?:ICP备|公网安备)"
)
_ABBREVIATIONS = {
    "京": "北京", "津": "天津", "冀": "河北", "晋": "山西", "蒙": "内蒙古", "辽": "辽宁",
    "吉": "吉林", "黑": "黑龙江", "沪": "上海", "苏": "江苏", "浙": "浙江", "皖": "安徽",
    "闽": "福建", "赣": "江西", "鲁": "山东", "豫": "河南", "鄂": "湖北", "湘": "湖南",
    "粤": "广东", "桂": "广西", "琼": "海南", "渝": "重庆", "川": "四川", "蜀": "四川",
    "黔": "贵州", "贵": "贵州", "滇": "云南", "云": "云南", "藏": "西藏", "陕": "陕西",
    "甘": "甘肃", "陇": "甘肃", "青": "青海", "宁": "宁夏", "新": "新疆",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The levels above the town that the text states, from the surest place on."""

    province: str | None = None
    city: str | None = None
    county: str | None = None

    def add(self, chain: Iterable[str]) -> Stated:
        """Fill empty levels; a chain that says otherwise of a filled level is another place's."""
        levels = _read_levels(tuple(chain))
        mine = (self.province, self.city, self.county)
        theirs = (levels.province, levels.city, levels.county)
        if any(ours and other and ours != other for ours, other in zip(mine, theirs, strict=True)):
            return self
        return Stated(
            province=self.province or levels.province,
            city=self.city or levels.city,
            county=self.county or levels.county,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The stated names, province first."""
        return tuple(name for name in (self.province, self.city, self.county) if name)


def find_region(chains: Iterable[tuple[str, ...]], unit: str | None, text: str) -> Region:
    """Province, city, county and town of the issuer.

    `chains` are the names said of it or around it, the surest first; `text` is all folded text of
    the file, which tells namesakes apart.
    """
    stated = Stated()
    for chain in chains:
        stated = stated.add(name for name in chain if name != unit)
    for chain in _find_told_places(text):
        stated = stated.add(chain)
    province = _find_province(text)
    found = _resolve(unit, stated, province, text) if unit else None
    if found:
        return (*found.path[:3], unit)
    if stated.province is None and province:
        stated = stated.add((province,))
    return (stated.province, stated.city, stated.county, unit)


def find_addressed_places(addressee: str) -> tuple[tuple[str, ...], ...]:
    """The counties or cities that a line of addressees names: 中共遂溪县委 gives 遂溪县."""
    return tuple(_find_chains(_ADDRESSED, addressee))


def _find_told_places(text: str) -> Iterator[tuple[str, ...]]:
    """Places that the report says it lies in, then those whose own rules it cites."""
    yield from _find_chains(_LIES_IN, text)
    yield from _find_chains(_OWN_RULE, text)
    yield from (c for c in _find_chains(_OWN_PROVINCE, text) if is_upper_unit(c[0]))


def _find_chains(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    for match in pattern.finditer(text):
        place = match["place"]
        chain = () if _NO_PLACE.search(place) else split_chain(place)
        if chain:
            yield chain


def _find_province(text: str) -> str | None:
    """The province that the leader's words or the site's licence are about."""
    provinces = find_provinces()
    for match in _SAID_OF.finditer(text):
        for short in (match["short"], match["short"][:2]):
            if short in provinces:
                return provinces[short]
    for match in _ABBREVIATED.finditer(text):
        short = _ABBREVIATIONS.get(match["short"] or match["licence"])
        if short:
            return provinces[short]
    return None


def _read_levels(chain: tuple[str, ...]) -> Stated:
    """Give each name of a chain its level: by the gazetteer, else by its last word."""
    stated = Stated()
    for place, name in enumerate(chain):
        inner = chain[place + 1 :]
        level = _find_level(name, inner)
        if level == "province":
            stated = Stated(province=name, city=stated.city, county=stated.county)
        elif level == "city":
            stated = Stated(province=stated.province, city=name, county=stated.county)
        elif level == "county":
            stated = Stated(province=stated.province, city=stated.city, county=name)
    return stated


def _find_level(name: str, inner: tuple[str, ...]) -> str | None:
    known = find_units(name) if is_upper_unit(name) else ()
    if known:
        unit = known[0]
        return "county" if unit.county else "city" if unit.city else "province"
    if name.endswith("自治区") or name.endswith("省"):
        return "province"
    holds_county = any(part.endswith((*_COUNTY_ENDS, "市")) for part in inner)
    if name.endswith(_CITY_ENDS) or (name.endswith("市") and holds_county):
        return "city"
    return "county" if name.endswith((*_COUNTY_ENDS, "市")) else None


def _resolve(town: str, stated: Stated, province: str | None, text: str) -> Unit | None:
    """The one unit of the gazetteer that fits what is stated; None where none or several do."""
    if any(not is_upper_unit(name) for name in stated.names):
        return None
    units = find_units(town, *stated.names)
    if len(units) == 1 and (stated.names or province in {None, units[0].province}):
        return units[0]
    if len(units) > 1:
        return _tell_apart(units, text)
    return None


def _tell_apart(units: tuple[Unit, ...], text: str) -> Unit | None:
    """Of namesakes the one whose county or city the text names most; None for a draw."""
    counts = sorted(((_count_mentions(unit, text), unit.code) for unit in units), reverse=True)
    (first, code), (second, _) = counts[:2]
    if first == second:
        return None
    return next(unit for unit in units if unit.code == code)


def _count_mentions(unit: Unit, text: str) -> int:
    county = text.count(unit.county) if unit.county else 0
    city = text.count(unit.city) if unit.city else 0
    return 4 * county + 2 * city + text.count(unit.province)
