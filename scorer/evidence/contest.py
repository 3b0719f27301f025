"""Who owns a fact: criteria compete for every concrete fact that a report tells as done.

Judging each criterion by itself credits one figure to many. So a fact goes to the criterion whose
words stand nearest: in the same comma clause, then in the same clause, the same sentence. What the
paragraph and its headings are about decides between near equals, and takes what nobody's words
claim. Criteria of one league compete; ties share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from scorer.cache import regex
from scorer.evidence.facts import Fact, FactKind, find_clause
from scorer.evidence.lexicon import Weight
from scorer.evidence.nearness import (
    HEAVY,
    Arena,
    find_learned,
    find_near,
    weigh_matters,
    weigh_topics,
)
from scorer.reading.actor import names_heads
from scorer.reading.model import Actor, Clause, Standing

#: What may be adopted: figures and days. A mechanism that nobody claims belongs to nobody.
_ORPHANS = (FactKind.COUNT, FactKind.DATE, FactKind.FREQUENCY)
#: The word list of matters that are no criterion's: it competes, and keeps what it wins.
ELSEWHERE = "elsewhere"
#: What lets a contestant win ties alone.
WINS_TIES = 4
#: Owners are those within this of the best; nobody owns a fact below the floor.
_TIE = 3
_FLOOR = 36

_BEGINNING = attrgetter("at")
_COMMA = regex("[，：]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """A criterion in the contest.

    `actor` restricts it to that actor's clauses. One that `absorbs` keeps facts from the others
    and owns none; what it wins goes to the best of those it `yields_to`. `takes_orphans` gives it
    the facts of its league, told of its actor, that nobody owns. `edge` is added to its scores. Not
    `by_topic`: what the paragraph is about says nothing, sentence by sentence does.
    """

    id: str
    league: str
    actor: Actor | None = None
    takes_orphans: bool = False
    absorbs: bool = False
    edge: int = 0
    by_topic: bool = True
    yields_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _League:
    """Those who compete for the same facts, and what holds for many facts, found once."""

    rivals: Sequence[Contestant]
    #: Those to whom the clauses of an actor are open.
    able: dict[Actor, Sequence[Contestant]] = field(default_factory=dict)
    #: The scores with which they begin in a clause, before any word near a fact.
    starts: dict[int, Mapping[str, int]] = field(default_factory=dict)

    @property
    def names(self) -> Sequence[str]:
        """The ids of all."""
        return [rival.id for rival in self.rivals]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """The facts each criterion owns, in the order of the text."""

    by_criterion: Mapping[str, tuple[Fact, ...]] = field(repr=False)

    def of(self, criterion: str) -> tuple[Fact, ...]:
        """The facts of one criterion."""
        return self.by_criterion.get(criterion, ())

    def holds(self, criterion: str, at: int, stop: int) -> bool:
        """Whether one of the criterion's facts begins inside the stretch."""
        facts = self.of(criterion)
        first = bisect_left(facts, at, key=_BEGINNING)
        return first < len(facts) and facts[first].at < stop


def hold_contest(
    arena: Arena, facts: Sequence[Fact], contestants: Sequence[Contestant]
) -> Ownership:
    """Give every fact to the contestant or tied contestants nearest to it, league by league.

    What an earlier league's words claim in the clause is adopted by a later one only where the
    clause begins with the heads.
    """
    owned: dict[str, list[Fact]] = {}
    leagues: dict[str, list[Contestant]] = {}
    for contestant in contestants:
        leagues.setdefault(contestant.league, []).append(contestant)
    claimed: set[Fact] = set()
    for rivals in leagues.values():
        league = _League(rivals=rivals)
        shares = list(_share_out(arena, facts, league, frozenset(claimed)))
        for fact, owner in shares:
            clause = arena.reading.clauses[fact.clause]
            owned.setdefault(owner, []).append(fact)
            if (arena.hits.heaviest(owner, clause.at, clause.stop) or Weight.TRAP) >= Weight.STRONG:
                claimed.add(fact)
        for rival in rivals:
            owned.setdefault(rival.id, []).extend(_find_acts(arena, rival, league))
    return Ownership(
        by_criterion={key: tuple(sorted(facts)) for key, facts in owned.items() if facts}
    )


def _share_out(
    arena: Arena, facts: Sequence[Fact], league: _League, claimed: frozenset[Fact]
) -> Iterator[tuple[Fact, str]]:
    """Yield every fact with its owners in this league; figures that nobody claims are adopted."""
    for fact in facts:
        clause = arena.reading.clauses[fact.clause]
        owners = winners = _find_owners(arena, fact, league)
        free = fact not in claimed or names_heads(_COMMA.split(clause.text)[0])
        if winners is None and fact.kind in _ORPHANS and free:
            owners = _adopters(league.rivals, clause)
        for owner in owners or ():
            yield fact, owner


def _find_acts(arena: Arena, rival: Contestant, league: _League) -> Iterator[Fact]:
    """Concrete words of the rival told as done, where its matter is named and wins beside them.

    A strong word in the sentence names it, besides the concrete words themselves, or the paragraph
    is about it more than about anything else.
    """
    concrete = [hit for hit in arena.hits.all_of(rival.id) if hit.weight is Weight.CONCRETE]
    for hit in concrete if not rival.absorbs else ():
        clause = find_clause(arena.reading, hit.at)
        if clause is None or not _may_tell(arena, rival, clause):
            continue
        sentence = arena.hits.of(rival.id, *arena.sentences[clause.sentence])
        beside = any(
            other.weight is Weight.STRONG and not (hit.at <= other.at and other.stop <= hit.stop)
            for other in sentence
        )
        topics = weigh_topics(arena, clause, league.names)
        fact = Fact(hit.at, hit.stop, FactKind.ACT, clause.index)
        leads = topics[rival.id] == max(topics.values()) >= HEAVY
        if (beside or leads) and rival.id in (_find_owners(arena, fact, league) or ()):
            yield fact


def _may_tell(arena: Arena, rival: Contestant, clause: Clause) -> bool:
    """Whether the clause tells a deed of the rival's actor in the body of the report."""
    return (
        clause.standing is Standing.DONE
        and clause.actor is not Actor.OTHERS
        and rival.actor in {None, clause.actor}
        and clause.paragraph not in arena.reading.opening
        and clause.paragraph not in arena.reading.headings
    )


def _find_owners(arena: Arena, fact: Fact, league: _League) -> Sequence[str] | None:
    """Who owns the fact; None where nobody claims it."""
    actor = arena.reading.clauses[fact.clause].actor
    if actor not in league.able:
        league.able[actor] = [r for r in league.rivals if r.actor in {None, actor}]
    if fact.clause not in league.starts:
        league.starts[fact.clause] = _begin(arena, fact, league)
    scores = dict(league.starts[fact.clause])
    for name, score in find_near(arena, fact).items():
        if name in scores:
            scores[name] += score
    return _winners(scores, league.able[actor])


def _begin(arena: Arena, fact: Fact, league: _League) -> Mapping[str, int]:
    """What the fact's paragraph and clause are about, for each who may own it."""
    clause = arena.reading.clauses[fact.clause]
    able = league.able[clause.actor]
    topics = weigh_topics(arena, clause, league.names)
    begun = weigh_matters(topics, {rival.id for rival in able if rival.by_topic})
    learned = find_learned(arena, fact)
    return {r.id: begun.get(r.id, 0) + learned.get(r.id, 0) for r in able}


def _winners(scores: Mapping[str, int], rivals: Sequence[Contestant]) -> Sequence[str] | None:
    """Who owns a fact of these scores; None where nobody's words reach it."""
    if max(scores.values(), default=0) < _FLOOR:
        return None
    able = {r.id: scores[r.id] + r.edge for r in rivals if scores[r.id] >= _FLOOR}
    best = max(able.values())
    near = [rival for rival in rivals if able.get(rival.id, best - _TIE - 1) >= best - _TIE]
    owners = [rival.id for rival in near if not rival.absorbs]
    heirs = [heir for rival in near for heir in rival.yields_to if heir in able]
    return owners or [heir for heir in heirs if able[heir] == max(able[other] for other in heirs)]


def _adopters(rivals: Sequence[Contestant], clause: Clause) -> Sequence[str]:
    """Who takes a fact of this clause that nobody claims."""
    return [r.id for r in rivals if r.takes_orphans and r.actor in {None, clause.actor}]
