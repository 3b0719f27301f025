"""Everything a scorecard holds against a report, one after the other, for lists of remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scorer.document import Quote
from scorer.finding import Finding, Norm, Strength
from scorer.render.visible import show_line
from scorer.render.words import OUTCOME_WORDS, family_word, show_number
from scorer.scorecard import CriterionScore, Outcome, Scorecard


class Weight(StrEnum):
    """How much an issue weighs: it costs what it should, it is slight, nobody can tell."""

    HEAVY = "heavy"
    SLIGHT = "slight"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One remark on one line; `rule` is the id of a criterion or a check, `quotes` may be empty."""

    rule: str
    title: str
    weight: Weight
    message: str
    quotes: tuple[Quote, ...]
    norm: Norm


_WEIGHTS = {
    Outcome.MISSING: Weight.HEAVY,
    Outcome.PARTIAL: Weight.SLIGHT,
    Outcome.UNDETERMINED: Weight.OPEN,
}


def list_issues(scorecard: Scorecard) -> Iterator[Issue]:
    """The criteria that are not met or open, in the rubric's order; then findings and hints."""
    for criterion in scorecard.criteria:
        if criterion.outcome in _WEIGHTS:
            yield _criterion(criterion)
    for finding in scorecard.charges:
        yield _finding(finding)


def describe_criterion(criterion: CriterionScore) -> str:
    """Why points are lost, what is missing, and what to write, on one line."""
    return _line(
        f"{OUTCOME_WORDS[criterion.outcome]} "
        f"{show_number(criterion.points)}/{show_number(criterion.max)}",
        criterion.reason,
        f"缺：{'、'.join(criterion.missing)}" if criterion.missing else "",
        f"补：{criterion.remedy}" if criterion.remedy and criterion.gain else "",
    )


def describe_finding(finding: Finding) -> str:
    """What is wrong, how it was computed, and what to do, on one line."""
    return _line(
        finding.message,
        f"核算：{finding.computed}" if finding.computed else "",
        f"改法：{finding.remedy}" if finding.remedy else "",
    )


def _criterion(criterion: CriterionScore) -> Issue:
    return Issue(
        rule=criterion.id,
        title=_line(criterion.title),
        weight=_WEIGHTS[criterion.outcome],
        message=describe_criterion(criterion),
        quotes=criterion.quotes,
        norm=criterion.norm,
    )


def _finding(finding: Finding) -> Issue:
    return Issue(
        rule=finding.rule,
        title=family_word(finding.kind),
        weight=Weight.HEAVY if finding.strength is Strength.FINDING else Weight.SLIGHT,
        message=describe_finding(finding),
        quotes=finding.quotes,
        norm=finding.norm,
    )


def _line(*pieces: str) -> str:
    return "　".join(show_line(piece) for piece in pieces if piece)
