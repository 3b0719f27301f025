"""The rubric as values: parts, criteria, levels, and everything they say to a reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from scorer.checks.base import Check
from scorer.evidence.base import Evidence
from scorer.evidence.lexicon import Lexicon, Vocabulary
from scorer.evidence.topics import TopicModel
from scorer.finding import Force, Norm
from scorer.reading.model import Actor, PartCues
from scorer.scorecard import Outcome, RubricStamp
from scorer.zh.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """A passage (or, with `whole`, a small report) and the level it must earn.

    `part` is the part of a report a passage stands in when it is tried (plan, shortcomings …);
    None means the measures.
    """

    level: Outcome
    text: str
    whole: bool = False
    part: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A step of the scale; `deduction` is the sentence for a town that stops here ("" for met)."""

    outcome: Outcome
    share: Decimal
    label: str
    descriptor: str
    deduction: str
    evidence: Evidence | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRule:
    """A norm and its force; streets are no level of government and may be bound less."""

    text: str
    force: Force
    force_for_streets: Force

    def for_issuer(self, issuer_kind: str | None) -> Norm:
        """The norm as it is told to this kind of issuer."""
        force = self.force_for_streets if issuer_kind == "街道" else self.force
        return Norm(text=self.text, force=force)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing judged. `levels` runs from the best to `missing`, whose evidence is None.

    `what` is the name of the thing looked for, as it stands in a missing-item finding.
    `takes_orphans`: facts told of its actor that no criterion's words claim are its own.
    """

    id: str
    title: str
    what: str
    points: Decimal
    norm: NormRule
    levels: tuple[Level, ...]
    remedy: str
    actor: Actor | None
    takes_orphans: bool
    vocabulary: Vocabulary = field(repr=False)
    exemplars: tuple[Exemplar, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A required part of a report; `cues` is None for a part that is no stretch of text (form)."""

    id: str
    title: str
    norm: NormRule
    cues: PartCues | None
    criteria: tuple[Criterion, ...]

    @property
    def points(self) -> Decimal:
        """The maximum of the part."""
        return sum((criterion.points for criterion in self.criteria), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A grade and the lowest total that earns it."""

    label: str
    at_least: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """Another kind of document: phrases of its title, and phrases of its body (two must stand)."""

    name: str
    titles: tuple[Phrase, ...]
    cues: tuple[Phrase, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """What a check's findings cost: `each` a finding, at most `cap` a report; 0 is off."""

    check: Check
    each: Decimal = Decimal(0)
    cap: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """A whole standard, checked and compiled; `files` are those it names, as written there."""

    stamp: RubricStamp
    bands: tuple[Band, ...]
    parts: tuple[Part, ...]
    refuses: tuple[DocumentType, ...]
    checks: tuple[Deduction, ...]
    lexicon: Lexicon = field(repr=False)
    topics: TopicModel | None = field(default=None, repr=False)
    files: tuple[str, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion in the order of the parts."""
        return tuple(criterion for part in self.parts for criterion in part.criteria)

    @property
    def part_cues(self) -> tuple[PartCues, ...]:
        """How the parts that are stretches of text are recognised."""
        return tuple(part.cues for part in self.parts if part.cues is not None)
