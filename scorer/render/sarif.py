"""SARIF 2.1.0: every remark as a result with its place, for code scanning and editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from urllib.parse import quote as percent_encode

from scorer.document import Quote
from scorer.render.engine import engine_version
from scorer.render.issues import Issue, Weight, list_issues
from scorer.render.json_text import Node, dump, number
from scorer.render.sarif_places import Places
from scorer.render.sarif_rules import list_rules
from scorer.render.visible import show_line
from scorer.render.words import town_name
from scorer.scorecard import Batch, Scorecard

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Weight.HEAVY: "warning", Weight.SLIGHT: "note", Weight.OPEN: "none"}
_PRINT_DIGITS = 32


def render(batch: Batch) -> str:
    """The whole log, of one run."""
    rules = list_rules(batch.scorecards)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    run: Node = {
        "tool": {
            "driver": {
                "name": "scorer",
                "semanticVersion": engine_version(),
                "language": "zh-CN",
                "rules": rules,
            }
        },
        "invocations": [_invocation(batch)],
        "artifacts": [_artifact(scorecard) for scorecard in batch.scorecards],
        "results": [
            {**result, "ruleIndex": places[result["ruleId"]]}
            for scorecard in batch.scorecards
            for result in _results(scorecard)
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "properties": {"rubric": _rubric(batch)},
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _results(scorecard: Scorecard) -> Iterator[Node]:
    places = Places(scorecard.text)
    for issue in list_issues(scorecard):
        yield {
            "ruleId": issue.rule,
            "kind": "open" if issue.weight is Weight.OPEN else "fail",
            "level": _LEVELS[issue.weight],
            "message": {"text": issue.message},
            "locations": _locations(scorecard, issue.quotes, places),
            "partialFingerprints": {"scorer/v1": _fingerprint(scorecard, issue)},
        }


def _locations(scorecard: Scorecard, quotes: Sequence[Quote], places: Places) -> list[Node]:
    """Every quote; the file alone where there is none."""
    artifact = _artifact_location(scorecard.report.file)
    regions = [{"region": places.region(quote)} for quote in quotes] or [{}]
    return [{"physicalLocation": {"artifactLocation": artifact, **region}} for region in regions]


def _artifact(scorecard: Scorecard) -> Node:
    total = scorecard.total
    return {
        "location": _artifact_location(scorecard.report.file),
        "roles": ["analysisTarget"],
        "properties": {
            "town": show_line(town_name(scorecard.report)),
            "year": scorecard.report.year,
            "low": number(total.low),
            "high": number(total.high),
            "band": total.band,
        },
    }


def _invocation(batch: Batch) -> Node:
    """What could not be scored is told as a notification of the run."""
    told = [
        *((r.file, "warning", f"未予评分：{r.document_type}：{r.reason}") for r in batch.refused),
        *((e.file, "error", f"无法读取：{e.reason}") for e in batch.errors),
    ]
    return {
        "executionSuccessful": not batch.errors,
        "toolExecutionNotifications": [
            {
                "level": level,
                "message": {"text": show_line(words)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact_location(file)}}],
            }
            for file, level, words in told
        ],
    }


def _artifact_location(file: str) -> Node:
    return {"uri": percent_encode(file.encode("utf-8", "surrogatepass"))}


def _fingerprint(scorecard: Scorecard, issue: Issue) -> str:
    """The same for the same words of the same report, wherever they stand."""
    words = ("".join(quote.text.split()) for quote in issue.quotes)
    report = scorecard.report
    named = "\n".join((issue.rule, town_name(report), str(report.year), *words))
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:_PRINT_DIGITS]


def _rubric(batch: Batch) -> Node:
    rubric = batch.rubric
    return {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256}
