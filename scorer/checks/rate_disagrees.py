"""A printed rate that cannot be the share of the two counts it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations

from scorer.checks.base import Check
from scorer.checks.counts import (
    PERCENT,
    can_be_share,
    counts_between,
    plain_number,
    same_family,
    show_share,
)
from scorer.checks.folds import Fold, find_folds
from scorer.checks.growth import Growth, find_growths
from scorer.checks.norms import CONSISTENT_FIGURES
from scorer.checks.rates import NamedRate, name_rate, told_rates
from scorer.checks.segments import sentence_bounds, start_of_segment
from scorer.finding import Finding, Strength
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading

#: Counts of the paragraph before the sentence that the named part is tried with.
_PARAGRAPH_BASES = 6
#: A sentence is looked at so far on either side of the rate; one that lost its marks never ends.
_REACH = 300
#: A further base is shown where its share comes within so many points of the printed rate.
_WORTH_SHOWING = 10
#: A base may be the sum of so many counts that follow one another.
_SUMMED = range(2, 5)


def run(reading: Reading) -> Iterator[Finding]:
    """Recompute every told rate that names its counts; silent if any plausible pair gives it."""
    for rate, clause in told_rates(reading):
        named = name_rate(reading, rate, clause)
        if named is not None and not _is_explained(reading, named, clause):
            yield _report(reading, named)
    for growth in find_growths(reading):
        if not growth.agrees:
            yield _report_growth(reading, growth)
    for fold in find_folds(reading):
        yield _report_fold(reading, fold)


def _is_explained(reading: Reading, named: NamedRate, clause: Clause) -> bool:
    """Whether some pair of the sentence, or the part and a base of the paragraph, gives it."""
    start, stop = sentence_bounds(reading, clause)
    rate, part = named.rate, named.part
    start, stop = max(start, rate.at - _REACH), min(stop, rate.stop + _REACH)
    sentence = [c for c in counts_between(reading, start, stop) if same_family(c, part)]
    ordered = sorted(sentence, key=lambda count: count.value)
    pairs = combinations(ordered, 2)
    if any(can_be_share(rate, a, [b]) and not _is_taken(reading, (a, b), rate) for a, b in pairs):
        return True
    if any(can_be_share(rate, part, bases) for bases in _sums(sentence, part)):
        return True
    first = next(c for c in reading.clauses if c.paragraph == clause.paragraph)
    earlier = [c for c in counts_between(reading, first.at, start) if same_family(c, part)]
    return any(can_be_share(rate, part, [base]) for base in earlier[-_PARAGRAPH_BASES:])


def _is_taken(
    reading: Reading, pair: tuple[NumberMention, NumberMention], rate: NumberMention
) -> bool:
    """Whether the pair is that of a rate right behind it: 应考86人，实考84人，参考率97.6%."""
    last = max(count.stop for count in pair)
    first = bisect_left(reading.numbers, last, key=lambda number: number.at)
    behind = reading.numbers[first : first + 1]
    return any(
        near.unit == PERCENT and near.stop < rate.at and can_be_share(near, pair[0], [pair[1]])
        for near in behind
    )


def _sums(counts: list[NumberMention], part: NumberMention) -> Iterator[list[NumberMention]]:
    """Runs of counts before the part that may make up its base together: 信访40件、纠纷48件."""
    before = [count for count in counts if count.at < part.at]
    for first, last in combinations(range(len(before) + 1), 2):
        if last - first in _SUMMED:
            yield before[first:last]


def _report(reading: Reading, named: NamedRate) -> Finding:
    text = reading.document.plain.text
    rate, part, whole = named.rate, named.part, named.wholes[0]
    at = start_of_segment(text, min(whole.at, part.at, rate.at))
    stop = max(part.stop, rate.stop)
    printed = text[start_of_segment(text, rate.at) : rate.stop]
    near = [base for base in named.wholes[1:] if _is_near(rate, part, base)]
    shares = [show_share(part, base) for base in (whole, *near)]
    return CHECK.finding(
        message=f"“{printed}”与同处的{plain_number(part)}和{plain_number(whole)}两个数对不上，"
        "请核对后更正。",
        quotes=(reading.quote(at, stop),),
        computed="；".join(dict.fromkeys(shares)),
        remedy="核对原始台账，更正比率或件数；比率另有基数的，写明基数。",
    )


def _is_near(rate: NumberMention, part: NumberMention, base: NumberMention) -> bool:
    return abs(100 * part.value / base.value - rate.value) <= _WORTH_SHOWING


def _report_growth(reading: Reading, growth: Growth) -> Finding:
    text = reading.document.plain.text
    first = min(growth.now.at, growth.before.at)
    printed = text[growth.rate.at : growth.rate.stop]
    return CHECK.finding(
        message=f"增减幅度“{printed}”与所列的{plain_number(growth.now)}和"
        f"{plain_number(growth.before)}两个数对不上，请核对后更正。",
        quotes=(reading.quote(start_of_segment(text, first), growth.rate.stop),),
        computed=growth.shown,
        remedy="核对两个年度的原始台账，更正件数或增减幅度。",
    )


def _report_fold(reading: Reading, fold: Fold) -> Finding:
    before, now = plain_number(fold.before), plain_number(fold.now)
    text = reading.document.plain.text
    return CHECK.finding(
        message=f"由{before}到{now}不是翻{'零一两三'[fold.times]}番，请核对后更正。",
        quotes=(reading.quote(start_of_segment(text, fold.before.at), fold.stop),),
        computed=f"{before}×{2**fold.times}={fold.before.value * 2**fold.times:f}≠{now}",
        remedy="翻一番是原来的2倍，翻两番是原来的4倍；核对数字后更正说法。",
    )


CHECK = Check(
    id="rate-disagrees",
    kind="arithmetic.rate",
    strength=Strength.FINDING,
    title="比率与所列数字不符",
    why="用同一句里的两个数重算比率，四舍五入和直接截取都算对；写明了分子分母而算不出该比率的，提出来核对。",
    norm=CONSISTENT_FIGURES,
    bad="全年受理矛盾纠纷88件，办结84件，办结率90%。",
    good="全年受理矛盾纠纷88件，办结84件，办结率95.4%。",
    run=run,
)
