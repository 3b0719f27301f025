"""The places of one accident as quotes: each with its segment, not without end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from scorer.checks.segments import quote_segment
from scorer.document import Quote
from scorer.reading.model import Reading

_MOST_QUOTES = 12


def quote_places(reading: Reading, places: Iterable[tuple[int, int]]) -> tuple[Quote, ...]:
    """The first places in their order; two in one segment are quoted once."""
    quotes = (quote_segment(reading, at, stop) for at, stop in islice(places, _MOST_QUOTES))
    return tuple(dict.fromkeys(quotes))
