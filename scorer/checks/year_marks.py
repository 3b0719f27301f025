"""What only one year is called, said of another: 开局之年, 100周年, 第10个国家宪法日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from scorer.cache import regex
from scorer.checks.calendar import Calendar, Counted
from scorer.checks.dated_words import Stale
from scorer.checks.history import title_at, words_around
from scorer.checks.quoting import quote_places
from scorer.checks.segments import clause_at
from scorer.finding import Strength
from scorer.reading.model import Reading, Standing
from scorer.zh.numerals import parse_digits, parse_number

_SUBJECT = regex(
    r"(?:(?P<year>20\d\d|二[〇零][〇零一二三四五六七八九]{2})年度?|今年|本年度?)(?:(?:既|正)?[是为]|(?=“?[^，。；、“”]{2,14}之年))"
)
_SENTENCE_END = regex(r"[。！？\n]")
_CELEBRATED = regex(r"(?:庆祝|喜迎|迎接|献礼|隆重纪念)[^，。；]{0,6}$")
_OPENS = regex("为(?:契机|主题|主线|抓手)")
#: A speech or a medal of that year may be named at any later time.
_NAMED_AFTER = regex(r"大会|讲话|纪念章|奖章|活动上|文艺|以来|之际的")
_SEGMENT_END = regex("[，。；]")
_MOST_BEHIND = 12
_LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class _Slip:
    """A name that belongs to the year `right`, told of the year `told`, with its place."""

    what: str
    right: int
    told: int
    at: int
    stop: int


def find_marks(reading: Reading, year: int, calendar: Calendar) -> Iterator[Stale]:
    """Marks and anniversaries of a stated year, festivities of another, days wrongly counted."""
    slips: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for slip in chain(
        _find_named_years(reading, year, calendar), _find_festivities(reading, year, calendar)
    ):
        slips.setdefault((slip.what, slip.right, slip.told), []).append((slip.at, slip.stop))
    for (what, right, told), places in slips.items():
        yield Stale(
            message=f"{what}应是{right}年，文中写在{told}年，请核对后更正。",
            quotes=quote_places(reading, places),
            remedy=f"核对是否为他年文字，按{told}年实际改写。",
            computed=f"{right}≠{told}",
        )
    yield from _find_days(reading, year, calendar)


def _find_named_years(reading: Reading, year: int, calendar: Calendar) -> Iterator[_Slip]:
    text = reading.document.plain.text
    for subject in _SUBJECT.finditer(text):
        reach = min(len(text), subject.end() + _LONGEST_SENTENCE)
        end = _SENTENCE_END.search(text, subject.end(), reach)
        stop = end.start() if end else reach
        following = _SUBJECT.search(text, subject.end(), stop)
        told = (parse_digits(subject["year"]) or year) if subject["year"] else year
        stop = following.start() if following else stop
        for what, right, behind in _find_names(calendar, text, subject.end(), stop):
            if right != told:
                yield _Slip(what, right, told, subject.start(), behind)


def _find_names(
    calendar: Calendar, text: str, at: int, stop: int
) -> Iterator[tuple[str, int, int]]:
    """What a stretch calls its year, the year that is called so, and where the name ends."""
    for mark in calendar.marks:
        match = regex(mark.words).search(text, at, stop)
        if match:
            yield mark.what, mark.year, match.end()
    for row in calendar.anniversaries:
        for match in row.find(text, at, stop):
            right = _year_of(row, match)
            if right is not None:
                yield f"{row.what}{match['number']}周年", right, match.end()


def _find_festivities(reading: Reading, year: int, calendar: Calendar) -> Iterator[_Slip]:
    text = reading.document.plain.text
    rows = calendar.anniversaries if "周年" in text else ()
    for row in rows:
        for match in row.find(text):
            right = _year_of(row, match)
            behind = text[match.end() : match.end() + _MOST_BEHIND]
            named_after = _NAMED_AFTER.search(_SEGMENT_END.split(behind)[0])
            if right is None or right >= year or named_after:
                continue
            before = text[max(0, match.start() - _MOST_BEHIND) : match.start()]
            opens = _OPENS.match(behind) is not None and before.endswith("以")
            if (opens or _CELEBRATED.search(before)) and str(right) not in _sentence(
                reading, *match.span()
            ):
                what = f"{row.what}{match['number']}周年"
                yield _Slip(what, right, year, *match.span())


def _find_days(reading: Reading, year: int, calendar: Calendar) -> Iterator[Stale]:
    """A day that bears another year's number may be a slip of the count: a hint, one a day."""
    text = reading.document.plain.text
    for row in calendar.days:
        matches = row.find(text) if row.what in text else ()
        wrong = [match for match in matches if _is_miscounted(reading, row, match, year)]
        if wrong:
            number, right = wrong[0]["number"], _year_of(row, wrong[0])
            yield Stale(
                message=f"第{number}个{row.what}在{right}年，与报告年度{year}年不符，请核对。",
                quotes=quote_places(reading, (match.span() for match in wrong)),
                remedy="核对是否为本年度的活动，更正届次。",
                computed=f"{right}≠{year}",
                strength=_weigh(reading, wrong[0].start()),
            )


def _weigh(reading: Reading, at: int) -> Strength:
    """What was done on the day is told of this year; elsewhere another year's may be meant."""
    clause = clause_at(reading, at)
    done = clause is not None and clause.standing is Standing.DONE
    return Strength.FINDING if done and title_at(reading, at) is None else Strength.HINT


def _is_miscounted(reading: Reading, row: Counted, match: re.Match[str], year: int) -> bool:
    right = _year_of(row, match)
    if right is None or right == year:
        return False
    return str(right) not in _sentence(reading, *match.span())


def _year_of(row: Counted, match: re.Match[str]) -> int | None:
    count = parse_number(match["number"])
    return None if count is None else row.start + int(count)


def _sentence(reading: Reading, at: int, stop: int) -> str:
    return words_around(reading, at, stop, _LONGEST_SENTENCE)
