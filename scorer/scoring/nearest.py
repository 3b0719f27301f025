"""The sentence that came closest to a missing criterion, and why it did not do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.document import BlockKind
from scorer.evidence.base import Look
from scorer.evidence.lexicon import Weight
from scorer.reading.model import Actor, Clause, Standing
from scorer.rubric.model import Criterion
from scorer.scorecard import Nearest

_BY_STANDING = {
    Standing.PLANNED: "只见于下一步的计划，不是本年度已经做成的工作",
    Standing.DEMANDED: "只是对下级或者有关单位提出的要求，未写明是否做到",
    Standing.SHORTCOMING: "只作为不足或者问题提到",
    Standing.NEGATED: "写明没有开展",
    Standing.RULE: "只引述规定要求，未写明执行情况",
    Standing.EARLIER: "写的是以前年度的工作，不是本年度做成的",
}
_OTHER_ACTOR = {
    Actor.LEADERS: "写的是领导干部或者班子成员，未写明是党政主要负责人本人",
    Actor.BODY: "写的是单位的工作，未写明是党政主要负责人本人所为",
    Actor.OTHERS: "写的是其他单位或者人员的工作",
}
_HEADING_ONLY = "只是标题或者开头的套语，下文未见具体内容"
_SUGGESTED = "只是沾边的表述，未点明这项工作"


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    rank: int
    at: int
    clause: Clause
    why_not: str


def find_nearest(criterion: Criterion, look: Look) -> Nearest | None:
    """The best clause with the criterion's words that earned nothing; None where there is none."""
    best = min(_candidates(criterion, look), key=lambda c: (c.rank, c.at), default=None)
    if best is None:
        return None
    return Nearest(quote=look.reading.document.quote(best.clause.span), why_not=best.why_not)


def _candidates(criterion: Criterion, look: Look) -> Iterator[_Candidate]:
    """Clauses with strong words rank before those with weak ones, deeds before plans."""
    for clause in look.reading.clauses if look.hits.all_of(criterion.id) else ():
        heaviest = look.hits.heaviest(criterion.id, clause.at, clause.stop)
        if heaviest is None:
            continue
        step, why_not = _objection(criterion, look, clause)
        rank = step + (0 if heaviest is Weight.STRONG else 10)
        if heaviest is Weight.WEAK and clause.standing is Standing.DONE:
            why_not = why_not or _SUGGESTED
        if why_not:
            yield _Candidate(rank, clause.at, clause, why_not)


def _objection(criterion: Criterion, look: Look, clause: Clause) -> tuple[int, str]:
    """How far off the clause is, and why it does not count ("" where only its words are weak)."""
    if look.reading.document.blocks[clause.paragraph].kind is BlockKind.HEADING:
        return 4, _HEADING_ONLY
    if clause.standing in _BY_STANDING:
        return 2, _BY_STANDING[clause.standing]
    if criterion.actor is not None and clause.actor is not criterion.actor:
        return 1, _OTHER_ACTOR.get(clause.actor, "")
    return 3, "" if clause.path else _HEADING_ONLY
