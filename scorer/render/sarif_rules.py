"""Criteria and checks as SARIF tells rules."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.checks import find_check
from scorer.finding import Finding, Norm
from scorer.render.json_text import Node, number
from scorer.render.visible import show_line
from scorer.render.words import family_word
from scorer.scorecard import CriterionScore, PartScore, Scorecard


def list_rules(scorecards: Sequence[Scorecard]) -> list[Node]:
    """Every criterion of the rubric; then the checks that found something, in order of meeting."""
    parts = scorecards[0].parts if scorecards else ()
    rules = {c.id: _criterion(part, c) for part in parts for c in part.criteria}
    for scorecard in scorecards:
        for finding in scorecard.charges:
            rules.setdefault(finding.rule, _check(finding))
    return list(rules.values())


def _criterion(part: PartScore, criterion: CriterionScore) -> Node:
    return {
        "id": criterion.id,
        "shortDescription": _message(criterion.title),
        **_help(criterion.norm, criterion.remedy),
        "properties": {"part": show_line(part.title), "max": number(criterion.max)},
    }


def _check(finding: Finding) -> Node:
    check = find_check(finding.rule)
    title = family_word(finding.kind) if check is None else check.title
    return {
        "id": finding.rule,
        "shortDescription": _message(title),
        **_help(finding.norm, finding.remedy),
        "properties": {"kind": finding.kind},
    }


def _help(norm: Norm, remedy: str) -> Node:
    basis = f"依据：{norm.text}（{norm.force}）"
    return {
        "fullDescription": _message(basis),
        "help": _message(f"{remedy}　{basis}" if remedy else basis),
    }


def _message(text: str) -> Node:
    return {"text": show_line(text)}
