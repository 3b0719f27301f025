"""What a check is: a question about consistency that yields findings and knows no points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scorer.document import Quote
from scorer.finding import Finding, Norm, Strength
from scorer.reading.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check as `scorer explain` tells it; `bad` fires and `good` stays silent.

    `id` is what is wrong when it fires (kebab-case, the file's name); `kind` is the annotation
    guide's. `strength` is the strongest finding it gives. `run` yields findings in any order.
    """

    id: str
    kind: str
    strength: Strength
    title: str
    why: str
    norm: Norm
    bad: str
    good: str
    run: Callable[[Reading], Iterator[Finding]]

    def finding(
        self, *, message: str, quotes: tuple[Quote, ...], remedy: str, computed: str = ""
    ) -> Finding:
        """A finding of this check at its own strength, resting on its own norm."""
        return Finding(
            rule=self.id,
            kind=self.kind,
            strength=self.strength,
            message=message,
            quotes=quotes,
            norm=self.norm,
            remedy=remedy,
            computed=computed,
        )
