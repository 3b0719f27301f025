"""Small scorecards, findings and hand labels."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from scorer.agreement.gold import GoldFinding, GoldLabel, GoldReport
from scorer.document import Quote, Span
from scorer.finding import Finding, Force, Norm, Strength
from scorer.scorecard import (
    CriterionScore,
    Outcome,
    PartScore,
    ReportFacts,
    RubricStamp,
    Scorecard,
    Total,
)

NORM = Norm(text="示例规定第一条", force=Force.BINDING)
SHARES = {Outcome.MET: Decimal(1), Outcome.PARTIAL: Decimal("0.5")}

MakeFinding = Callable[..., Finding]
MakeGold = Callable[..., GoldReport]
MakeScorecard = Callable[..., Scorecard]


@pytest.fixture
def make_finding() -> MakeFinding:
    def make(kind: str, *quotes: str, strength: Strength = Strength.FINDING) -> Finding:
        return Finding(
            rule=kind.replace(".", "-"),
            kind=kind,
            strength=strength,
            message="示例",
            quotes=tuple(Quote(text=q, start=0, end=len(q), line=1) for q in quotes),
            norm=NORM,
            remedy="改正。",
        )

    return make


@pytest.fixture
def make_gold() -> MakeGold:
    def make(
        labels: dict[str, Outcome] | None = None,
        findings: tuple[tuple[str, str, bool], ...] = (),
        *,
        id: str = "g1",  # noqa: A002 - the field's name
        file: str = "g1.txt",
        issuer: str | None = "青石镇人民政府",
        year: int | None = 2023,
        signed: str | None = None,
        published: str | None = None,
    ) -> GoldReport:
        return GoldReport(
            id=id,
            file=file,
            path=Path(file),
            issuer=issuer,
            year=year,
            signed=signed,
            published=published,
            labels=tuple(GoldLabel(criterion=c, outcome=o) for c, o in (labels or {}).items()),
            findings=tuple(GoldFinding(kind=k, quote=q, weak=w) for k, q, w in findings),
        )

    return make


@pytest.fixture
def make_scorecard() -> MakeScorecard:
    def make(
        outcomes: dict[str, Outcome] | None = None,
        findings: tuple[Finding, ...] = (),
        *,
        file: str = "g1.txt",
        issuer: str | None = "青石镇人民政府",
        year: int | None = 2023,
        signed: str | None = None,
        published: str | None = None,
    ) -> Scorecard:
        criteria = tuple(
            CriterionScore(
                id=criterion,
                title=criterion,
                outcome=outcome,
                points=4 * SHARES.get(outcome, Decimal(0)),
                max=Decimal(4),
                norm=NORM,
                reason="",
                remedy="",
            )
            for criterion, outcome in (outcomes or {}).items()
        )
        points = sum((c.points for c in criteria), Decimal(0))
        return Scorecard(
            report=ReportFacts(
                file=file,
                title=None,
                issuer=issuer,
                issuer_kind=None,
                region=(None, None, None, None),
                year=year,
                signed=signed,
                published=published,
                span=Span(0, 0),
                read_from={},
            ),
            rubric=RubricStamp(
                id="r", version="1", title="", sha256="", note="", total=Decimal(100)
            ),
            total=Total(points=points, max=points, low=points, high=points, band=None),
            parts=(
                PartScore(
                    id="p",
                    title="",
                    points=points,
                    max=points,
                    placement=None,
                    criteria=criteria,
                ),
            ),
            findings=findings,
        )

    return make
