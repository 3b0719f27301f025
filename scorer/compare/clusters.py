"""Reports that hang together by the text they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scorer.compare.model import Pair, Relation

#: Two reports belong together from so many shared letters on, or from this part of either.
_LETTERS, _PART = 300, 0.2


def find_clusters(pairs: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    """Groups of reports of different towns, the largest first; each report is in one at most."""
    parent: dict[int, int] = {}
    for pair in pairs:
        if pair.relation is Relation.OTHERS and _is_close(pair):
            one, other = _root(parent, pair.here), _root(parent, pair.there)
            parent[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(parent):
        groups[_root(parent, number)].append(number)
    listed = (tuple(group) for group in groups.values())
    return tuple(sorted(listed, key=lambda group: (-len(group), group)))


def _is_close(pair: Pair) -> bool:
    return pair.letters >= _LETTERS or max(pair.share_here, pair.share_there) >= _PART


def _root(parent: dict[int, int], number: int) -> int:
    parent.setdefault(number, number)
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
