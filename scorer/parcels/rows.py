"""A scorecard as the rows of the results store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.document import Quote
from scorer.render.json_text import number
from scorer.render.words import family_word
from scorer.scorecard import JUDGED, Scorecard

Value = str | int | float | None
Record = tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The values of one report, in the order of the store's columns, without its number."""

    report: Record
    criteria: tuple[Record, ...]
    findings: tuple[Record, ...]


def list_records(card: Scorecard) -> Records:
    """Facts and total, a record a criterion, a record a finding."""
    report, total = card.report, card.total
    return Records(
        report=(
            _text(report.file),
            report.title,
            report.issuer,
            report.issuer_kind,
            *report.region,
            report.year,
            report.signed,
            report.published,
            number(total.points),
            number(total.max),
            number(total.low),
            number(total.high),
            total.band,
        ),
        criteria=tuple(_criteria(card)),
        findings=tuple(_findings(card)),
    )


def _criteria(card: Scorecard) -> Iterator[Record]:
    for part in card.parts:
        for item in part.criteria:
            yield (
                item.id,
                part.title,
                item.title,
                item.outcome.value,
                number(item.points) if item.outcome in JUDGED else None,
                number(item.max),
                number(item.gain),
                item.reason or None,
                "、".join(item.missing) or None,
                *_cite(item.quotes),
            )


def _findings(card: Scorecard) -> Iterator[Record]:
    for place, finding in enumerate(card.findings, start=1):
        yield (
            place,
            finding.rule,
            finding.kind,
            family_word(finding.kind),
            finding.strength.value,
            finding.message,
            finding.computed or None,
            number(finding.deducted),
            *_cite(finding.quotes),
        )


def _cite(quotes: Sequence[Quote]) -> Iterator[Value]:
    """The line and the words of the first quote."""
    yield quotes[0].line if quotes else None
    yield quotes[0].text if quotes else None


def _text(words: str) -> str:
    """A file name that is not UTF-8 cannot stand in a database."""
    return words.encode("utf-8", "replace").decode("utf-8")
