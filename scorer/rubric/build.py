"""A rubric file without problems -> the rubric's values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from scorer.checks import CHECKS
from scorer.evidence.lexicon import Vocabulary, build_lexicon
from scorer.finding import Force
from scorer.reading.model import Actor, PartCues
from scorer.rubric.evidence_nodes import parse_node
from scorer.rubric.links import check_id
from scorer.rubric.model import (
    Band,
    Criterion,
    Deduction,
    DocumentType,
    Exemplar,
    Level,
    NormRule,
    Part,
    Rubric,
)
from scorer.rubric.node import Node
from scorer.rubric.words import Words
from scorer.scorecard import Outcome, RubricStamp
from scorer.zh.phrase import Phrase, parse_phrase

_LEVELS = (Outcome.MET, Outcome.PARTIAL, Outcome.MISSING)


def build_rubric(root: Node, words: Words, sha256: str) -> Rubric:
    """Make the values; every node has been checked."""
    vocabularies = words.vocabularies
    return Rubric(
        stamp=_stamp(root, sha256),
        bands=tuple(
            Band(label=band["label"].text, at_least=_number(band["at_least"]))
            for band in root["bands"].items()
        ),
        parts=tuple(_part(part, root["levels"], vocabularies) for part in root["parts"].items()),
        refuses=tuple(
            DocumentType(
                name=refused["type"].text,
                titles=_phrases(refused["titles"]),
                cues=_phrases(refused["cues"]),
                reason=refused["reason"].text,
            )
            for refused in root["refuses"].items()
        ),
        checks=tuple(map(_deduction, root["checks"].items())),
        lexicon=build_lexicon(vocabularies.values()),
    )


def _stamp(root: Node, sha256: str) -> RubricStamp:
    return RubricStamp(
        id=root["id"].text,
        version=root["version"].text,
        title=root["title"].text,
        sha256=sha256,
        note=root["note"].text,
        total=_number(root["total"]),
    )


def _part(part: Node, levels: Node, vocabularies: Mapping[str, Vocabulary]) -> Part:
    name = part["id"].text
    cues = PartCues(part=name, headings=_phrases(part["headings"]), cues=_phrases(part["cues"]))
    return Part(
        id=name,
        title=part["title"].text,
        norm=_norm(part["norm"]),
        cues=cues if cues.headings or cues.cues else None,
        criteria=tuple(
            _criterion(criterion, levels, vocabularies) for criterion in part["criteria"].items()
        ),
    )


def _criterion(criterion: Node, levels: Node, vocabularies: Mapping[str, Vocabulary]) -> Criterion:
    name = criterion["id"].text
    return Criterion(
        id=name,
        title=criterion["title"].text,
        what=criterion["what"].text,
        points=_number(criterion["points"]),
        norm=_norm(criterion["norm"]),
        levels=tuple(_level(outcome, criterion, levels) for outcome in _LEVELS),
        remedy=criterion["remedy"].text,
        actor=Actor(criterion["actor"].text) if "actor" in criterion else None,
        takes_orphans=criterion["takes_orphans"].flag,
        vocabulary=vocabularies.get(name, Vocabulary(id=name)),
        exemplars=tuple(map(_exemplar, criterion["exemplars"].items())),
    )


def _level(outcome: Outcome, criterion: Node, levels: Node) -> Level:
    node, scale = criterion[outcome], levels[outcome]
    return Level(
        outcome=outcome,
        share=_number(scale["share"]),
        label=scale["label"].text,
        descriptor=node["descriptor"].text,
        deduction=node["deduction"].text,
        evidence=parse_node(node["evidence"]) if "evidence" in node else None,
    )


def _exemplar(exemplar: Node) -> Exemplar:
    return Exemplar(
        level=Outcome(exemplar["level"].text),
        text=exemplar["text"].text,
        whole=exemplar["whole"].flag,
        part=exemplar["part"].text or None,
        line=exemplar.line,
    )


def _norm(norm: Node) -> NormRule:
    force = Force(norm["force"].text)
    for_streets = Force(norm["street_force"].text) if "street_force" in norm else force
    return NormRule(text=norm["text"].text, force=force, force_for_streets=for_streets)


def _deduction(item: Node) -> Deduction:
    name = check_id(item).text
    check = next(check for check in CHECKS if check.id == name)
    return Deduction(check=check, each=_number(item["deduct"]), cap=_number(item["cap"]))


def _phrases(phrases: Node) -> tuple[Phrase, ...]:
    return tuple(map(parse_phrase, phrases.texts))


def _number(node: Node) -> Decimal:
    return node.number or Decimal(0)
