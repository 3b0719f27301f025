"""Which plan line answers which shortcoming, in the report's words."""

from __future__ import annotations

from collections.abc import Mapping

from scorer.document import Document, Quote
from scorer.evidence.base import Item, Look
from scorer.evidence.plan import Answer, pair_answers
from scorer.rubric.model import Rubric
from scorer.scorecard import Closure

_PARTS = ("shortcomings", "plan")


def find_closure(rubric: Rubric, looks: Mapping[str, Look]) -> tuple[Closure, ...]:
    """A line for each shortcoming listed; none under a rubric that does not ask for both parts."""
    criteria = {part.id: part.criteria for part in rubric.parts}
    if not all(part in criteria for part in _PARTS):
        return ()
    look = looks[criteria["plan"][0].id]
    return tuple(_close(rubric, look.reading.document, answer) for answer in pair_answers(look))


def _close(rubric: Rubric, document: Document, answer: Answer) -> Closure:
    return Closure(
        shortcoming=_quote(document, answer.lack),
        answered_by=None if answer.plan is None else _quote(document, answer.plan),
        matters=tuple(c.title for c in rubric.criteria if c.id in answer.matters),
        words=answer.words,
    )


def _quote(document: Document, item: Item) -> Quote:
    """The item's words up to the first page furniture inside it, which is not the report's."""
    span = document.plain.span(item.at, item.stop)
    breaks = (r.span.start for r in document.removed if span.start < r.span.start < span.end)
    stop = document.plain.index(min(breaks, default=span.end))
    words = document.plain.text[item.at : stop].rstrip()
    return document.quote(document.plain.span(item.at, item.at + len(words)))
