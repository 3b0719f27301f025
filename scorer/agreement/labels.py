"""How well two sets of labels agree: exact agreement, kappa, weighted kappa, macro-F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorer.scorecard import JUDGED, Outcome

#: One criterion of one report: the label given by hand, and ours.
LabelPair = tuple[Outcome, Outcome]

#: Places on the scale that the quadratic weights measure.
RANK = {Outcome.MISSING: 0, Outcome.PARTIAL: 1, Outcome.MET: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAgreement:
    """Agreement over `count` pairs; a share or coefficient that would be 0/0 is None."""

    count: int
    exact: Fraction | None
    kappa: Fraction | None
    weighted_kappa: Fraction | None
    macro_f1: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often a label given by hand met one of ours."""

    gold: Outcome
    ours: Outcome
    count: int


def measure_labels(pairs: Sequence[LabelPair]) -> LabelAgreement:
    """Exact agreement over all pairs; the coefficients over those judged by hand."""
    judged = keep_judged(pairs)
    return LabelAgreement(
        count=len(pairs),
        exact=find_exact(pairs),
        kappa=find_kappa(judged),
        weighted_kappa=find_weighted_kappa(judged),
        macro_f1=find_macro_f1(judged),
    )


def keep_judged(pairs: Sequence[LabelPair]) -> tuple[LabelPair, ...]:
    """The pairs whose label by hand is met, partial or missing; any other of ours is missing."""
    return tuple(
        (gold, ours if ours in JUDGED else Outcome.MISSING)
        for gold, ours in pairs
        if gold in JUDGED
    )


def agree(gold: Outcome, ours: Outcome) -> bool:
    """Whether the labels are the same; `undetermined` by hand also accepts `missing`."""
    return gold is ours or (gold is Outcome.UNDETERMINED and ours is Outcome.MISSING)


def find_exact(pairs: Sequence[LabelPair]) -> Fraction | None:
    """The share of pairs that agree."""
    return divide(sum(agree(gold, ours) for gold, ours in pairs), len(pairs))


def find_kappa(pairs: Sequence[LabelPair]) -> Fraction | None:
    """Cohen's kappa, (p_o - p_e) / (1 - p_e).

    p_o is the share of equal labels; p_e, the share expected by chance, is the sum over labels of
    the product of both sides' shares.
    """
    if not pairs:
        return None
    size = len(pairs)
    by_hand, by_us = Counter(gold for gold, _ in pairs), Counter(ours for _, ours in pairs)
    observed = Fraction(sum(gold is ours for gold, ours in pairs), size)
    expected = sum((Fraction(by_hand[k] * by_us[k], size * size) for k in RANK), Fraction(0))
    return divide(observed - expected, 1 - expected)


def find_weighted_kappa(pairs: Sequence[LabelPair]) -> Fraction | None:
    """Cohen's kappa with quadratic weights, 1 - sum(w_ij O_ij) / sum(w_ij E_ij).

    w_ij = (i - j)^2 over the ranks of `RANK`, O_ij counts the pairs, and E_ij is the product of
    the two sides' counts divided by the number of pairs.
    """
    size = len(pairs)
    by_hand, by_us = Counter(gold for gold, _ in pairs), Counter(ours for _, ours in pairs)
    observed = sum(_weight(gold, ours) for gold, ours in pairs)
    expected = sum(_weight(i, j) * by_hand[i] * by_us[j] for i in RANK for j in RANK)
    share = divide(observed * size, expected)
    return None if share is None else 1 - share


def find_macro_f1(pairs: Sequence[LabelPair]) -> Fraction | None:
    """The mean of F1 = 2 TP / (2 TP + FP + FN) over the labels that occur on either side."""
    shares = tuple(share for label in RANK if (share := _find_f1(pairs, label)) is not None)
    return divide(sum(shares, Fraction(0)), len(shares))


def count_confusions(pairs: Sequence[LabelPair]) -> tuple[Confusion, ...]:
    """Every pair of labels that occurs, in the order of the outcomes."""
    counts = Counter(pairs)
    return tuple(
        Confusion(gold=gold, ours=ours, count=counts[gold, ours])
        for gold in Outcome
        for ours in Outcome
        if counts[gold, ours]
    )


def divide(part: Fraction | int, whole: Fraction | int) -> Fraction | None:
    """The exact quotient; None where the whole is zero."""
    return Fraction(part) / Fraction(whole) if whole else None


def _weight(gold: Outcome, ours: Outcome) -> int:
    return (RANK[gold] - RANK[ours]) ** 2


def _find_f1(pairs: Sequence[LabelPair], label: Outcome) -> Fraction | None:
    both = sum(gold is label and ours is label for gold, ours in pairs)
    either = sum((gold is label) + (ours is label) for gold, ours in pairs)
    return divide(2 * both, either)
