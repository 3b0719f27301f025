"""Criteria, findings and quotes as views."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from scorer.document import Quote
from scorer.finding import Finding, Norm, Strength
from scorer.render.marks import FINDING_NAMES, anchor_of, number_parts, sign_of, sort_findings
from scorer.render.sums import sum_part
from scorer.render.view import CriterionView, FindingView, NearestView, PartView, QuoteView
from scorer.render.visible import NAME_LIMIT, QUOTE_LIMIT, join_lines, shorten
from scorer.render.words import OUTCOME_WORDS, PLACEMENT_WORDS, family_word, show_number
from scorer.scorecard import JUDGED, CriterionScore, Nearest, Scorecard, SpokenBy


@dataclass(frozen=True, slots=True)
class Viewer:
    """Makes views of one scorecard; `anchors` are the places that the text shown has."""

    scorecard: Scorecard
    anchors: frozenset[str]

    def parts(self) -> tuple[PartView, ...]:
        """Every part with its criteria."""
        numbers = number_parts(self.scorecard)
        return tuple(
            PartView(
                id=part.id,
                number=at + 1,
                sign=sign_of(at),
                title=shorten(part.title, NAME_LIMIT),
                placement=None if part.placement is None else PLACEMENT_WORDS[part.placement],
                sum=sum_part(part),
                criteria=tuple(self._criterion(c, numbers[c.id]) for c in part.criteria),
            )
            for at, part in enumerate(self.scorecard.parts)
        )

    def findings(self, strength: Strength) -> tuple[FindingView, ...]:
        """Findings of one strength in the order of the text."""
        name, letter = FINDING_NAMES[strength]
        return tuple(
            self._finding(finding, f"{name}{at}", f"{letter}-{at}")
            for at, finding in enumerate(sort_findings(self.scorecard, strength), start=1)
        )

    def quote(self, quote: Quote, limit: int = QUOTE_LIMIT) -> QuoteView:
        """The words on one line, cut at the limit."""
        anchor = anchor_of(quote)
        return QuoteView(
            text=shorten(join_lines(quote.text), limit),
            line=quote.line,
            anchor=anchor if anchor in self.anchors else "",
        )

    def _criterion(self, criterion: CriterionScore, number: str) -> CriterionView:
        return CriterionView(
            id=criterion.id,
            number=number,
            title=shorten(criterion.title, NAME_LIMIT),
            state=criterion.outcome.value,
            outcome=OUTCOME_WORDS[criterion.outcome],
            points=show_number(criterion.points),
            full=show_number(criterion.max),
            gain=show_number(criterion.gain),
            reason=shorten(criterion.reason, QUOTE_LIMIT),
            remedy=shorten(criterion.remedy, QUOTE_LIMIT),
            missing=shorten("、".join(criterion.missing), QUOTE_LIMIT),
            norm=_norm(criterion.norm),
            quotes=tuple(self._credited(q, criterion.spoken_by) for q in criterion.quotes),
            nearest=self._nearest(criterion.nearest),
            counted=criterion.outcome in JUDGED,
        )

    def _credited(self, quote: Quote, spoken_by: tuple[SpokenBy, ...]) -> QuoteView:
        """The quote with the words that alone earned it."""
        at = quote.start, quote.end
        words = (
            w for said in spoken_by if (said.quote.start, said.quote.end) == at for w in said.words
        )
        shown = "".join(f"“{shorten(word, NAME_LIMIT)}”" for word in words)
        return replace(self.quote(quote), spoken_by=shown)

    def _nearest(self, nearest: Nearest | None) -> NearestView | None:
        if nearest is None:
            return None
        why_not = shorten(nearest.why_not, QUOTE_LIMIT)
        return NearestView(quote=self.quote(nearest.quote), why_not=why_not)

    def _finding(self, finding: Finding, label: str, place: str) -> FindingView:
        return FindingView(
            label=label,
            place=place,
            family=family_word(finding.kind),
            message=shorten(finding.message, QUOTE_LIMIT),
            quotes=tuple(self.quote(quote) for quote in finding.quotes),
            computed=shorten(finding.computed, QUOTE_LIMIT),
            norm=_norm(finding.norm),
            remedy=shorten(finding.remedy, QUOTE_LIMIT),
            deducted=show_number(finding.deducted) if finding.deducted > Decimal(0) else "",
        )


def _norm(norm: Norm) -> Norm:
    """The force is shown before the text, which need not say it again."""
    return replace(norm, text=norm.text.removeprefix(norm.force))
