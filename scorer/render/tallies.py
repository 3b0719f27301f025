"""What all reports of a batch have and lack, counted in one pass over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from scorer.finding import Strength
from scorer.render.marks import number_parts
from scorer.render.visible import NAME_LIMIT, shorten
from scorer.render.words import family_word, show_number
from scorer.scorecard import JUDGED, Outcome, Scorecard

#: Stretches of the scale that the distribution counts.
_BINS = 10

#: Criteria listed as missed most; the table of criteria shows the rest.
_MOST_MISSED = 12


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


@dataclass(slots=True)
class _Share:
    """Something counted or won, out of what could be judged, and in how many reports it could."""

    won: Decimal = Decimal(0)
    judged: Decimal = Decimal(0)
    reports: int = 0

    def add(self, won: Decimal | int, judged: Decimal | int) -> None:
        self.won += won
        self.judged += judged
        self.reports += judged > 0


class Tallies:
    """The counts; every report is scored by one rubric, and the first names its parts."""

    def __init__(self, scorecards: Iterable[Scorecard], full: Decimal) -> None:
        self.count = 0
        self.years: set[int | None] = set()
        self.heads: tuple[CriterionHead, ...] = ()
        self._full = full
        self._settled: list[Decimal] = []
        self._bins: Counter[int | None] = Counter()
        self._bands: Counter[str | None] = Counter()
        self._best: dict[str, Decimal] = {}
        self._part_titles: tuple[str, ...] = ()
        self._parts: tuple[_Share, ...] = ()
        self._missed: tuple[_Share, ...] = ()
        self._findings: Counter[str] = Counter()
        self._having: Counter[str] = Counter()
        for card in scorecards:
            self._add(card)

    @property
    def settled(self) -> int:
        """Reports whose total is one figure."""
        return len(self._settled)

    @property
    def middle(self) -> str:
        """The median of the settled totals, "" where there is none."""
        return show_number(median(self._settled)) if self._settled else ""

    def spread(self) -> Iterator[TallyView]:
        """How many totals lie in each tenth of the scale; one that spans several is told apart."""
        lowest = min((at for at in self._bins if at is not None), default=_BINS)
        for at in range(_BINS - 1, lowest - 1, -1):
            begin, end = (show_number(self._full * edge / _BINS) for edge in (at, at + 1))
            title = f"{begin}–{end}分" if at == _BINS - 1 else f"{begin}分以上，不到{end}分"
            yield _tally(title, self._bins[at], self.count)
        if self._bins[None]:
            yield _tally("区间跨段", self._bins[None], self.count)

    def bands(self) -> Iterator[TallyView]:
        """The grades given, best first; what is open comes last."""
        for band in sorted(self._best, key=lambda each: -self._best[each]):
            yield _tally(band, self._bands[band], self.count)
        if self._bands[None]:
            yield _tally("待定", self._bands[None], self.count)

    def parts(self) -> Iterator[TallyView]:
        """What share of the points that could be judged was won, part by part."""
        for title, part in zip(self._part_titles, self._parts, strict=True):
            yield TallyView(title=title, count=part.reports, share=_percent(part.won, part.judged))

    def missed(self) -> Iterator[TallyView]:
        """Criteria by how many reports miss them, out of those in which they could be judged."""
        lines = zip(self.heads, self._missed, strict=True)
        missed = [(head, each) for head, each in lines if each.won]
        missed.sort(key=lambda line: (-line[1].won, line[1].judged))
        for head, each in missed[:_MOST_MISSED]:
            yield _tally(f"{head.number} {head.title}", int(each.won), int(each.judged))

    def kinds(self) -> Iterator[TallyView]:
        """Findings by family, and in how many reports; hints and damage do not count."""
        for family, count in self._findings.most_common():
            yield _tally(family, self._having[family], self.count, str(count))

    def _add(self, card: Scorecard) -> None:
        if self.count == 0:
            self._name(card)
        self.count += 1
        self.years.add(card.report.year)
        self._add_total(card)
        for share, part in zip(self._parts, card.parts, strict=True):
            share.add(part.points, part.max)
        for share, criterion in zip(self._missed, card.criteria, strict=True):
            share.add(criterion.outcome is Outcome.MISSING, criterion.outcome in JUDGED)
        families = [family_word(f.kind) for f in card.findings if f.strength is Strength.FINDING]
        self._findings.update(families)
        self._having.update(dict.fromkeys(families, 1))

    def _name(self, card: Scorecard) -> None:
        numbers = number_parts(card)
        self.heads = tuple(
            CriterionHead(number=numbers[each.id], title=shorten(each.title, NAME_LIMIT))
            for each in card.criteria
        )
        self._part_titles = tuple(shorten(part.title, NAME_LIMIT) for part in card.parts)
        self._parts = tuple(_Share() for _ in card.parts)
        self._missed = tuple(_Share() for _ in card.criteria)

    def _add_total(self, card: Scorecard) -> None:
        total = card.total
        if total.low == total.high:
            self._settled.append(total.low)
        low, high = (self._bin(end) for end in (total.low, total.high))
        self._bins[low if low == high else None] += 1
        self._bands[total.band] += 1
        if total.band is not None:
            self._best[total.band] = max(total.low, self._best.get(total.band, total.low))

    def _bin(self, points: Decimal) -> int:
        return min(int(points * _BINS / self._full), _BINS - 1)


def _tally(title: str, count: int, whole: int, note: str = "") -> TallyView:
    percent = _percent(Decimal(count), Decimal(whole))
    return TallyView(title=title, count=count, share=percent, note=note)


def _percent(part: Decimal, whole: Decimal) -> str:
    """A percentage to the whole number, "" where there is nothing to share."""
    return "" if whole <= 0 else show_number((part * 100 / whole).quantize(Decimal(1)))
