"""Places in a batch: two reports are ranked apart only where their intervals do not overlap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.scorecard import Scorecard


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """The best and the worst place that a report can hold among those of its year."""

    best: int
    worst: int

    @property
    def middle(self) -> int:
        """Twice the middle, by which a list is sorted."""
        return self.best + self.worst


def rank(scorecards: Sequence[Scorecard]) -> tuple[Rank, ...]:
    """The rank of each, in the order given; years are ranked apart."""
    years: dict[int | None, list[Scorecard]] = defaultdict(list)
    for scorecard in scorecards:
        years[scorecard.report.year].append(scorecard)
    lows = {year: sorted(c.total.low for c in cards) for year, cards in years.items()}
    highs = {year: sorted(c.total.high for c in cards) for year, cards in years.items()}
    ranks = []
    for scorecard in scorecards:
        year, total = scorecard.report.year, scorecard.total
        surely_above = len(lows[year]) - bisect_right(lows[year], total.high)
        surely_below = bisect_left(highs[year], total.low)
        ranks.append(Rank(1 + surely_above, len(lows[year]) - surely_below))
    return tuple(ranks)
