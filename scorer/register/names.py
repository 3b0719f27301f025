"""Names of bodies as registers, reports and file names write them, brought to one form."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from scorer.cache import regex
from scorer.masthead.names import find_names, kind_of
from scorer.places import split_chain
from scorer.zh.traditional import simplify

_INVISIBLE = regex(r"[\s\u200b-\u200f\u2060\ufeff]")
_ASIDE = regex(r"\([^()]*\)$")
_NUMBERED = regex(r"^(?:\(?\d{1,3}[.、)]|\d{1,3}(?=[^\d年]))")
_PARTY = regex("^(?:中国共产党|中共)")
_BODY = regex("(?:[、和及与]?(?:人民政府|政府|党工委|党委|工作委员会|委员会|工委|(?<=街道)办))+$")
_OFFICE = "办事处"
_INNER_BODY = regex("人民政府(?=.)")
_ETHNIC = regex(r"(?<=..)(?:[\u4e00-\u9fff]{1,5}族)+(?=乡$)")
_COUNTY_END = regex("(?<=..)(?:自治县|自治旗|县|区|市|旗)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A body's own name (大兴镇), and the names of what it lies in, the widest first."""

    unit: str
    outer: tuple[str, ...] = ()


def compact(text: str) -> str:
    """Simplified, narrow and without spaces; nothing else is changed."""
    return _INVISIBLE.sub("", simplify(unicodedata.normalize("NFKC", text)))


def parse_name(text: str) -> Place:
    """The place behind a name, whatever of its government stands around it.

    >>> parse_name("璧山区大兴镇人民政府")
    Place(unit='大兴镇', outer=('璧山区',))
    """
    words = _strip_body(_PARTY.sub("", _NUMBERED.sub("", _ASIDE.sub("", compact(text)))))
    whole = [name.chain for name in find_names(words) if name.text == words]
    chain = whole[0] if whole else split_chain(words) or (words,)
    return Place(unit=chain[-1], outer=chain[:-1])


def parse_outer(text: str) -> tuple[str, ...]:
    """The units that a cell of the column 县 names: 重庆市璧山区 are two."""
    words = compact(text).removesuffix("人民政府")
    return split_chain(words) or ((words,) if words else ())


def same_body(one: str, other: str) -> bool:
    """Whether two names are one: equal, or one leaves its 镇, 乡 or 街道 out."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and kind_of(short) is None and short == stem(long)


def related(one: str, other: str) -> bool:
    """Whether a body may be the other under an older or shorter name: 大兴乡, 大兴镇."""
    return _ETHNIC.sub("", stem(one)) == _ETHNIC.sub("", stem(other)) or _root(one) == _root(other)


def stem(unit: str) -> str:
    """The name without its 镇, 乡, 街道 or 苏木."""
    end = kind_of(unit)
    return unit if end is None else unit.removesuffix("乡" if end == "民族乡" else end)


def county_stem(name: str) -> str:
    """璧山 for 璧山县 and 璧山区."""
    return _COUNTY_END.sub("", name)


def _root(unit: str) -> str:
    """万诺 for 万诺布依族乡."""
    return stem(_ETHNIC.sub("", unit))


def _strip_body(words: str) -> str:
    """大兴镇 for 大兴镇人民政府; an office without 街道 in its name gets it: 朝阳办事处."""
    words = _INNER_BODY.sub("", _BODY.sub("", words))
    if not words.endswith(_OFFICE):
        return words
    place = words.removesuffix(_OFFICE)
    return place if kind_of(place) is not None else f"{place}街道"
