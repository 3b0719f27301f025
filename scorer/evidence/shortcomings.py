"""Evidence of shortcomings that say where and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorer.document import BlockKind, Span
from scorer.evidence.base import Kind, Look, Match
from scorer.evidence.items import list_items
from scorer.evidence.lacks import (
    gives_cause,
    hints_at_cause,
    is_specific,
    lists_lack_behind,
    promises_cause,
)
from scorer.reading.model import Clause, Reading, Standing

#: Most quotes shown.
_QUOTES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Specific:
    """Holds when an item says where or in what it falls short, beyond set phrases."""

    what: str

    def find(self, look: Look) -> Match:
        """The first items that do."""
        plain = look.reading.document.plain
        found = [item for item in list_items(look, "shortcomings") if is_specific(item.text)]
        if not found:
            return Match(missing=(self.what,))
        return Match(found=tuple(plain.span(item.at, item.stop) for item in found[:_QUOTES]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Caused:
    """Holds when a reason is given for a shortcoming, or (`hinted`) only promised."""

    hinted: bool
    what: str

    def find(self, look: Look) -> Match:
        """The clauses that give the reason, or the heading that promises it."""
        promising = _promising(look.reading)
        told = _told(look.reading) if list_items(look, "shortcomings") else []
        clauses = [clause for clause in told if gives_cause(clause.text)]
        if promising and not clauses:
            clauses = [clause for clause in told if lists_lack_behind(clause.text)]
        if clauses:
            return Match(found=tuple(clause.span for clause in clauses[:_QUOTES]))
        lead_in = [
            clause.span
            for clause in told
            if promises_cause(clause.text) or hints_at_cause(clause.text)
        ]
        if self.hinted and (promising or lead_in):
            return Match(found=tuple(promising or lead_in)[:1])
        return Match(missing=(self.what,))


def _promising(reading: Reading) -> tuple[Span, ...]:
    """The headings of the shortcomings that promise causes."""
    plain = reading.document.plain
    headings = reading.place("shortcomings").headings
    return tuple(span for span in headings if promises_cause(plain.within(span)))


def _told(reading: Reading) -> list[Clause]:
    """The clauses of the shortcomings that are no headings."""
    blocks = reading.document.blocks
    return [
        clause
        for clause in reading.clauses
        if (clause.part == "shortcomings" or clause.standing is Standing.SHORTCOMING)
        and blocks[clause.paragraph].kind is BlockKind.PARAGRAPH
    ]


def _parse_specific(node: Mapping[str, object]) -> Specific:
    return Specific(what=str(node.get("what", "写明差在哪个领域、人群或者环节的不足")))


def _parse_causes(node: Mapping[str, object]) -> Caused:
    return Caused(hinted=node["causes"] == "hinted", what=str(node.get("what", "不足的原因")))


def _schema(key: str, *values: str) -> Mapping[str, object]:
    return {
        "type": "object",
        "properties": {key: {"enum": list(values)}, "what": {"type": "string", "minLength": 2}},
        "required": [key],
        "additionalProperties": False,
    }


SPECIFIC = Kind(
    name="specific",
    about="至少一条不足写明差在哪里（领域、人群、环节）",
    schema=_schema("specific", "shortcomings"),
    parse=lambda node, _: _parse_specific(node),
)
CAUSES = Kind(
    name="causes",
    about="写明了不足的原因（stated），或者只在标题中说要分析原因（hinted）",
    schema=_schema("causes", "stated", "hinted"),
    parse=lambda node, _: _parse_causes(node),
)
