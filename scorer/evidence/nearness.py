"""How near each criterion's words stand to a fact, and what its clause and paragraph are about."""

from __future__ import annotations

from collections import Counter
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
    #: Scores that several contests ask for, found once: by fact, by paragraph, by clause.
    near: dict[tuple[int, int, int], Mapping[str, int]] = field(default_factory=dict)
    topics: dict[tuple[int, tuple[int, ...]], Mapping[str, int]] = field(default_factory=dict)
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
    silent = arena.hits.find_trapped(clause.at, clause.stop) | {CONCRETE}
    scores = {
        rival: score for rival, score in heard.by_clause[index].items() if rival not in silent
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
    if place not in arena.topics:
        document = arena.reading.document
        headings = [document.plain.range(document.blocks[n].span) for n in clause.path[-1:]]
        told = _weigh(arena.hits, arena.deeds.get(clause.paragraph, ()))
        announced = _weigh(arena.hits, headings)
        arena.topics[place] = {
            name: told[name] + _HEADING_FACTOR * announced[name] for name in {*told, *announced}
        }
    return {name: arena.topics[place].get(name, 0) for name in criteria}


def _weigh(hits: Hits, stretches: Sequence[tuple[int, int]]) -> Counter[str]:
    """Hits weighed, the first few of each weight only: a word said often says no more."""
    found = Counter(
        (name, hit.weight) for stretch in stretches for hit, name in hits.within(*stretch)
    )
    masses: Counter[str] = Counter()
    for (name, weight), count in found.items():
        masses[name] += _MASS.get(weight, 0) * min(_MOST_HITS, count)
    return masses


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
        arena.near[key] = _find_best(arena, fact, arena.hits.within(start, stop))
    return arena.near[key]


def _find_best(arena: Arena, fact: Fact, hits: Iterable[tuple[Hit, str]]) -> Mapping[str, int]:
    best: dict[str, int] = {}
    scores: dict[int, tuple[int, int]] = {}
    for (at, stop, weight), name in hits:
        if at not in scores:
            scores[at] = _score_place(arena, fact, at)
        score = scores[at][weight is not Weight.STRONG]
        if weight is Weight.STRONG and at <= fact.at and fact.stop <= stop:
            score += _COVERED
        if score > best.get(name, 0):
            best[name] = score
    return best


def _score_place(arena: Arena, fact: Fact, at: int) -> tuple[int, int]:
    """What a strong and a weak hit that begin there score, in the fact's sentence."""
    text, clause = arena.reading.document.plain.text, arena.reading.clauses[fact.clause]
    before = at <= fact.at
    between = text[at : fact.at] if before else text[fact.stop : at]
    inside = clause.at <= at < clause.stop
    commas = between.count("，") + between.count("：")
    if commas == 0 and inside:
        scores, penalty = _SAME_PIECE, min(len(between) // 3, 8)
    elif inside:
        scores = _SAME_CLAUSE_BEFORE if before else _SAME_CLAUSE_AFTER
        penalty = _STEP * commas
    else:
        scores = _SENTENCE_BEFORE if before else _SENTENCE_AFTER
        penalty = _STEP * (between.count("；") + 1)
    return max(scores[0] - penalty, 1), max(scores[1] - penalty, 1)
