"""Evidence of a passage of its own on the principal heads' duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorer.cache import regex
from scorer.document import BlockKind
from scorer.evidence.base import Kind, Look, Match, ParseNode
from scorer.evidence.lexicon import Weight
from scorer.reading.actor import names_heads
from scorer.reading.model import Actor, Clause, Standing

#: Acts that a passage must report, and the share of its clauses that must tell of the heads.
_ACTS = 2
_ACTS_UNNAMED = 4
_SHARE = 0.6
_PIECE = regex(r"[^，；]+")
_DEEDS = ("duty.study", "duty.convene", "duty.drive", "duty.account")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPassage:
    """Holds for a headed stretch or a paragraph that reports what the principal heads did.

    Under a heading that names the duty alone two acts do; elsewhere a paragraph must be mostly
    theirs and hold a concrete fact of theirs.
    """

    what: str

    def find(self, look: Look) -> Match:
        """The clauses that report their acts, in the order of the text."""
        shared = set(look.reading.place("measures").headings)
        headings = {
            look.reading.document.plain.range(span)[0]
            for span in look.reading.place("duty").headings
            if span not in shared
        }
        for group in _passages(look, headings):
            acts = [clause for clause in group if _count_acts(look, clause)]
            plain = any(names_heads(clause.text) or _owns_fact(look, clause) for clause in acts)
            if plain and sum(_count_acts(look, clause) for clause in acts) >= _ACTS:
                return Match(found=tuple(clause.span for clause in acts[:3]))
        for group in _paragraphs(look):
            acts = [clause for clause in group if _count_acts(look, clause)]
            told = sum(_count_acts(look, clause) for clause in acts)
            theirs = [clause for clause in group if clause.actor is Actor.HEADS]
            concrete = any(_owns_fact(look, clause) for clause in acts)
            named = any(look.hits.of("duty.statement", clause.at, clause.stop) for clause in group)
            if (
                told >= (_ACTS if named else _ACTS_UNNAMED)
                and concrete
                and len(theirs) >= _SHARE * len(group)
            ):
                return Match(found=tuple(clause.span for clause in acts[:3]))
        return Match(missing=(self.what,))


def _passages(look: Look, headings: set[int]) -> Iterator[Sequence[Clause]]:
    """The clauses below each heading that names the duty, less what other parts claim."""
    document = look.reading.document
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and document.plain.range(block.span)[0] in headings:
            yield [
                clause
                for clause in look.reading.clauses
                if number in clause.path and clause.standing is Standing.DONE
            ]


def _paragraphs(look: Look) -> Iterator[Sequence[Clause]]:
    groups: dict[int, list[Clause]] = {}
    for clause in look.reading.clauses:
        if clause.standing is Standing.DONE:
            groups.setdefault(clause.paragraph, []).append(clause)
    yield from groups.values()


def _count_acts(look: Look, clause: Clause) -> int:
    """How many comma clauses tell an act of the heads: one of their duties, or a fact of theirs."""
    if clause.actor is not Actor.HEADS:
        return 0
    return sum(
        any(
            _tells(look, duty, clause.at + piece.start(), clause.at + piece.end())
            for duty in _DEEDS
        )
        for piece in _PIECE.finditer(clause.text)
    )


def _tells(look: Look, duty: str, at: int, stop: int) -> bool:
    named = (look.hits.heaviest(duty, at, stop) or Weight.WEAK) >= Weight.STRONG
    return named or look.ownership.holds(duty, at, stop)


def _owns_fact(look: Look, clause: Clause) -> bool:
    return any(look.ownership.holds(duty, clause.at, clause.stop) for duty in _DEEDS)


def _parse(node: Mapping[str, object], _parse_node: ParseNode) -> DutyPassage:
    return DutyPassage(what=str(node.get("what", "专门报告党政主要负责人做了什么的段落")))


PASSAGE = Kind(
    name="passage",
    about="有专门的标题或者段落报告党政主要负责人做了什么",
    schema={
        "type": "object",
        "properties": {"passage": {"const": "duty"}, "what": {"type": "string", "minLength": 2}},
        "required": ["passage"],
        "additionalProperties": False,
    },
    parse=_parse,
)
