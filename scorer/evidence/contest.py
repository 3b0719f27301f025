"""Who owns a fact: criteria compete for every concrete fact that a report tells as done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FactKind(StrEnum):
    """What makes a clause concrete."""

    COUNT = "count"
    DATE = "date"
    FREQUENCY = "frequency"
    DOCUMENT = "document"
    MECHANISM = "mechanism"
    CHANNEL = "channel"
    NONE_OCCURRED = "none_occurred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A concrete fact at `at`..`stop` of the plain text, inside clause number `clause`."""

    kind: FactKind
    at: int
    stop: int
    clause: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """The facts each criterion owns, in the order of the text."""

    by_criterion: Mapping[str, tuple[Fact, ...]] = field(repr=False)

    def of(self, criterion: str) -> tuple[Fact, ...]:
        """The facts of one criterion."""
        return self.by_criterion.get(criterion, ())
