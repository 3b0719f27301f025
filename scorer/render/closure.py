"""Which plan line answers which shortcoming, as the lines of a table."""

from __future__ import annotations

from scorer.document import Quote
from scorer.reading.model import Placement
from scorer.render.view import ClosureView, QuoteView
from scorer.render.visible import NAME_LIMIT, join_lines, shorten
from scorer.scorecard import Closure, Outcome, Scorecard

#: Characters of a shortcoming or a plan line that are shown before the rest is cut.
_CELL_LIMIT = 80
_UNSEEN = "安排中未见回应，请审核人核对"
_NO_PLAN = "全文未见下一年安排"
_CANNOT_TELL = "现存文字中未见回应；文本不完整，无法判定"


def prepare_closure(scorecard: Scorecard) -> tuple[ClosureView, ...]:
    """A line for each shortcoming, in the order of the report."""
    unseen = _explain_open(scorecard)
    return tuple(
        ClosureView(
            shortcoming=_quote(line.shortcoming),
            answered_by=None if line.answered_by is None else _quote(line.answered_by),
            note=unseen if line.answered_by is None else _explain(line),
        )
        for line in scorecard.closure
    )


def _explain(line: Closure) -> str:
    """What the two share."""
    matters = "、".join(shorten(title, NAME_LIMIT) for title in line.matters)
    words = "".join(f"“{shorten(word, NAME_LIMIT)}”" for word in line.words)
    shared = (f"同一事项：{matters}" if matters else "", f"相同用词：{words}" if words else "")
    return "；".join(filter(None, shared))


def _explain_open(scorecard: Scorecard) -> str:
    """What can be said of a shortcoming that no plan line was found to answer."""
    if any(criterion.outcome is Outcome.UNDETERMINED for criterion in scorecard.criteria):
        return _CANNOT_TELL
    plan = next((part for part in scorecard.parts if part.id == "plan"), None)
    return _NO_PLAN if plan is not None and plan.placement is Placement.ABSENT else _UNSEEN


def _quote(quote: Quote) -> QuoteView:
    return QuoteView(text=shorten(join_lines(quote.text), _CELL_LIMIT), line=quote.line)
