"""Headings and the opening that tell of another year than the title does."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.dated_words import Stale
from scorer.checks.year_sentences import find_other_sentences
from scorer.reading.model import Reading

_YEAR = regex(r"(?<!\d)(20\d\d)(?=年)(?!年?[-—–至])")
_SPAN_OF_YEARS = regex(r"20\d\d年?[-—–至]+20\d\d")
_PLANS = regex(
    r"(?:计划|安排|打算|思路|设想|展望|努力方向|工作重点|重点任务|下[一]?步)[^，。]{0,6}$"
)
_PLAN_TOLD = regex(r"完成|落实情况|执行情况|回顾|总结|推进情况|安排部署|进展")
_TOLD = regex(
    r"举措|成效|做法|工作情况|主要工作|履职|履行|问题|不足|总体情况|开展情况|建设情况|成绩"
)
_OTHER_YEARS = regex(r"整改|反馈|督察|巡察|审计|上年|考核|以来|历年|回头看|对比|《")
_FIRST_HALF = "06"
_MOST_QUOTES = 12


def find_other_years(reading: Reading, year: int) -> Iterator[Stale]:
    """A plan for the year reported on, headings of a past year, an opening of another year."""
    if _year_is_doubtful(reading, year):
        return
    yield from _find_plan_heading(reading, year)
    yield from _find_past_headings(reading, year)
    yield from find_other_sentences(reading, year)


def _year_is_doubtful(reading: Reading, year: int) -> bool:
    """Signed in the first half of that very year, the year in the title is that of writing."""
    signed = reading.masthead.signed
    return signed is not None and signed.value[:7] <= f"{year}-{_FIRST_HALF}"


def _headings(reading: Reading) -> Iterator[tuple[int, int, str, frozenset[int]]]:
    plain = reading.document.plain
    for number in sorted(reading.headings):
        at, stop = plain.range(reading.document.blocks[number].span)
        words = plain.text[at:stop].strip()
        if words and not _SPAN_OF_YEARS.search(words):
            yield at, at + len(words), words, frozenset(map(int, _YEAR.findall(words)))


def _find_plan_heading(reading: Reading, year: int) -> Iterator[Stale]:
    for at, stop, words, years in _headings(reading):
        if years == {year} and _PLANS.search(words) and not _PLAN_TOLD.search(words):
            yield Stale(
                message=f"下一年度安排的标题写的是报告年度{year}年，疑为旧稿，请改为{year + 1}年。",
                quotes=(reading.quote(at, stop),),
                remedy=f"标题改为{year + 1}年，并核对所列安排是否为下一年度的。",
                computed=f"计划年度{year}＝报告年度{year}",
            )


def _find_past_headings(reading: Reading, year: int) -> Iterator[Stale]:
    past = [
        (at, stop, years)
        for at, stop, words, years in _headings(reading)
        if len(years) == 1
        and max(years) < year
        and _TOLD.search(words)
        and not _OTHER_YEARS.search(words)
    ]
    if past:
        other = max(past[0][2])
        yield Stale(
            message=f"报告年度为{year}年，小标题写的是{other}年，疑为沿用旧稿，请核对后更正。",
            quotes=tuple(reading.quote(at, stop) for at, stop, _ in past[:_MOST_QUOTES]),
            remedy=f"核对标题及其下内容，属于{year}年的改正年份，属于{other}年的删去。",
            computed=f"标题年份{other}≠报告年度{year}",
        )
