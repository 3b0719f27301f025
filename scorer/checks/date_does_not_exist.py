"""A date that no calendar has."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator

from scorer.checks.base import Check
from scorer.checks.norms import TRUE_DATES
from scorer.checks.segments import clause_at, quote_told, sentence_bounds
from scorer.finding import Finding, Strength
from scorer.mentions.model import DateMention
from scorer.reading.model import Clause, Reading, Standing

_LEAP_DAY = (2, 29)


def run(reading: Reading) -> Iterator[Finding]:
    """Look every printed date up in the calendar."""
    for date in reading.dates:
        if not date.exists or _has_no_leap_day(reading, date):
            printed = reading.document.plain.text[date.at : date.stop]
            yield CHECK.finding(
                message=f"日期“{printed}”在日历上不存在，请核对后更正。",
                quotes=(quote_told(reading, date.at, date.stop),),
                computed=_explain(date),
                remedy="按原始记录更正日期。",
            )


def _has_no_leap_day(reading: Reading, date: DateMention) -> bool:
    """29 February told as done where neither the year reported on nor the next has one."""
    year, signed = reading.masthead.year, reading.masthead.signed
    if (date.year, date.month, date.day) != (None, *_LEAP_DAY) or year is None:
        return False
    clause = clause_at(reading, date.at)
    if clause is None or clause.standing is not Standing.DONE or clause.part == "plan":
        return False
    following = year.value + 1
    over = signed is not None and signed.value < f"{following}-02"
    other = any(d.year not in (None, year.value) for d in _same_sentence(reading, clause))
    return not other and not isleap(year.value) and (over or not isleap(following))


def _same_sentence(reading: Reading, clause: Clause) -> list[DateMention]:
    start, stop = sentence_bounds(reading, clause)
    return [date for date in reading.dates if start <= date.at < stop]


def _explain(date: DateMention) -> str:
    if date.day is None:
        return f"没有{date.month}月"
    return (
        f"{date.month}月没有{date.day}日"
        if (date.month or 0) in range(1, 13)
        else f"没有{date.month}月"
    )


CHECK = Check(
    id="date-does-not-exist",
    kind="date.impossible",
    strength=Strength.FINDING,
    title="日期不存在",
    why="逐个核对文中日期，日历上没有的（如2月30日）提出来更正。",
    norm=TRUE_DATES,
    bad="2023年11月31日，镇党委专题研究法治政府建设工作。",
    good="2023年11月30日，镇党委专题研究法治政府建设工作。",
    run=run,
)
