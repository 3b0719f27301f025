"""What only one year is called, said of another: 开局之年, 100周年, 第10个国家宪法日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.checks.calendar import Counted, read_calendar
from scorer.checks.dated_words import Stale
from scorer.checks.history import words_around
from scorer.checks.segments import clause_at, quote_segment, sentence_bounds
from scorer.finding import Strength
from scorer.reading.model import Reading
from scorer.zh.numerals import parse_digits, parse_number

_SUBJECT = re.compile(
    r"(?:(?P<year>20\d\d|二[〇零][〇零一二三四五六七八九]{2})年度?|今年|本年度?)(?:既|正)?[是为]"
)
_CELEBRATED = re.compile(r"(?:庆祝|喜迎|迎接|献礼|隆重纪念)[^，。；]{0,6}$")
#: A speech or a medal of that year may be named at any later time.
_NAMED_AFTER = re.compile(r"大会|讲话|纪念章|奖章|活动上|文艺|以来|之际的")
_MOST_BEHIND = 12


def find_marks(reading: Reading, year: int) -> Iterator[Stale]:
    """Marks and anniversaries of a stated year, festivities of another, days wrongly counted."""
    text = reading.document.plain.text
    for subject in _SUBJECT.finditer(text):
        clause = clause_at(reading, subject.start())
        stop = sentence_bounds(reading, clause)[1] if clause else len(text)
        following = _SUBJECT.search(text, subject.end(), stop)
        told = (parse_digits(subject["year"]) or year) if subject["year"] else year
        yield from _judge(reading, told, subject.start(), following.start() if following else stop)
    yield from _find_festivities(reading, year)
    yield from _find_days(reading, year)


def _judge(reading: Reading, told: int, at: int, stop: int) -> Iterator[Stale]:
    """What the words after "某年是" say, against the year that it can be said of."""
    text = reading.document.plain.text
    calendar = read_calendar()
    for mark in calendar.marks:
        match = mark.words.search(text, at, stop)
        if match and mark.year != told:
            yield _tell(reading, (at, match.end()), mark.what, mark.year, told)
    for row in calendar.anniversaries:
        match = row.words.search(text, at, stop)
        if match and _year_of(row, match) not in (told, None):
            what = f"{row.what}{match['number']}周年"
            yield _tell(reading, (at, match.end()), what, _year_of(row, match) or 0, told)


def _find_festivities(reading: Reading, year: int) -> Iterator[Stale]:
    text = reading.document.plain.text
    for row in read_calendar().anniversaries:
        for match in row.words.finditer(text):
            right = _year_of(row, match)
            behind = text[match.end() : match.end() + _MOST_BEHIND]
            if right is None or right >= year or _NAMED_AFTER.search(behind):
                continue
            before = text[max(0, match.start() - _MOST_BEHIND) : match.start()]
            if _CELEBRATED.search(before) and str(right) not in _sentence(reading, *match.span()):
                yield _tell(reading, match.span(), f"{row.what}{match['number']}周年", right, year)


def _find_days(reading: Reading, year: int) -> Iterator[Stale]:
    """A day that bears last year's number may be a slip of the count: a hint."""
    for row in read_calendar().days:
        for match in row.words.finditer(reading.document.plain.text):
            right = _year_of(row, match)
            if right is None or right == year or str(right) in _sentence(reading, *match.span()):
                continue
            yield Stale(
                message=f"第{match['number']}个{row.what}在{right}年，与报告年度{year}年不符，请核对。",
                quotes=(quote_segment(reading, *match.span()),),
                remedy="核对是否为本年度的活动，更正届次。",
                computed=f"{row.start}+{right - row.start}={right}≠{year}",
                strength=Strength.HINT,
            )


def _year_of(row: Counted, match: re.Match[str]) -> int | None:
    count = parse_number(match["number"])
    return None if count is None else row.start + int(count)


def _sentence(reading: Reading, at: int, stop: int) -> str:
    return words_around(reading, at, stop, 200)


def _tell(reading: Reading, place: tuple[int, int], what: str, right: int, told: int) -> Stale:
    return Stale(
        message=f"{what}应是{right}年，文中写在{told}年，请核对后更正。",
        quotes=(reading.quote(*place),),
        remedy=f"核对是否为他年文字，按{told}年实际改写。",
        computed=f"{right}≠{told}",
    )
