"""One quantity with two values, or one value for two periods."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Protocol

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.counts import is_plain, plain_number, same_family
from scorer.checks.event_days import find_event_clashes
from scorer.checks.masked import mask_facts
from scorer.checks.meetings import find_meeting_clashes
from scorer.checks.none_and_some import find_none_and_some
from scorer.checks.norms import CONSISTENT_FIGURES
from scorer.checks.quantities import (
    Quantity,
    find_quantities,
    longest_shared,
    names_alone,
)
from scorer.checks.same_noun import find_same_nouns
from scorer.checks.same_quantity import find_clashes
from scorer.checks.segments import quote_segment
from scorer.checks.stocks import find_stock_clashes
from scorer.checks.told_again import find_told_again
from scorer.checks.villages import find_village_clash
from scorer.finding import Finding, Strength
from scorer.mentions.model import NumberMention
from scorer.reading.model import Reading

#: A count below this is told of too many things to be recognised.
_LEAST = 4
_SHARED = 2
#: Words that tell nothing of what is counted.
_GENERIC = frozenset(
    {"案件", "工作", "情况", "活动", "事项", "人员", "问题", "其中", "行政", "专题", "会议", "资料"}
)
_MOST_COUNTS = 400
_CASES = ("查办", "查处", "立案", "办理行政处罚", "行政处罚案件", "办案", "违法案件")
_SAMPLED = regex(r"抽查|评查|抽取|抽检|回访|随机")
_SOME_STAFF = regex(r"正式|在编|专职|兼职|聘用|辅助|编外")
_REMEDY = "核对原始台账，统一为同一口径的数字；口径不同的，分别写明范围和时段。"

#: Where a value begins and ends, and the value.
_Place = tuple[int, int, str]


class _Told(Protocol):
    """A count in its place."""

    @property
    def at(self) -> int:
        """Where it begins in the normalised text."""
        ...

    @property
    def stop(self) -> int:
        """Where it ends."""
        ...

    @property
    def value(self) -> int:
        """What is told."""
        ...


def run(reading: Reading) -> Iterator[Finding]:
    """Every place is part of one finding only: what the words name as the same comes first."""
    seen: list[_Place] = []
    for pair in _find_all(reading):
        if not any(place[0] < known[1] and known[0] < place[1] for place in pair for known in seen):
            seen.extend(pair)
            yield _report(reading, *pair)


def _find_all(reading: Reading) -> Iterator[tuple[_Place, _Place]]:
    """Compare the number of villages, then every count with those that tell of the same thing."""
    for first, second in _find_named(reading):
        yield _show(first), _show(second)
    for one_day, other_day in islice(find_event_clashes(reading), 1):
        one_place, other_place = (
            (d.at, d.stop, "-".join(map(str, d.day))) for d in (one_day, other_day)
        )
        yield one_place, other_place
    masked = tuple(mask_facts(reading))
    again = chain(find_stock_clashes(masked), find_told_again(masked), find_same_nouns(masked))
    for one, other in again:
        yield _place(one), _place(other)
    told = tuple(islice(find_quantities(reading), _MOST_COUNTS))
    exact = tuple(quantity for quantity in told if is_plain(quantity.count))
    pairs = (*_find_references(exact), *find_clashes(told))
    for first_count, second_count in pairs:
        yield _place(first_count.count), _place(second_count.count)


def _find_named(reading: Reading) -> Iterator[tuple[_Told, _Told]]:
    """Counts of which the words around say that they are the same: villages, meetings."""
    clash = find_village_clash(reading)
    return chain(
        [clash] if clash else [],
        islice(find_meeting_clashes(reading), 1),
        find_none_and_some(reading),
    )


def _show(told: _Told) -> _Place:
    return told.at, told.stop, str(told.value)


def _place(count: NumberMention) -> _Place:
    return count.at, count.stop, plain_number(count)


def _find_references(quantities: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, Quantity]]:
    """A count that refers back to one which the report gave another value."""
    for back in quantities:
        if not back.refers_back or back.count.value < _LEAST or _is_known(back, quantities):
            continue
        if _SAMPLED.search(back.lead):
            continue
        told = [q for q in quantities if q is not back and _tells_same(q, back)]
        if len({q.count.value for q in told}) == 1 and told[0].count.at < back.count.at:
            yield told[0], back


def _is_known(back: Quantity, quantities: tuple[Quantity, ...]) -> bool:
    """Whether the value stands elsewhere, or is a sum or difference of two beside each other."""
    value = back.count.value
    family = [q for q in quantities if q is not back and same_family(q.count, back.count)]
    if any(q.count.value == value for q in family):
        return True
    before = [q for q in family if q.count.at < back.count.at]
    return any(
        value in (a.count.value + b.count.value, abs(a.count.value - b.count.value))
        for a in before
        if _tells_same(a, back)
        for b in before
        if b is not a and b.clause.paragraph == a.clause.paragraph
    )


def _tells_same(quantity: Quantity, back: Quantity) -> bool:
    if not same_family(quantity.count, back.count) or quantity.of_period or quantity.refers_back:
        return False
    if quantity.bodies - back.bodies or _is_qualified(quantity) != _is_qualified(back):
        return False
    shared = longest_shared(quantity.told, back.told)
    if shared not in _GENERIC and len(shared) >= max(_SHARED, len(back.told) // 2):
        return len(shared) > _SHARED or names_alone(shared, quantity.lead)
    return all(any(word in q.told + q.lead for word in _CASES) for q in (quantity, back))


def _is_qualified(quantity: Quantity) -> bool:
    return _SOME_STAFF.search(quantity.told) is not None


def _report(reading: Reading, one: _Place, other: _Place) -> Finding:
    first, second = sorted((one, other))
    text = reading.document.plain.text
    words = [text[at:stop] for at, stop, _ in (first, second)]
    alike = first[2] == second[2]
    message = (
        f"同一数字“{words[0]}”既写作全年又写作年内一段时间，前后矛盾，请核对后更正。"
        if alike
        else f"同一事项前后数字不一致：一处写“{words[0]}”，另一处写“{words[1]}”，请核对后更正。"
    )
    return CHECK.finding(
        message=message,
        quotes=tuple(quote_segment(reading, at, stop) for at, stop, _ in (first, second)),
        computed=f"{first[2]}＝{second[2]}" if alike else f"{first[2]}≠{second[2]}",
        remedy=_REMEDY,
    )


CHECK = Check(
    id="figures-contradict",
    kind="arithmetic.contradiction",
    strength=Strength.FINDING,
    title="同一事项前后数字矛盾",
    why="同一事项（村社区个数、全年某项工作的数量）两处写了不同的数，或同一个数既是上半年又是全年；只在名称、单位、范围都相同时才提。",
    norm=CONSISTENT_FIGURES,
    bad="柳湾镇辖9个村，群众居住分散。镇里建起说事室，11个村各建起一个说事点。",
    good="柳湾镇辖9个村、2个社区，群众居住分散。镇里建起说事室，在11个村（社区）各建起一个说事点。",
    run=run,
)
