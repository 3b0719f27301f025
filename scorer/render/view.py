"""What a page or a console shows of a scorecard: words and figures, sorted, ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.finding import Norm
from scorer.scorecard import RubricStamp


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Words of the report on one line; a very long quote is cut and says so.

    `spoken_by` names the words by which alone the quote was credited, "" where there are none.
    """

    text: str
    line: int
    spoken_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestView:
    """The sentence that came closest."""

    quote: QuoteView
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """One criterion; `state` is the outcome's id for style sheets, `missing` one phrase or ""."""

    id: str
    title: str
    state: str
    outcome: str
    points: str
    full: str
    gain: str
    reason: str
    remedy: str
    missing: str
    norm: Norm
    quotes: tuple[QuoteView, ...]
    nearest: NearestView | None
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRow:
    """A line of the sum: full = points + lost + open; shares are percentages of full.

    `full` is None for what findings cost, which has no full marks.
    """

    title: str
    full: str | None
    points: str
    lost: str
    open: str
    points_share: str
    open_share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part with its line of the sum."""

    id: str
    title: str
    placement: str | None
    sum: SumRow
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A defect; `computed`, `remedy` and `deducted` are "" where there is nothing to show."""

    family: str
    message: str
    quotes: tuple[QuoteView, ...]
    computed: str
    norm: Norm
    remedy: str
    deducted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureView:
    """A shortcoming and its plan line; `note` says what they share, or what is not seen."""

    shortcoming: QuoteView
    answered_by: QuoteView | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact about the report and where it was read, both in Chinese."""

    label: str
    value: str | None
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardView:
    """The whole scorecard.

    `needs` are the criteria with points to be gained, most points first; `first_needs` is its
    head and `first_heading` says how many they are. `place` names the region above the town, ""
    where it is not known. `open_note` explains the interval in a sentence, "" where there is none.
    `digest` is the beginning of the rubric's hash.
    """

    town: str
    place: str
    year: str
    file: str
    total: str
    full: str
    band: str | None
    open_note: str
    rubric: RubricStamp
    digest: str
    engine: str
    sums: tuple[SumRow, ...]
    sum_total: SumRow
    needs: tuple[CriterionView, ...]
    first_heading: str
    first_needs: tuple[CriterionView, ...]
    parts: tuple[PartView, ...]
    closure: tuple[ClosureView, ...]
    problems: tuple[FindingView, ...]
    hints: tuple[FindingView, ...]
    text_quality: tuple[FindingView, ...]
    doubts: tuple[str, ...]
    conflicts: tuple[str, ...]
    facts: tuple[FactView, ...]
