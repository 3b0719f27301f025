"""Text of another year told as this year's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from scorer.checks.base import Check
from scorer.checks.dated_words import find_future, find_past
from scorer.checks.other_year_events import find_other_year_events
from scorer.checks.stale_congress import find_old_congress
from scorer.checks.tables import Tables, shipped_tables
from scorer.checks.year_headings import find_other_years
from scorer.checks.year_marks import find_marks
from scorer.finding import Finding, Force, Norm, Strength
from scorer.reading.model import Reading


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the report by the shipped tables."""
    return run_by(shipped_tables(), reading)


def run_by(tables: Tables, reading: Reading) -> Iterator[Finding]:
    """Everything is measured against the reporting year; without one all is silent."""
    if reading.masthead.year is None:
        return
    year = reading.masthead.year.value
    slips = chain(
        find_past(reading, year, tables.calendar),
        find_future(reading, year, tables.calendar),
        find_old_congress(reading, year),
        find_marks(reading, year, tables.calendar),
        find_other_years(reading, year),
        find_other_year_events(reading, year),
    )
    for stale in slips:
        found = CHECK.finding(
            message=stale.message,
            quotes=stale.quotes,
            remedy=stale.remedy,
            computed=stale.computed,
        )
        yield replace(found, strength=stale.strength)


CHECK = Check(
    id="year-stale",
    kind="tense.year",
    strength=Strength.FINDING,
    title="沿用他年文字",
    why="旧的目标表述、已经结束的专项行动、已经撤并的机构、成文时还没有召开的会议、标题和小标题里的他年年份，多是套用旧稿留下的。",
    norm=Norm(
        text="年度报告应当反映报告年度的情况，机构、活动和表述与当年相符。", force=Force.ADVISORY
    ),
    bad="镇政府配合市政府法制办开展行政执法案卷评查2次。",
    good="镇政府配合市司法局开展行政执法案卷评查2次。",
    run=run,
    run_by=run_by,
)
