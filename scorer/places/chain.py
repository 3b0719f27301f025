"""Splits a written place into its units: 长沙市天心区坡子街街道 is three names."""

from __future__ import annotations

from scorer.cache import regex
from scorer.places.gazetteer import find_units, is_upper_unit

#: Chinese characters for a character class, with the rare ones that place names keep: 㵲阳镇.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
#: The ends of a township's name; 民族乡 and 民族苏木 end so too.
TOWN_ENDS = ("街道", "苏木", "镇", "乡")
_LONGEST_UPPER = 15
_SHORTEST_UPPER = 2
#: A county or city that no table knows still shows itself by its last word.
_INVENTED = regex(rf"[{HAN}]{{2,6}}?(?:自治州|地区|市|自治县|县|自治旗|旗|区)")


def split_chain(text: str) -> tuple[str, ...]:
    """The names in `text`, which must be units one in the other and nothing else, else ().

    Known names win over the look of a word: 津市市毛里湖镇, 新市街道 and 镇江市 stay whole.
    """
    if not text:
        return ()
    if find_units(text):
        return (text,)
    for name in _first_names(text):
        rest = split_chain(text[len(name) :])
        if rest:
            return (name, *rest)
    return (text,) if is_town_name(text) or _INVENTED.fullmatch(text) else ()


def is_town_name(text: str) -> bool:
    """Whether the word is shaped as a township's name: something before 镇, 乡, 街道 or 苏木.

    庆阳市镇 is none: 镇 begins the next name there.
    """
    end = next((end for end in TOWN_ENDS if text.endswith(end)), "")
    stem = text.removesuffix(end)
    if not (end and stem) or end == "街道":
        return bool(end and stem)
    outer = split_chain(stem)
    return not outer or not all(map(is_upper_unit, outer))


def _first_names(text: str) -> list[str]:
    """Ways to begin: known units, the longest first, then the shortest that looks like one."""
    lengths = range(min(_LONGEST_UPPER, len(text) - 1), _SHORTEST_UPPER - 1, -1)
    known = [text[:length] for length in lengths if is_upper_unit(text[:length])]
    invented = _INVENTED.match(text)
    return known + ([invented[0]] if invented and invented[0] not in known else [])
