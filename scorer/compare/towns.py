"""Whether two reports are of one town, under whatever name it goes."""

from __future__ import annotations

from scorer.cache import regex
from scorer.compare.specimen import Issuer
from scorer.places import TOWN_ENDS

_NATIONS = regex(r"(?:[\u4e00-\u9fff]{1,4}?族)+$")
_COUNTY_END = regex(r"(?:自治县|自治旗|[县旗市区])$")
_SHORTEST = 2


def stem_of(unit: str) -> str:
    """The name without its kind: 大兴 of 大兴镇, 古桑 of 古桑瑶族乡."""
    end = next((end for end in TOWN_ENDS if unit.endswith(end)), "")
    bare = unit.removesuffix(end)
    if end == "乡" and bare.endswith("族"):
        known = _NATIONS.sub("", bare)
        return known if len(known) >= _SHORTEST else bare
    return bare or unit


def county_stem(county: str | None) -> str | None:
    """平海 of 平海县, which may have become 平海市 or 平海区."""
    if county is None:
        return None
    bare = _COUNTY_END.sub("", county)
    return bare if len(bare) >= _SHORTEST else county


def town_key(issuer: Issuer, file: str) -> tuple[str, str]:
    """The same for all reports of a town; a report of nobody known stands for itself."""
    if issuer.unit is None:
        return "", file
    return county_stem(issuer.county) or "", stem_of(issuer.unit)


def may_be_same(one: Issuer, other: Issuer) -> bool:
    """Whether the stems are the same and nothing that lies above contradicts it."""
    if one.unit is None or other.unit is None or stem_of(one.unit) != stem_of(other.unit):
        return False
    counties = county_stem(one.county), county_stem(other.county)
    if None not in counties and counties[0] != counties[1]:
        return False
    upper = zip(one.region[:2], other.region[:2], strict=True)
    return all(a is None or b is None or a == b for a, b in upper)
