"""Plans of a province, county or town, and five-year plans, followed after their last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scorer.cache import regex
from scorer.checks.plan_slips import PlanSlip, is_prepared, is_summed_up, told_year
from scorer.checks.references import Instruments, Period
from scorer.checks.segments import start_of_segment
from scorer.finding import Strength
from scorer.mentions.model import CitationMention
from scorer.reading.model import Reading

_FIELD = regex(r"法治|依法|普法|法制宣传")
_PLAN = regex(r"规划|纲要|方案|计划|意见")
_FOLLOWED = (
    r"(?:落实|贯彻|贯彻执行|按照|对照|根据|依据|围绕|执行|实施|推进|遵照|紧扣|锚定|对标|聚焦)"
)
_BEFORE_TITLE = regex(rf"{_FOLLOWED}[^，。；《》]{{0,16}}$")
_FIVE_YEARS = regex(
    r"“?(?P<named>十[一二三四五六七]五)”?规划(?:实施)?(?:中期|启动|动员|推进|部署)"
    rf"|{_FOLLOWED}(?:好|了|国家|全[省市县镇乡])?(?:的)?“?(?P<name>十[一二三四五六七]五)”?(?=规划|计划|目标|[^，。；]{{0,6}}(?:规划|目标任务))"
)


#: What may stand in front of a national outline's name inside the marks.
_ISSUERS = regex(r"^(?:中共中央|国务院|中央|办公厅|、|印发|关于|的通知|〈)*")


def find_local_plans(reading: Reading, year: int, table: Instruments) -> Iterator[PlanSlip]:
    """Titles with their years and 十三五规划, as long as they are told as what is followed."""
    for cited in reading.citations:
        if _is_local(cited.title, table) and _is_followed(reading, cited):
            yield from _judge_title(reading, cited, year)
    text = reading.document.plain.text
    for match in _FIVE_YEARS.finditer(text):
        place = match.span("name" if match["name"] else "named")
        for period in table.five_years:
            if period.name == text[slice(*place)] and _is_current(reading, *place):
                yield from _judge(reading, place, period, year)


def _is_local(title: str, table: Instruments) -> bool:
    """Whether it is a plan, and none of the outlines that the table knows by their periods."""
    bare = _ISSUERS.sub("", title)
    return _PLAN.search(title) is not None and not bare.startswith(tuple(table.plans))


def _is_followed(reading: Reading, cited: CitationMention) -> bool:
    text = reading.document.plain.text
    before = text[start_of_segment(text, cited.at) : cited.at]
    return _BEFORE_TITLE.search(before) is not None and _is_current(reading, cited.at, cited.stop)


def _is_current(reading: Reading, at: int, stop: int) -> bool:
    return not is_summed_up(reading, at, stop) and not is_prepared(reading, at, stop)


def _judge_title(reading: Reading, cited: CitationMention, year: int) -> Iterator[PlanSlip]:
    if cited.period is None:
        return
    name = re.sub(r"[（(〔\[].*", "", cited.title)
    period = Period(name=f"《{name}》", first=cited.period[0], last=cited.period[1], since="")
    sure = Strength.FINDING if _FIELD.search(name) else Strength.HINT
    for slip in _judge(reading, (cited.at, cited.stop), period, year):
        yield replace(slip, plan=period.name, strength=sure)


def _judge(
    reading: Reading, place: tuple[int, int], period: Period, year: int
) -> Iterator[PlanSlip]:
    if year > period.last:
        yield PlanSlip(
            at=place[0],
            stop=place[1],
            plan=f"“{period.name}”规划",
            fault=f"的期间是{period.first}—{period.last}年，{year}年度已经期满",
            right="",
            computed=f"{told_year(reading, year)}＞{period.last}",
        )
