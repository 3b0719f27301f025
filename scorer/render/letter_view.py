"""What a letter to a town says of its report: words and figures, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scorer.finding import Finding, Norm, Strength
from scorer.render.prepare import rank_needs
from scorer.render.visible import NAME_LIMIT, QUOTE_LIMIT, join_lines, shorten
from scorer.render.wishes import Wishes
from scorer.render.words import (
    OUTCOME_WORDS,
    family_word,
    show_number,
    show_total,
    town_name,
)
from scorer.scorecard import CriterionScore, Outcome, Scorecard
from scorer.zh.dates import write_date

_STOPS = "。；！？"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A criterion that lost points.

    `missing` is one phrase or ""; `reason` and `remedy` end as sentences do, `basis` does not.
    """

    title: str
    part: str
    outcome: str
    full: str
    points: str
    lost: str
    reason: str
    basis: str
    missing: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """A defect of the text; `computed`, `remedy` and `deducted` are "" where there are none."""

    family: str
    message: str
    quotes: tuple[str, ...]
    computed: str
    remedy: str
    deducted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A line of the list of what is to be mended."""

    matter: str
    problem: str
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """The whole letter; see docs/templates.md. What there is none of is "" or empty."""

    letterhead: str
    reply_by: str
    addressee: str
    town: str
    place: str
    year: str
    total: str
    full: str
    band: str
    rubric_title: str
    rubric_version: str
    rubric_note: str
    lost: str
    charged: str
    deductions: tuple[ItemView, ...]
    needs: tuple[ItemView, ...]
    problems: tuple[ProblemView, ...]
    open_items: tuple[str, ...]
    tasks: tuple[TaskView, ...]


def prepare_letter(scorecard: Scorecard, wishes: Wishes) -> LetterView:
    """The letter about a scorecard as the town gets it."""
    report, rubric = scorecard.report, scorecard.rubric
    parts = {c.id: part.title for part in scorecard.parts for c in part.criteria}
    ranked = rank_needs(scorecard.criteria)
    found = sorted((f for f in scorecard.findings if f.strength is Strength.FINDING), key=_place)
    items = {need.id: _item(need, parts[need.id]) for need in ranked}
    needs = tuple(items.values())
    problems = tuple(map(_problem, found))
    return LetterView(
        letterhead=wishes.letterhead,
        reply_by="" if wishes.reply_by is None else write_date(wishes.reply_by.isoformat()),
        addressee=_name(report.issuer or town_name(report)),
        town=_name(town_name(report)),
        place=_name("".join(filter(None, report.region[:3]))),
        year="" if report.year is None else f"{report.year}年",
        total=show_total(scorecard.total).replace("–", "至"),
        full=show_number(rubric.total),
        band=scorecard.total.band or "",
        rubric_title=rubric.title,
        rubric_version=rubric.version,
        rubric_note=rubric.note.rstrip(_STOPS),
        lost=_sum(need.gain for need in ranked),
        charged=_points(sum((finding.deducted for finding in found), Decimal(0))),
        deductions=tuple(items[c.id] for c in scorecard.criteria if c.id in items),
        needs=needs,
        problems=problems,
        open_items=tuple(_open_items(scorecard)),
        tasks=(*map(_need_task, needs), *map(_problem_task, problems)),
    )


def _item(criterion: CriterionScore, part: str) -> ItemView:
    return ItemView(
        title=_name(criterion.title),
        part=_name(part),
        outcome=OUTCOME_WORDS[criterion.outcome],
        full=show_number(criterion.max),
        points=show_number(criterion.points),
        lost=show_number(criterion.gain),
        reason=_sentence(criterion.reason),
        basis=_basis(criterion.norm),
        missing="、".join(criterion.missing),
        remedy=_sentence(criterion.remedy),
    )


def _problem(finding: Finding) -> ProblemView:
    return ProblemView(
        family=family_word(finding.kind),
        message=_sentence(finding.message),
        quotes=tuple(shorten(join_lines(q.text), QUOTE_LIMIT) for q in finding.quotes),
        computed=_sentence(finding.computed),
        remedy=_sentence(finding.remedy),
        deducted=_points(finding.deducted),
    )


def _place(finding: Finding) -> int:
    return min((quote.start for quote in finding.quotes), default=0)


def _need_task(item: ItemView) -> TaskView:
    lack = f"缺少{item.missing}。" if item.missing else item.reason
    return TaskView(matter=item.title, problem=lack, request=item.remedy)


def _problem_task(problem: ProblemView) -> TaskView:
    request = problem.remedy or "核对后更正。"
    return TaskView(matter=f"文字（{problem.family}）", problem=problem.message, request=request)


def _open_items(scorecard: Scorecard) -> Iterator[str]:
    for criterion in scorecard.criteria:
        if criterion.outcome is Outcome.UNDETERMINED:
            yield _name(criterion.title)


def _sum(values: Iterable[Decimal]) -> str:
    return show_number(sum(values, Decimal(0)))


def _points(value: Decimal) -> str:
    return show_number(value) if value else ""


def _basis(norm: Norm) -> str:
    return shorten(join_lines(norm.text), QUOTE_LIMIT).rstrip(_STOPS)


def _sentence(words: str) -> str:
    """The words with a full stop, unless there are none or they end as they should."""
    line = shorten(join_lines(words), QUOTE_LIMIT)
    return line if not line or line.endswith(tuple(_STOPS)) else f"{line}。"


def _name(words: str) -> str:
    return shorten(join_lines(words), NAME_LIMIT)
