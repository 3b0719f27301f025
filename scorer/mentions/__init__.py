"""What stands in the text for everybody to use: numbers, dates, citations, each found once."""

from __future__ import annotations

from scorer.document import Plain
from scorer.mentions.citations import find_citations
from scorer.mentions.dates import find_dates
from scorer.mentions.model import Mentions
from scorer.mentions.numbers import find_numbers


def read(plain: Plain) -> Mentions:
    """Find every mention of the normalised text, each kind in one pass."""
    dates = find_dates(plain.text)
    citations = find_citations(plain.text)
    places = [(date.at, date.stop) for date in dates]
    places += [(citation.at, citation.stop) for citation in citations]
    return Mentions(
        numbers=find_numbers(plain.text, tuple(sorted(places))), dates=dates, citations=citations
    )
