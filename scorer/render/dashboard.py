"""A batch as a page for the office that reads it: who stands where, and what all of them lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from scorer.finding import Strength
from scorer.render.marks import number_parts
from scorer.render.overview import Overview, ReportRow, prepare_overview
from scorer.render.ranking import Rank, rank
from scorer.render.sums import share
from scorer.render.visible import NAME_LIMIT, shorten
from scorer.render.words import OUTCOME_SIGNS, OUTCOME_WORDS, family_word, show_number
from scorer.scorecard import JUDGED, Batch, Outcome, Scorecard

#: Stretches of the scale that the distribution counts.
_BINS = 10

#: Criteria listed as missed most; the table of criteria shows the rest.
_MOST_MISSED = 12

#: Beyond so many reports the table of every criterion is folded: a browser lays it out on demand.
_UNFOLDED = 60


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
class CriterionHead:
    """A column of the table of criteria."""

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyView:
    """A line of a count: what, how many, of how many, and the share as a percentage."""

    title: str
    count: int
    share: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """The batch; `lines` stand by rank, `years` and `bands` are what the page can be filtered by.

    `missed`, `parts`, `spread`, `bands` and `kinds` are counts with shares, most telling first.
    `legend` pairs the signs of the table of criteria with their words.
    """

    overview: Overview
    count: int
    settled: int
    middle: str
    lines: tuple[TownLine, ...]
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
    cards = batch.scorecards
    overview = prepare_overview(batch)
    lines = tuple(_lines(batch, overview, links))
    settled = [card.total.low for card in cards if card.total.low == card.total.high]
    return Dashboard(
        overview=overview,
        count=len(cards),
        settled=len(settled),
        middle=show_number(median(settled)) if settled else "",
        lines=lines,
        years=tuple(sorted({line.row.year for line in lines}, reverse=True)),
        heads=tuple(_heads(cards)),
        legend=tuple((OUTCOME_SIGNS[outcome], word) for outcome, word in OUTCOME_WORDS.items()),
        unfolded=len(cards) <= _UNFOLDED,
        spread=tuple(_spread(batch)),
        bands=tuple(_bands(cards)),
        parts=tuple(_parts(cards)),
        missed=tuple(_missed(cards)),
        kinds=tuple(_kinds(cards)),
        not_submitted=batch.not_submitted or (),
        register_given=batch.not_submitted is not None,
    )


def _lines(batch: Batch, overview: Overview, links: Sequence[str]) -> Iterator[TownLine]:
    full = batch.rubric.total
    ranks = rank(batch.scorecards)
    rows = zip(ranks, overview.rows, links, batch.scorecards, strict=True)
    for place, row, link, card in sorted(rows, key=_order):
        outcomes = [criterion.outcome for criterion in card.criteria]
        lacks = (str(at) for at, each in enumerate(outcomes) if each is Outcome.MISSING)
        yield TownLine(
            row=row,
            link=link,
            rank=_show_rank(place),
            sure=share(card.total.low, full),
            open=share(card.total.high - card.total.low, full),
            cells=tuple(OUTCOME_SIGNS[outcome] for outcome in outcomes),
            lacks=" ".join(lacks),
        )


def _order(line: tuple[Rank, ReportRow, str, Scorecard]) -> tuple[int, int, int]:
    """Years from the last to the first, within each by rank."""
    place, _, _, card = line
    return -(card.report.year or 0), place.middle, place.best


def _show_rank(place: Rank) -> str:
    return str(place.best) if place.best == place.worst else f"{place.best}–{place.worst}"


def _heads(cards: Sequence[Scorecard]) -> Iterator[CriterionHead]:
    """As the first scorecard lists them: every report is scored by one rubric."""
    for card in cards[:1]:
        numbers = number_parts(card)
        for criterion in card.criteria:
            title = shorten(criterion.title, NAME_LIMIT)
            yield CriterionHead(number=numbers[criterion.id], title=title)


def _spread(batch: Batch) -> Iterator[TallyView]:
    """How many totals lie in each tenth of the scale; one that spans several is told apart."""
    full = batch.rubric.total
    counts: Counter[int | None] = Counter()
    for card in batch.scorecards:
        ends = (card.total.low, card.total.high)
        low, high = (min(int(end * _BINS / full), _BINS - 1) for end in ends)
        counts[low if low == high else None] += 1
    lowest = min((at for at in counts if at is not None), default=_BINS)
    for at in range(_BINS - 1, lowest - 1, -1):
        begin, end = (show_number(full * edge / _BINS) for edge in (at, at + 1))
        title = f"{begin}–{end}分" if at == _BINS - 1 else f"{begin}分以上，不到{end}分"
        yield _tally(title, counts[at], len(batch.scorecards))
    if counts[None]:
        yield _tally("区间跨段", counts[None], len(batch.scorecards))


def _bands(cards: Sequence[Scorecard]) -> Iterator[TallyView]:
    """The grades given, best first; what is open comes last."""
    best: dict[str, Decimal] = {}
    for card in cards:
        band = card.total.band
        if band is not None:
            best[band] = max(card.total.low, best.get(band, card.total.low))
    counts = Counter(card.total.band for card in cards)
    for band in sorted(best, key=lambda each: -best[each]):
        yield _tally(band, counts[band], len(cards))
    if counts[None]:
        yield _tally("待定", counts[None], len(cards))


def _parts(cards: Sequence[Scorecard]) -> Iterator[TallyView]:
    """What share of the points that could be judged was won, part by part."""
    for at, part in enumerate(cards[0].parts if cards else ()):
        won = sum((card.parts[at].points for card in cards), Decimal(0))
        judged = sum((card.parts[at].max for card in cards), Decimal(0))
        judged_in = sum(card.parts[at].max > 0 for card in cards)
        title = shorten(part.title, NAME_LIMIT)
        yield TallyView(title=title, count=judged_in, share=_percent(won, judged))


def _missed(cards: Sequence[Scorecard]) -> Iterator[TallyView]:
    """Criteria by how many reports miss them, out of those in which they could be judged."""
    columns = zip(*(card.criteria for card in cards), strict=True)
    tallies = []
    for head, column in zip(_heads(cards), columns, strict=True):
        missing = sum(criterion.outcome is Outcome.MISSING for criterion in column)
        judged = sum(criterion.outcome in JUDGED for criterion in column)
        if missing:
            tallies.append((-missing, judged, f"{head.number} {head.title}"))
    for count, judged, title in sorted(tallies, key=lambda each: each[:2])[:_MOST_MISSED]:
        yield _tally(title, -count, judged)


def _kinds(cards: Sequence[Scorecard]) -> Iterator[TallyView]:
    """Findings by family, and in how many reports; hints and damage of the copy do not count."""
    findings: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for card in cards:
        families = [family_word(f.kind) for f in card.findings if f.strength is Strength.FINDING]
        findings.update(families)
        reports.update(set(families))
    for family, count in findings.most_common():
        yield _tally(family, reports[family], len(cards), str(count))


def _tally(title: str, count: int, whole: int, note: str = "") -> TallyView:
    percent = _percent(Decimal(count), Decimal(whole))
    return TallyView(title=title, count=count, share=percent, note=note)


def _percent(part: Decimal, whole: Decimal) -> str:
    """A percentage to the whole number, "" where there is nothing to share."""
    return "" if whole <= 0 else show_number((part * 100 / whole).quantize(Decimal(1)))
