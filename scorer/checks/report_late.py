"""A report signed or published after its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scorer.checks.base import Check
from scorer.checks.norms import PUBLISH_BY_APRIL
from scorer.checks.year_sentences import find_following_year
from scorer.finding import Finding, Force, Norm, Strength
from scorer.masthead.model import Sourced
from scorer.reading.model import Reading
from scorer.zh.dates import write_date

_REPORT_BY = "03-01"
_PUBLISH_BY = "04-01"
#: Published so long after the deadline, the page is rather a later copy.
_YEARS_OF_A_COPY = 2
_REPORT_NORM = Norm(
    text="《法治政府建设与责任落实督察工作规定》（年度报告应于每年3月1日前向上一级党委和政府报告）",
    force=Force.BINDING,
)


def run(reading: Reading) -> Iterator[Finding]:
    """Compare the dates of the masthead with 1 March and 1 April of the following year."""
    head = reading.masthead
    if head.year is None or find_following_year(reading, head.year.value) is not None:
        return
    following = head.year.value + 1
    late_pages = head.published if _is_after(head.published, following, _PUBLISH_BY) else None
    if _is_after(head.signed, following, _PUBLISH_BY) and head.signed is not None:
        dates = (head.signed, late_pages) if late_pages else (head.signed,)
        yield _publish_late(reading, dates, "落款日期")
    elif late_pages is not None:
        found = _publish_late(reading, (late_pages,), "页面日期")
        old = int(late_pages.value[:4]) - following >= _YEARS_OF_A_COPY
        yield replace(found, strength=Strength.HINT) if old else found
    elif head.signed is not None and _is_after(head.signed, following, _REPORT_BY):
        yield _report_late(reading, head.signed)


def _is_after(date: Sourced[str] | None, year: int, deadline: str) -> bool:
    """Whether the date is certainly later; of a month without a day only the month counts."""
    if date is None:
        return False
    return date.value > f"{year:04d}-{deadline}"[: len(date.value)]


def _publish_late(reading: Reading, dates: tuple[Sourced[str], ...], what: str) -> Finding:
    deadline = f"{_year(reading) + 1}年4月1日"
    found = CHECK.finding(
        message=f"{what}{write_date(dates[0].value)}晚于公开期限{deadline}，请说明公开时间，今后按期公开。",
        quotes=tuple(reading.document.quote(date.span) for date in dates),
        computed=f"{'、'.join(date.value for date in dates)}＞{_year(reading) + 1}-{_PUBLISH_BY}",
        remedy="核对实际公开时间；确已逾期的，今后于次年4月1日前向社会公开。",
    )
    return _for_streets(reading, found)


def _report_late(reading: Reading, signed: Sourced[str]) -> Finding:
    found = CHECK.finding(
        message=f"落款日期{write_date(signed.value)}晚于报送期限{_year(reading) + 1}年3月1日，"
        "请核对报送时间。",
        quotes=(reading.document.quote(signed.span),),
        computed=f"{signed.value}＞{_year(reading) + 1}-{_REPORT_BY}",
        remedy="核对实际报送时间；今后于次年3月1日前向上一级党委和政府报送。",
    )
    return _for_streets(reading, replace(found, norm=_REPORT_NORM))


def _for_streets(reading: Reading, found: Finding) -> Finding:
    """A street office is no level of government: the provision serves by analogy."""
    if reading.masthead.issuer_kind != "街道":
        return found
    return replace(found, norm=replace(found.norm, force=Force.BY_ANALOGY))


def _year(reading: Reading) -> int:
    return reading.masthead.year.value if reading.masthead.year else 0


CHECK = Check(
    id="report-late",
    kind="date.late",
    strength=Strength.FINDING,
    title="报告逾期",
    why="年度报告应于次年3月1日前报送、4月1日前公开；落款或页面日期晚于期限的提出来。",
    norm=PUBLISH_BY_APRIL,
    bad="镇政府全年开展普法宣传12场。\n柳湾镇人民政府\n2024年5月20日",
    good="镇政府全年开展普法宣传12场。\n柳湾镇人民政府\n2024年1月20日",
    run=run,
)
