"""Stretches of a text that may overlap, asked where they reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Some (start, stop); asking is a search by halves, however many there are."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        known = sorted(stretches)
        self._starts = [start for start, _ in known]
        self._reached = [0, *accumulate((stop for _, stop in known), max)]

    def reach(self, before: int) -> int:
        """How far those reach that begin before the position; 0 where none does."""
        return self._reached[bisect_left(self._starts, before)]
