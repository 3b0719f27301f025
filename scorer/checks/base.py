"""What a check is: a question about consistency that yields findings and knows no points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from scorer.checks.tables import Tables
from scorer.document import Quote
from scorer.finding import Finding, Norm, Strength
from scorer.reading.model import Reading

#: The first line of the small report in which the examples of a check stand.
EXAMPLE_TITLE = "柳湾镇2023年法治政府建设年度报告\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check as `scorer explain` tells it; `bad` fires and `good` stays silent.

    `id` is what is wrong when it fires (kebab-case, the file's name); `kind` is the annotation
    guide's. `strength` is the strongest finding it gives. `run` yields findings in any order; a
    check that looks things up runs by the shipped tables there, and by others with `run_by`.
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
    run_by: Callable[[Tables, Reading], Iterator[Finding]] | None = None

    def with_tables(self, tables: Tables) -> Check:
        """The check as it runs by the tables of a rubric."""
        return self if self.run_by is None else replace(self, run=partial(self.run_by, tables))

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
