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
    """A slim scorecard; what many have alike is encoded by itself.

    `parts` have no criteria: those of each part stand in `criteria`.
    """

    report: ReportFacts
    total: str
    parts: tuple[str, ...]
    criteria: tuple[tuple[str, ...], ...]
    findings: tuple[str, ...]


def slim(card: Scorecard) -> bytes:
    """The row of a scorecard."""
    report = replace(card.report, title=None, read_from={}, conflicts=(), doubts=())
    row = Row(
        report=report,
        total=_encode(card.total),
        parts=tuple(_encode(replace(part, criteria=())) for part in card.parts),
        criteria=tuple(
            tuple(_encode(_slim_criterion(each)) for each in part.criteria) for part in card.parts
        ),
        findings=tuple(_encode(_slim_finding(finding)) for finding in card.findings),
    )
    return encode(row)


@dataclass(slots=True)
class Rows:
    """Reads rows; equal criteria, totals and findings of all of them are one object."""

    rubric: RubricStamp
    _known: dict[tuple[type, str], object] = field(default_factory=dict)

    def read(self, data: bytes) -> Scorecard:
        """The slim scorecard."""
        row = decode(Row, data)
        return Scorecard(
            report=row.report,
            rubric=self.rubric,
            total=self._recall(Total, row.total),
            parts=tuple(map(self._read_part, row.parts, row.criteria)),
            findings=tuple(self._recall(Finding, finding) for finding in row.findings),
        )

    def _read_part(self, part: str, criteria: tuple[str, ...]) -> PartScore:
        scores = tuple(self._recall(CriterionScore, each) for each in criteria)
        return replace(self._recall(PartScore, part), criteria=scores)

    def _recall(self, kind: Callable[..., T], text: str) -> T:
        assert isinstance(kind, type)
        known = self._known.get((kind, text))
        if known is None:
            known = self._known[kind, text] = decode(kind, text.encode("utf-8"))
        return known  # type: ignore[return-value]  # kept under its type


def _encode(value: object) -> str:
    return encode(value).decode("utf-8")


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
