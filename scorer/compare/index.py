"""Which reports share fingerprints: an inverted index in flat arrays, sorted shard by shard."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, groupby

from scorer.compare.fingerprints import SHINGLE, find_fingerprints
from scorer.compare.watch import Watch, nobody

#: The step's name for who looks on.
_LOOKING = "查找相同之处"
_SHARDS = 64
_SHIFT = 32
_MASK = (1 << _SHIFT) - 1
#: Words that stand in so many towns' reports are common property, in a batch of any size …
_MOST_TOWNS = 30
#: … or in half of the towns of a small batch, but never in fewer than this.
_LEAST_TOWNS = 5
#: Reports of one town over many years hold a shingle often; so many places are looked at.
_MOST_PLACES = 120


@dataclass(slots=True)
class Seeds:
    """What the index found.

    `pairs` maps two reports (first number smaller) to the places at which both hold a fingerprint;
    `common` maps a report to the places of what too many towns share.
    """

    pairs: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)
    common: dict[int, list[int]] = field(default_factory=dict)


class Index:
    """Fingerprints of reports, added one report after the other; memory is 12 bytes for each."""

    def __init__(self) -> None:
        self._shards = tuple(array("Q") for _ in range(_SHARDS))
        self._places = array("I")
        self._begins: list[int] = []
        self._towns: list[Hashable] = []
        self._kept_apart: list[bool] = []

    def add(self, letters: str, town: Hashable, *, reference: bool) -> None:
        """Add a report; two that only serve as reference are not compared with each other."""
        self._begins.append(len(self._places))
        self._towns.append(town)
        self._kept_apart.append(reference)
        for value, place in find_fingerprints(letters):
            self._shards[value % _SHARDS].append(value << _SHIFT | len(self._places))
            self._places.append(place)

    def find_seeds(self, watch: Watch = nobody) -> Seeds:
        """Compare all with all: each fingerprint is looked at once, and no pair without one."""
        seeds = Seeds()
        limit = find_limit(len(set(self._towns)))
        for numbers in chain.from_iterable(map(_find_groups, watch(self._shards, _LOOKING))):
            places = [self._locate(number) for number in numbers]
            if len({self._towns[report] for report, _ in places}) > limit:
                for report, place in places:
                    seeds.common.setdefault(report, []).append(place)
            else:
                self._pair(places[:_MOST_PLACES], seeds)
        return seeds

    def _pair(self, places: list[tuple[int, int]], seeds: Seeds) -> None:
        for (one, here), (other, there) in combinations(places, 2):
            if one != other and not (self._kept_apart[one] and self._kept_apart[other]):
                seeds.pairs.setdefault((one, other), []).append((here, there))

    def _locate(self, number: int) -> tuple[int, int]:
        """The report and the place in its letters."""
        return bisect_right(self._begins, number) - 1, self._places[number]


def find_limit(towns: int) -> int:
    """Words in the reports of more towns than this are common property."""
    return max(_LEAST_TOWNS, min(_MOST_TOWNS, towns // 2))


def common_stretches(places: list[int]) -> list[tuple[int, int]]:
    """The letters of shingles."""
    return [(place, place + SHINGLE) for place in places]


def _find_groups(shard: array[int]) -> Iterator[list[int]]:
    """Fingerprint numbers of equal hash, two or more, in order."""
    for _, group in groupby(sorted(shard), key=lambda item: item >> _SHIFT):
        numbers = [item & _MASK for item in group]
        if len(numbers) > 1:
            yield numbers
