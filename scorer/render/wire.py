"""The JSON document of a run, described by `scorecard.schema.json` beside this file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scorer.document import Quote
from scorer.finding import Finding, Norm
from scorer.render.engine import engine_version
from scorer.render.json_text import Node, dump, number
from scorer.scorecard import (
    Batch,
    Closure,
    CriterionScore,
    Failure,
    Nearest,
    PartScore,
    Refusal,
    ReportFacts,
    RollCall,
    RubricStamp,
    Scorecard,
)

SCHEMA_ID = "scorecard/1"
LINE_SCHEMA_ID = "scorecard-line/1"

#: How the document ends where it has no scorecard, and how a scorecard stands in it.
_EMPTY_END = "[]\n}\n"
_DEEPER = "\n    "


def render(batch: Batch) -> str:
    """One JSON document; keys stand in the order of the schema, numbers are JSON numbers."""
    document: Node = {
        "schema": SCHEMA_ID,
        **_stamp(batch.rubric),
        "refused": [_refusal(refusal) for refusal in batch.refused],
        "errors": [_failure(error) for error in batch.errors],
        "not_submitted": None if batch.not_submitted is None else list(batch.not_submitted),
        "roll_call": _roll_call(batch.roll_call),
        "scorecards": [_scorecard(scorecard) for scorecard in batch.scorecards],
    }
    return dump(document)


def render_lines(batch: Batch) -> str:
    """One JSON document a line: each scorecard, refusal, failure and missing body by itself."""
    return "".join(dump(line, indent=None) for line in _lines(batch))


def render_line(scorecard: Scorecard) -> str:
    """The line of one scorecard."""
    return dump({**_blank(scorecard.rubric), "scorecard": _scorecard(scorecard)}, indent=None)


def render_piece(scorecard: Scorecard) -> str:
    """One scorecard as it stands in the document's list, without the comma."""
    return dump(_scorecard(scorecard)).removesuffix("\n").replace("\n", _DEEPER)


def render_frame(batch: Batch) -> tuple[str, str]:
    """What stands before and behind the pieces, of which there is one or more."""
    whole = render(replace(batch, scorecards=()))
    return f"{whole.removesuffix(_EMPTY_END)}[{_DEEPER}", "\n  ]\n}\n"


def load_schema() -> Node:
    """The published JSON Schema (2020-12) of the document."""
    schema: Node = json.loads(Path(__file__).with_name("scorecard.schema.json").read_text("utf-8"))
    return schema


def _lines(batch: Batch) -> Iterator[Node]:
    blank = _blank(batch.rubric)
    yield from ({**blank, "scorecard": _scorecard(card)} for card in batch.scorecards)
    yield from ({**blank, "refused": _refusal(refusal)} for refusal in batch.refused)
    yield from ({**blank, "error": _failure(error)} for error in batch.errors)
    yield from ({**blank, "not_submitted": name} for name in batch.not_submitted or ())
    if batch.roll_call is not None:
        yield {**blank, "roll_call": _roll_call(batch.roll_call)}


def _blank(rubric: RubricStamp) -> Node:
    return {
        "schema": LINE_SCHEMA_ID,
        **_stamp(rubric),
        **dict.fromkeys(("scorecard", "refused", "error", "not_submitted", "roll_call")),
    }


def _stamp(rubric: RubricStamp) -> Node:
    """Which engine and which standard."""
    return {
        "engine": {"version": engine_version()},
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256},
    }


def _refusal(refusal: Refusal) -> Node:
    return {
        "file": refusal.file,
        "document_type": refusal.document_type,
        "reason": refusal.reason,
    }


def _failure(error: Failure) -> Node:
    return {"file": error.file, "reason": error.reason}


def _roll_call(call: RollCall | None) -> Node | None:
    if call is None:
        return None
    return {
        "register": call.register,
        "owing": call.owing,
        "submitted": call.submitted,
        "repeated": [
            {"name": each.name, "files": list(each.files), "note": each.note or None}
            for each in call.repeated
        ],
        "unsettled": [
            {"name": each.name, "files": list(each.files), "reason": each.reason}
            for each in call.unsettled
        ],
        "misplaced": [
            {"file": each.file, "issuer": each.issuer, "reason": each.reason}
            for each in call.misplaced
        ],
    }


def _scorecard(scorecard: Scorecard) -> Node:
    total = scorecard.total
    return {
        "report": _report(scorecard.report),
        "total": {
            "points": number(total.points),
            "max": number(total.max),
            "low": number(total.low),
            "high": number(total.high),
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
        "points": number(part.points),
        "max": number(part.max),
        "placement": part.placement,
        "criteria": [_criterion(criterion) for criterion in part.criteria],
    }


def _criterion(criterion: CriterionScore) -> Node:
    return {
        "id": criterion.id,
        "title": criterion.title,
        "outcome": criterion.outcome,
        "points": number(criterion.points),
        "max": number(criterion.max),
        "norm": _norm(criterion.norm),
        "reason": criterion.reason or None,
        "remedy": criterion.remedy or None,
        "gain": number(criterion.gain),
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
        "deducted": number(finding.deducted),
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
