"""One event told on two days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from scorer.checks.formulas import own_words
from scorer.checks.quantities import longest_shared
from scorer.reading.model import Reading

#: What happens once: a meeting may be held every month, a hall is opened one time.
_ONCE = re.compile(
    r"揭牌|启用|投入使用|投用|挂牌|成立|票决|竣工|落成|开园|换届|审议通过|集体讨论通过|印发《"
)
#: Held more than once, or a day in the life of a law.
_NO_EVENT = re.compile(
    r"分别|两[次度]|先后|每|再次|又|第[二三四五]|首[次场]|期|施行|公布|修订|颁布"
)
_SHARED = 8
_REACH = 36
_MOST = 150


@dataclass(frozen=True, slots=True)
class EventDay:
    """A day of the year with the words that tell what happened on it."""

    at: int
    stop: int
    day: tuple[int, int]
    words: str


def find_event_clashes(reading: Reading) -> Iterator[tuple[EventDay, EventDay]]:
    """Two days with the same words of one single event behind them."""
    days = tuple(islice(_find(reading), _MOST))
    for one, other in combinations(days, 2):
        if one.day == other.day:
            continue
        shared = longest_shared(one.words, other.words)
        if len(shared) >= _SHARED and _ONCE.search(shared) is not None:
            yield one, other


def _find(reading: Reading) -> Iterator[EventDay]:
    text, year = reading.document.plain.text, reading.masthead.year
    for date in reading.dates:
        other_year = date.year is not None and year is not None and date.year != year.value
        if date.month is None or date.day is None or other_year:
            continue
        words = re.split(r"[。；\n]", text[date.stop : date.stop + _REACH])[0]
        if _ONCE.search(words) and not _NO_EVENT.search(words):
            yield EventDay(date.at, date.stop, (date.month, date.day), own_words(words))
