"""One figure told twice with a slip of the pen: digits swapped, a decimal point lost, one work."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from scorer.cache import regex
from scorer.checks.counts import plain_number
from scorer.checks.quantities import Quantity, bodies_in, longest_shared

#: A count below this is swapped by chance as often as by a slip.
_LEAST_ALIKE = 100
_SHARED = 4
_FEWEST_PAIRS = 2
_LEAST_DIGITS = 2
_POWERS = frozenset({Decimal(10), Decimal(100), Decimal(1000)})
#: A work bears a name and has one price, one size and one length.
_NAMED = regex(r"“([^“”]{4,16})”")
_SIZES = frozenset({"元", "万元", "亿元", "平方米", "亩", "公里", "米", "天"})
_BUILT = regex(r"建成|建起|新建|修建|改造|打造")
_AROUND = 30
_PREPOSITIONS = frozenset("向给对为")
#: Words that tell nothing of what is counted.
_GENERIC = frozenset(
    {"工作", "情况", "活动", "组织", "开展", "人员", "群众", "行政", "全年", "案件"}
)


def sort_digits(quantity: Quantity) -> str:
    """What two counts with swapped digits share."""
    return "".join(sorted(plain_number(quantity.count)))


def strip_digits(quantity: Quantity) -> str:
    """What two counts share of which one lost its point."""
    return plain_number(quantity.count).replace(".", "").strip("0")


def name_work(quantity: Quantity) -> str:
    """The name in quotation marks beside a size or a price, "" where there is none."""
    named = _NAMED.search(_segment(quantity)) if quantity.count.unit in _SIZES else None
    return named[1] if named else ""


def is_swapped(one: Quantity, other: Quantity) -> bool:
    """3126 and 3216 of the same thing."""
    a, b = plain_number(one.count), plain_number(other.count)
    if a == b or sorted(a) != sorted(b) or (a[-1] == "0") != (b[-1] == "0"):
        return False
    if a[-1] == "0" and not _adds_nothing(one.told, other.told):
        return False
    if one.of_period or other.of_period or not _of_one_body(one, other):
        return False
    if one.told == other.told and one.of_year and other.of_year and len(one.told) >= _SHARED:
        return True
    return one.count.value >= _LEAST_ALIKE and _tell_alike(one, other)


def lost_its_point(one: Quantity, other: Quantity) -> bool:
    """2.6万平方米 and 26万平方米 of the same thing."""
    low, high = sorted((one.count.value, other.count.value))
    if low <= 0 or high / low not in _POWERS or one.of_period or other.of_period:
        return False
    if not _of_one_body(one, other):
        return False
    return (
        len(strip_digits(one)) >= _LEAST_DIGITS
        and len(longest_shared(one.told, other.told)) >= _SHARED
    )


def is_one_work(one: Quantity, other: Quantity) -> bool:
    """投入45万元建成“文化大舞台” and 花费54万元建成的“文化大舞台”."""
    if one.count.unit not in _SIZES or one.count.value == other.count.value:
        return False
    around = [_segment(quantity) for quantity in (one, other)]
    names = [set(_NAMED.findall(words)) for words in around]
    return bool(names[0] & names[1]) and all(_BUILT.search(words) for words in around)


def _of_one_body(one: Quantity, other: Quantity) -> bool:
    """Whether the body right before either count is one that its clause names too."""
    return bodies_in(one.lead) <= other.bodies and bodies_in(other.lead) <= one.bodies


def _adds_nothing(one: str, other: str) -> bool:
    """Whether the shorter words have no character of their own: 发放读本, 发放法治读本."""
    shorter, longer = sorted((one, other), key=len)
    return set(shorter) - _PREPOSITIONS <= set(longer)


def _segment(quantity: Quantity) -> str:
    """The words around the count up to the marks on either side."""
    at, stop = quantity.count.at - quantity.clause.at, quantity.count.stop - quantity.clause.at
    text = quantity.clause.text
    before = re.split("[，；：]", text[max(0, at - _AROUND) : at])[-1]
    return before + re.split("[，；：]", text[stop : stop + _AROUND])[0]


def _tell_alike(one: Quantity, other: Quantity) -> bool:
    """Whether a long run of words is shared, or two short ones: 发放读本 and 发放法治读本."""
    if len(longest_shared(one.told, other.told)) >= _SHARED:
        return True
    pairs = [{a + b for a, b in pairwise(q.told)} - _GENERIC for q in (one, other)]
    return len(pairs[0] & pairs[1]) >= _FEWEST_PAIRS
