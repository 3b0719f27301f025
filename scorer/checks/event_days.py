"""One event told on two days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from scorer.cache import regex
from scorer.checks.formulas import own_words
from scorer.checks.quantities import longest_shared
from scorer.checks.segments import clause_at
from scorer.reading.model import Reading, Standing

#: What happens once: a meeting may be held every month, a hall is opened one time.
_ONCE = regex(
    r"揭牌|启用|投入使用|投用|挂牌|成立|票决|竣工|落成|开园|换届|审议通过|集体讨论通过|印发《"
)
#: Held more than once, or a day in the life of a law.
_NO_EVENT = regex(r"分别|两[次度]|先后|每|再次|又|第[二三四五]|首[次场]|期|施行|公布|修订|颁布")
_DEED = r"(?:举办|召开|组织开展|组织|开展|举行)"
#: 6月11日，我镇举办民法典演讲比赛; it is spoken of again: 6月21日举办的民法典演讲比赛.
_HELD = regex(
    rf"，?[^，。；\d]{{0,10}}?{_DEED}(?:了|全镇|全乡|全街道)*([^，。；、的\d]{{5,20}})(?=[，。；])"
)
_HELD_THEN = regex(
    rf"，?[^，。；\d]{{0,6}}?{_DEED}的(?:全镇|全乡|全街道)?([^，。；、的\d]{{5,24}})"
)
#: What one person does in one village is not done again ten days later.
_VISIT = regex(
    r"，?[^，。；\d]{0,12}?[到在赴]([\u4e00-\u9fff]{1,4}(?:村|社区))(?:为|给|向|对)?[^，。；\d]{0,8}?"
    r"(讲授|宣讲|上|讲)(?:了|一堂|一次)*(?:法治|宪法|民法典|普法)?(课|党课)"
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
    paragraph: int = 0


def find_event_clashes(reading: Reading) -> Iterator[tuple[EventDay, EventDay]]:
    """Two days with the same words of one single event behind them, or of one that is known."""
    yield from _find_known(reading)
    yield from _find_visits(reading)
    days = tuple(islice(_find(reading), _MOST))
    for one, other in combinations(days, 2):
        if one.day == other.day:
            continue
        shared = longest_shared(one.words, other.words)
        if len(shared) >= _SHARED and _ONCE.search(shared) is not None:
            yield one, other


def _find_known(reading: Reading) -> Iterator[tuple[EventDay, EventDay]]:
    """6月11日，我镇举办演讲比赛 and 6月21日举办的演讲比赛: the only one of its name."""
    told = list(_find_named(reading, _HELD))
    for back in _find_named(reading, _HELD_THEN):
        known = [one for one in told if back.words.startswith(one.words) and one.at != back.at]
        if len({one.day for one in known}) == 1 and known[0].day != back.day:
            yield known[0], back


def _find_visits(reading: Reading) -> Iterator[tuple[EventDay, EventDay]]:
    """6月18日乡长到上湾村讲授法治课 and 乡长6月28日在上湾村讲授法治课."""
    told = list(_find_named(reading, _VISIT))
    for one, other in combinations(told, 2):
        digits = zip(f"{one.day[1]:02}", f"{other.day[1]:02}", strict=True)
        slip = one.day[0] == other.day[0] and sum(a != b for a, b in digits) == 1
        if slip and one.words == other.words and one.paragraph != other.paragraph:
            yield one, other


def _find_named(reading: Reading, pattern: re.Pattern[str]) -> Iterator[EventDay]:
    """Days of the report's year with the name that the pattern finds behind them."""
    text, year = reading.document.plain.text, reading.masthead.year
    for date in reading.dates:
        other_year = date.year is not None and year is not None and date.year != year.value
        match = pattern.match(text, date.stop)
        if match is None or date.month is None or date.day is None or other_year:
            continue
        clause = clause_at(reading, date.at)
        told = clause is not None and clause.standing != Standing.PLANNED
        if told and clause is not None and not _NO_EVENT.search(match[0]):
            words = "".join(match.groups())
            yield EventDay(date.at, date.stop, (date.month, date.day), words, clause.paragraph)


def _find(reading: Reading) -> Iterator[EventDay]:
    text, year = reading.document.plain.text, reading.masthead.year
    for date in reading.dates:
        other_year = date.year is not None and year is not None and date.year != year.value
        if date.month is None or date.day is None or other_year:
            continue
        words = re.split(r"[。；\n]", text[date.stop : date.stop + _REACH])[0]
        if _ONCE.search(words) and not _NO_EVENT.search(words):
            yield EventDay(date.at, date.stop, (date.month, date.day), own_words(words))
