"""Counts of a stretch of text and the shares they can make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from operator import attrgetter

from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading

PERCENT = "%"
#: Measure words that may stand for one another within a sentence: 受理12件，办结11起.
_FAMILIES = (
    frozenset({"件", "起", "宗", "例"}),
    frozenset({"人", "名", "位"}),
    frozenset({"条", "项", "个"}),
    frozenset({"场", "次", "场次"}),
)
_NO_COUNT = frozenset(
    {"", "%", "年", "个月", "月", "天", "日", "个工作日", "工作日", "小时", "分钟"}
)
_BEGINNING = attrgetter("at")
_CENT = Decimal("0.01")
#: By so much of their size floats are held to be wrong, a million times more than they are.
_MARGIN = 1e-9


def is_count(number: NumberMention) -> bool:
    """Whether the number counts things that a share can be taken of."""
    return not number.ordinal and number.unit not in _NO_COUNT


def numbers_between(reading: Reading, at: int, stop: int) -> Sequence[NumberMention]:
    """All numbers that stand in a stretch of the normalised text."""
    first = bisect_left(reading.numbers, at, key=_BEGINNING)
    return reading.numbers[first : bisect_left(reading.numbers, stop, first, key=_BEGINNING)]


def counts_between(reading: Reading, at: int, stop: int) -> tuple[NumberMention, ...]:
    """The counts that stand in a stretch of the normalised text."""
    return tuple(filter(is_count, numbers_between(reading, at, stop)))


def counts_by_clause(reading: Reading) -> Iterator[tuple[Clause, tuple[NumberMention, ...]]]:
    """Every clause with the counts that stand in it."""
    for clause in reading.clauses:
        yield clause, counts_between(reading, clause.at, clause.stop)


def same_family(one: NumberMention, other: NumberMention) -> bool:
    """Whether two counts count the same kind of thing as far as their measure words tell."""
    if one.unit == other.unit:
        return True
    return any(one.unit in family and other.unit in family for family in _FAMILIES)


def is_plain(number: NumberMention) -> bool:
    """Whether the number is an exact count that no hedge widens."""
    return not number.hedge and number.low == number.value


def least(number: NumberMention) -> Fraction:
    """The smallest value the number can stand for."""
    return Fraction(number.value if is_plain(number) else number.low)


def most(number: NumberMention) -> Fraction | None:
    """The largest value the number can stand for; None where nothing limits it."""
    if is_plain(number):
        return Fraction(number.value)
    return Fraction(number.high) if number.high.is_finite() else None


def most_of_all(numbers: Sequence[NumberMention]) -> Fraction | None:
    """The largest sum they can have; None where nothing limits it."""
    tops = [most(number) for number in numbers]
    return None if None in tops else sum((top for top in tops if top is not None), Fraction(0))


def least_of_all(numbers: Sequence[NumberMention]) -> Fraction:
    """The smallest sum they can have."""
    return sum(map(least, numbers), Fraction(0))


def can_be_share(rate: NumberMention, part: NumberMention, whole: Sequence[NumberMention]) -> bool:
    """Whether `part` of the sum of `whole` can be printed as `rate`: rounded or cut off."""
    if is_far(rate, part, whole):
        return False
    low_whole, high_whole, high_part = least_of_all(whole), most_of_all(whole), most(part)
    if low_whole <= 0:
        return high_whole != 0
    lowest = Fraction(0) if high_whole is None else 100 * least(part) / high_whole
    highest = None if high_part is None else 100 * high_part / low_whole
    return prints(rate, lowest, highest)


def is_far(rate: NumberMention, part: NumberMention, whole: Sequence[NumberMention]) -> bool:
    """Whether floats tell by a wide margin that the share is printed otherwise.

    They settle most pairs in a tenth of the time that fractions take.
    """
    total = sum(float(number.value) for number in whole)
    if total <= 0 or rate.hedge or not all(map(is_plain, (part, *whole))):
        return False
    share, floor = 100 * float(part.value) / total, float(rate.low)
    margin = _MARGIN * (1 + abs(share) + abs(floor))
    return share < floor - margin or share > floor + 1.5 * (float(rate.high) - floor) + margin


def prints(rate: NumberMention, lowest: Fraction, highest: Fraction | None) -> bool:
    """Whether some share from `lowest` to `highest` can be printed so: rounded or cut off."""
    floor, ceiling, closed = _printed_as(rate)
    below = ceiling is not None and (lowest > ceiling or (lowest == ceiling and not closed))
    above = highest is not None and highest < floor
    return not below and not above


def _printed_as(rate: NumberMention) -> tuple[Fraction, Fraction | None, bool]:
    """Shares printed so: from half a place below to a whole place above, that end left out."""
    floor = Fraction(rate.low)
    if rate.hedge:
        return floor, Fraction(rate.high) if rate.high.is_finite() else None, True
    place = Fraction(rate.high) - floor
    return floor, floor + place * Fraction(3, 2), False


def show_share(part: NumberMention, whole: NumberMention) -> str:
    """The arithmetic as a reader wants it: 39/42=92.86%."""
    percent = Decimal(100) * part.value / whole.value
    return f"{plain_number(part)}/{plain_number(whole)}={percent.quantize(_CENT, ROUND_HALF_UP)}%"


def plain_number(number: NumberMention) -> str:
    """The value in digits without an exponent or trailing zeros of scaling."""
    value = number.value
    return f"{value.to_integral_value() if value == value.to_integral_value() else value:f}"
