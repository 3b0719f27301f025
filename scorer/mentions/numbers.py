"""Numbers as written, with their measure word and the values they can stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from scorer.mentions.intervals import (
    MORE,
    Bound,
    Written,
    bound_before,
    bound_behind,
    interval,
)
from scorer.mentions.model import NumberMention
from scorer.mentions.ordinals import names_or_orders
from scorer.mentions.units import read_unit
from scorer.zh.numerals import CHINESE_DIGITS, CHINESE_NUMERALS, parse_number

_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?"
_CHINESE = rf"[{CHINESE_NUMERALS}]+(?:点[{CHINESE_DIGITS}]+)?"
_SPELLED = re.compile(
    rf"""
    (?P<base>{_CHINESE}|\d+)分之(?P<share>{_ARABIC}|{_CHINESE})        # 百分之三, 三分之二
    | (?P<tenths>[一二两三四五六七八九\d])成(?![立为功员本果效都年长交熟群片批就分绩形型不了])
    | (?:(?P<floor>\d+(?:\.\d+)?)%?[-–—~～至到]{{1,2}})?               # the 3 of 3至5名
      (?P<digits>{_ARABIC})(?P<some>[{MORE}]?)(?P<scale>[百千]?[万亿]?)(?P<more>[{MORE}]?)
      (?P<sign>[%‰]?)
    | (?P<words>{_CHINESE})(?P<word_some>[{MORE}]?)(?P<word_scale>[万亿]?)(?P<word_more>[{MORE}]?)
    """,
    re.VERBOSE,
)
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
_LARGE = frozenset("万亿")
_ROUND = frozenset("百千")
_VAGUE_BEFORE = frozenset("几数好若")
_PERCENT = "%"
#: A longer run of digits is an identifier, not a number.
_TOO_LARGE = Decimal(10) ** 15


def find_numbers(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[NumberMention, ...]:
    """Every number in the order of the text; those that touch a `taken` place are ordinal.

    `taken` lists half-open places in order (dates, citations); one may stand inside another.
    """
    starts = [at for at, _ in taken]
    reach = list(accumulate((stop for _, stop in taken), max))

    def is_taken(number: NumberMention) -> bool:
        before = bisect_left(starts, number.stop)
        return before > 0 and reach[before - 1] > number.at

    return tuple(
        replace(number, ordinal=True) if is_taken(number) else number for number in _read_all(text)
    )


def _read_all(text: str) -> Iterator[NumberMention]:
    end = 0
    for match in _SPELLED.finditer(text):
        number = _read(text, match) if match.start() >= end else None
        if number is not None:
            end = number.stop
            yield number


def _read(text: str, match: re.Match[str]) -> NumberMention | None:
    if match["base"]:
        return _read_fraction(text, match)
    if match["tenths"]:
        return _read_tenths(text, match)
    if match["digits"]:
        return _read_digits(text, match)
    return _read_words(text, match)


def _read_fraction(text: str, match: re.Match[str]) -> NumberMention | None:
    """百分之九十八点五 in per cent; 三分之二 is no count and no printed rate."""
    unit = _PARTS_OF_A_HUNDRED.get(match["base"])
    share = match["share"]
    value = parse_number("一" + share if share == "百" else share)
    if unit is None or value is None or value >= _TOO_LARGE:
        return None
    decimals = _count_decimals(share)
    written = Written(value=value * unit, place=unit * Decimal(10) ** -decimals, decimals=decimals)
    return _mention(text, match, written, _PERCENT, match.end())


def _read_tenths(text: str, match: re.Match[str]) -> NumberMention:
    tenths = parse_number(match["tenths"]) or Decimal(0)
    written = Written(value=tenths * 10, place=Decimal(10))
    return _mention(text, match, written, _PERCENT, match.end())


def _read_digits(text: str, match: re.Match[str]) -> NumberMention | None:
    value = parse_number(match["digits"])
    if value is None or value >= _TOO_LARGE or (match["some"] and match["more"]):
        return None
    unit, stop = match["sign"], match.end()
    if not unit:
        unit, stop = read_unit(text, stop, spelled=False)
    scale = match["scale"]
    if scale in {"万", "亿"} and unit == "元":
        scale, unit = "", scale + unit
    written = _scaled(match["digits"], value, _SCALES[scale])
    if unit == "‰":
        unit = _PERCENT
        written = replace(written, value=written.value / 10, place=written.place / 10)
    return _mention(text, match, written, unit, stop)


def _read_words(text: str, match: re.Match[str]) -> NumberMention | None:
    """Chinese numerals count as numbers only with a measure word behind."""
    unit, stop = read_unit(text, match.end(), spelled=True)
    words, scale = match["words"], match["word_scale"]
    if not unit or text[match.start() - 1 : match.start()] in _VAGUE_BEFORE:
        return None
    if not scale and words[-1] in _LARGE:
        words, scale = words[:-1], words[-1]
    hedged = match["word_some"] or match["word_more"]
    value = parse_number(f"一{words}" if hedged and words in _ROUND else words)
    if value is None or value >= _TOO_LARGE:
        return None
    if scale and unit == "元":
        scale, unit = "", scale + unit
    return _mention(text, match, _scaled(words, value, _SCALES[scale]), unit, stop)


def _scaled(digits: str, value: Decimal, scale: int) -> Written:
    decimals = _count_decimals(digits)
    place = scale * Decimal(10) ** -decimals
    return Written(value=value * scale, place=place, decimals=decimals)


def _count_decimals(spelled: str) -> int:
    return len(re.split(r"[.点]", spelled, maxsplit=1)[1]) if re.search(r"[.点]", spelled) else 0


def _mention(
    text: str, match: re.Match[str], written: Written, unit: str, stop: int
) -> NumberMention:
    """Join hedges before and behind, and say what the number can stand for."""
    groups = match.groupdict()
    more = next(
        (groups[name] for name in ("some", "more", "word_some", "word_more") if groups[name]), ""
    )
    bound, hedge = (Bound.MORE, more) if more else bound_before(text, match.start())
    if bound is Bound.EXACT:
        bound, hedge = bound_behind(text, stop)
    rounded = written.place != 1 or unit == _PERCENT
    low, high = interval(written, bound, rounded=rounded)
    if match["floor"]:
        low, hedge = min(low, Decimal(match["floor"])), "至"
    number = NumberMention(
        at=match.start(),
        stop=stop,
        value=written.value,
        low=low,
        high=high,
        unit=unit,
        hedge=hedge,
        decimals=written.decimals,
    )
    spelled = match["words"] is not None
    return replace(number, ordinal=names_or_orders(text, number, spelled=spelled))
