"""A comparison as JSON for programs: everything, with offsets into the text of each file."""

from __future__ import annotations

from scorer.compare.model import Comparison, Pair, Report, SharedText, Side
from scorer.render.engine import engine_version
from scorer.render.json_text import Node, dump

_DIGITS = 4


def render(comparison: Comparison) -> str:
    """The document."""
    return dump(
        {
            "engine": engine_version(),
            "at_least": comparison.least,
            "common_towns": comparison.common_towns,
            "reports": [_report(report) for report in comparison.reports],
            "pairs": [_pair(pair) for pair in comparison.pairs],
            "clusters": [list(cluster) for cluster in comparison.clusters],
            "errors": [{"file": f.file, "reason": f.reason} for f in comparison.failures],
        }
    )


def _report(report: Report) -> Node:
    return {
        "file": report.file,
        "unit": report.issuer.unit,
        "county": report.issuer.county,
        "year": report.issuer.year,
        "reference": report.reference,
        "letters": report.letters,
        "fixed": report.fixed,
        "common": report.common,
        "with_others": report.with_others,
        "with_itself": report.with_itself,
        "own_share": None if report.own_share is None else round(report.own_share, _DIGITS),
    }


def _pair(pair: Pair) -> Node:
    return {
        "here": pair.here,
        "there": pair.there,
        "relation": str(pair.relation),
        "letters": pair.letters,
        "share_here": round(pair.share_here, _DIGITS),
        "share_there": round(pair.share_there, _DIGITS),
        "passages": [_passage(passage) for passage in pair.passages],
    }


def _passage(passage: SharedText) -> Node:
    return {
        "letters": passage.letters,
        "here": _side(passage.here),
        "there": _side(passage.there),
    }


def _side(side: Side) -> Node:
    return {
        "first_line": side.first_line,
        "last_line": side.last_line,
        "start": side.start,
        "end": side.end,
        "text": side.text,
        "differs": [piece.text for piece in side.pieces if not piece.same],
        "other_towns": list(side.foreign),
    }
