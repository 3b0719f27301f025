"""A total that the parts listed behind it do not add up to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from scorer.checks.balances import find_balances
from scorer.checks.base import Check
from scorer.checks.counts import (
    is_plain,
    least,
    least_of_all,
    most,
    most_of_all,
    plain_number,
)
from scorer.checks.lists import PartsList, find_lists, told_counts
from scorer.checks.norms import CONSISTENT_FIGURES
from scorer.checks.segments import start_of_segment
from scorer.checks.shares import find_share_sums
from scorer.checks.splits import find_splits
from scorer.checks.table_sums import TableSum, find_table_sums
from scorer.finding import Finding, Strength
from scorer.mentions.model import NumberMention
from scorer.reading.model import Reading

_PEOPLE = frozenset({"人", "名", "位", "人次"})
#: From so many parts on, a sum that misses the total by so little is taken for a slip.
_SEVERAL_PARTS = 3
_SLIP = Fraction(3, 100)


def run(reading: Reading) -> Iterator[Finding]:
    """Add up every list of parts; lists that may leave something out must only fit in."""
    seen: set[int] = set()
    told = tuple(told_counts(reading))
    for found in chain(find_lists(told), find_balances(told), find_splits(told)):
        if found.parts[0].at not in seen and _disagrees(found):
            seen.add(found.parts[0].at)
            yield _report(reading, found)
    for table in find_table_sums(reading):
        yield _report_table(table)
    for shares in find_share_sums(reading):
        yield _report_shares(reading, shares)


def _disagrees(found: PartsList) -> bool:
    low_total, high_total = least(found.total), most(found.total)
    low, high = least_of_all(found.parts), most_of_all(found.parts)
    if high_total is not None and low > high_total:
        return len(found.parts) == 1 or found.complete or not _may_overlap(found)
    if high is None or high >= low_total:
        return False
    return not found.goes_on and (found.complete or _looks_like_a_slip(found))


def _may_overlap(found: PartsList) -> bool:
    """People are counted once as members and again as women; things touch several fields."""
    return found.may_overlap or found.total.unit in _PEOPLE


def _looks_like_a_slip(found: PartsList) -> bool:
    """Whether several exact parts miss the total by a hair: 512+388+216 for 1126."""
    if len(found.parts) < _SEVERAL_PARTS or not all(map(is_plain, (found.total, *found.parts))):
        return False
    total = Fraction(found.total.value)
    return total - sum(Fraction(part.value) for part in found.parts) <= total * _SLIP


def _report(reading: Reading, found: PartsList) -> Finding:
    text = reading.document.plain.text
    first = min(found.total.at, found.parts[0].at)
    last = max(found.total.stop, found.parts[-1].stop)
    quote = reading.quote(start_of_segment(text, first), last)
    terms = "+".join(map(plain_number, found.parts))
    added = sum(part.value for part in found.parts)
    return CHECK.finding(
        message=f"分项合计与总数不符：总数写为{_words(text, found.total)}，"
        f"所列{len(found.parts)}项合计为{added:f}，请核对后更正。",
        quotes=(quote,),
        computed=f"{terms}={added:f}≠{plain_number(found.total)}",
        remedy="核对原始台账，更正总数或分项数；分项有遗漏的，补写其他项。",
    )


def _report_table(table: TableSum) -> Finding:
    return CHECK.finding(
        message=f"表中合计与各行不符：合计写为{table.printed}，各行相加为{float(table.added):g}，"
        "请核对后更正。",
        quotes=(table.quote,),
        computed=f"{'+'.join(table.parts)}={float(table.added):g}≠{table.printed}",
        remedy="核对原始台账，更正合计数或各行数字。",
    )


def _report_shares(reading: Reading, shares: tuple[NumberMention, ...]) -> Finding:
    text = reading.document.plain.text
    added = sum(share.value for share in shares)
    terms = "+".join(f"{plain_number(share)}%" for share in shares)
    return CHECK.finding(
        message=f"各项占比相加为{added:f}%，超过100%，请核对后更正。",
        quotes=(reading.quote(start_of_segment(text, shares[0].at), shares[-1].stop),),
        computed=f"{terms}={added:f}%>100%",
        remedy="核对原始台账，更正各项占比；类别有交叉的，写明“有交叉”。",
    )


def _words(text: str, number: NumberMention) -> str:
    return text[number.at : number.stop]


CHECK = Check(
    id="sum-disagrees",
    kind="arithmetic.sum",
    strength=Strength.FINDING,
    title="分项合计与总数不符",
    why="总数后面列出分项的，把分项加起来与总数比较；没有列全的分项只要不超过总数就不提。",
    norm=CONSISTENT_FIGURES,
    bad="全年调处矛盾纠纷87件，其中婚姻家庭23件、邻里31件、土地山林28件、其他9件。",
    good="全年调处矛盾纠纷91件，其中婚姻家庭23件、邻里31件、土地山林28件、其他9件。",
    run=run,
)
