"""Splits a written place into its units: 长沙市天心区坡子街街道 is three names."""

from __future__ import annotations

import re

from scorer.places.gazetteer import is_upper_unit

#: The ends of a township's name; 民族乡 and 民族苏木 end so too.
TOWN_ENDS = ("街道", "苏木", "镇", "乡")
_LONGEST_UPPER = 15
_SHORTEST_UPPER = 2
#: A county or city that no table knows still shows itself by its last word.
_INVENTED = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:自治州|地区|市|自治县|县|自治旗|旗|区)")


def split_chain(text: str) -> tuple[str, ...]:
    """The names in `text`, which must be units one in the other and nothing else, else ().

    Known names win over the look of a word: 津市市毛里湖镇, 新市街道 and 镇江市 stay whole.
    """
    if not text:
        return ()
    if is_upper_unit(text):
        return (text,)
    for name in _first_names(text):
        rest = split_chain(text[len(name) :])
        if rest:
            return (name, *rest)
    return (text,) if is_town_name(text) or _INVENTED.fullmatch(text) else ()


def is_town_name(text: str) -> bool:
    """Whether the word is shaped as a township's name: something before 镇, 乡, 街道 or 苏木."""
    end = next((end for end in TOWN_ENDS if text.endswith(end)), "")
    return bool(end) and len(text) > len(end)


def _first_names(text: str) -> list[str]:
    """Ways to begin: known units, the longest first, then the shortest that looks like one."""
    lengths = range(min(_LONGEST_UPPER, len(text) - 1), _SHORTEST_UPPER - 1, -1)
    known = [text[:length] for length in lengths if is_upper_unit(text[:length])]
    invented = _INVENTED.match(text)
    return known + ([invented[0]] if invented and invented[0] not in known else [])
