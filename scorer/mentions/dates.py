"""Printed dates as mentions."""

from __future__ import annotations

from scorer.mentions.model import DateMention
from scorer.zh.dates import find_dates as find_printed_dates


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date in the order of the text."""
    return tuple(
        DateMention(
            at=printed.start,
            stop=printed.end,
            year=printed.year,
            month=printed.month,
            day=printed.day,
            exists=printed.exists,
        )
        for printed in find_printed_dates(text)
    )
