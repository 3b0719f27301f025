"""The result: flat copies of all that is shown, readable in five years without the rubric file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from scorer.document import Quote, Span
from scorer.finding import Finding, Norm, Strength
from scorer.reading.model import Placement


class Outcome(StrEnum):
    """How a criterion came out."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


JUDGED = (Outcome.MET, Outcome.PARTIAL, Outcome.MISSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The sentence that came closest and why it did not do."""

    quote: Quote
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenBy:
    """A quote credited by the learned model alone, and the words of it that spoke."""

    quote: Quote
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionScore:
    """One criterion judged. `points` is 0 where the outcome is open; `gain` is what is left to win.

    `reason` is the descriptor of the level won, or the deduction sentence. `spoken_by` explains
    those of the quotes that the rubric's own words would not have credited.
    """

    id: str
    title: str
    outcome: Outcome
    points: Decimal
    max: Decimal
    norm: Norm
    reason: str
    remedy: str
    quotes: tuple[Quote, ...] = ()
    spoken_by: tuple[SpokenBy, ...] = ()
    missing: tuple[str, ...] = ()
    nearest: Nearest | None = None

    @property
    def gain(self) -> Decimal:
        """Points that a complete statement would add; 0 where nobody can tell."""
        return self.max - self.points if self.outcome in JUDGED else Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartScore:
    """One part. `max` counts only the criteria that could be judged."""

    id: str
    title: str
    points: Decimal
    max: Decimal
    placement: Placement | None
    criteria: tuple[CriterionScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A shortcoming and the plan line that answers it, None where none was found.

    `matters` are the titles of the criteria that both speak of, `words` what both say.
    """

    shortcoming: Quote
    answered_by: Quote | None = None
    matters: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The sum. `low`..`high` is what the open criteria allow out of the rubric's total.

    `max` is the points that could be judged; `band` is None unless low and high fall into one.
    """

    points: Decimal
    max: Decimal
    low: Decimal
    high: Decimal
    band: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Who reports on which year, and where each fact was read; None where it is not known.

    `signed` and `published` are ISO dates as printed (even a day that does not exist), `YYYY-MM`
    where the day is missing. `region` is province, city, county, town.
    """

    file: str
    title: str | None
    issuer: str | None
    issuer_kind: str | None
    region: tuple[str | None, str | None, str | None, str | None]
    year: int | None
    signed: str | None
    published: str | None
    span: Span
    read_from: dict[str, str | None]
    conflicts: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricStamp:
    """Which standard was applied; `sha256` covers the rubric file and every file it names."""

    id: str
    version: str
    title: str
    sha256: str
    note: str
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The whole result of one report under one rubric; `text` is the file's, for highlighting.

    `closure` has a line for each shortcoming that the report lists, in its order.
    """

    report: ReportFacts
    rubric: RubricStamp
    total: Total
    parts: tuple[PartScore, ...]
    closure: tuple[Closure, ...] = ()
    findings: tuple[Finding, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def charges(self) -> tuple[Finding, ...]:
        """Findings and hints: what is said of the report's own words."""
        return tuple(f for f in self.findings if f.strength is not Strength.TEXT_QUALITY)

    @property
    def text_quality(self) -> tuple[Finding, ...]:
        """Damage of the copy."""
        return tuple(f for f in self.findings if f.strength is Strength.TEXT_QUALITY)

    @property
    def criteria(self) -> tuple[CriterionScore, ...]:
        """Every criterion in the rubric's order."""
        return tuple(criterion for part in self.parts for criterion in part.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that is another kind of document."""

    file: str
    document_type: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A body of the register that sent more than one report; `note` says how they differ, if so."""

    name: str
    files: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A body of the register that may have sent one of `files`: a person must look."""

    name: str
    files: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misplaced:
    """A report that belongs to no body of the register, or to another than its file name says."""

    file: str
    issuer: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """A register of `owing` bodies held against the reports; `register` is its file name.

    Each body has submitted, or is unsettled, or is in the batch's `not_submitted`.
    """

    register: str
    owing: int
    submitted: int
    repeated: tuple[Repeated, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The result of one run, in the order the files were given.

    `not_submitted` names the bodies of the register that sent nothing, in the register's order;
    it and `roll_call` are None where no register was given, or where its reader is not to see
    them (`register_withheld`).
    """

    rubric: RubricStamp
    scorecards: Sequence[Scorecard]
    refused: tuple[Refusal, ...] = ()
    errors: tuple[Failure, ...] = ()
    not_submitted: tuple[str, ...] | None = None
    roll_call: RollCall | None = None
    register_withheld: bool = False
