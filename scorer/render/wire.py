"""The JSON document of a run, described by `scorecard.schema.json` beside this file."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

from scorer.document import Quote
from scorer.finding import Finding, Norm
from scorer.render.engine import engine_version
from scorer.scorecard import (
    Batch,
    Closure,
    CriterionScore,
    Nearest,
    PartScore,
    ReportFacts,
    Scorecard,
)

Node = dict[str, object]

SCHEMA_ID = "scorecard/1"

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(batch: Batch) -> str:
    """One JSON document; keys stand in the order of the schema, numbers are JSON numbers."""
    document: Node = {
        "schema": SCHEMA_ID,
        "engine": {"version": engine_version()},
        "rubric": {
            "id": batch.rubric.id,
            "version": batch.rubric.version,
            "sha256": batch.rubric.sha256,
        },
        "refused": [
            {"file": r.file, "document_type": r.document_type, "reason": r.reason}
            for r in batch.refused
        ],
        "errors": [{"file": error.file, "reason": error.reason} for error in batch.errors],
        "not_submitted": None if batch.not_submitted is None else list(batch.not_submitted),
        "scorecards": [_scorecard(scorecard) for scorecard in batch.scorecards],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    # A file name that is not UTF-8 reaches us with lone surrogates, which no file can hold raw.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def load_schema() -> Node:
    """The published JSON Schema (2020-12) of the document."""
    schema: Node = json.loads(Path(__file__).with_name("scorecard.schema.json").read_text("utf-8"))
    return schema


def _scorecard(scorecard: Scorecard) -> Node:
    total = scorecard.total
    return {
        "report": _report(scorecard.report),
        "total": {
            "points": _number(total.points),
            "max": _number(total.max),
            "low": _number(total.low),
            "high": _number(total.high),
            "band": total.band,
        },
        "parts": [_part(part) for part in scorecard.parts],
        "closure": [_closure(line) for line in scorecard.closure],
        "findings": [_finding(finding) for finding in scorecard.charges],
        "text_quality": [
            {"kind": note.kind, "message": note.message, "quotes": _quotes(note.quotes)}
            for note in scorecard.text_quality
        ],
    }


def _report(report: ReportFacts) -> Node:
    read = report.read_from
    return {
        "file": report.file,
        "title": report.title,
        "issuer": report.issuer,
        "issuer_kind": report.issuer_kind,
        "region": list(report.region),
        "year": report.year,
        "signed": report.signed,
        "published": report.published,
        "span": [report.span.start, report.span.end],
        "read_from": {fact: read.get(fact) for fact in ("issuer", "year", "signed", "published")},
        "conflicts": list(report.conflicts),
        "doubts": list(report.doubts),
    }


def _part(part: PartScore) -> Node:
    return {
        "id": part.id,
        "title": part.title,
        "points": _number(part.points),
        "max": _number(part.max),
        "placement": part.placement,
        "criteria": [_criterion(criterion) for criterion in part.criteria],
    }


def _criterion(criterion: CriterionScore) -> Node:
    return {
        "id": criterion.id,
        "title": criterion.title,
        "outcome": criterion.outcome,
        "points": _number(criterion.points),
        "max": _number(criterion.max),
        "norm": _norm(criterion.norm),
        "reason": criterion.reason or None,
        "remedy": criterion.remedy or None,
        "gain": _number(criterion.gain),
        "quotes": _quotes(criterion.quotes),
        "spoken_by": [
            {"quote": _quote(said.quote), "words": list(said.words)} for said in criterion.spoken_by
        ],
        "missing": list(criterion.missing),
        "nearest": _nearest(criterion.nearest),
    }


def _closure(line: Closure) -> Node:
    return {
        "shortcoming": _quote(line.shortcoming),
        "answered_by": None if line.answered_by is None else _quote(line.answered_by),
        "why": {"matters": list(line.matters), "words": list(line.words)},
    }


def _finding(finding: Finding) -> Node:
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "strength": finding.strength,
        "message": finding.message,
        "computed": finding.computed or None,
        "norm": _norm(finding.norm),
        "remedy": finding.remedy or None,
        "deducted": _number(finding.deducted),
        "quotes": _quotes(finding.quotes),
    }


def _nearest(nearest: Nearest | None) -> Node | None:
    if nearest is None:
        return None
    return {"quote": _quote(nearest.quote), "why_not": nearest.why_not}


def _norm(norm: Norm) -> Node:
    return {"text": norm.text, "force": norm.force}


def _quotes(quotes: tuple[Quote, ...]) -> list[Node]:
    return [_quote(quote) for quote in quotes]


def _quote(quote: Quote) -> Node:
    return {"text": quote.text, "start": quote.start, "end": quote.end, "line": quote.line}


def _number(value: Decimal) -> int | float:
    """A whole number as int; the float's shortest form shows any other with the same digits."""
    return int(value) if value == value.to_integral_value() else float(value)
