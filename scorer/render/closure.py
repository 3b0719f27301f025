"""Which plan line answers which shortcoming, as the lines of a table."""

from __future__ import annotations

from scorer.reading.model import Placement
from scorer.render.audience import Audience
from scorer.render.items import Viewer
from scorer.render.view import ClosureView
from scorer.render.visible import NAME_LIMIT, shorten
from scorer.scorecard import Closure, Outcome, Scorecard

#: Characters of a shortcoming or a plan line that are shown before the rest is cut.
_CELL_LIMIT = 80
_UNSEEN = "安排中未见回应，请审核人核对"
_UNSEEN_FOR_TOWN = "安排中未见回应，请补写对应的安排"
_NO_PLAN = "全文未见下一年安排"
_CANNOT_TELL = "现存文字中未见回应；文本不完整，无法判定"


def prepare_closure(
    scorecard: Scorecard, viewer: Viewer, audience: Audience
) -> tuple[ClosureView, ...]:
    """A line for each shortcoming, in the order of the report."""
    unseen = _explain_open(scorecard, audience)
    return tuple(
        ClosureView(
            number=number,
            shortcoming=viewer.quote(line.shortcoming, _CELL_LIMIT),
            answered_by=None
            if line.answered_by is None
            else viewer.quote(line.answered_by, _CELL_LIMIT),
            note=unseen if line.answered_by is None else _explain(line),
        )
        for number, line in enumerate(scorecard.closure, start=1)
    )


def _explain(line: Closure) -> str:
    """What the two share."""
    matters = "、".join(shorten(title, NAME_LIMIT) for title in line.matters)
    words = "".join(f"“{shorten(word, NAME_LIMIT)}”" for word in line.words)
    shared = (f"同一事项：{matters}" if matters else "", f"相同用词：{words}" if words else "")
    return "；".join(filter(None, shared))


def _explain_open(scorecard: Scorecard, audience: Audience) -> str:
    """What can be said of a shortcoming that no plan line was found to answer."""
    if any(criterion.outcome is Outcome.UNDETERMINED for criterion in scorecard.criteria):
        return _CANNOT_TELL
    plan = next((part for part in scorecard.parts if part.id == "plan"), None)
    if plan is not None and plan.placement is Placement.ABSENT:
        return _NO_PLAN
    return _UNSEEN_FOR_TOWN if audience is Audience.TOWN else _UNSEEN
