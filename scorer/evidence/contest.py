"""Who owns a fact: criteria compete for every concrete fact that a report tells as done.

Judging each criterion by itself credits one figure to many. So a fact goes to the criterion whose
words stand nearest: in the same comma clause, then in the same clause, the same sentence, the
heading above. Criteria of one league compete; ties share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scorer.evidence.facts import Fact
from scorer.evidence.lexicon import Hit, Hits, Weight
from scorer.reading.model import Actor, Clause, Reading

#: Scores of a hit by how far it stands from the fact: (strong, weak).
_SAME_PIECE = (100, 45)
_SAME_CLAUSE_BEFORE = (80, 32)
_SAME_CLAUSE_AFTER = (70, 26)
_SENTENCE_BEFORE = (52, 16)
_SENTENCE_AFTER = (36, 10)
_HEADING = (16, 7)
_PARAGRAPH = (9, 3)
#: What each comma or clause between hit and fact costs.
_STEP = 4
#: Owners are those within this of the best; nobody owns a fact below the floor.
_TIE = 3
_FLOOR = 9

_COMMA = re.compile("[，、：]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """A criterion in the contest. `actor` restricts it to that actor's clauses.

    `takes_orphans` gives it the facts of its league, told of its actor, that nobody owns.
    """

    id: str
    league: str
    actor: Actor | None = None
    takes_orphans: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """The facts each criterion owns, in the order of the text."""

    by_criterion: Mapping[str, tuple[Fact, ...]] = field(repr=False)

    def of(self, criterion: str) -> tuple[Fact, ...]:
        """The facts of one criterion."""
        return self.by_criterion.get(criterion, ())


def hold_contest(
    reading: Reading, hits: Hits, facts: Sequence[Fact], contestants: Sequence[Contestant]
) -> Ownership:
    """Give every fact to the contestant or tied contestants nearest to it, league by league."""
    owned: dict[str, list[Fact]] = {}
    sentences = _sentence_stretches(reading.clauses)
    for fact in facts:
        clause = reading.clauses[fact.clause]
        for league in dict.fromkeys(contestant.league for contestant in contestants):
            rivals = [c for c in contestants if c.league == league and _may_own(c, clause)]
            scores = {
                rival.id: _score(reading, hits, fact, rival.id, sentences) for rival in rivals
            }
            for winner in _winners(scores, rivals):
                owned.setdefault(winner, []).append(fact)
    return Ownership(by_criterion={key: tuple(facts) for key, facts in owned.items()})


def _may_own(contestant: Contestant, clause: Clause) -> bool:
    return contestant.actor is None or contestant.actor is clause.actor


def _winners(scores: Mapping[str, int], rivals: Sequence[Contestant]) -> list[str]:
    best = max(scores.values(), default=0)
    if best >= _FLOOR:
        return [rival for rival, score in scores.items() if score >= best - _TIE]
    return [rival.id for rival in rivals if rival.takes_orphans]


def _sentence_stretches(clauses: Sequence[Clause]) -> Mapping[int, tuple[int, int]]:
    """Where each sentence begins and ends in the plain text."""
    stretches: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        start, _ = stretches.get(clause.sentence, (clause.at, clause.stop))
        stretches[clause.sentence] = (start, clause.stop)
    return stretches


def _score(
    reading: Reading,
    hits: Hits,
    fact: Fact,
    criterion: str,
    sentences: Mapping[int, tuple[int, int]],
) -> int:
    """How near the criterion's words stand to the fact."""
    clause = reading.clauses[fact.clause]
    start, stop = sentences[clause.sentence]
    near = [_proximity(reading, clause, fact, hit) for hit in hits.of(criterion, start, stop)]
    return max(near, default=0) + _context(reading, hits, clause, criterion)


def _proximity(reading: Reading, clause: Clause, fact: Fact, hit: Hit) -> int:
    """The score of one hit in the fact's sentence."""
    text = reading.document.plain.text
    before = hit.at <= fact.at
    between = text[hit.at : fact.at] if before else text[fact.stop : hit.at]
    inside = clause.at <= hit.at < clause.stop
    commas = len(_COMMA.findall(between.replace("、", "")))
    if commas == 0 and inside:
        scores, penalty = _SAME_PIECE, min(len(between) // 3, 8)
    elif inside:
        scores = _SAME_CLAUSE_BEFORE if before else _SAME_CLAUSE_AFTER
        penalty = _STEP * commas
    else:
        scores = _SENTENCE_BEFORE if before else _SENTENCE_AFTER
        penalty = _STEP * (between.count("；") + 1)
    base = scores[0] if hit.weight is Weight.STRONG else scores[1]
    return max(base - penalty, 1)


def _context(reading: Reading, hits: Hits, clause: Clause, criterion: str) -> int:
    """What the headings above and the paragraph before add; the lowest heading counts most."""
    plain = reading.document.plain
    score = 0
    for depth, number in enumerate(reversed(clause.path)):
        heaviest = hits.heaviest(criterion, *plain.range(reading.document.blocks[number].span))
        score = max(score, _weighed(heaviest, _HEADING) - _STEP * depth)
    start, _ = plain.range(reading.document.blocks[clause.paragraph].span)
    if start < clause.at:
        score = max(score, _weighed(hits.heaviest(criterion, start, clause.at), _PARAGRAPH))
    return score


def _weighed(weight: Weight | None, scores: tuple[int, int]) -> int:
    if weight is None:
        return 0
    return scores[0] if weight is Weight.STRONG else scores[1]
