"""Numbers as Chinese documents write them: 一百二十, 两千零五, 1.2万, 3,400, 二〇二三."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from scorer.cache import regex

#: Every way a zero is written between Chinese digits; scans often give a Latin letter or a circle.
_ZEROS = "零〇○◯Ｏ"
_DIGITS = str.maketrans(
    "一二两三四五六七八九壹贰叁肆伍陆柒捌玖" + _ZEROS, "1223456789123456789" + "0" * len(_ZEROS)
)
_PLAIN_UNITS = str.maketrans({"拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿"})
_UNITS = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_DIGIT_UNITS = "千百十"
_TEN = 10
_BLANKS = regex(r"\s")
_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL = regex(r"\d+(?:\.\d+)?")
_MIN_DIGIT_STRING = 3

#: What one number is made of, for a regular expression that looks for numbers.
CHINESE_DIGITS = "零〇○一二两三四五六七八九"
CHINESE_NUMERALS = CHINESE_DIGITS + "十百千万亿廿卅"


def parse_number(text: str) -> Decimal | None:
    """Read a text that is one number and nothing else.

    None for what is no exact number: 十几, 数百, 七八百, 两千余, 1万多. A measure word or a percent
    sign is the caller's.
    """
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text)).translate(_PLAIN_UNITS)
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if plain in {"半", "一半"}:
        return Decimal("0.5")
    if _is_digit_string(plain):
        return Decimal(plain.translate(_DIGITS))
    return _parse_units(plain)


def parse_digits(text: str) -> int | None:
    """Read a number spelled digit by digit, as years are: 二〇二三, 2023, 二0二三."""
    digits = _BLANKS.sub("", unicodedata.normalize("NFKC", text)).translate(_DIGITS)
    return int(digits) if digits.isdecimal() else None


def _is_digit_string(plain: str) -> bool:
    """Whether Chinese digits stand side by side as a figure; 七八 and 三五 mean "some"."""
    if plain.isdecimal() or not plain.translate(_DIGITS).isdecimal():
        return False
    holds_zero = any(zero in plain for zero in _ZEROS)
    return len(plain) >= _MIN_DIGIT_STRING or (holds_zero and len(plain) > 1)


def _parse_units(plain: str) -> Decimal | None:
    """Split at the largest unit: what stands before multiplies it, what stands behind is added."""
    for unit, factor in _UNITS:
        head, found, tail = plain.rpartition(unit)
        if not found:
            continue
        times = Decimal(1) if unit == "十" and not head else _parse_units(head)
        rest = _parse_rest(tail, factor)
        if times is None or rest is None or not _may_multiply(times, unit, head):
            return None
        return times * factor + rest
    return _parse_leaf(plain)


def _may_multiply(times: Decimal, unit: str, head: str) -> bool:
    """Whether 二十百 and 十万五千万 are kept out: one digit before 千百十, one 万 in a number."""
    return unit not in head and (unit not in _DIGIT_UNITS or times < _TEN)


def _parse_rest(tail: str, factor: int) -> Decimal | None:
    """Read what stands behind a unit and is smaller; 一万五 and 三千五 drop their last unit."""
    if not tail:
        return Decimal(0)
    if len(tail) == 1 and factor > _TEN and tail not in _ZEROS:
        short = _parse_leaf(tail)
        return None if short is None else short * factor / _TEN
    rest = _parse_units(tail.lstrip(_ZEROS))
    return rest if rest is None or rest < factor else None


def _parse_leaf(plain: str) -> Decimal | None:
    """Read 3,400 or 12.5 or one Chinese digit, with 点 and its digits or without."""
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    whole, _, fraction = plain.partition("点")
    if len(whole) > 1 and not whole[0].isdecimal():
        return None
    digits = (
        plain.translate(_DIGITS) if not fraction else f"{whole or 0}.{fraction}".translate(_DIGITS)
    )
    return Decimal(digits) if _DECIMAL.fullmatch(digits) else None
