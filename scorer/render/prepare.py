"""A scorecard as its view: everything a template may not do is done here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scorer.finding import Strength
from scorer.render.audience import Audience
from scorer.render.closure import prepare_closure
from scorer.render.engine import engine_version
from scorer.render.fulltext import prepare_text
from scorer.render.items import Viewer
from scorer.render.sums import explain_open, sum_lines, sum_total
from scorer.render.view import CountView, CriterionView, FactView, PartView, ScorecardView
from scorer.render.visible import DIGEST_LIMIT, NAME_LIMIT, QUOTE_LIMIT, join_lines, shorten
from scorer.render.words import (
    ORIGIN_WORDS,
    OUTCOME_WORDS,
    show_date,
    show_number,
    show_total,
    show_year,
    town_name,
)
from scorer.scorecard import CriterionScore, ReportFacts, Scorecard

#: Headings over the needs that gain most, by how many there are.
_FIRST_HEADINGS = ("", "先补这一项", "先补这两项", "先补这三项")


def prepare(scorecard: Scorecard, audience: Audience = Audience.REVIEWER) -> ScorecardView:
    """Build the view; the same scorecard always gives the same view."""
    report = scorecard.report
    text = prepare_text(scorecard)
    viewer = Viewer(scorecard, text.anchors)
    parts = viewer.parts()
    needs = _rank(scorecard, parts)
    first = needs[: len(_FIRST_HEADINGS) - 1]
    return ScorecardView(
        for_town=audience is Audience.TOWN,
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
        counts=_counts(scorecard),
        criteria_count=len(scorecard.criteria),
        parts=parts,
        closure=prepare_closure(scorecard, viewer, audience),
        problems=viewer.findings(Strength.FINDING),
        hints=viewer.findings(Strength.HINT),
        text_quality=viewer.findings(Strength.TEXT_QUALITY),
        doubts=tuple(_doubts(scorecard)),
        conflicts=tuple(shorten(conflict, QUOTE_LIMIT) for conflict in report.conflicts),
        facts=tuple(_facts(report)),
        text=text,
    )


def rank_needs(criteria: tuple[CriterionScore, ...]) -> tuple[CriterionScore, ...]:
    """What can still be gained, most points first, else in the rubric's order."""
    open_to_gain = (criterion for criterion in criteria if criterion.gain > 0)
    return tuple(sorted(open_to_gain, key=lambda criterion: -criterion.gain))


def _rank(scorecard: Scorecard, parts: tuple[PartView, ...]) -> tuple[CriterionView, ...]:
    views = {view.id: view for part in parts for view in part.criteria}
    return tuple(views[criterion.id] for criterion in rank_needs(scorecard.criteria))


def _counts(scorecard: Scorecard) -> tuple[CountView, ...]:
    """The outcomes that occur, best first."""
    counted = Counter(criterion.outcome for criterion in scorecard.criteria)
    return tuple(
        CountView(state=outcome.value, outcome=word, count=counted[outcome])
        for outcome, word in OUTCOME_WORDS.items()
        if counted[outcome]
    )


def _doubts(scorecard: Scorecard) -> Iterable[str]:
    """Doubts that no note on the copy tells already."""
    told = {note.message for note in scorecard.text_quality}
    return (shorten(doubt, QUOTE_LIMIT) for doubt in scorecard.report.doubts if doubt not in told)


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
