"""A scorecard without its words: what tables and pages of many reports are counted from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from scorer.finding import Finding, Norm
from scorer.parcels.codec import decode, encode
from scorer.scorecard import CriterionScore, PartScore, ReportFacts, RubricStamp, Scorecard, Total

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A slim scorecard; the parts and findings are encoded by themselves, many being alike."""

    report: ReportFacts
    total: str
    parts: tuple[str, ...]
    findings: tuple[str, ...]


def slim(card: Scorecard) -> bytes:
    """The row of a scorecard."""
    report = replace(card.report, title=None, read_from={}, conflicts=(), doubts=())
    row = Row(
        report=report,
        total=encode(card.total).decode("utf-8"),
        parts=tuple(encode(_slim_part(part)).decode("utf-8") for part in card.parts),
        findings=tuple(encode(_slim_finding(f)).decode("utf-8") for f in card.findings),
    )
    return encode(row)


@dataclass(slots=True)
class Rows:
    """Reads rows; equal parts, totals and findings of all of them are one object."""

    rubric: RubricStamp
    _known: dict[tuple[type, str], object] = field(default_factory=dict)

    def read(self, data: bytes) -> Scorecard:
        """The slim scorecard."""
        row = decode(Row, data)
        return Scorecard(
            report=row.report,
            rubric=self.rubric,
            total=self._recall(Total, row.total),
            parts=tuple(self._recall(PartScore, part) for part in row.parts),
            findings=tuple(self._recall(Finding, finding) for finding in row.findings),
        )

    def _recall(self, kind: Callable[..., T], text: str) -> T:
        assert isinstance(kind, type)
        known = self._known.get((kind, text))
        if known is None:
            known = self._known[kind, text] = decode(kind, text.encode("utf-8"))
        return known  # type: ignore[return-value]  # kept under its type


def _slim_part(part: PartScore) -> PartScore:
    return replace(part, criteria=tuple(map(_slim_criterion, part.criteria)))


def _slim_criterion(criterion: CriterionScore) -> CriterionScore:
    return CriterionScore(
        id=criterion.id,
        title=criterion.title,
        outcome=criterion.outcome,
        points=criterion.points,
        max=criterion.max,
        norm=Norm(text="", force=criterion.norm.force),
        reason="",
        remedy="",
    )


def _slim_finding(finding: Finding) -> Finding:
    norm = Norm(text="", force=finding.norm.force)
    return replace(finding, message="", quotes=(), norm=norm, remedy="", computed="")
