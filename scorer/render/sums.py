"""How the points add up, line by line: full marks are points won, points lost and open points."""

from __future__ import annotations

from decimal import Decimal

from scorer.render.view import SumRow
from scorer.render.visible import NAME_LIMIT, shorten
from scorer.render.words import show_number, show_total
from scorer.scorecard import JUDGED, CriterionScore, Outcome, PartScore, Scorecard

_ZERO = Decimal(0)


def sum_part(part: PartScore) -> SumRow:
    """A part's line; its open points are those of the criteria nobody could judge."""
    return _row(part.title, part.points, part.max, _open_points(part.criteria))


def sum_lines(scorecard: Scorecard) -> tuple[SumRow, ...]:
    """A line a part and, where findings cost points, one for them: they add up to the total."""
    parts = tuple(sum_part(part) for part in scorecard.parts)
    cost = sum((part.points for part in scorecard.parts), _ZERO) - scorecard.total.points
    if cost == _ZERO:
        return parts
    return (*parts, _cost_row(cost))


def sum_total(scorecard: Scorecard) -> SumRow:
    """The last line of the sum."""
    total = scorecard.total
    return _row("合计", total.points, total.max, _open_points(scorecard.criteria))


def explain_open(scorecard: Scorecard) -> str:
    """Why the total is an interval, in one sentence; "" where every criterion was judged."""
    kinds = (
        (Outcome.UNDETERMINED, "因文本不完整无法判定"),
        (Outcome.NOT_APPLICABLE, "不适用于本单位"),
    )
    counts = [
        f"{len(found)}项（{show_number(_open_points(found))}分）{word}"
        for outcome, word in kinds
        if (found := tuple(c for c in scorecard.criteria if c.outcome is outcome))
    ]
    if not counts:
        return ""
    total = scorecard.total
    counted = (
        f"有{'，'.join(counts)}，未计入得分；其余内容满分{show_number(total.max)}分，"
        f"得{show_number(total.points)}分。"
    )
    if total.low == total.high:
        return counted
    return (
        f"{counted}未计入的内容若全部不得分，总分为{show_number(total.low)}分；"
        f"若全部得满分，总分为{show_number(total.high)}分，因此总分写作{show_total(total)}。"
    )


def _open_points(criteria: tuple[CriterionScore, ...]) -> Decimal:
    return sum((c.max for c in criteria if c.outcome not in JUDGED), _ZERO)


def _row(title: str, points: Decimal, judged: Decimal, open_points: Decimal) -> SumRow:
    full = judged + open_points
    return SumRow(
        title=shorten(title, NAME_LIMIT),
        full=show_number(full),
        points=show_number(points),
        lost=show_number(judged - points),
        open=show_number(open_points),
        points_share=share(points, full),
        open_share=share(open_points, full),
    )


def _cost_row(cost: Decimal) -> SumRow:
    return SumRow(
        title="问题扣分",
        full=None,
        points=show_number(-cost),
        lost=show_number(cost),
        open="0",
        points_share="0",
        open_share="0",
    )


def share(points: Decimal, full: Decimal) -> str:
    """A percentage for the length of a bar, from 0 to 100."""
    if full <= _ZERO:
        return "0"
    return show_number(min(max(points, _ZERO) * 100 / full, Decimal(100)))
