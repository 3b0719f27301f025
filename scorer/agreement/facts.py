"""How often issuer, year and dates come out as labelled by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorer.agreement.gold import GoldReport
from scorer.agreement.labels import divide
from scorer.agreement.pairing import Pair, same_unit
from scorer.scorecard import ReportFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAgreement:
    """How many of `count` reports have the fact right; a report without a scorecard has none."""

    fact: str
    right: int
    count: int

    @property
    def share(self) -> Fraction | None:
        """The share of reports that have it right."""
        return divide(self.right, self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDifference:
    """A fact of one report that came out otherwise; "" is "not said"."""

    report: str
    fact: str
    gold: str
    ours: str


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    gold: Callable[[GoldReport], object]
    ours: Callable[[ReportFacts], object]
    same: Callable[[GoldReport, ReportFacts], bool]


_FACTS = (
    _Fact(
        "issuer", lambda g: g.issuer, lambda r: r.issuer, lambda g, r: same_unit(g.issuer, r.issuer)
    ),
    _Fact("year", lambda g: g.year, lambda r: r.year, lambda g, r: g.year == r.year),
    _Fact("signed", lambda g: g.signed, lambda r: r.signed, lambda g, r: g.signed == r.signed),
    _Fact(
        "published",
        lambda g: g.published,
        lambda r: r.published,
        lambda g, r: g.published == r.published,
    ),
)


def count_facts(pairs: Sequence[Pair]) -> tuple[FactAgreement, ...]:
    """One row for the issuer, the year and each date."""
    return tuple(
        FactAgreement(
            fact=fact.name, right=sum(_is_right(fact, pair) for pair in pairs), count=len(pairs)
        )
        for fact in _FACTS
    )


def find_fact_differences(pairs: Sequence[Pair]) -> tuple[FactDifference, ...]:
    """Every fact that came out otherwise, report by report."""
    return tuple(
        FactDifference(
            report=pair.gold.id,
            fact=fact.name,
            gold=_show(fact.gold(pair.gold)),
            ours="" if pair.scorecard is None else _show(fact.ours(pair.scorecard.report)),
        )
        for pair in pairs
        for fact in _FACTS
        if not _is_right(fact, pair)
    )


def _is_right(fact: _Fact, pair: Pair) -> bool:
    return pair.scorecard is not None and fact.same(pair.gold, pair.scorecard.report)


def _show(value: object) -> str:
    return "" if value is None else str(value)
