"""A batch as its view: a line a report, and what the reports miss most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorer.finding import Strength
from scorer.render.engine import engine_version
from scorer.render.visible import DIGEST_LIMIT, NAME_LIMIT, join_lines, shorten
from scorer.render.words import short_part, show_number, show_total, town_name
from scorer.scorecard import (
    JUDGED,
    Batch,
    Failure,
    Outcome,
    PartScore,
    Refusal,
    RollCall,
    RubricStamp,
    Scorecard,
)
from scorer.sequences import Mapped

_MOST_MISSED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PartHead:
    """A column of the table: its short head, and what the short head stands for."""

    short: str
    title: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report; `points` a part, "" where nothing of the part could be judged."""

    town: str
    year: str
    total: str
    band: str | None
    points: tuple[str, ...]
    missing: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRow:
    """A criterion and the number of reports in which it is missing."""

    title: str
    part: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole batch, in the order the files were given."""

    rubric: RubricStamp
    digest: str
    engine: str
    full: str
    heads: tuple[PartHead, ...]
    rows: Sequence[ReportRow]
    refused: tuple[Refusal, ...]
    errors: tuple[Failure, ...]
    roll_call: RollCall | None


def prepare_overview(batch: Batch) -> Overview:
    """Build the view of a batch."""
    return Overview(
        rubric=batch.rubric,
        digest=batch.rubric.sha256[:DIGEST_LIMIT],
        engine=engine_version(),
        full=show_number(batch.rubric.total),
        heads=_heads(batch.scorecards),
        rows=Mapped(prepare_row, batch.scorecards),
        refused=batch.refused,
        errors=batch.errors,
        roll_call=batch.roll_call,
    )


def _heads(scorecards: Sequence[Scorecard]) -> tuple[PartHead, ...]:
    """The parts as the first scorecard lists them: every report is scored by one rubric."""
    first = scorecards[0].parts if scorecards else ()
    return tuple(
        PartHead(
            short=short_part(part.id, part.title),
            title=part.title,
            full=show_number(sum((c.max for c in part.criteria), part.max * 0)),
        )
        for part in first
    )


def show_year(year: int | None) -> str:
    """The year, "" where it is not known."""
    return "" if year is None else str(year)


def prepare_row(scorecard: Scorecard) -> ReportRow:
    """A report's line."""
    report = scorecard.report
    outcomes = [criterion.outcome for criterion in scorecard.criteria]
    return ReportRow(
        town=shorten(join_lines(town_name(report)), NAME_LIMIT),
        year=show_year(report.year),
        total=show_total(scorecard.total),
        band=scorecard.total.band,
        points=tuple(_part_points(part) for part in scorecard.parts),
        missing=outcomes.count(Outcome.MISSING),
        findings=sum(finding.strength is Strength.FINDING for finding in scorecard.findings),
    )


def _part_points(part: PartScore) -> str:
    judged = any(criterion.outcome in JUDGED for criterion in part.criteria)
    return show_number(part.points) if judged else ""


def rank_missed(scorecards: Iterable[Scorecard]) -> tuple[MissedRow, ...]:
    """The five criteria missing most often; ties stand in the rubric's order."""
    counts: Counter[str] = Counter()
    rows: dict[str, tuple[str, str]] = {}
    for scorecard in scorecards:
        for part in scorecard.parts:
            for criterion in part.criteria:
                rows.setdefault(criterion.id, (criterion.title, part.title))
                counts[criterion.id] += criterion.outcome is Outcome.MISSING
    # most_common keeps the order of first insertion among equals: the rubric's.
    return tuple(
        MissedRow(title=rows[id_][0], part=rows[id_][1], count=count)
        for id_, count in counts.most_common(_MOST_MISSED)
        if count
    )
