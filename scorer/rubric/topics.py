"""The learned model that a rubric names."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.evidence.topics import TopicModel, TopicModelError, parse_model
from scorer.rubric.node import Node
from scorer.rubric.problem import Problem
from scorer.rubric.source import Source


def read_topics(names: Node, sources: Sequence[Source]) -> TopicModel | Problem | None:
    """The model of the first file named, None where none is; a broken one is a problem."""
    if not sources:
        return None
    try:
        return parse_model(sources[0].text)
    except TopicModelError as error:
        return next(iter(names.items())).problem(f"{error}；请用 scripts/train_topics.py 重新训练")
