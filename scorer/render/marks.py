"""What is marked in the report's text: evidence, near misses, findings, shortcomings and plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.document import Quote
from scorer.finding import Finding, Strength
from scorer.render.view import BackView
from scorer.render.visible import NAME_LIMIT, shorten
from scorer.scorecard import Scorecard

#: Parts are told apart by colour and line as far as this; then the signs begin again.
_SIGNS = 6

#: What a finding of each strength is called, and the letter of its place in the page.
FINDING_NAMES = {
    Strength.FINDING: ("问题", "f"),
    Strength.HINT: ("提示", "h"),
    Strength.TEXT_QUALITY: ("文本", "t"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the report's text, the style of its mark and the way back to what quotes it."""

    start: int
    end: int
    kind: str
    back: BackView


def anchor_of(quote: Quote) -> str:
    """The place of a quote in the page."""
    return f"q{quote.start}-{quote.end}"


def number_parts(scorecard: Scorecard) -> dict[str, str]:
    """The number of every criterion by its id: `2.3` is the third of the second part."""
    return {
        criterion.id: f"{part_at}.{at}"
        for part_at, part in enumerate(scorecard.parts, start=1)
        for at, criterion in enumerate(part.criteria, start=1)
    }


def sign_of(part_at: int) -> str:
    """The style of a part's marks, by its place from 0."""
    return f"p{part_at % _SIGNS + 1}"


def sort_findings(scorecard: Scorecard, strength: Strength) -> tuple[Finding, ...]:
    """Findings of one strength in the order of the text, which is that of their numbers."""
    chosen = [finding for finding in scorecard.findings if finding.strength is strength]
    return tuple(sorted(chosen, key=_position))


def gather_marks(scorecard: Scorecard) -> tuple[Mark, ...]:
    """Every mark, evidence first."""
    return (
        *_criterion_marks(scorecard),
        *_finding_marks(scorecard),
        *_closure_marks(scorecard),
    )


def _criterion_marks(scorecard: Scorecard) -> Iterator[Mark]:
    numbers = number_parts(scorecard)
    for part_at, part in enumerate(scorecard.parts):
        for criterion in part.criteria:
            number = numbers[criterion.id]
            title = shorten(criterion.title, NAME_LIMIT)
            back = BackView(label=number, href=f"c-{criterion.id}", title=title)
            yield from (_mark(quote, sign_of(part_at), back) for quote in criterion.quotes)
            if criterion.nearest is not None:
                near = BackView(label=f"近{number}", href=back.href, title=title)
                yield _mark(criterion.nearest.quote, "near", near)


def _finding_marks(scorecard: Scorecard) -> Iterator[Mark]:
    for strength, (name, letter) in FINDING_NAMES.items():
        for at, finding in enumerate(sort_findings(scorecard, strength), start=1):
            title = shorten(finding.message, NAME_LIMIT)
            back = BackView(label=f"{name}{at}", href=f"{letter}-{at}", title=title)
            yield from (_mark(quote, strength.value, back) for quote in finding.quotes)


def _closure_marks(scorecard: Scorecard) -> Iterator[Mark]:
    for at, line in enumerate(scorecard.closure, start=1):
        for quote, name in ((line.shortcoming, "不足"), (line.answered_by, "安排")):
            if quote is not None:
                back = BackView(label=f"{name}{at}", href=f"k-{at}", title="不足与安排对应表")
                yield _mark(quote, "pair", back)


def _mark(quote: Quote, kind: str, back: BackView) -> Mark:
    return Mark(start=quote.start, end=quote.end, kind=kind, back=back)


def _position(finding: Finding) -> int:
    return min((quote.start for quote in finding.quotes), default=0)
