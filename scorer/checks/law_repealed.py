"""A law or rule taught, publicised or applied after the year in which it ceased to be in force."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.dated_words import least_year
from scorer.checks.history import in_longer_title, is_history
from scorer.checks.name_bounds import NamePlace, find_name
from scorer.checks.plan_slips import told_year
from scorer.checks.quoting import quote_places
from scorer.checks.references import Repealed
from scorer.checks.segments import clause_at
from scorer.checks.tables import Tables, shipped_tables
from scorer.finding import Finding, Force, Norm, Strength
from scorer.reading.model import Reading

#: Short names without marks may be meant as a field of law, or as 劳动合同法.
_LONG_NAME = 6
_REGULATION_ENDS = ("条例", "办法")
#: 物权法、担保法等法律 names laws, 婚姻法宣传 may name a field.
_AMONG_LAWS = regex(r"[^，。；\n]{0,16}等(?:有关|相关)?法律")
_DATE_REACH = 30
_SENTENCE_ENDS = frozenset("。！？；\n")
_FIRST_HALF = 6
_BY_IT = regex(r"(?:根据|按照|依照|依据|严格执行)(?:国务院)?(?:《|《中华人民共和国)?$")
_WHOLE_YEAR = regex(r"(?:今年|全年|一年来|\d{4}年)(?:共|累计)?[\u4e00-\u9fff]{1,8}\d")
_NO_SUCCESSOR = "删去，或者改引现行规定。"


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the report by the shipped tables."""
    return run_by(shipped_tables(), reading)


def run_by(tables: Tables, reading: Reading) -> Iterator[Finding]:
    """In the year of change only what is dated after it is told; a successor is one finding."""
    year = least_year(reading, tables.calendar)
    if year is None:
        return
    for row in tables.instruments.repealed:
        places = _find_late(reading, year, row)
        if places:
            yield _report(reading, year, row, sorted(places, key=lambda place: place.at))


def _find_late(reading: Reading, year: int, row: Repealed) -> list[NamePlace]:
    """Where the names stand after they ceased to be in force."""
    if year < row.last or (year == row.last and not row.ended):
        return []
    places = [place for name in row.names for place in _find(reading, name)]
    if year > row.last:
        return places
    return [p for p in places if _is_dated_after(reading, p, row) or _is_of_year(reading, p, row)]


def _is_of_year(reading: Reading, place: NamePlace, row: Repealed) -> bool:
    """Whether a whole year's work is told by what ceased in its first half: 今年接访96批."""
    clause = clause_at(reading, place.at)
    if clause is None or row.ended > _FIRST_HALF or not place.marked:
        return False
    behind = clause.text[place.stop - clause.at :]
    by_it = _BY_IT.search(clause.text[: place.at - clause.at])
    return by_it is not None and _WHOLE_YEAR.search(behind) is not None


def _is_dated_after(reading: Reading, place: NamePlace, row: Repealed) -> bool:
    """Whether the last date before the name in its sentence is a later month of that year."""
    index = bisect_left(reading.dates, place.at, key=lambda date: date.at) - 1
    if index < 0:
        return False
    date = reading.dates[index]
    between = reading.document.plain.text[date.stop : place.at]
    near = len(between) <= _DATE_REACH and not _SENTENCE_ENDS & set(between)
    return near and date.year in (None, row.last) and (date.month or 0) > row.ended


def _find(reading: Reading, name: str) -> Iterator[NamePlace]:
    for place in find_name(reading.document.plain.text, name):
        if _is_current(reading, place.at, place.stop):
            yield place


def _is_sure(reading: Reading, place: NamePlace) -> bool:
    """Whether the instrument itself is meant: 《…》, a long name, or …等法律 behind it."""
    name = place.name
    if place.marked or len(name) >= _LONG_NAME or name.endswith(_REGULATION_ENDS):
        return True
    return _AMONG_LAWS.match(reading.document.plain.text, place.stop) is not None


def _is_current(reading: Reading, at: int, stop: int) -> bool:
    return not in_longer_title(reading, at, stop) and not is_history(reading, at, stop)


def _report(reading: Reading, year: int, row: Repealed, places: list[NamePlace]) -> Finding:
    names = "、".join(dict.fromkeys(f"《{place.name}》" for place in places))
    now = f"《{row.successor}》{row.now}" if row.successor else row.now
    count = f"，共{len(places)}处" if len(places) > 1 else ""
    ended = f"{row.last}年" + (f"{row.ended}月" if row.ended else "")
    found = CHECK.finding(
        message=f"{names}在{year}年度已不再有效（{now}）{count}，请改引现行规定。",
        quotes=quote_places(reading, ((place.at, place.stop) for place in places)),
        computed=f"{told_year(reading, year)}，有效截止{ended}",
        remedy=f"改为《{row.successor}》，并核对引用的内容。"
        if row.successor
        else "删去或改引现行规定。",
    )
    found = replace(found, norm=_norm(row))
    sure = any(_is_sure(reading, place) for place in places)
    return found if sure else replace(found, strength=Strength.HINT)


def _norm(row: Repealed) -> Norm:
    if not row.successor:
        return CHECK.norm
    return Norm(text=f"《{row.successor}》（{row.now}）", force=Force.BINDING)


CHECK = Check(
    id="law-repealed",
    kind="citation.repealed",
    strength=Strength.FINDING,
    title="引用已经失效的法律法规",
    why="把报告年度已经废止或者被取代的法律、法规当作现行规定学习、宣传、执行；写明已废止、原有、新旧对比的不算，取代当年不算。",
    norm=Norm(text="报告应当引用报告年度现行有效的法律、法规和党内法规。", force=Force.ADVISORY),
    bad="镇司法所组织学习《信访条例》4次，办理信访事项31件。",
    good="镇司法所组织学习《信访工作条例》4次，办理信访事项31件。",
    run=run,
    run_by=run_by,
)
