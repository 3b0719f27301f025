"""An outline or a publicity plan of another period, spoken of as the one in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.checks.base import Check
from scorer.checks.history import is_history, words_around, written_by
from scorer.checks.quoting import quote_places
from scorer.checks.references import Period, read_instruments
from scorer.checks.segments import clause_at
from scorer.finding import Finding, Force, Norm, Strength
from scorer.reading.model import Reading, Standing

_DASH = r"[-‐‑‒–—―－~～至到\s]{0,4}"
_YEARS = rf"[》〉]?\s?[（(〔\[]?\s?(?P<first>20\d\d)\s?年?{_DASH}(?P<last>20\d\d)(?!\d)"
#: In front of a name without book marks; a region there makes it a local outline.
_FREE_STANDING = re.compile(
    r"(?:^|[^\w]|落实|贯彻|按照|对照|根据|依据|学习|实施|印发|的|国家|中央|国务院)$"
)
_MARKED = re.compile(r"《(?:中共中央|国务院|、|印发|关于|的通知|〈)*$")
_PUBLICITY = re.compile(
    r"[“‘\"《]?(?P<name>[五六七八]五)[”’\"]?(?:普法|法治宣传|法制宣传|法治创建)"
    r"|第(?P<ordinal>[五六七八])个五年(?:法治|法制)?(?:普法|宣传)"
)
#: A period that ended is still summed up, and the next one is prepared before it begins.
_SUMMED_UP = re.compile(
    r"总结|收官|终期|验收|评估|以来|期间|圆满|成果|基础上|先进|表彰|回顾|接续|转段|末|到期|期满"
)
_PREPARED = re.compile(r"谋划|编制|启动|筹备|起草|制定|准备|迎接|开局|即将|规划好")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a plan is named, the words that name its period, and what is wrong with it."""

    at: int
    stop: int
    plan: str
    fault: str
    right: str
    computed: str


def run(reading: Reading) -> Iterator[Finding]:
    """All places of one plan are one finding; a plan whose successor is unknown is silent."""
    if reading.masthead.year is None:
        return
    wrong: dict[tuple[str, str], list[_Place]] = {}
    for place in (*_find_outlines(reading), *_find_publicity(reading)):
        wrong.setdefault((place.plan, place.fault), []).append(place)
    for places in wrong.values():
        yield _report(reading, places)


def _find_outlines(reading: Reading) -> Iterator[_Place]:
    text = reading.document.plain.text
    for name, periods in read_instruments().plans.items():
        if name not in text:
            continue
        for match in re.finditer(name + _YEARS, text):
            if not _is_national(text, match.start()):
                continue
            years = int(match["first"]), int(match["last"])
            known = next((p for p in periods if (p.first, p.last) == years), None)
            place = (match.start(), match.end())
            if known is None:
                yield _wrong_years(reading, place, years, periods)
            else:
                yield from _judge(reading, place, known, periods)


def _find_publicity(reading: Reading) -> Iterator[_Place]:
    text = reading.document.plain.text
    periods = read_instruments().publicity
    for match in _PUBLICITY.finditer(text):
        name = match["name"] or f"{match['ordinal']}五"
        known = next((period for period in periods if period.name == name), None)
        if known is not None:
            yield from _judge(reading, match.span(), known, periods)


def _is_national(text: str, at: int) -> bool:
    before = text[max(0, at - 16) : at]
    return bool(_MARKED.search(before) or ("《" not in before and _FREE_STANDING.search(before)))


def _judge(
    reading: Reading, place: tuple[int, int], period: Period, periods: tuple[Period, ...]
) -> Iterator[_Place]:
    """Over: a later period is known and has begun. Too early: its text was not yet out."""
    year = _report_year(reading)
    named = f"“{period.name}”普法" if period in read_instruments().publicity else period.name
    years = f"{period.first}—{period.last}年"
    if year > period.last and period != periods[-1]:
        if not _is_summed_up(reading, *place):
            fault = f"的期间是{years}，{year}年度已经期满"
            right = _name(_period_of(year, periods))
            yield _Place(*place, named, fault, right, f"报告年度{year}＞{period.last}")
    elif written_by(reading) < period.since and _period_of(year, periods) != period:
        if _is_prepared(reading, *place):
            return
        fault = f"（{years}）在{year}年度尚未出台"
        computed = f"成文不晚于{written_by(reading)}＜{period.since}"
        yield _Place(*place, named, fault, _name(_period_of(year, periods)), computed)


def _wrong_years(
    reading: Reading, place: tuple[int, int], years: tuple[int, int], periods: tuple[Period, ...]
) -> _Place:
    right = _name(_period_of(_report_year(reading), periods))
    known = "、".join(f"{p.first}—{p.last}年" for p in periods)
    fault = f"没有{years[0]}—{years[1]}年这一期"
    return _Place(
        *place, periods[0].name, fault, right, f"所写{years[0]}—{years[1]}年；已有{known}"
    )


def _report_year(reading: Reading) -> int:
    return reading.masthead.year.value if reading.masthead.year else 0


def _period_of(year: int, periods: tuple[Period, ...]) -> Period:
    """The period of that year; the last one where none is."""
    return next((p for p in periods if p.first <= year <= p.last), periods[-1])


def _name(period: Period) -> str:
    if period in read_instruments().publicity:
        return f"“{period.name}”普法规划（{period.first}—{period.last}年）"
    return f"《{period.name}（{period.first}—{period.last}年）》"


def _is_summed_up(reading: Reading, at: int, stop: int) -> bool:
    words = words_around(reading, at, stop, 20)
    return _SUMMED_UP.search(words) is not None or is_history(reading, at, stop)


def _is_prepared(reading: Reading, at: int, stop: int) -> bool:
    clause = clause_at(reading, at)
    planned = clause is not None and (clause.part == "plan" or clause.standing is Standing.PLANNED)
    return planned or _PREPARED.search(words_around(reading, at, stop, 20)) is not None


def _report(reading: Reading, places: list[_Place]) -> Finding:
    first = places[0]
    count = f"，共{len(places)}处" if len(places) > 1 else ""
    plan = first.plan if first.plan.startswith("“") else f"《{first.plan}》"
    return CHECK.finding(
        message=f"{plan}{first.fault}{count}，本报告应对应{first.right}，请核对后更正。",
        quotes=quote_places(reading, ((place.at, place.stop) for place in places)),
        computed=first.computed,
        remedy=f"改为{first.right}，并核对相关内容是否为本年度工作。",
    )


CHECK = Check(
    id="plan-period-over",
    kind="citation.period",
    strength=Strength.FINDING,
    title="纲要、规划的期间有误",
    why="把已经期满、尚未出台或者根本没有的一期纲要、普法规划当作现行的写；总结上一期、筹备下一期和地方自己的纲要不算。",
    norm=Norm(
        text="《法治政府建设实施纲要》分2015—2020年、2021—2025年两期，普法规划五年一期"
        "（“七五”2016—2020年，“八五”2021—2025年）。",
        force=Force.ADVISORY,
    ),
    bad="镇政府深入实施“七五”普法规划，开展宣传12场。",
    good="镇政府深入实施“八五”普法规划，开展宣传12场。",
    run=run,
)
