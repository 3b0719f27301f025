"""Counts told in two sentences that are of one thing and cannot both be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from scorer.cache import regex
from scorer.checks.counts import is_plain
from scorer.checks.quantities import Quantity, in_half_year, longest_shared
from scorer.checks.slips import (
    is_one_work,
    is_swapped,
    lost_its_point,
    name_work,
    sort_digits,
    strip_digits,
)

#: A count below this is told of too many things to be recognised.
_LEAST = 4
_SHARED_FOR_PERIODS = 4
_LEAST_FOR_PERIODS = 20
_OWN_WORDS = 4
_LONG_WORDS = 9
_PERIOD_WORD = regex(r"半年|季度|全年|年内|一年来")
#: Things of which a report tells one yearly total; of meetings and campaigns it tells many.
_TOTALS = regex(
    r"(?:受理|排查|调处|调解|化解|办结|接待|受理各类)[^，。]{0,4}(?:矛盾纠纷|纠纷|信访事项|群众来访)|行政处罚案件"
    r"|主动公开(?:政府)?信息|审查(?:合同|协议)|(?:代办|帮办)|热线工单|(?:制发|印发|审查)(?:行政)?规范性文件"
)
_SUCCESSES = regex(r"^(?:成功)?(?:调解|调处|化解)(?:成功)?$")
_TOPIC = regex(r"围绕|针对|关于|领域|方面|专项|《|就|期间|行动|系列|类")
_DEEDS = regex(r"立案|受理|办结|调解|排查|处罚|查处|关停|审查|公开|检查")
#: Counts of one key; where there are more, they are no slips.
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Rule:
    """Whether two counts are of the same thing and cannot both be; only those of one key may be."""

    key: Callable[[Quantity], str]
    contradict: Callable[[Quantity, Quantity], bool]


def find_clashes(quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of counts with the same measure word that a rule says are one."""
    exact = [quantity for quantity in quantities if is_plain(quantity.count)]
    yield from _find_pairs(exact, _ALIKE)
    yield from _find_pairs(quantities, _SLIPS)


def _find_pairs(
    quantities: Sequence[Quantity], rules: Sequence[_Rule]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Counts with the same measure word, told in two sentences, that a rule says are one."""
    near: set[tuple[int, int]] = set()
    for key in dict.fromkeys(rule.key for rule in rules):
        groups: dict[tuple[str, str], list[int]] = {}
        for number, quantity in enumerate(quantities):
            groups.setdefault((quantity.count.unit, key(quantity)), []).append(number)
        near.update(pair for group in groups.values() for pair in combinations(group[:_MOST], 2))
    for first, second in sorted(near):
        one, other = quantities[first], quantities[second]
        apart = one.clause.sentence != other.clause.sentence
        if apart and any(rule.contradict(one, other) for rule in rules):
            yield one, other


def _words(quantity: Quantity) -> str:
    return quantity.told


def _value(quantity: Quantity) -> str:
    return str(quantity.count.value)


def _same_words(one: Quantity, other: Quantity) -> bool:
    """全年受理矛盾纠纷87件 and 全年受理矛盾纠纷92件."""
    return (
        one.count.value != other.count.value
        and one.told == other.told
        and len(one.told) >= _OWN_WORDS
        and one.of_year
        and other.of_year
        and not (one.of_period or other.of_period)
        and one.bodies == other.bodies
        and min(one.count.value, other.count.value) >= _LEAST
        and _TOTALS.search(one.told) is not None
        and not any(_TOPIC.search(_sentence_before(q)) for q in (one, other))
    )


def _same_long_words(one: Quantity, other: Quantity) -> bool:
    """立案查处侵占湖滨带案件17件 and 14件: words so long name one thing, whatever it is."""
    return (
        one.count.value != other.count.value
        and one.told == other.told
        and len(one.told) >= _LONG_WORDS
        and (one.of_year or other.of_year)
        and one.clause.paragraph != other.clause.paragraph
        and not (one.of_period or other.of_period)
        and one.bodies == other.bodies
    )


def _exceeds(one: Quantity, other: Quantity) -> bool:
    """调解成功405件 and 全年调解成功392件: no part is larger than the year's whole."""
    pairs = ((one, other), (other, one))
    return any(
        whole.of_year
        and whole.told == part.told
        and part.count.value > whole.count.value >= _LEAST
        and not (whole.of_period or part.of_period or whole.bodies or part.bodies)
        and (_TOTALS.search(whole.told) or _SUCCESSES.search(whole.told)) is not None
        and not any(_TOPIC.search(_sentence_before(q)) for q in (whole, part))
        for whole, part in pairs
    )


def _sentence_before(quantity: Quantity) -> str:
    return quantity.clause.text[: quantity.count.at - quantity.clause.at]


def _two_periods(one: Quantity, other: Quantity) -> bool:
    """上半年立案300宗 and 2021年立案的300宗."""
    if one.count.value != other.count.value or one.count.value < _LEAST_FOR_PERIODS:
        return False
    halves = [in_half_year(_before(q)) for q in (one, other)]
    whole = other if halves[0] else one
    return (
        halves[0] != halves[1]
        and whole.of_year
        and not whole.of_period
        and (_is_same_deed(longest_shared(one.told, other.told)) or _same_chain(one, other))
    )


def _same_chain(one: Quantity, other: Quantity) -> bool:
    """上半年举办培训6期，培训132人次 and 全年举办培训6期，培训132人次."""
    chains = [_PERIOD_WORD.split(_before(q))[-1].removeprefix("共") for q in (one, other)]
    return chains[0] == chains[1] and len(chains[0]) >= _SHARED_FOR_PERIODS * 2


def _is_same_deed(shared: str) -> bool:
    return _DEEDS.search(shared) is not None or len(shared) >= _SHARED_FOR_PERIODS


def _before(quantity: Quantity) -> str:
    """The words of the clause from the last full comma pair on up to the count."""
    before = quantity.clause.text[: quantity.count.at - quantity.clause.at]
    return "，".join(before.split("，")[-2:])


_ALIKE: tuple[_Rule, ...] = (
    _Rule(_words, _same_words),
    _Rule(_words, _same_long_words),
    _Rule(_words, _exceeds),
    _Rule(sort_digits, is_swapped),
    _Rule(_value, _two_periods),
)
_SLIPS: tuple[_Rule, ...] = (_Rule(strip_digits, lost_its_point), _Rule(name_work, is_one_work))
