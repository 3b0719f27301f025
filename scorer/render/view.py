"""What a page or a console shows of a scorecard: words and figures, sorted, ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.finding import Norm
from scorer.scorecard import RubricStamp


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Words of the report on one line; a very long quote is cut and says so.

    `anchor` is its place in the text shown, "" where it has none there. `spoken_by` names the words
    by which alone the quote was credited, "" where there are none.
    """

    text: str
    line: int
    anchor: str = ""
    spoken_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackView:
    """The way from marked words back to what quotes them; `href` is an id of the page."""

    label: str
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceView:
    """Words of a line under the same marks; `kinds` are style names with spaces, "" for none."""

    text: str
    kinds: str
    anchors: tuple[str, ...]
    backs: tuple[BackView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line of the report that is not blank, by its number in the file."""

    number: int
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """The report's text; `anchors` are the places in it, `omitted` the characters left out."""

    lines: tuple[LineView, ...]
    anchors: frozenset[str]
    omitted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestView:
    """The sentence that came closest."""

    quote: QuoteView
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """One criterion; `state` is the outcome's id for style sheets, `missing` one phrase or "".

    `number` is its place in the rubric, such as `2.3`.
    """

    id: str
    number: str
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
    """A part with its line of the sum; `sign` is the style of its marks in the text."""

    id: str
    number: int
    sign: str
    title: str
    placement: str | None
    sum: SumRow
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A defect; `computed`, `remedy` and `deducted` are "" where there is nothing to show.

    `label` is its number as marks in the text name it, `place` its id in the page.
    """

    label: str
    place: str
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

    number: int
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
class CountView:
    """How many criteria came out in one way."""

    state: str
    outcome: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardView:
    """The whole scorecard.

    `needs` are the criteria with points to be gained, most points first; `first_needs` is its
    head and `first_heading` says how many they are. `place` names the region above the town, ""
    where it is not known. `open_note` explains the interval in a sentence, "" where there is none.
    `digest` is the beginning of the rubric's hash. `for_town` says who reads this print.
    """

    for_town: bool

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
    counts: tuple[CountView, ...]
    criteria_count: int
    parts: tuple[PartView, ...]
    closure: tuple[ClosureView, ...]
    problems: tuple[FindingView, ...]
    hints: tuple[FindingView, ...]
    text_quality: tuple[FindingView, ...]
    doubts: tuple[str, ...]
    conflicts: tuple[str, ...]
    facts: tuple[FactView, ...]
    text: TextView
