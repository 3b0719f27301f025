"""Text that two reports share: seeds grown as far as their letters go together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorer.compare.fingerprints import SHINGLE
from scorer.compare.specimen import count_outside, join_stretches

#: So many letters may differ on either side before the text goes on alike, for at least so many.
_GAPS = ((4, 5), (12, 12))
_STRIDE = 64
#: Seeds of one passage are no farther apart, and as far in both reports but for so many letters.
_NEAR, _SLACK = 120, 24
_ENDLESS = 1 << 60


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are the same: `size` of them, from `here` and from `there` on."""

    here: int
    there: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Runs that follow each other in both reports with little between them.

    `own` counts the letters that are the same and no set phrase.
    """

    runs: tuple[Run, ...]
    own: int

    @property
    def here(self) -> tuple[int, int]:
        """The stretch of the one report."""
        return self.runs[0].here, self.runs[-1].here + self.runs[-1].size

    @property
    def there(self) -> tuple[int, int]:
        """The stretch of the other."""
        return self.runs[0].there, self.runs[-1].there + self.runs[-1].size


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters of a report, and what of them is a set phrase."""

    text: str
    fixed: tuple[tuple[int, int], ...]


def hang_together(seeds: Sequence[tuple[int, int]]) -> bool:
    """Whether two seeds lie in one passage; a sentence that two reports share has but one.

    85 letters in a row always hold two.
    """
    return any(
        there[0] - here[0] <= _NEAR and abs(there[0] - here[0] - there[1] + here[1]) <= _SLACK
        for here, there in pairwise(sorted(seeds))
    )


def find_passages(
    one: Letters, other: Letters, seeds: Sequence[tuple[int, int]], least: int
) -> tuple[Passage, ...]:
    """The passages of at least so many own letters, in the order of the one report."""
    found: list[Passage] = []
    for here, there in sorted(seeds):
        if any(_holds(passage, here, there) for passage in found):
            continue
        if one.text[here : here + SHINGLE] != other.text[there : there + SHINGLE]:
            continue  # the same hash by chance
        passage = _grow(one, other, here, there)
        if passage.own >= least and not any(_covers(known, passage) for known in found):
            found.append(passage)
    return tuple(sorted(found, key=lambda passage: passage.here))


def _holds(passage: Passage, here: int, there: int) -> bool:
    """Whether a seed lies in a passage already found."""
    return any(
        run.here <= here < run.here + run.size and here - run.here == there - run.there
        for run in passage.runs
    )


def _covers(known: Passage, passage: Passage) -> bool:
    """Whether most of a passage stands in another one, in both reports or in one of them twice."""
    pairs = ((known.here, passage.here), (known.there, passage.there))
    return any(2 * (min(a[1], b[1]) - max(a[0], b[0])) > b[1] - b[0] for a, b in pairs)


def _grow(one: Letters, other: Letters, here: int, there: int) -> Passage:
    ahead = list(_follow(one.text, other.text, here, there))
    size, length = len(one.text), len(other.text)
    behind = [
        Run(size - run.here - run.size, length - run.there - run.size, run.size)
        for run in _follow(one.text[::-1], other.text[::-1], size - here, length - there)
        if run.size
    ]
    runs = _trim(_join([*behind[::-1], *ahead]), one.fixed)
    same = join_stretches([(run.here, run.here + run.size) for run in runs])
    return Passage(
        runs=runs, own=sum(count_outside(start, stop, one.fixed) for start, stop in same)
    )


def _trim(runs: tuple[Run, ...], fixed: tuple[tuple[int, int], ...]) -> tuple[Run, ...]:
    """The runs without set phrases at either end, which all reports may share."""
    kept = list(runs)
    while kept and (cut := _reach(fixed, kept[0].here) - kept[0].here) > 0:
        first = kept.pop(0)
        if cut < first.size:
            kept.insert(0, Run(first.here + cut, first.there + cut, first.size - cut))
    while kept and (cut := kept[-1].here + kept[-1].size - _begin(fixed, kept[-1])) > 0:
        last = kept.pop()
        if cut < last.size:
            kept.append(Run(last.here, last.there, last.size - cut))
    return tuple(kept)


def _reach(fixed: tuple[tuple[int, int], ...], place: int) -> int:
    """Where the set phrase ends in which a place lies, else the place."""
    index = bisect_right(fixed, (place, _ENDLESS)) - 1
    return max(place, fixed[index][1]) if index >= 0 else place


def _begin(fixed: tuple[tuple[int, int], ...], run: Run) -> int:
    """Where the set phrase begins in which a run ends, else the end of the run."""
    stop = run.here + run.size
    index = bisect_right(fixed, (stop - 1, _ENDLESS)) - 1
    return fixed[index][0] if index >= 0 and fixed[index][1] >= stop else stop


def _join(runs: list[Run]) -> tuple[Run, ...]:
    """Runs that touch in both reports are one."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.here + last.size, last.there + last.size) == (run.here, run.there):
            joined[-1] = Run(last.here, last.there, last.size + run.size)
        else:
            joined.append(run)
    return tuple(joined)


def _follow(one: str, other: str, here: int, there: int) -> Iterator[Run]:
    """The runs from two places on, as long as no gap is too wide."""
    while True:
        size = _common(one, other, here, there)
        yield Run(here, there, size)
        gap = _next_anchor(one, other, here + size, there + size)
        if gap is None:
            return
        here, there = gap


def _common(one: str, other: str, here: int, there: int) -> int:
    """How many letters are the same from two places on."""
    size = 0
    while (piece := one[here + size : here + size + _STRIDE]) and piece == other[
        there + size : there + size + _STRIDE
    ]:
        size += len(piece)
    for a, b in zip(piece, other[there + size : there + size + _STRIDE], strict=False):
        if a != b:
            break
        size += 1
    return size


def _next_anchor(one: str, other: str, here: int, there: int) -> tuple[int, int] | None:
    """Where the text goes on alike: behind a small gap for a little, behind a wide one for long."""
    for gap, anchor in _GAPS:
        found = _find_anchor(
            one[here : here + gap + anchor], other[there : there + gap + anchor], anchor
        )
        if found is not None:
            return here + found[0], there + found[1]
    return None


def _find_anchor(one: str, other: str, size: int) -> tuple[int, int] | None:
    """The first places at which both hold the same letters; the evenest among equals."""
    jumps = ((skip, other.find(one[skip : skip + size])) for skip in range(len(one) - size + 1))
    found = [(skip + jump, abs(skip - jump), skip, jump) for skip, jump in jumps if jump >= 0]
    return min(found)[2:] if found else None
