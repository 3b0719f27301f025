"""An outline or a publicity plan of another period, spoken of as the one in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.dated_words import least_year
from scorer.checks.history import written_by
from scorer.checks.local_plans import find_local_plans
from scorer.checks.plan_slips import PlanSlip, is_prepared, is_summed_up, told_year, year_spoken_of
from scorer.checks.quoting import quote_places
from scorer.checks.references import Instruments, Period
from scorer.checks.tables import Tables, shipped_tables
from scorer.finding import Finding, Force, Norm, Strength
from scorer.reading.model import Reading

_DASH = r"[-‐‑‒–—―－~～至到\s]{0,4}"
_YEARS = rf"[》〉]?\s?[（(〔\[]?\s?(?P<first>20\d\d)\s?年?{_DASH}(?P<last>20\d\d)(?!\d)"
#: In front of a name without book marks; a region there makes it a local outline.
_FREE_STANDING = regex(
    r"(?:^|[^\w]|落实|贯彻|按照|对照|根据|依据|学习|实施|印发|的|国家|中央|国务院)$"
)
#: What is said of a plan that is still to be carried out.
_GOES_ON = regex(
    r"(?:继续|深入|持续|扎实|全面|认真|大力|推进|推动|实施|落实|抓好|按照|对照)[^，。；]{0,8}$"
)
_GOES_ON_REACH = 14
_MARKED = regex(r"(?:《|贯彻[^《》〈〉]{0,4}〈)(?:中共中央|国务院|、|印发|关于|的通知|〈)*$")
_PUBLICITY = regex(
    r"[“‘\"《]?(?P<name>[五六七八]五)[”’\"]?(?:普法|法治宣传|法制宣传|法治创建)"
    r"|第(?P<ordinal>[五六七八])个五年(?:法治|法制)?(?:普法|宣传)"
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan with all its periods, how it is called, and how one of its periods is written."""

    shown: str
    periods: tuple[Period, ...]
    written: str

    def period_of(self, year: int) -> Period:
        """The period of that year; the last one where none is."""
        fits = (p for p in self.periods if p.first <= year <= p.last)
        return next(fits, self.periods[-1])

    def right_in(self, year: int) -> str:
        """The name of the plan that a report on that year should follow."""
        period = self.period_of(year)
        return self.written.format(name=period.name, first=period.first, last=period.last)


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the report by the shipped tables."""
    return run_by(shipped_tables(), reading)


def run_by(tables: Tables, reading: Reading) -> Iterator[Finding]:
    """All places of one plan are one finding; a plan whose successor is unknown is silent."""
    year = least_year(reading, tables.calendar)
    if year is None:
        return
    wrong: dict[tuple[str, str, Strength], list[PlanSlip]] = {}
    table = tables.instruments
    for slip in chain(
        _find_outlines(reading, year, table),
        _find_publicity(reading, year, table),
        find_local_plans(reading, year, table),
    ):
        wrong.setdefault((slip.plan, slip.fault, slip.strength), []).append(slip)
    for (_, _, strength), slips in wrong.items():
        yield replace(_report(reading, slips), strength=strength)


def _find_outlines(reading: Reading, year: int, table: Instruments) -> Iterator[PlanSlip]:
    text = reading.document.plain.text
    for name, periods in table.plans.items():
        plan = _Plan(f"《{name}》", periods, "《{name}（{first}—{last}年）》")
        for match in re.finditer(name + _YEARS, text) if name in text else ():
            if not _is_national(text, match.start()):
                continue
            years = int(match["first"]), int(match["last"])
            known = next((p for p in periods if (p.first, p.last) == years), None)
            if known is None:
                yield _wrong_years(match.span(), year, years, plan)
            else:
                yield from _judge(reading, match.span(), year, plan, known)


def _find_publicity(reading: Reading, year: int, table: Instruments) -> Iterator[PlanSlip]:
    text = reading.document.plain.text
    for match in _PUBLICITY.finditer(text):
        name = match["name"] or f"{match['ordinal']}五"
        plan = _Plan(f"“{name}”普法", table.publicity, "“{name}”普法规划（{first}—{last}年）")
        known = next((period for period in plan.periods if period.name == name), None)
        if known is not None:
            yield from _judge(reading, match.span(), year, plan, known)
            yield from _judge_plan(reading, match.span(), year, plan, known)


def _judge_plan(
    reading: Reading, place: tuple[int, int], year: int, plan: _Plan, period: Period
) -> Iterator[PlanSlip]:
    """The last year of a period is reported on, and the next one's work is planned by it."""
    told = year_spoken_of(reading, place[0], year)
    if told == year or year != period.last or not _goes_on(reading, place):
        return
    yield PlanSlip(
        at=place[0],
        stop=place[1],
        plan=plan.shown,
        fault=f"的期间是{period.first}—{period.last}年，{told}年度的安排不能再按它实施",
        right=plan.right_in(told) if period != plan.periods[-1] else "",
        computed=f"计划年度{told}＞{period.last}",
    )


def _goes_on(reading: Reading, place: tuple[int, int]) -> bool:
    text = reading.document.plain.text
    before = text[max(0, place[0] - _GOES_ON_REACH) : place[0]]
    return _GOES_ON.search(before) is not None and not is_summed_up(reading, *place)


def _is_national(text: str, at: int) -> bool:
    before = text[max(0, at - 16) : at]
    return bool(_MARKED.search(before) or ("《" not in before and _FREE_STANDING.search(before)))


def _judge(
    reading: Reading, place: tuple[int, int], year: int, plan: _Plan, period: Period
) -> Iterator[PlanSlip]:
    """Over: a later period is known and has begun. Too early: its text was not yet out."""
    years = f"{period.first}—{period.last}年"
    slip = PlanSlip(
        at=place[0],
        stop=place[1],
        plan=plan.shown,
        fault=f"的期间是{years}，{year}年度已经期满",
        right=plan.right_in(year),
        computed=f"{told_year(reading, year)}＞{period.last}",
    )
    if year > period.last and period != plan.periods[-1] and not is_summed_up(reading, *place):
        yield slip
    early = reading.masthead.year is not None and written_by(reading) < period.since
    if early and plan.period_of(year) != period and not is_prepared(reading, *place):
        computed = f"成文不晚于{written_by(reading)}＜{period.since}"
        yield replace(slip, fault=f"（{years}）在{year}年度尚未出台", computed=computed)


def _wrong_years(
    place: tuple[int, int], year: int, years: tuple[int, int], plan: _Plan
) -> PlanSlip:
    known = "、".join(f"{p.first}—{p.last}年" for p in plan.periods)
    return PlanSlip(
        at=place[0],
        stop=place[1],
        plan=plan.shown,
        fault=f"没有{years[0]}—{years[1]}年这一期",
        right=plan.right_in(year),
        computed=f"所写{years[0]}—{years[1]}年；已有{known}",
    )


def _report(reading: Reading, slips: list[PlanSlip]) -> Finding:
    first = slips[0]
    count = f"，共{len(slips)}处" if len(slips) > 1 else ""
    now = f"本报告应对应{first.right}，" if first.right else ""
    return CHECK.finding(
        message=f"{first.plan}{first.fault}{count}，{now}请核对后更正。",
        quotes=quote_places(reading, ((slip.at, slip.stop) for slip in slips)),
        computed=first.computed,
        remedy=f"改为{first.right}，并核对相关内容是否为本年度工作。"
        if first.right
        else "核对是否为旧稿；已有新一期规划的，改引新规划，总结上一期的，写明完成情况。",
    )


CHECK = Check(
    id="plan-period-over",
    kind="citation.period",
    strength=Strength.FINDING,
    title="纲要、规划的期间有误",
    why="把已经期满、尚未出台或者根本没有的一期纲要、普法规划当作现行的写；地方规划、五年规划按所写的年份看；总结上一期、筹备下一期的不算。",
    norm=Norm(
        text="《法治政府建设实施纲要》分2015—2020年、2021—2025年两期，普法规划五年一期"
        "（“七五”2016—2020年，“八五”2021—2025年）。",
        force=Force.ADVISORY,
    ),
    bad="镇政府深入实施“七五”普法规划，开展宣传12场。",
    good="镇政府深入实施“八五”普法规划，开展宣传12场。",
    run=run,
    run_by=run_by,
)
