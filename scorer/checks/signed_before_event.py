"""A report signed before something that it tells as done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.history import title_at
from scorer.checks.norms import TRUE_DATES
from scorer.checks.segments import clause_at, quote_told, sentence_bounds
from scorer.finding import Finding, Strength
from scorer.masthead.model import Origin, Sourced
from scorer.mentions.model import DateMention
from scorer.reading.model import Clause, Reading, Standing
from scorer.zh.dates import write_date

#: A rule that takes effect, a deadline or the end of a period is no event.
_NO_EVENT_BEHIND = regex(
    r"""
    起 | 前 | 之前 | 以前 | 底前 | 施行 | 实施 | 生效
    | 止 | 为止 | 期间 | 至 | 到 | - | — | ~
    """,
    re.VERBOSE,
)
_NO_EVENT_BEFORE = regex(
    r"""
    (?: 截至 | 截止 | 自 | 从 | 到 | 至 | 定于 | 将于 | — | - | ~ | 原定 | 计划
      | 去年 | 上年 | 上一年 | 往年 | 每年 | 历年 )$
    """,
    re.VERBOSE,
)
#: What is counted up to a day is known on that day.
_UP_TO = regex(r"(?:截至|截止)(?:到)?$")
#: What has happened, what has where the very day is printed, and what is still to come.
_OVER = regex(r"已(?!列入|纳入|确定|明确)|了(?!解)|通过验收|投入使用|得到|获[评得]")
_PAST = regex(
    rf"{_OVER.pattern}|召开|举行|举办|组织|开展|逐一|通过|接受|述法|竣工|揭牌|启用|印发|检查|评查|测评|出动|查处"
)
_TO_COME = regex(
    r"将(?![^，。；]{0,20}(?:纳入|列入|作为|移交|移送))|拟|计划|预计|力争|争取|确保|要(?!求|点|素|件|情)|定于|安排|届时|下一步|明年|打算|谋划|目标"
)
_FIRST_HALF = "06"
_MOST_QUOTES = 3
#: A page date of the year's last months on; an older one is rather the site's clock.
_YEARS_END, _FULL = "11", 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """A dated deed; `year` is printed, or the reporting year where only month and day are."""

    date: DateMention
    year: int
    month: int

    @property
    def iso(self) -> str:
        """The day, or the month where only that is printed."""
        day = f"-{self.date.day:02d}" if self.date.day else ""
        return f"{self.year:04d}-{self.month:02d}{day}"

    def is_after(self, signed: str) -> bool:
        """Whether it is surely later, as far as both are printed."""
        known = min(len(self.iso), len(signed))
        return self.iso[:known] > signed[:known]


def run(reading: Reading) -> Iterator[Finding]:
    """Compare days where both are printed, else months: of one month nothing is known."""
    head = reading.masthead
    yield from _compare_page(reading)
    signed = head.signed or head.published
    if signed is None or head.year is None or not re.match(r"\d{4}-\d{2}", signed.value):
        return
    late = [e for e in _find_events(reading, head.year.value) if e.is_after(signed.value)]
    if _is_doubtful(head.year, signed.value):
        late = [event for event in late if event.date.year is not None]
    if not late:
        return
    late.sort(key=lambda event: event.iso, reverse=True)
    events = tuple(quote_told(reading, e.date.at, e.date.stop) for e in late[:_MOST_QUOTES])
    last = late[0]
    what = "落款日期" if head.signed else "页面日期"
    found = CHECK.finding(
        message=f"{what}{write_date(signed.value)}早于文中已经完成的事项（{write_date(last.iso)}），"
        "请核对日期后更正。",
        quotes=(reading.document.quote(signed.span), *events),
        computed=f"{signed.value}＜{last.iso}",
        remedy="按实际成文时间更正落款日期；事项日期有误的，更正事项日期。",
    )
    yield found if head.signed else replace(found, strength=Strength.HINT)


def _compare_page(reading: Reading) -> Iterator[Finding]:
    """A page that went public before the report on it was signed."""
    head = reading.masthead
    signed, published, year = head.signed, head.published, head.year
    if signed is None or published is None or year is None:
        return
    full = len(signed.value) == len(published.value) == _FULL
    if not full or not f"{year.value}-{_YEARS_END}" <= published.value < signed.value:
        return
    yield CHECK.finding(
        message=f"页面日期{write_date(published.value)}早于落款日期{write_date(signed.value)}，请核对日期后更正。",
        quotes=tuple(reading.document.quote(date.span) for date in (published, signed)),
        computed=f"{published.value}＜{signed.value}",
        remedy="核对实际成文和公开的日期，更正其中有误的一个。",
    )


def _find_events(reading: Reading, report_year: int) -> Iterator[_Event]:
    for date in reading.dates:
        clause = _telling(reading, date)
        if clause is None or date.month is None:
            continue
        start, _ = sentence_bounds(reading, clause)
        year = date.year or _year_before(reading, start, date) or report_year
        told = year == report_year + 1 and _is_past(clause, date)
        if year <= report_year or told or _is_up_to(reading.document.plain.text, date):
            yield _Event(date=date, year=year, month=date.month)


def _is_past(clause: Clause, date: DateMention) -> bool:
    """Whether the words say that it has happened: of the next year much is only planned."""
    over = _OVER if date.day is None else _PAST
    return over.search(clause.text) is not None and _TO_COME.search(clause.text) is None


def _is_doubtful(year: Sourced[int], signed: str) -> bool:
    """A year read off the text, signed in its own first half: it is rather that of writing."""
    return year.origin is not Origin.TITLE and signed[:7] <= f"{year.value}-{_FIRST_HALF}"


def _telling(reading: Reading, date: DateMention) -> Clause | None:
    """The clause that tells what was done on the date; None for a rule, a title or a term."""
    text = reading.document.plain.text
    clause = clause_at(reading, date.at)
    if clause is None or not date.exists or clause.part in ("plan", "shortcomings"):
        return None
    cited = title_at(reading, date.at) is not None
    no_event = not _is_up_to(text, date) and _is_no_event(text, date)
    return None if clause.standing is not Standing.DONE or cited or no_event else clause


def _is_up_to(text: str, date: DateMention) -> bool:
    """截至2024年12月31日: a full day that what is told runs up to."""
    full = date.year is not None and date.day is not None
    return full and _UP_TO.search(text[max(0, date.at - 4) : date.at]) is not None


def _is_no_event(text: str, date: DateMention) -> bool:
    if _NO_EVENT_BEHIND.match(text, date.stop):
        return True
    return _NO_EVENT_BEFORE.search(text[max(0, date.at - 4) : date.at]) is not None


def _year_before(reading: Reading, start: int, date: DateMention) -> int | None:
    """The year last printed in the sentence before the date."""
    years = [d.year for d in reading.dates if start <= d.at < date.at and d.year is not None]
    return years[-1] if years else None


CHECK = Check(
    id="signed-before-event",
    kind="date.impossible",
    strength=Strength.FINDING,
    title="落款早于所报事项",
    why="落款日期早于文中写明已经完成的事项，说明落款日期或事项日期有误；写明日的比较到日，只写月的比较到月。",
    norm=TRUE_DATES,
    bad="2023年10月，镇政府组织执法人员开展专题培训2次。\n柳湾镇人民政府\n2023年1月5日",
    good="2023年10月，镇政府组织执法人员开展专题培训2次。\n柳湾镇人民政府\n2024年1月5日",
    run=run,
)
