"""The marker at the start of a heading or item: 一、 （一） 1. （1） in all widths and habits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorer.cache import regex

_HAN = "一二三四五六七八九十"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
#: What OCR makes of 一.
_DASH = "—─―"
_ARABIC = "0-9０-９"
_MARKER = regex(
    rf"""
    (?P<formal>[{_FORMAL}])(?:[、．.：:]|\s+)
  | 第(?P<part>[{_HAN}]{{1,2}})(?:(?:部分|篇章?|板块)(?:[、：:．.]|\s+|(?=[\u4e00-\u9fff]))|、)
  | (?P<one>[{_HAN}]{{1,3}}|[{_DASH}])\s*[、．.](?!\s*[{_HAN}]{{1,3}}[、级类季批等])
  | [（(〔]\s*(?P<two>[{_HAN}]{{1,3}}|[{_DASH}])\s*[）)〕]、?(?![项款条目期类级])
  | (?P<two_open>[{_HAN}]{{1,3}})\s*[）)]
  | (?P<three>[{_ARABIC}]{{1,2}})\s*(?:、|[.．](?![{_ARABIC}]))
  | [（(]\s*(?P<four>[{_ARABIC}]{{1,2}})\s*[）)](?![项款条目期类级])
  | (?P<four_open>[{_ARABIC}]{{1,2}})[）)]
  | (?P<sign>[㈠-㈩⒈-⒛⑴-⒇])
    """,
    re.VERBOSE,
)
#: What a marker begins with: most lines need no pattern.
_FIRST = frozenset(
    f"第{_HAN}{_FORMAL}{_DASH}0123456789０１２３４５６７８９（(〔"
    + "".join(map(chr, (*range(0x3220, 0x322A), *range(0x2474, 0x249C))))
)
_LEVEL_OF = {
    "formal": 0,
    "part": 0,
    "one": 1,
    "two": 2,
    "two_open": 2,
    "three": 3,
    "four": 4,
    "four_open": 4,
}
#: First code point of each run of ready-made signs, and the level it plays.
_SIGNS = ((0x3220, 2), (0x2488, 3), (0x2474, 4))
_ITEM = regex(rf"(第?[{_HAN}]{{1,3}})(?:是|要)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A numbering marker; `length` counts its characters and the white space behind it.

    `level` is 1 for 一、 2 for （一） 3 for 1. 4 for （1）; 0 stands above them: 第一部分.
    """

    level: int
    number: int
    length: int


def find_marker(words: str) -> Marker | None:
    """The marker that the words begin with."""
    found = _MARKER.match(words) if words[:1] in _FIRST else None
    if found is None or found.lastgroup is None:
        return None
    value = found[found.lastgroup]
    length = len(words) - len(words[found.end() :].lstrip())
    if found.lastgroup == "sign":
        return _read_sign(ord(value), length)
    level = _LEVEL_OF[found.lastgroup]
    number = int(value) if value.isdecimal() else read_han(value)
    return Marker(level=level, number=number, length=length)


def _read_sign(code: int, length: int) -> Marker:
    base, level = max(sign for sign in _SIGNS if sign[0] <= code)
    return Marker(level=level, number=code - base + 1, length=length)


def read_han(numeral: str) -> int:
    """一 to 九十九 as a number; a dash is an 一 that OCR misread."""
    if numeral in _DASH:
        return 1
    if numeral in _FORMAL:
        return _FORMAL.index(numeral) + 1
    tens, ten, ones = numeral.rpartition("十")
    high = (_HAN.index(tens[-1]) + 1 if tens else 1) if ten else 0
    return high * 10 + (_HAN.index(ones[-1]) + 1 if ones else 0)


def find_item(words: str) -> int | None:
    """The number of an item such as 二是 or 三要 that the words begin with; never a heading."""
    found = _ITEM.match(words)
    return read_han(found[1].removeprefix("第")) if found else None
