"""A batch as a page for the office that reads it: who stands where, and what all of them lack."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from scorer.render.names import index_name
from scorer.render.overview import Overview, ReportRow, prepare_overview, prepare_row, show_year
from scorer.render.ranking import Rank, Ranks
from scorer.render.sums import share
from scorer.render.tallies import CriterionHead, Tallies, TallyView
from scorer.render.words import OUTCOME_SIGNS, OUTCOME_WORDS
from scorer.scorecard import Batch, Outcome, Scorecard
from scorer.sequences import Mapped

#: Beyond so many reports the table of every criterion is folded: a browser lays it out on demand.
_UNFOLDED = 60

#: Reports on a page of the index; at forty thousand a browser takes a minute and 4 GB.
_LINES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class TownLine:
    """A report among the others; `cells` are a sign for each criterion, `lacks` the numbers missed.

    `sure` and `open` are percentages of full marks: what is certain, and what may be added.
    """

    row: ReportRow
    link: str
    rank: str
    sure: str
    open: str
    cells: tuple[str, ...]
    lacks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLink:
    """A page of the index: its number, from 1, and its address."""

    number: int
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """The batch; `lines` stand by rank, `years` and `bands` are what the page can be filtered by.

    Of a large batch `lines` are those of page `page`, and `sheets` are all its pages.
    `missed`, `parts`, `spread`, `bands` and `kinds` are counts with shares, most telling first.
    `legend` pairs the signs of the table of criteria with their words.
    """

    overview: Overview
    count: int
    settled: int
    middle: str
    lines: Sequence[TownLine]
    page: int
    sheets: tuple[SheetLink, ...]
    years: tuple[str, ...]
    heads: tuple[CriterionHead, ...]
    legend: tuple[tuple[str, str], ...]
    unfolded: bool
    spread: tuple[TallyView, ...]
    bands: tuple[TallyView, ...]
    parts: tuple[TallyView, ...]
    missed: tuple[TallyView, ...]
    kinds: tuple[TallyView, ...]
    not_submitted: tuple[str, ...]
    register_given: bool


def prepare_dashboard(batch: Batch, links: Sequence[str]) -> Dashboard:
    """Build the view; `links` are the addresses of the scorecards, in their order."""
    tallies = Tallies(batch.scorecards, batch.rubric.total)
    return Dashboard(
        overview=prepare_overview(batch),
        count=tallies.count,
        settled=tallies.settled,
        middle=tallies.middle,
        lines=_lines(batch, links),
        page=1,
        sheets=(),
        years=tuple(sorted(map(show_year, tallies.years), reverse=True)),
        heads=tallies.heads,
        legend=tuple((OUTCOME_SIGNS[outcome], word) for outcome, word in OUTCOME_WORDS.items()),
        unfolded=tallies.count <= _UNFOLDED,
        spread=tuple(tallies.spread()),
        bands=tuple(tallies.bands()),
        parts=tuple(tallies.parts()),
        missed=tuple(tallies.missed()),
        kinds=tuple(tallies.kinds()),
        not_submitted=batch.not_submitted or (),
        register_given=batch.not_submitted is not None,
    )


def leaf_through(board: Dashboard) -> Iterator[Dashboard]:
    """The pages of the index: one, unless it would be too long for a browser."""
    begins = range(0, board.count, _LINES) or range(1)
    numbers = range(1, len(begins) + 1)
    sheets = tuple(SheetLink(number=each, link=index_name(each)) for each in numbers)
    for begin, sheet in zip(begins, sheets, strict=True):
        yield replace(
            board,
            lines=board.lines[begin : begin + _LINES],
            page=sheet.number,
            sheets=sheets if len(sheets) > 1 else (),
        )


def _lines(batch: Batch, links: Sequence[str]) -> Sequence[TownLine]:
    """In their order, each made when it is asked for: an archive has tens of thousands."""
    cards, full = batch.scorecards, batch.rubric.total
    if len(links) != len(cards):
        raise ValueError(f"{len(links)} links for {len(cards)} scorecards")
    ranks = Ranks(cards)
    places: dict[tuple[int, int, int], array[int]] = defaultdict(lambda: array("I"))
    for at, card in enumerate(cards):
        places[_order(ranks.of(card), card)].append(at)
    order = array("I", chain.from_iterable(places[key] for key in sorted(places)))
    return Mapped(lambda at: _line(cards[at], links[at], ranks, full), order)


def _line(card: Scorecard, link: str, ranks: Ranks, full: Decimal) -> TownLine:
    outcomes = [criterion.outcome for criterion in card.criteria]
    lacks = (str(at) for at, each in enumerate(outcomes) if each is Outcome.MISSING)
    return TownLine(
        row=prepare_row(card),
        link=link,
        rank=_show_rank(ranks.of(card)),
        sure=share(card.total.low, full),
        open=share(card.total.high - card.total.low, full),
        cells=tuple(OUTCOME_SIGNS[outcome] for outcome in outcomes),
        lacks=" ".join(lacks),
    )


def _order(place: Rank, card: Scorecard) -> tuple[int, int, int]:
    """Years from the last to the first, within each by rank."""
    return -(card.report.year or 0), place.middle, place.best


def _show_rank(place: Rank) -> str:
    return str(place.best) if place.best == place.worst else f"{place.best}–{place.worst}"
