"""How near each criterion's words stand to a fact, and what its clause and paragraph are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scorer.evidence.facts import Fact
from scorer.evidence.lexicon import Hit, Hits, Weight
from scorer.evidence.topics import CONCRETE, Heard
from scorer.reading.model import Clause, Reading, Standing

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
HEAVY = 5
_ORPHAN = 8
#: Words farther from a fact than this many characters say nothing of it.
_REACH = 200
#: What each comma or clause between hit and fact costs.
_STEP = 4
#: How much a hit adds to a paragraph's topic, most hits that count, and a heading's share.
_MASS = {Weight.CONCRETE: 1, Weight.STRONG: 3, Weight.WEAK: 1}
_MOST_HITS = 4
_HEADING_FACTOR = 2

#: What one unit of learned log-odds adds, and where it is clipped (hundredths).
_LEARNED = 40
_CLIPPED = 300
#: What the model's first adds, if it is at least this sure (hundredths).
_NAMED = 60
_SURE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Arena:
    """What every score looks at."""

    reading: Reading
    hits: Hits
    #: Where each sentence begins and ends in the plain text.
    sentences: Mapping[int, tuple[int, int]]
    #: Where each paragraph tells of deeds.
    deeds: Mapping[int, Sequence[tuple[int, int]]]
    #: What a stretch is about, learned; None where the rubric names no model.
    heard: Heard | None
    #: Scores that several contests ask for, found once: by fact, by paragraph and rival, by clause.
    near: dict[tuple[int, int, int], Mapping[str, int]] = field(default_factory=dict)
    topics: dict[tuple[int, tuple[int, ...], str], int] = field(default_factory=dict)
    learned: dict[int, Mapping[str, int]] = field(default_factory=dict)


def set_arena(reading: Reading, hits: Hits, heard: Heard | None) -> Arena:
    """Look once at what every score needs."""
    return Arena(
        reading=reading,
        hits=hits,
        sentences=_sentence_stretches(reading.clauses),
        deeds=_deed_stretches(reading.clauses),
        heard=heard,
    )


def find_learned(arena: Arena, fact: Fact) -> Mapping[str, int]:
    """What the fact's clause is about, as an addition to each rival's score.

    The model's first is taken as named.
    """
    if arena.heard is None:
        return {}
    if fact.clause not in arena.learned:
        arena.learned[fact.clause] = _weigh_learned(arena, arena.heard, fact.clause)
    return arena.learned[fact.clause]


def _weigh_learned(arena: Arena, heard: Heard, index: int) -> Mapping[str, int]:
    clause = arena.reading.clauses[index]
    scores = {
        rival: score
        for rival, score in heard.by_clause[index].items()
        if rival != CONCRETE and not arena.hits.is_trapped(rival, clause.at, clause.stop)
    }
    first = max(scores, key=scores.__getitem__, default=None)
    return {
        rival: _LEARNED * max(-_CLIPPED, min(_CLIPPED, score)) // 100
        + (_NAMED if rival == first and score >= _SURE else 0)
        for rival, score in scores.items()
    }


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


def weigh_topics(arena: Arena, clause: Clause, criteria: Sequence[str]) -> Mapping[str, int]:
    """How much the clause's paragraph and its lowest heading speak of each criterion's matter."""
    place = (clause.paragraph, clause.path[-1:])
    known = arena.topics
    new = [name for name in criteria if (*place, name) not in known]
    if new:
        document = arena.reading.document
        told = arena.deeds.get(clause.paragraph, ())
        headings = [document.plain.range(document.blocks[n].span) for n in clause.path[-1:]]
        for name in new:
            heading = _HEADING_FACTOR * _mass(arena.hits, name, headings)
            known[*place, name] = _mass(arena.hits, name, told) + heading
    return {name: known[*place, name] for name in criteria}


def _mass(hits: Hits, criterion: str, stretches: Sequence[tuple[int, int]]) -> int:
    """Hits weighed, the first few of each weight only: a word said often says no more."""
    found = [hit for stretch in stretches for hit in hits.of(criterion, *stretch)]
    return sum(
        worth * min(_MOST_HITS, sum(hit.weight is weight for hit in found))
        for weight, worth in _MASS.items()
    )


def weigh_matters(topics: Mapping[str, int], names: Iterable[str]) -> Mapping[str, int]:
    """What the paragraph's matter adds to the scores of `names`; all of `topics` may lead."""
    leading = max(topics.values(), default=0)
    if leading == 0:
        return {}
    return {
        name: _TOPIC * topics[name] // leading
        + (_ORPHAN if topics[name] == leading >= HEAVY else 0)
        for name in names
    }


def find_near(arena: Arena, fact: Fact) -> Mapping[str, int]:
    """The score of the best hit of each vocabulary that has one near the fact, in its sentence."""
    key = (fact.at, fact.stop, fact.clause)
    if key not in arena.near:
        clause = arena.reading.clauses[fact.clause]
        sentence = arena.sentences[clause.sentence]
        start, stop = max(sentence[0], fact.at - _REACH), min(sentence[1], fact.stop + _REACH)
        best: dict[str, int] = {}
        for hit, name in arena.hits.within(start, stop):
            score = _proximity(arena, clause, fact, hit)
            if score > best.get(name, 0):
                best[name] = score
        arena.near[key] = best
    return arena.near[key]


def _proximity(arena: Arena, clause: Clause, fact: Fact, hit: Hit) -> int:
    """The score of one hit in the fact's sentence."""
    text = arena.reading.document.plain.text
    before = hit.at <= fact.at
    between = text[hit.at : fact.at] if before else text[fact.stop : hit.at]
    inside = clause.at <= hit.at < clause.stop
    commas = between.count("，") + between.count("：")
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
