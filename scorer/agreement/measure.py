"""The whole comparison of one run with one folder of hand labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorer.agreement.facts import (
    FactAgreement,
    FactDifference,
    count_facts,
    find_fact_differences,
)
from scorer.agreement.findings import (
    FalseAlarm,
    FindingAgreement,
    Missed,
    count_findings,
    find_false_alarms,
    find_family,
    find_missed,
)
from scorer.agreement.gold import GoldReport
from scorer.agreement.labels import (
    Confusion,
    LabelAgreement,
    LabelPair,
    agree,
    count_confusions,
    divide,
    measure_labels,
)
from scorer.agreement.pairing import Pair, pair_reports
from scorer.finding import Strength
from scorer.scorecard import Outcome, Scorecard

#: More remarks than this in one report are noise.
NOISE = 5
_SHARES = {Outcome.MET: Fraction(1), Outcome.PARTIAL: Fraction(1, 2), Outcome.MISSING: Fraction(0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAgreement:
    """Agreement on one criterion or one part."""

    id: str
    agreement: LabelAgreement


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalAgreement:
    """How far our totals lie from the labels' points, over `count` whole reports."""

    count: int
    mean_difference: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """How much one scorecard says without charging it: hints and notes on the copy."""

    report: str
    hints: int
    text_quality: int

    @property
    def noisy(self) -> bool:
        """Whether it says more than a reader bears."""
        return self.hints + self.text_quality > NOISE


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelDifference:
    """A criterion of one report that was judged otherwise."""

    report: str
    criterion: str
    gold: Outcome
    ours: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All figures. `false_undetermined` counts open outcomes in reports that are whole."""

    reports: int
    unscored: tuple[str, ...]
    overall: LabelAgreement
    parts: tuple[GroupAgreement, ...]
    criteria: tuple[GroupAgreement, ...]
    confusions: tuple[Confusion, ...]
    false_undetermined: int
    total: TotalAgreement
    findings: FindingAgreement
    finding_families: tuple[FindingAgreement, ...]
    finding_kinds: tuple[FindingAgreement, ...]
    remarks: tuple[Remarks, ...]
    facts: tuple[FactAgreement, ...]
    label_differences: tuple[LabelDifference, ...]
    missed: tuple[Missed, ...]
    false_alarms: tuple[FalseAlarm, ...]
    fact_differences: tuple[FactDifference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """One criterion of one report, from both sides."""

    report: str
    whole: bool
    criterion: str
    pair: LabelPair


def measure(reports: Sequence[GoldReport], scorecards: Sequence[Scorecard]) -> Agreement:
    """Compare the labels with the scorecards of the same files."""
    pairs = pair_reports(reports, scorecards)
    judged = tuple(item for pair in pairs for item in _judge(pair))
    labels = tuple(item.pair for item in judged)
    return Agreement(
        reports=len(pairs),
        unscored=tuple(pair.gold.id for pair in pairs if pair.scorecard is None),
        overall=measure_labels(labels),
        parts=_group(judged, by_part=True),
        criteria=_group(judged, by_part=False),
        confusions=count_confusions(labels),
        false_undetermined=sum(
            item.whole and item.pair[1] is Outcome.UNDETERMINED for item in judged
        ),
        total=_measure_totals(pairs, scorecards),
        findings=_sum_findings(pairs),
        finding_families=count_findings(pairs, find_family),
        finding_kinds=count_findings(pairs, str),
        remarks=tuple(_count_remarks(pair) for pair in pairs),
        facts=count_facts(pairs),
        label_differences=_find_differences(judged),
        missed=find_missed(pairs),
        false_alarms=find_false_alarms(pairs),
        fact_differences=find_fact_differences(pairs),
    )


def _judge(pair: Pair) -> tuple[_Judged, ...]:
    criteria = () if pair.scorecard is None else pair.scorecard.criteria
    outcomes = {criterion.id: criterion.outcome for criterion in criteria}
    return tuple(
        _Judged(
            report=pair.gold.id,
            whole=pair.gold.whole,
            criterion=label.criterion,
            pair=(label.outcome, outcomes.get(label.criterion, Outcome.MISSING)),
        )
        for label in pair.gold.labels
    )


def _group(judged: Sequence[_Judged], *, by_part: bool) -> tuple[GroupAgreement, ...]:
    """Groups in the order in which they first occur; a part is the word before the dot."""
    groups: dict[str, list[LabelPair]] = {}
    for item in judged:
        name = item.criterion.partition(".")[0] if by_part else item.criterion
        groups.setdefault(name, []).append(item.pair)
    return tuple(
        GroupAgreement(id=name, agreement=measure_labels(pairs)) for name, pairs in groups.items()
    )


def _measure_totals(pairs: Sequence[Pair], scorecards: Sequence[Scorecard]) -> TotalAgreement:
    points = {c.id: Fraction(c.max) for card in scorecards for c in card.criteria}
    whole = tuple(pair for pair in pairs if pair.gold.whole)
    differences = tuple(
        abs(_points_by_hand(pair.gold, points) - _points_by_us(pair.scorecard)) for pair in whole
    )
    return TotalAgreement(
        count=len(whole), mean_difference=divide(sum(differences, Fraction(0)), len(whole))
    )


def _points_by_hand(report: GoldReport, points: Mapping[str, Fraction]) -> Fraction:
    """The labels' shares of the points that the run's rubric gives to each criterion."""
    return sum(
        (_SHARES[label.outcome] * points.get(label.criterion, 0) for label in report.labels),
        Fraction(0),
    )


def _points_by_us(scorecard: Scorecard | None) -> Fraction:
    return Fraction(0) if scorecard is None else Fraction(scorecard.total.points)


def _sum_findings(pairs: Sequence[Pair]) -> FindingAgreement:
    rows = count_findings(pairs, lambda _: "")
    return rows[0] if rows else FindingAgreement(kind="", marked=0, found=0, right=0, wrong=0)


def _count_remarks(pair: Pair) -> Remarks:
    if pair.scorecard is None:
        return Remarks(report=pair.gold.id, hints=0, text_quality=0)
    strengths = Counter(finding.strength for finding in pair.scorecard.findings)
    return Remarks(
        report=pair.gold.id,
        hints=strengths[Strength.HINT],
        text_quality=strengths[Strength.TEXT_QUALITY],
    )


def _find_differences(judged: Sequence[_Judged]) -> tuple[LabelDifference, ...]:
    return tuple(
        LabelDifference(
            report=item.report, criterion=item.criterion, gold=item.pair[0], ours=item.pair[1]
        )
        for item in judged
        if not agree(*item.pair)
    )
