"""Meetings, campaigns, bodies and set phrases of another time, by the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.checks.calendar import Calendar, Dated
from scorer.checks.history import is_former, title_at, words_around, written_by
from scorer.checks.quoting import quote_places
from scorer.checks.segments import clause_at
from scorer.document import Quote
from scorer.finding import Strength
from scorer.reading.model import Reading, Standing

_AROUND = 24
#: By this month of the next year a report is out.
_LAST_MONTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """Text of another year, ready to be told."""

    message: str
    quotes: tuple[Quote, ...]
    remedy: str
    computed: str
    strength: Strength = Strength.FINDING


def find_past(reading: Reading, year: int, calendar: Calendar) -> Iterator[Stale]:
    """What had ended before the reporting year and is told as current; one finding a thing."""
    for row in calendar.dated:
        if row.until is None or year < row.until or (year == row.until and not row.ended):
            continue
        places = [
            place
            for place in _find(reading, row)
            if not is_former(reading, *place)
            and not _in_title(reading, *place)
            and (year > row.until or _is_planned_after(reading, place[0], row.ended))
        ]
        if places:
            count = f"，共{len(places)}处" if len(places) > 1 else ""
            yield Stale(
                message=f"{row.what}{row.fact}，{year}年度报告仍作为当前事项写入{count}，请核对。",
                quotes=quote_places(reading, places),
                remedy=row.instead,
                computed=f"报告年度{year}＞{row.until}"
                if year > row.until
                else f"下一年度安排＞{row.ended}",
                strength=Strength.HINT if year <= row.doubtful else Strength.FINDING,
            )


def _is_planned_after(reading: Reading, at: int, ended: str) -> bool:
    """Whether it stands among the plans of a report that was signed when it was over."""
    clause, signed = clause_at(reading, at), reading.masthead.signed
    planned = clause is not None and clause.part == "plan"
    return planned and signed is not None and signed.value[: len(ended)] > ended


def find_future(reading: Reading, year: int, calendar: Calendar) -> Iterator[Stale]:
    """What was not yet when the report was written; all of it is one accident."""
    written = written_by(reading)
    rows = [r for r in calendar.dated if written < r.since or year < r.first]
    found = [(row, [p for p in _find(reading, row) if _is_told(reading, *p)]) for row in rows]
    early = [(row, places) for row, places in found if places]
    if not early:
        return
    told = "；".join(f"{row.what}{row.fact}" for row, _ in early)
    yield Stale(
        message=f"{year}年度报告写入了成文时尚未发生的事项：{told}，请核对报告年度和内容。",
        quotes=quote_places(reading, [place for _, places in early for place in places]),
        remedy=early[0][0].instead,
        computed="；".join(_compare(row, year, written) for row, _ in early),
    )


def least_year(reading: Reading, calendar: Calendar) -> int | None:
    """The reporting year; where it is not told, the first that the meetings named allow.

    A report on one year is written by April of the next: who names a meeting of November 2021
    reports on 2021 or later.
    """
    if reading.masthead.year is not None:
        return reading.masthead.year.value
    rows = (row for row in calendar.dated if row.since)
    held = [row.since for row in rows if any(_is_told(reading, *p) for p in _find(reading, row))]
    if not held:
        return None
    year, month = map(int, max(held).split("-"))
    return year if month > _LAST_MONTH else year - 1


def _compare(row: Dated, year: int, written: str) -> str:
    if year < row.first:
        return f"报告年度{year}＜{row.first}"
    return f"成文不晚于{written}＜{row.since}"


def _find(reading: Reading, row: Dated) -> Iterator[tuple[int, int]]:
    text = reading.document.plain.text
    if not any(cue in text for cue in row.cues):
        return
    for match in regex(row.words).finditer(text):
        around = words_around(reading, match.start(), match.end(), _AROUND)
        if not row.unless or not regex(row.unless).search(around):
            yield match.span()


def _in_title(reading: Reading, at: int, stop: int) -> bool:
    cited = title_at(reading, at)
    return cited is not None and stop <= cited.stop


def _is_told(reading: Reading, at: int, stop: int) -> bool:
    clause = clause_at(reading, at)
    planned = clause is not None and (clause.part == "plan" or clause.standing is Standing.PLANNED)
    return not planned and not _in_title(reading, at, stop)
