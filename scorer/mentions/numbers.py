"""Numbers as written, with their measure word and the values they can stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from scorer.cache import regex
from scorer.mentions.intervals import (
    MORE,
    Bound,
    Written,
    bound_before,
    bound_behind,
    interval,
)
from scorer.mentions.model import NumberMention
from scorer.mentions.ordinals import Place, names_or_orders
from scorer.mentions.units import read_unit
from scorer.zh.numerals import CHINESE_DIGITS, CHINESE_NUMERALS, parse_number

_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?"
_CHINESE = rf"[{CHINESE_NUMERALS}]+(?:点[{CHINESE_DIGITS}]+)?"
_SPELLED = regex(
    rf"""
    (?P<base>{_CHINESE}|\d+)分之(?P<share>{_ARABIC}|{_CHINESE})        # 百分之三, 三分之二
    | (?P<tenths>[一二两三四五六七八九\d])成(?![立为功员本果效都年长交熟群片批就分绩形型不了])
      (?P<hundredths>[一二三四五六七八九](?=[，。；、（）\n的以左上多]|$))?      # 九成, 九成八
    | (?:(?P<floor>\d+(?:\.\d+)?)%?[-–—~～至到]{{1,2}})?               # the 3 of 3至5名
      (?P<digits>{_ARABIC})(?P<some>[{MORE}]?)(?P<scale>[百千]?[万亿]?)(?P<more>[{MORE}]?)
      (?P<sign>[%‰]?)
    | (?P<words>{_CHINESE})(?P<word_some>[{MORE}]?)(?P<word_scale>[万亿]?)(?P<word_more>[{MORE}]?)
    """,
    re.VERBOSE,
)
#: Where a number can begin; one class, so that the scan is fast.
_START = regex(rf"[{CHINESE_NUMERALS}\d]")
_SCALES = {
    "": 1,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
    "千亿": 10**11,
}
_PARTS_OF_A_HUNDRED = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_ONE = Decimal(1)
_LARGE = frozenset("万亿")
_ROUND = frozenset("百千")
_VAGUE_BEFORE = frozenset("几数好若")
_PERCENT = "%"
#: A longer run of digits is an identifier, not a number.
_TOO_LARGE = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its measure word, not yet looked at in its surroundings."""

    at: int
    stop: int
    written: Written
    unit: str
    more: str = ""
    floor: str | None = None
    spelled: bool = False


def find_numbers(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[NumberMention, ...]:
    """Every number in the order of the text; those that touch a `taken` place are ordinal.

    `taken` lists half-open places in order (dates, citations); one may stand inside another.
    """
    starts = [at for at, _ in taken]
    reach = list(accumulate((stop for _, stop in taken), max))

    def is_taken(found: _Found) -> bool:
        before = bisect_left(starts, found.stop)
        return before > 0 and reach[before - 1] > found.at

    return tuple(_mention(text, found, taken=is_taken(found)) for found in _read_all(text))


def _read_all(text: str) -> Iterator[_Found]:
    start = _START.search(text)
    while start is not None:
        match = _SPELLED.match(text, start.start())
        found = _read(text, match) if match else None
        if found is not None:
            yield found
        end = found.stop if found else match.end() if match else start.end()
        start = _START.search(text, end)


def _read(text: str, match: re.Match[str]) -> _Found | None:
    if match["digits"]:
        return _read_digits(text, match)
    if match["words"]:
        return _read_words(text, match)
    return _read_tenths(match) if match["tenths"] else _read_fraction(match)


def _read_fraction(match: re.Match[str]) -> _Found | None:
    """百分之九十八点五 in per cent; 三分之二 is no count and no printed rate."""
    unit = _PARTS_OF_A_HUNDRED.get(match["base"])
    share = match["share"]
    value = parse_number("一" + share if share == "百" else share)
    if unit is None or value is None or value >= _TOO_LARGE:
        return None
    decimals = _count_decimals(share)
    written = Written(value=value * unit, place=unit.scaleb(-decimals), decimals=decimals)
    return _Found(match.start(), match.end(), written, _PERCENT)


def _read_tenths(match: re.Match[str]) -> _Found:
    percent = 10 * (parse_number(match["tenths"]) or Decimal(0))
    written = Written(value=percent, place=Decimal(10))
    if match["hundredths"]:
        percent += parse_number(match["hundredths"]) or Decimal(0)
        written = Written(value=percent, place=_ONE)
    return _Found(match.start(), match.end(), written, _PERCENT)


def _read_digits(text: str, match: re.Match[str]) -> _Found | None:
    digits = match["digits"].replace(",", "")
    value = Decimal(digits)
    if value >= _TOO_LARGE or (match["some"] and match["more"]):
        return None
    unit, stop = match["sign"], match.end()
    if not unit:
        unit, stop = read_unit(text, stop)
    scale = match["scale"]
    if scale in _LARGE and unit == "元":
        scale, unit = "", scale + unit
    written = _scale(digits, value, scale)
    if unit == "‰":
        unit = _PERCENT
        written = replace(written, value=written.value / 10, place=written.place / 10)
    more = match["some"] or match["more"]
    return _Found(match.start(), stop, written, unit, more=more, floor=match["floor"])


def _read_words(text: str, match: re.Match[str]) -> _Found | None:
    """Chinese numerals count as numbers only with a measure word behind."""
    words, scale = match["words"], match["word_scale"]
    unit, stop = read_unit(text, match.end(), spelled=len(words + scale))
    if not unit or text[match.start() - 1 : match.start()] in _VAGUE_BEFORE:
        return None
    if not scale and words[-1] in _LARGE:
        words, scale = words[:-1], words[-1]
    more = match["word_some"] or match["word_more"]
    value = parse_number(f"一{words}" if more and words in _ROUND else words)
    if value is None or value >= _TOO_LARGE:
        return None
    if scale and unit == "元":
        scale, unit = "", scale + unit
    written = _scale(words, value, scale)
    return _Found(match.start(), stop, written, unit, more=more, spelled=True)


def _scale(digits: str, value: Decimal, scale: str) -> Written:
    decimals = _count_decimals(digits)
    if not scale and not decimals:
        return Written(value=value, place=_ONE)
    factor = Decimal(_SCALES[scale])
    return Written(value=value * factor, place=factor.scaleb(-decimals), decimals=decimals)


def _count_decimals(spelled: str) -> int:
    _, _, behind = spelled.replace("点", ".").partition(".")
    return len(behind)


def _mention(text: str, found: _Found, *, taken: bool) -> NumberMention:
    """Join hedges before and behind, and say what the number can stand for."""
    bound, hedge = (Bound.MORE, found.more) if found.more else bound_before(text, found.at)
    if bound is Bound.EXACT:
        bound, hedge = bound_behind(text, found.stop)
    written = found.written
    rounded = written.place != _ONE or found.unit == _PERCENT
    low, high = interval(written, bound, rounded=rounded)
    if found.floor:
        low, hedge = min(low, Decimal(found.floor)), "至"
    place = Place(found.at, found.stop, found.unit, found.spelled)
    return NumberMention(
        at=found.at,
        stop=found.stop,
        value=written.value,
        low=low,
        high=high,
        unit=found.unit,
        hedge=hedge,
        decimals=written.decimals,
        ordinal=taken or names_or_orders(text, place),
    )
