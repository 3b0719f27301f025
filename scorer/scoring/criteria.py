"""The level a criterion wins: walk its levels from the best, stop at the first that holds."""

from __future__ import annotations

from decimal import Decimal

from scorer.evidence.base import Look, Match
from scorer.finding import Norm
from scorer.reading.parts import may_be_lost
from scorer.rubric.model import Criterion, Level
from scorer.scorecard import CriterionScore, Outcome, SpokenBy
from scorer.scoring.nearest import find_nearest

_CANNOT_TELL = "文本不完整，现存文字中未见相关内容，无法判定，不计入总分"


def score_criterion(criterion: Criterion, look: Look) -> CriterionScore:
    """Judge one criterion; what a report that lost text does not show is undetermined."""
    missing: tuple[str, ...] = ()
    for level in criterion.levels:
        if level.evidence is None:
            continue
        match = level.evidence.find(look)
        if match.held:
            return _award(criterion, level, look, match, missing)
        missing = missing or match.missing
    return _nothing(criterion, look, missing)


def _award(
    criterion: Criterion,
    level: Level,
    look: Look,
    match: Match,
    missing: tuple[str, ...],
) -> CriterionScore:
    document = look.reading.document
    return CriterionScore(
        id=criterion.id,
        title=criterion.title,
        outcome=level.outcome,
        points=criterion.points * level.share,
        max=criterion.points,
        norm=_norm(criterion, look),
        reason=level.deduction or level.descriptor,
        remedy=criterion.remedy if level.outcome is not Outcome.MET else "",
        quotes=tuple(document.quote(span) for span in match.found),
        spoken_by=tuple(
            SpokenBy(quote=document.quote(said.span), words=said.words) for said in match.spoken
        ),
        missing=missing if level.outcome is not Outcome.MET else (),
    )


def _nothing(criterion: Criterion, look: Look, missing: tuple[str, ...]) -> CriterionScore:
    open_text = may_be_lost(look.reading, criterion.id.partition(".")[0])
    last = criterion.levels[-1]
    return CriterionScore(
        id=criterion.id,
        title=criterion.title,
        outcome=Outcome.UNDETERMINED if open_text else last.outcome,
        points=Decimal(0),
        max=criterion.points,
        norm=_norm(criterion, look),
        reason=_CANNOT_TELL if open_text else last.deduction,
        remedy=criterion.remedy,
        missing=missing or (criterion.what,),
        nearest=find_nearest(criterion, look),
    )


def _norm(criterion: Criterion, look: Look) -> Norm:
    return criterion.norm.for_issuer(look.reading.masthead.issuer_kind)
