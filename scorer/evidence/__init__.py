"""Kinds of evidence a rubric may name, and the one place that parses a node."""

from __future__ import annotations

from collections.abc import Mapping

from scorer.evidence.base import Evidence, Kind
from scorer.evidence.combine import ALL, ANY
from scorer.evidence.form import HEADED, MASTHEAD
from scorer.evidence.items import ITEMS
from scorer.evidence.passage import PASSAGE
from scorer.evidence.plan import ANSWERS, YEAR
from scorer.evidence.shortcomings import CAUSES, SPECIFIC
from scorer.evidence.topic import FACT, PHRASES

_ALL_KINDS = (
    ALL, ANY, ANSWERS, CAUSES, FACT, HEADED, ITEMS, MASTHEAD, PASSAGE, PHRASES, SPECIFIC, YEAR,
)  # fmt: skip
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL_KINDS}


def parse(node: Mapping[str, object]) -> Evidence:
    """Turn a node that its kind's schema accepts into evidence; KeyError for an unknown kind."""
    name = next((key for key in node if key in KINDS), None)
    if name is None:
        raise KeyError(next(iter(node), ""))
    return KINDS[name].parse(node, parse)
