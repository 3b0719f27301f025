"""One town this year and last: points, what became of the plan and the shortcomings, figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scorer.cache import regex
from scorer.compare.succession import Match, find_succession
from scorer.compare.yearly import Figure, Told, Yearly
from scorer.document import Quote
from scorer.scorecard import Failure

_LETTERS = regex(r"[^\u3400-\u9fffA-Za-z0-9]")
_YEAR = regex(r"20\d\d年?度?|明年|来年|下一?年度?|今年|本年度|下一?步|今后")
_NUMBERING = regex(r"^(?:[一二三四五六七八九十]{1,3}[是、]|[（(][^）)]{1,3}[）)]|\d{1,2}[.、])")
#: Words that plans and reports are full of: they show no deed.
_COMMON = regex(
    r"法治政府建设|法治建设|依法行政|进一步|加强|提升|提高|完善|持续|继续|推进|开展|工作|能力|水平|力度|落实|制度|机制"
    r"|组织|全面|深入|积极|切实|不断|[的了和与及在对是，。；：、“”（）\d]"
)
_SHORTEST = 10
#: Two-character words that a plan line and a deed share, in number and as part of the line's.
_SHARED, _PART = 4, 0.4
#: A figure below this repeats by chance; one that grew or fell so many times over is a jump.
_LEAST_SAME, _LEAST_JUMP, _TIMES = 20, 20, 5
_SHORTEST_NOUN = 3


class Fate(StrEnum):
    """What this year's report says of a line of last year's."""

    DONE = "done"
    REPEATED = "repeated"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFate:
    """A line of last year's report, and the words of this year's that show what became of it."""

    line: Quote
    fate: Fate
    shown_by: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """A part's points last year and this year, out of what could be judged."""

    title: str
    last: Decimal
    last_max: Decimal
    now: Decimal
    now_max: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """One thing counted in both years: the same to the digit, or many times more or less."""

    noun: str
    unit: str
    last: str
    now: str
    same: bool
    last_quote: Quote
    now_quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class TownYears:
    """One town over two reports."""

    match: Match
    now: Yearly
    last: Yearly
    parts: tuple[PartChange, ...]
    plan: tuple[LineFate, ...]
    shortcomings: tuple[LineFate, ...]
    figures: tuple[FigureChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A batch over two years; towns in the order of this year's files."""

    towns: tuple[TownYears, ...]
    doubtful: tuple[tuple[Yearly, tuple[Yearly, ...]], ...]
    new: tuple[Yearly, ...]
    gone: tuple[Yearly, ...]
    failures: tuple[Failure, ...] = ()


def compare_batches(
    now: Sequence[Yearly], last: Sequence[Yearly], failures: Sequence[Failure] = ()
) -> Years:
    """Find who is whom, and hold each town's two reports against each other."""
    who = find_succession([(y.issuer, y.words) for y in now], [(y.issuer, y.words) for y in last])
    return Years(
        towns=tuple(compare_years(m, now[m.now], last[m.last]) for m in who.matches),
        doubtful=tuple((now[d.now], tuple(last[n] for n in d.candidates)) for d in who.doubtful),
        new=tuple(now[n] for n in who.new),
        gone=tuple(last[n] for n in who.gone),
        failures=tuple(failures),
    )


def compare_years(match: Match, now: Yearly, last: Yearly) -> TownYears:
    """Hold this year's report against last year's."""
    return TownYears(
        match=match,
        now=now,
        last=last,
        parts=_compare_parts(now, last),
        plan=tuple(_trace(line, now) for line in last.plan),
        shortcomings=tuple(_repeat(line, now.shortcomings) for line in last.shortcomings),
        figures=tuple(_compare_figures(now.figures, last.figures)),
    )


def _compare_parts(now: Yearly, last: Yearly) -> tuple[PartChange, ...]:
    before = {part.id: part for part in last.scorecard.parts}
    return tuple(
        PartChange(
            title=part.title,
            last=before[part.id].points,
            last_max=before[part.id].max,
            now=part.points,
            now_max=part.max,
        )
        for part in now.scorecard.parts
    )


def _trace(line: Told, now: Yearly) -> LineFate:
    """Repeated where this year plans it in the same words; done where a deed tells of it."""
    again = _repeat(line, now.plan)
    if again.fate is Fate.REPEATED:
        return again
    deed = _find_deed(line, now.done)
    if deed is None:
        return LineFate(line=line.quote, fate=Fate.UNTOLD)
    return LineFate(line=line.quote, fate=Fate.DONE, shown_by=deed.quote)


def _repeat(line: Told, items: Sequence[Told]) -> LineFate:
    """Whether one of this year's items is the line word for word, years and marks apart."""
    words = _bare(line.text)
    for item in items:
        other = _bare(item.text)
        if len(words) >= _SHORTEST and (words == other or words in other):
            return LineFate(line=line.quote, fate=Fate.REPEATED, shown_by=item.quote)
    return LineFate(line=line.quote, fate=Fate.UNTOLD)


def _find_deed(line: Told, deeds: Sequence[Told]) -> Told | None:
    """The deed of the same matter that shares most of the line's words, if it is most of them."""
    words = _pairs(line.text)
    best: tuple[int, Told | None] = (_SHARED - 1, None)
    for deed in deeds:
        shared = len(words & _pairs(deed.text))
        if shared > best[0] and shared >= _PART * len(words) and line.matters & deed.matters:
            best = (shared, deed)
    return best[1]


def _compare_figures(now: Sequence[Figure], last: Sequence[Figure]) -> list[FigureChange]:
    before = {(figure.noun, figure.unit): figure for figure in last}
    changes = []
    for figure in now:
        old = before.get((figure.noun, figure.unit))
        if old is None or len(figure.noun) < _SHORTEST_NOUN or not _is_telling(figure, old):
            continue
        changes.append(
            FigureChange(
                noun=figure.noun,
                unit=figure.unit,
                last=old.value,
                now=figure.value,
                same=figure.number == old.number,
                last_quote=old.quote,
                now_quote=figure.quote,
            )
        )
    return changes


def _is_telling(now: Figure, last: Figure) -> bool:
    low, high = sorted((now.number, last.number))
    if low == high:
        return low >= _LEAST_SAME
    return low > 0 and high >= _LEAST_JUMP and high >= _TIMES * low


def _bare(text: str) -> str:
    return _LETTERS.sub("", _YEAR.sub("", _NUMBERING.sub("", text)))


def _pairs(text: str) -> frozenset[str]:
    pieces = _COMMON.sub(" ", _YEAR.sub(" ", text)).split()
    return frozenset(piece[i : i + 2] for piece in pieces for i in range(len(piece) - 1))
