"""Evidence of a matter told as done: a concrete fact of its own, or at least its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorer.document import BlockKind
from scorer.evidence.base import Kind, Look, Match, ParseNode
from scorer.evidence.contest import ELSEWHERE
from scorer.evidence.facts import Fact, FactKind
from scorer.evidence.lexicon import Hit, Weight
from scorer.evidence.spoken import explain_clauses
from scorer.reading.model import Actor, Clause, Standing

#: A rule quoted as a duty earns what general words earn.
_SPOKEN = (Standing.DONE, Standing.RULE)
#: Below this the model hears another matter in a clause that holds a word.
_VETO = -200
#: Above this a word always stands; below it another matter may be heard at most so much better.
_DOUBTED = -100
#: Where a clause is heard to be about nothing of the rubric, more than this, no word stands.
_NO_MATTER = 100
_FAR = 300
#: Above this it needs no word.
_NAMES = 200
#: Most quotes shown for one criterion.
_QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedFact:
    """Holds when the criterion owns a fact of one of the kinds; quotes the clauses around them."""

    kinds: tuple[FactKind, ...]
    what: str | None

    def find(self, look: Look) -> Match:
        """The clauses with the criterion's facts, those with most facts first."""
        counts: dict[int, int] = {}
        facts = [fact for fact in look.ownership.of(look.criterion) if fact.kind in self.kinds]
        for fact in facts:
            counts[fact.clause] = counts.get(fact.clause, 0) + _worth(fact, look)
        if not counts:
            return Match(missing=(self.what or look.what,))
        ranked = sorted(counts, key=lambda clause: (-counts[clause], clause))
        found = [look.reading.clauses[number] for number in ranked[:_QUOTES]]
        learned = frozenset(look.learned.of(look.criterion))
        by_words = {fact.clause for fact in facts if fact not in learned}
        heard = [clause for clause in found if clause.index not in by_words]
        return Match(
            found=tuple(clause.span for clause in found),
            spoken=explain_clauses(look, look.criterion, heard),
        )


def _worth(fact: Fact, look: Look) -> int:
    """A fact beside a strong word of the criterion shows more than one that is only near."""
    clause = look.reading.clauses[fact.clause]
    heaviest = look.hits.heaviest(look.criterion, clause.at, clause.stop)
    if heaviest is None:
        return 1
    return 2 if heaviest is Weight.WEAK else 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Holds when a clause told as done names the matter (`vocabulary` None: in own words)."""

    vocabulary: str | None
    least: Weight
    what: str | None

    def find(self, look: Look) -> Match:
        """The first clauses that name it."""
        found = list(spoken_hits(look, self.vocabulary, self.least))[:_QUOTES]
        if not found:
            return Match(missing=(self.what or look.what,))
        heard = [clause for clause, hits in found if not hits]
        return Match(
            found=tuple(clause.span for clause, _ in found),
            spoken=explain_clauses(look, self.vocabulary or look.criterion, heard),
        )


def spoken_hits(
    look: Look, vocabulary: str | None, least: Weight
) -> Iterator[tuple[Clause, tuple[Hit, ...]]]:
    """Clauses of the body, told as done by the right actor, that hold a hit of enough weight."""
    opening = look.reading.opening
    name = vocabulary or look.criterion
    for clause in look.reading.clauses:
        if clause.standing not in _SPOKEN or clause.paragraph in opening:
            continue
        if not _may_speak(look, clause):
            continue
        if look.reading.document.blocks[clause.paragraph].kind is BlockKind.HEADING:
            continue
        hits = look.hits.of(name, clause.at, clause.stop)
        strong = tuple(hit for hit in hits if least <= hit.weight <= Weight.STRONG)
        heard = _hear(look, name, clause) > _NAMES and name not in look.hits.find_trapped(
            clause.at, clause.stop
        )
        stands = strong and (
            _is_granted(look, name, clause) or _is_heard_apart(look, name, clause, strong)
        )
        if heard or stands:
            yield clause, strong


def _is_granted(look: Look, name: str, clause: Clause) -> bool:
    """Whether the model lets a word stand: no other matter drowns the criterion in the clause."""
    learned = _hear(look, name, clause)
    if look.heard is None:
        return True
    scores = look.heard.by_clause[clause.index]
    if scores.get(ELSEWHERE, 0) > max(learned, _NO_MATTER):
        return False
    if learned > _DOUBTED:
        return True
    return learned > _VETO and look.heard.best(clause.index) - learned <= _FAR


def _may_speak(look: Look, clause: Clause) -> bool:
    """Whether the clause's actor is the criterion's.

    What the part on the heads says of them in general is no measure of the town.
    """
    if clause.actor is Actor.OTHERS or look.actor not in {None, clause.actor}:
        return False
    theirs = clause.actor is Actor.HEADS and clause.part == "duty"
    return not (theirs and look.criterion.startswith("measures."))


def _hear(look: Look, name: str, clause: Clause) -> int:
    """How much the learned model hears of the matter in the whole clause; 0 where it has no say."""
    return 0 if look.heard is None else look.heard.by_clause[clause.index].get(name, 0)


def _is_heard_apart(look: Look, name: str, clause: Clause, hits: Sequence[Hit]) -> bool:
    """Whether the model grants a word in its own comma clause what it denies it in the whole."""
    assert look.heard is not None
    for hit in hits:
        start = clause.text.rfind("，", 0, hit.at - clause.at) + 1
        piece = clause.text[start:].split("，", 1)[0]
        if look.heard.score(piece).get(name, 0) > 0:
            return True
    return False


def _parse_fact(node: Mapping[str, object], _parse: ParseNode) -> OwnedFact:
    wanted = node["fact"]
    names = [wanted] if isinstance(wanted, str) else wanted
    assert isinstance(names, list)
    kinds = tuple(FactKind) if names == ["any"] else tuple(FactKind(str(name)) for name in names)
    return OwnedFact(kinds=kinds, what=_what(node))


def _what(node: Mapping[str, object]) -> str | None:
    """The node's own name for what it seeks; None is the criterion's."""
    return str(node["what"]) if "what" in node else None


def _parse_phrases(node: Mapping[str, object], _parse: ParseNode) -> Named:
    name = str(node["phrases"])
    return Named(
        vocabulary=None if name == "own" else name,
        least=Weight.WEAK if node.get("weak") else Weight.STRONG,
        what=_what(node),
    )


FACT = Kind(
    name="fact",
    about="属于本项、已经做成的具体事实（时间、次数、件数、文件、机制、渠道）",
    schema={
        "type": "object",
        "properties": {
            "fact": {
                "anyOf": [
                    {"const": "any"},
                    {
                        "type": "array",
                        "minItems": 1,
                        "items": {"enum": [str(kind) for kind in FactKind]},
                    },
                ]
            },
            "what": {"type": "string", "minLength": 2},
        },
        "required": ["fact"],
        "additionalProperties": False,
    },
    parse=_parse_fact,
)
PHRASES = Kind(
    name="phrases",
    about="已经做成的句子里出现本项词表（own）或者某个有名词表中的词",
    schema={
        "type": "object",
        "properties": {
            "phrases": {"type": "string", "minLength": 1},
            "weak": {"type": "boolean"},
            "what": {"type": "string", "minLength": 2},
        },
        "required": ["phrases"],
        "additionalProperties": False,
    },
    parse=_parse_phrases,
)
