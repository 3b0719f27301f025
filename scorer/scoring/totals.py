"""Points added up: the only place that divides, in exact decimal arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from scorer.finding import Finding, Strength
from scorer.reading.model import Placement
from scorer.rubric.model import Band, Part, Rubric
from scorer.scorecard import JUDGED, CriterionScore, Outcome, PartScore, Total

_HUNDREDTH = Decimal("0.01")


def total_part(
    part: Part, placement: Placement | None, criteria: Sequence[CriterionScore]
) -> PartScore:
    """Sum one part; open criteria leave both sums."""
    judged = [criterion for criterion in criteria if criterion.outcome in JUDGED]
    return PartScore(
        id=part.id,
        title=part.title,
        points=_sum(criterion.points for criterion in judged),
        max=_sum(criterion.max for criterion in judged),
        placement=placement,
        criteria=tuple(criteria),
    )


def charge(rubric: Rubric, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Set what each finding costs under the rubric; one check costs at most its cap."""
    prices = {deduction.check.id: deduction for deduction in rubric.checks}
    spent: dict[str, Decimal] = {}
    charged = []
    for finding in findings:
        price = prices.get(finding.rule)
        cost = Decimal(0)
        if price is not None and finding.strength is Strength.FINDING:
            cost = min(price.each, price.cap - spent.get(finding.rule, Decimal(0)))
            spent[finding.rule] = spent.get(finding.rule, Decimal(0)) + cost
        charged.append(replace(finding, deducted=cost))
    return tuple(charged)


def total(rubric: Rubric, parts: Sequence[PartScore], findings: Sequence[Finding]) -> Total:
    """Sum the parts less the deductions, never below 0.

    `low`..`high` is out of the rubric's total: criteria that do not apply are scaled away,
    criteria that nobody can tell count 0 at the low end and in full at the high end.
    """
    criteria = [criterion for part in parts for criterion in part.criteria]
    points = max(_sum(p.points for p in parts) - _sum(f.deducted for f in findings), Decimal(0))
    undetermined = _sum(c.max for c in criteria if c.outcome is Outcome.UNDETERMINED)
    applicable = _sum(c.max for c in criteria if c.outcome is not Outcome.NOT_APPLICABLE)
    low = _scale(points, applicable, rubric.stamp.total)
    high = _scale(points + undetermined, applicable, rubric.stamp.total)
    return Total(
        points=points,
        max=_sum(part.max for part in parts),
        low=low,
        high=high,
        band=_shared_band(rubric.bands, low, high),
    )


def _scale(points: Decimal, applicable: Decimal, whole: Decimal) -> Decimal:
    """Points out of the whole, where only `applicable` of it applies; hundredths, half to even."""
    if applicable == whole:
        return points
    if applicable == 0:
        return Decimal(0)
    return (points * whole / applicable).quantize(_HUNDREDTH, rounding=ROUND_HALF_EVEN)


def _shared_band(bands: Sequence[Band], low: Decimal, high: Decimal) -> str | None:
    """The band of both ends, None where they differ."""
    lower, upper = _band(bands, low), _band(bands, high)
    return lower if lower == upper else None


def _band(bands: Sequence[Band], points: Decimal) -> str | None:
    return next((band.label for band in bands if points >= band.at_least), None)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))
