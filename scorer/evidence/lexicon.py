"""All phrases of a rubric looked for in one pass over a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import chain, product
from operator import add
from typing import NamedTuple

from scorer.evidence.literals import LiteralFinder, make_finder
from scorer.reading.stretches import Stretches
from scorer.zh.phrase import Phrase

#: How far before and behind its required literal a phrase may reach.
_REACH = 48


class Weight(IntEnum):
    """How much a phrase says by itself: a STRONG one names the matter, a WEAK one suggests it.

    A CONCRETE one is itself a fact of the matter (案卷全部归档, 出具审核意见书). A TRAP looks like
    the matter and is another: hits inside it do not count.
    """

    TRAP = 0
    WEAK = 1
    STRONG = 2
    CONCRETE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one criterion (or of one named list that evidence asks for)."""

    id: str
    strong: tuple[Phrase, ...] = ()
    weak: tuple[Phrase, ...] = ()
    concrete: tuple[Phrase, ...] = ()
    traps: tuple[Phrase, ...] = ()

    @property
    def weighted(self) -> tuple[tuple[Weight, Phrase], ...]:
        """Every phrase with its weight."""
        groups = (
            (Weight.STRONG, self.strong),
            (Weight.WEAK, self.weak),
            (Weight.CONCRETE, self.concrete),
            (Weight.TRAP, self.traps),
        )
        return tuple((weight, phrase) for weight, phrases in groups for phrase in phrases)


class Hit(NamedTuple):
    """A phrase found at `at`..`stop` of the plain text: a tuple, since a report has thousands."""

    at: int
    stop: int
    weight: Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Where each vocabulary's phrases stand, in the order of the text, and where its traps do."""

    by_id: Mapping[str, tuple[Hit, ...]] = field(repr=False)
    traps: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict, repr=False)
    #: All hits with their vocabularies, in the order of the text; made at the first need.
    in_order: list[tuple[Hit, str]] = field(default_factory=list, repr=False, compare=False)

    def within(self, at: int, stop: int) -> Sequence[tuple[Hit, str]]:
        """The hits of all vocabularies that begin inside the stretch."""
        if not self.in_order:
            pairs = ((hit, name) for name, hits in self.by_id.items() for hit in hits)
            self.in_order.extend(sorted(pairs))
        first = bisect_left(self.in_order, ((at,),))
        return self.in_order[first : bisect_left(self.in_order, ((stop,),), first)]

    def of(self, vocabulary: str, at: int, stop: int) -> tuple[Hit, ...]:
        """The hits that begin inside the stretch."""
        return _within(self.by_id.get(vocabulary, ()), at, stop)

    def find_trapped(self, at: int, stop: int) -> frozenset[str]:
        """The vocabularies of which a trap begins inside the stretch, and no phrase outside it."""
        return frozenset(
            name
            for name, traps in self.traps.items()
            if _within(traps, at, stop) and not self.of(name, at, stop)
        )

    def all_of(self, vocabulary: str) -> tuple[Hit, ...]:
        """Every hit of one vocabulary."""
        return self.by_id.get(vocabulary, ())

    def outside(self, stretches: Sequence[tuple[int, int]]) -> Hits:
        """The hits that lie in none of the stretches, which are in the order of the text."""
        starts = [start for start, _ in stretches]

        def is_outside(hit: Hit) -> bool:
            index = bisect_right(starts, hit.at) - 1
            return index < 0 or hit.stop > stretches[index][1]

        return Hits(
            by_id={key: tuple(filter(is_outside, hits)) for key, hits in self.by_id.items()},
            traps=self.traps,
        )

    def heaviest(self, vocabulary: str, at: int, stop: int) -> Weight | None:
        """The greatest weight that begins inside the stretch, None where there is no hit."""
        return max((hit.weight for hit in self.of(vocabulary, at, stop)), default=None)


class User(NamedTuple):
    """A phrase of a vocabulary."""

    vocabulary: str
    weight: Weight
    phrase: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The scan plan of a rubric: one automaton over required literals, regexes only around them."""

    finder: LiteralFinder = field(repr=False)
    #: For each literal of the finder the phrases that have it, by another word of theirs that
    #: must stand near it: "" where they have none.
    users: tuple[Mapping[str, tuple[User, ...]], ...] = field(repr=False)

    def scan(self, text: str) -> Hits:
        """Find every phrase in `text`, overlapping ones too."""
        found: dict[str, set[Hit]] = {}
        for literal, start, end in self.finder.find(text):
            around = text[max(0, start - _REACH) : end + _REACH]
            near = [users for word, users in self.users[literal].items() if word in around]
            for vocabulary, weight, phrase in chain.from_iterable(near):
                places = _places(phrase, text, start, end) if phrase.pattern else ((start, end),)
                for at, stop in places:
                    found.setdefault(vocabulary, set()).add(Hit(at, stop, weight))
        return Hits(
            by_id={key: _outside_traps(hits) for key, hits in found.items()},
            traps={key: traps for key, hits in found.items() if (traps := _only_traps(hits))},
        )


def build_lexicon(vocabularies: Iterable[Vocabulary]) -> Lexicon:
    """Compile the scan plan; phrases are grouped by the literal that must stand in a match.

    Of the anchors of a phrase the rarest is looked for, by what stands in the phrases themselves.
    """
    entries = [
        User(vocabulary.id, weight, phrase)
        for vocabulary in vocabularies
        for weight, phrase in vocabulary.weighted
    ]
    pairs = Counter(
        pair for source in {user.phrase.source for user in entries} for pair in set(_pairs(source))
    )
    users: dict[str, dict[str, tuple[User, ...]]] = {}
    for user in entries:
        anchors = sorted(user.phrase.anchors, key=lambda anchor: _commonness(anchor, pairs))
        rarest, near = (*anchors, ("",))[:2]
        for literal, word in product(rarest, near):
            by_word = users.setdefault(literal, {})
            by_word[word] = (*by_word.get(word, ()), user)
    return Lexicon(finder=make_finder(tuple(users)), users=tuple(users.values()))


def _pairs(words: str) -> Iterator[str]:
    """Single characters and pairs of them."""
    yield from words
    yield from map(add, words, words[1:])


def _commonness(anchor: tuple[str, ...], pairs: Mapping[str, int]) -> tuple[bool, int]:
    """How often words of an anchor may be met: each as often as its rarest pair.

    A single character stands in every report, however few phrases have it.
    """
    single = any(len(literal) == 1 for literal in anchor)
    return single, sum(min(pairs[pair] for pair in _cut(literal)) for literal in anchor)


def _cut(literal: str) -> Sequence[str]:
    return literal if len(literal) == 1 else list(map(add, literal, literal[1:]))


def _outside_traps(hits: set[Hit]) -> tuple[Hit, ...]:
    """The hits in the order of the text, less the traps and what lies inside one."""
    traps = _only_traps(hits)
    if not traps:
        return tuple(sorted(hits))
    trapped = Stretches((trap.at, trap.stop) for trap in traps)
    return tuple(
        sorted(
            hit
            for hit in hits
            if hit.weight is not Weight.TRAP and hit.stop > trapped.reach(hit.at + 1)
        )
    )


def _only_traps(hits: set[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hit for hit in hits if hit.weight is Weight.TRAP))


def _within(hits: tuple[Hit, ...], at: int, stop: int) -> tuple[Hit, ...]:
    """The hits that begin at `at` or behind it, before `stop`: a shorter tuple sorts first."""
    if not hits:
        return ()
    first = bisect_left(hits, (at,))
    return hits[first : bisect_left(hits, (stop,), first)]


def _places(phrase: Phrase, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Matches of the phrase that cover the literal found at `start`..`end`."""
    for match in phrase.regex.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH)):
        if match.start() <= start and end <= match.end():
            yield match.start(), match.end()
