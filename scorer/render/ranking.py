"""Places in a batch: two reports are ranked apart only where their intervals do not overlap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

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


class Ranks:
    """The totals of a batch, among which each report has its place; years are ranked apart."""

    def __init__(self, scorecards: Iterable[Scorecard]) -> None:
        self._lows: dict[int | None, list[Decimal]] = defaultdict(list)
        self._highs: dict[int | None, list[Decimal]] = defaultdict(list)
        for card in scorecards:
            self._lows[card.report.year].append(card.total.low)
            self._highs[card.report.year].append(card.total.high)
        for totals in (*self._lows.values(), *self._highs.values()):
            totals.sort()

    def of(self, scorecard: Scorecard) -> Rank:
        """The rank of one of them."""
        lows, highs = (totals[scorecard.report.year] for totals in (self._lows, self._highs))
        surely_above = len(lows) - bisect_right(lows, scorecard.total.high)
        surely_below = bisect_left(highs, scorecard.total.low)
        return Rank(1 + surely_above, len(lows) - surely_below)
