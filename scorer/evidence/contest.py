"""Who owns a fact: criteria compete for every concrete fact that a report tells as done.

Judging each criterion by itself credits one figure to many. So a fact goes to the criterion whose
words stand nearest: in the same comma clause, then in the same clause, the same sentence. What the
paragraph and its headings are about decides between near equals, and takes what nobody's words
claim. Criteria of one league compete; ties share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scorer.evidence.facts import Fact, FactKind, find_clause
from scorer.evidence.lexicon import Hit, Hits, Weight
from scorer.evidence.topics import Heard
from scorer.reading.actor import names_heads
from scorer.reading.model import Actor, Clause, Reading, Standing

#: Scores of a hit by how far it stands from the fact: (strong, weak).
_SAME_PIECE = (130, 26)
_SAME_CLAUSE_BEFORE = (80, 20)
_SAME_CLAUSE_AFTER = (70, 16)
_SENTENCE_BEFORE = (52, 10)
_SENTENCE_AFTER = (36, 6)
#: What a strong phrase adds where the fact is part of it.
_COVERED = 100
#: What the leading topic of the paragraph adds; others in proportion.
_TOPIC = 30
#: A leading topic this heavy owns what no word in the sentence claims.
_HEAVY = 5
_ORPHAN = 8
#: What may be adopted: figures and days. A mechanism that nobody claims belongs to nobody.
_ORPHANS = (FactKind.COUNT, FactKind.DATE, FactKind.FREQUENCY)
#: The word list of matters that are no criterion's: it competes, and keeps what it wins.
ELSEWHERE = "elsewhere"
#: A criterion that judges anybody's acts among those that judge one actor's needs plain words.
PLAIN_WORDS = 60
#: Words farther from a fact than this many characters say nothing of it.
_REACH = 200
#: What each comma or clause between hit and fact costs.
_STEP = 4
#: What lets a contestant win ties alone.
WINS_TIES = 4
#: Owners are those within this of the best; nobody owns a fact below the floor.
_TIE = 3
FLOOR = 36
#: How much a hit adds to a paragraph's topic, most hits that count, and a heading's share.
_MASS = {Weight.CONCRETE: 1, Weight.STRONG: 3, Weight.WEAK: 1}
_MOST_HITS = 4
_HEADING_FACTOR = 2

#: What one unit of learned log-odds adds, and where it is clipped (hundredths).
_LEARNED = 40
_CLIPPED = 300
#: What the model's first adds, if it is at least this sure (hundredths).
_NAMED = 60
_SURE = 25

_COMMA = re.compile("[，：]")
_PIECE = re.compile("[^，；]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """A criterion in the contest.

    `actor` restricts it to that actor's clauses. One that `absorbs` keeps facts from the others
    and owns none. `takes_orphans` gives it the facts of its league, told of its actor, that nobody
    owns. `floor` is the least score with which it may own a fact; `edge` is added to its scores.
    Not `by_topic`: what the paragraph is about says nothing, sentence by sentence does.
    """

    id: str
    league: str
    actor: Actor | None = None
    takes_orphans: bool = False
    floor: int = FLOOR
    absorbs: bool = False
    edge: int = 0
    by_topic: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """The facts each criterion owns, in the order of the text."""

    by_criterion: Mapping[str, tuple[Fact, ...]] = field(repr=False)

    def of(self, criterion: str) -> tuple[Fact, ...]:
        """The facts of one criterion."""
        return self.by_criterion.get(criterion, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arena:
    """What every score looks at."""

    reading: Reading
    hits: Hits
    #: Where each sentence begins and ends in the plain text.
    sentences: Mapping[int, tuple[int, int]]
    #: Where each paragraph tells of deeds.
    deeds: Mapping[int, Sequence[tuple[int, int]]]
    #: What a stretch is about, learned; None where the rubric names no model.
    heard: Heard | None


def hold_contest(
    reading: Reading,
    hits: Hits,
    facts: Sequence[Fact],
    contestants: Sequence[Contestant],
    heard: Heard | None = None,
) -> Ownership:
    """Give every fact to the contestant or tied contestants nearest to it, league by league.

    What an earlier league's words claim in the clause is adopted by a later one only where the
    clause begins with the heads.
    """
    arena = _Arena(
        reading=reading,
        hits=hits,
        sentences=_sentence_stretches(reading.clauses),
        deeds=_deed_stretches(reading.clauses),
        heard=heard,
    )
    owned: dict[str, list[Fact]] = {}
    leagues: dict[str, list[Contestant]] = {}
    for contestant in contestants:
        leagues.setdefault(contestant.league, []).append(contestant)
    claimed: set[Fact] = set()
    for rivals in leagues.values():
        for fact, winners in _fight(arena, facts, rivals):
            clause = arena.reading.clauses[fact.clause]
            owners = winners
            free = fact not in claimed or names_heads(_COMMA.split(clause.text)[0])
            if winners is None and fact.kind in _ORPHANS and free:
                owners = _adopters(rivals, clause)
            for owner in owners or ():
                owned.setdefault(owner, []).append(fact)
                if (hits.heaviest(owner, clause.at, clause.stop) or Weight.TRAP) >= Weight.STRONG:
                    claimed.add(fact)
        for rival in rivals:
            owned.setdefault(rival.id, []).extend(_find_acts(arena, rival, rivals))
    return Ownership(
        by_criterion={key: tuple(sorted(facts)) for key, facts in owned.items() if facts}
    )


def _find_acts(arena: _Arena, rival: Contestant, rivals: Sequence[Contestant]) -> Iterator[Fact]:
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
        topics = _weigh_topics(arena, clause, rivals)
        fact = Fact(hit.at, hit.stop, FactKind.ACT, clause.index)
        leads = topics[rival.id] == max(topics.values()) >= _HEAVY
        if (beside or leads) and rival.id in (_find_owners(arena, fact, rivals, topics) or ()):
            yield fact


def _may_tell(arena: _Arena, rival: Contestant, clause: Clause) -> bool:
    """Whether the clause tells a deed of the rival's actor in the body of the report."""
    return (
        clause.standing is Standing.DONE
        and rival.actor in {None, clause.actor}
        and clause.paragraph not in arena.reading.opening | arena.reading.headings
    )


def _fight(
    arena: _Arena, facts: Sequence[Fact], rivals: Sequence[Contestant]
) -> Iterator[tuple[Fact, Sequence[str] | None]]:
    """Yield every fact with the ids of those who own it; None where nobody claims it."""
    topics: dict[int, Mapping[str, int]] = {}
    for fact in facts:
        clause = arena.reading.clauses[fact.clause]
        if clause.paragraph not in topics:
            topics[clause.paragraph] = _weigh_topics(arena, clause, rivals)
        yield fact, _find_owners(arena, fact, rivals, topics[clause.paragraph])


def _find_owners(
    arena: _Arena, fact: Fact, rivals: Sequence[Contestant], topics: Mapping[str, int]
) -> Sequence[str] | None:
    """Who owns the fact; None where nobody claims it."""
    clause = arena.reading.clauses[fact.clause]
    able = [rival for rival in rivals if rival.actor in {None, clause.actor}]
    learned = _learned(arena, fact)
    scores = {
        rival.id: _score(arena, fact, rival.id, topics if rival.by_topic else {})
        + learned.get(rival.id, 0)
        for rival in able
    }
    return _winners(scores, able)


def _learned(arena: _Arena, fact: Fact) -> Mapping[str, int]:
    """What the fact's clause is about, as an addition to each rival's score.

    The comma clauses around the fact count once more; the model's first is taken as named.
    """
    if arena.heard is None:
        return {}
    clause = arena.reading.clauses[fact.clause]
    near = arena.heard.model.score(_window(clause, fact))
    whole = arena.heard.by_clause[fact.clause]
    scores = {
        rival: (near[rival] + whole[rival]) // 2
        for rival in near
        if not arena.hits.is_trapped(rival, clause.at, clause.stop)
    }
    first = max(scores, key=scores.__getitem__)
    return {
        rival: _LEARNED * max(-_CLIPPED, min(_CLIPPED, score)) // 100
        + (_NAMED if rival == first and score >= _SURE else 0)
        for rival, score in scores.items()
    }


def _window(clause: Clause, fact: Fact) -> str:
    """The comma clause of the fact with its neighbours on either side."""
    first = max(0, fact.at - clause.at - _REACH)
    text = clause.text[first : fact.stop - clause.at + _REACH]
    pieces = [match.span() for match in _PIECE.finditer(text)]
    spot = fact.at - clause.at - first
    here = next((n for n, (start, end) in enumerate(pieces) if start <= spot < end), 0)
    near = pieces[max(0, here - 1) : here + 2]
    return text[near[0][0] : near[-1][1]] if near else text


def _winners(scores: Mapping[str, int], rivals: Sequence[Contestant]) -> Sequence[str] | None:
    """Who owns a fact of these scores; None where nobody's words reach it."""
    able = {r.id: scores[r.id] + r.edge for r in rivals if scores[r.id] >= r.floor}
    if not able:
        return None
    best = max(able.values())
    absorbers = {rival.id for rival in rivals if rival.absorbs}
    near = [rival for rival, score in able.items() if score >= best - _TIE]
    return [rival for rival in near if rival not in absorbers]


def _adopters(rivals: Sequence[Contestant], clause: Clause) -> Sequence[str]:
    """Who takes a fact of this clause that nobody claims."""
    return [r.id for r in rivals if r.takes_orphans and r.actor in {None, clause.actor}]


def _sentence_stretches(clauses: Sequence[Clause]) -> Mapping[int, tuple[int, int]]:
    stretches: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        start, _ = stretches.get(clause.sentence, (clause.at, clause.stop))
        stretches[clause.sentence] = (start, clause.stop)
    return stretches


def _deed_stretches(clauses: Sequence[Clause]) -> Mapping[int, Sequence[tuple[int, int]]]:
    stretches: dict[int, list[tuple[int, int]]] = {}
    for clause in clauses:
        if clause.standing is Standing.DONE:
            stretches.setdefault(clause.paragraph, []).append((clause.at, clause.stop))
    return stretches


def _weigh_topics(arena: _Arena, clause: Clause, rivals: Sequence[Contestant]) -> Mapping[str, int]:
    """How much the clause's paragraph and its lowest heading speak of each contestant's matter."""
    document = arena.reading.document
    told = arena.deeds.get(clause.paragraph, ())
    headings = [document.plain.range(document.blocks[n].span) for n in clause.path[-1:]]
    return {
        rival.id: _mass(arena.hits, rival.id, told)
        + _HEADING_FACTOR * _mass(arena.hits, rival.id, headings)
        for rival in rivals
    }


def _mass(hits: Hits, criterion: str, stretches: Sequence[tuple[int, int]]) -> int:
    """Hits weighed, the first few of each weight only: a word said often says no more."""
    found = [hit for stretch in stretches for hit in hits.of(criterion, *stretch)]
    return sum(
        worth * min(_MOST_HITS, sum(hit.weight is weight for hit in found))
        for weight, worth in _MASS.items()
    )


def _score(arena: _Arena, fact: Fact, rival: str, topics: Mapping[str, int]) -> int:
    """How near the rival's words stand to the fact, and how much the paragraph is about them."""
    clause = arena.reading.clauses[fact.clause]
    sentence = arena.sentences[clause.sentence]
    start, stop = max(sentence[0], fact.at - _REACH), min(sentence[1], fact.stop + _REACH)
    near = [_proximity(arena, clause, fact, hit) for hit in arena.hits.of(rival, start, stop)]
    leading = max(topics.values(), default=0)
    if leading == 0:
        return max(near, default=0)
    topic = _TOPIC * topics[rival] // leading
    leads = topics[rival] == leading >= _HEAVY
    return max(near, default=0) + topic + (_ORPHAN if leads else 0)


def _proximity(arena: _Arena, clause: Clause, fact: Fact, hit: Hit) -> int:
    """The score of one hit in the fact's sentence."""
    text = arena.reading.document.plain.text
    before = hit.at <= fact.at
    between = text[hit.at : fact.at] if before else text[fact.stop : hit.at]
    inside = clause.at <= hit.at < clause.stop
    commas = len(_COMMA.findall(between))
    if commas == 0 and inside:
        scores, penalty = _SAME_PIECE, min(len(between) // 3, 8)
    elif inside:
        scores = _SAME_CLAUSE_BEFORE if before else _SAME_CLAUSE_AFTER
        penalty = _STEP * commas
    else:
        scores = _SENTENCE_BEFORE if before else _SENTENCE_AFTER
        penalty = _STEP * (between.count("；") + 1)
    base = scores[0] if hit.weight is Weight.STRONG else scores[1]
    covers = before and hit.stop >= fact.stop and hit.weight is Weight.STRONG
    return max(base - penalty, 1) + (_COVERED if covers else 0)
