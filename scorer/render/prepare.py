"""A scorecard as its view: everything a template may not do is done here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from scorer.document import Quote
from scorer.finding import Finding, Norm, Strength
from scorer.render.closure import prepare_closure
from scorer.render.engine import engine_version
from scorer.render.sums import explain_open, sum_lines, sum_part, sum_total
from scorer.render.view import (
    CriterionView,
    FactView,
    FindingView,
    NearestView,
    PartView,
    QuoteView,
    ScorecardView,
)
from scorer.render.visible import NAME_LIMIT, join_lines, shorten
from scorer.render.words import (
    ORIGIN_WORDS,
    OUTCOME_WORDS,
    PLACEMENT_WORDS,
    family_word,
    show_date,
    show_number,
    show_total,
    show_year,
    town_name,
)
from scorer.scorecard import (
    JUDGED,
    CriterionScore,
    Nearest,
    PartScore,
    ReportFacts,
    Scorecard,
    SpokenBy,
)

#: Characters of a quote or message that are shown before the rest is cut.
QUOTE_LIMIT = 300

#: Characters of the rubric's hash that a page prints.
DIGEST_LIMIT = 12

#: Headings over the needs that gain most, by how many there are.
_FIRST_HEADINGS = ("", "先补这一项", "先补这两项", "先补这三项")


def prepare(scorecard: Scorecard) -> ScorecardView:
    """Build the view; the same scorecard always gives the same view."""
    report = scorecard.report
    needs = tuple(_criterion(criterion) for criterion in rank_needs(scorecard.criteria))
    first = needs[: len(_FIRST_HEADINGS) - 1]
    return ScorecardView(
        town=shorten(join_lines(town_name(report)), NAME_LIMIT),
        place=shorten(join_lines("".join(filter(None, report.region[:3]))), NAME_LIMIT),
        year=show_year(report.year),
        file=shorten(report.file, QUOTE_LIMIT),
        total=show_total(scorecard.total),
        full=show_number(scorecard.rubric.total),
        band=scorecard.total.band,
        open_note=explain_open(scorecard),
        rubric=scorecard.rubric,
        digest=scorecard.rubric.sha256[:DIGEST_LIMIT],
        engine=engine_version(),
        sums=sum_lines(scorecard),
        sum_total=sum_total(scorecard),
        needs=needs,
        first_heading=_FIRST_HEADINGS[len(first)],
        first_needs=first,
        parts=tuple(_part(part) for part in scorecard.parts),
        closure=prepare_closure(scorecard),
        problems=_findings(scorecard, Strength.FINDING),
        hints=_findings(scorecard, Strength.HINT),
        text_quality=_findings(scorecard, Strength.TEXT_QUALITY),
        doubts=tuple(_doubts(scorecard)),
        conflicts=tuple(shorten(conflict, QUOTE_LIMIT) for conflict in report.conflicts),
        facts=tuple(_facts(report)),
    )


def _doubts(scorecard: Scorecard) -> Iterable[str]:
    """Doubts that no note on the copy tells already."""
    told = {note.message for note in scorecard.text_quality}
    return (shorten(doubt, QUOTE_LIMIT) for doubt in scorecard.report.doubts if doubt not in told)


def rank_needs(criteria: tuple[CriterionScore, ...]) -> tuple[CriterionScore, ...]:
    """What can still be gained, most points first, else in the rubric's order."""
    open_to_gain = (criterion for criterion in criteria if criterion.gain > 0)
    return tuple(sorted(open_to_gain, key=lambda criterion: -criterion.gain))


def _part(part: PartScore) -> PartView:
    return PartView(
        id=part.id,
        title=shorten(part.title, NAME_LIMIT),
        placement=None if part.placement is None else PLACEMENT_WORDS[part.placement],
        sum=sum_part(part),
        criteria=tuple(_criterion(criterion) for criterion in part.criteria),
    )


def _criterion(criterion: CriterionScore) -> CriterionView:
    return CriterionView(
        id=criterion.id,
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
        quotes=tuple(_credited(quote, criterion.spoken_by) for quote in criterion.quotes),
        nearest=_nearest(criterion.nearest),
        counted=criterion.outcome in JUDGED,
    )


def _credited(quote: Quote, spoken_by: tuple[SpokenBy, ...]) -> QuoteView:
    """The quote with the words that alone earned it."""
    at = quote.start, quote.end
    words = (
        w for said in spoken_by if (said.quote.start, said.quote.end) == at for w in said.words
    )
    return replace(_quote(quote), spoken_by="".join(f"“{shorten(w, NAME_LIMIT)}”" for w in words))


def _nearest(nearest: Nearest | None) -> NearestView | None:
    if nearest is None:
        return None
    return NearestView(quote=_quote(nearest.quote), why_not=shorten(nearest.why_not, QUOTE_LIMIT))


def _findings(scorecard: Scorecard, strength: Strength) -> tuple[FindingView, ...]:
    """Findings of one strength in the order of the text."""
    chosen = [finding for finding in scorecard.findings if finding.strength is strength]
    return tuple(_finding(finding) for finding in sorted(chosen, key=_position))


def _position(finding: Finding) -> int:
    return min((quote.start for quote in finding.quotes), default=0)


def _finding(finding: Finding) -> FindingView:
    return FindingView(
        family=family_word(finding.kind),
        message=shorten(finding.message, QUOTE_LIMIT),
        quotes=_quotes(finding.quotes),
        computed=shorten(finding.computed, QUOTE_LIMIT),
        norm=_norm(finding.norm),
        remedy=shorten(finding.remedy, QUOTE_LIMIT),
        deducted=show_number(finding.deducted) if finding.deducted > Decimal(0) else "",
    )


def _norm(norm: Norm) -> Norm:
    """The force is shown before the text, which need not say it again."""
    return replace(norm, text=norm.text.removeprefix(norm.force))


def _quotes(quotes: tuple[Quote, ...]) -> tuple[QuoteView, ...]:
    return tuple(_quote(quote) for quote in quotes)


def _quote(quote: Quote) -> QuoteView:
    return QuoteView(text=shorten(join_lines(quote.text), QUOTE_LIMIT), line=quote.line)


def _facts(report: ReportFacts) -> Iterable[FactView]:
    yield _fact("题名", report.title, "title")
    yield _fact("报送单位", report.issuer, report.read_from.get("issuer"))
    yield _fact("单位类别", report.issuer_kind, None)
    yield _fact("所在地区", "".join(filter(None, report.region)) or None, None)
    year = None if report.year is None else str(report.year)
    yield _fact("报告年度", year, report.read_from.get("year"))
    yield _fact("成文日期", show_date(report.signed), report.read_from.get("signed"))
    yield _fact("发布日期", show_date(report.published), report.read_from.get("published"))
    yield _fact("文件", report.file, None)


def _fact(label: str, value: str | None, origin: str | None) -> FactView:
    if value is None:
        return FactView(label=label, value=None, origin=None)
    shown = shorten(join_lines(value), QUOTE_LIMIT)
    return FactView(label=label, value=shown, origin=ORIGIN_WORDS.get(origin or "", origin))
