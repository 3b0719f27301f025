"""Counts with the words that say what is counted, over which time, and whether they refer back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.checks.counts import counts_between
from scorer.checks.segments import SEGMENT_ENDS, start_of_segment
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading

_YEAR = regex(
    r"全年|一年来|年内|本年度|今年以来|累计|\d{4}年度?(?!\d*月|上|下|前|初|以来|以前|之前)"
)
_PERIOD = regex(
    r"[上下]半年|前[一二三\d]季度|[第]?[一二三四]季度|\d月|[一二三四五六七八九十]月|截至|月份|春节|期间|上年|去年|往年|同比|增"
    r"|以来[^，。；]*以来|“[一二三四五六七八九]+五”(?:期间|时期|以来)|五年|近[两二三\d]年|每"
)
_HALF = regex(r"上半年|下半年|前[一二三]季度|[第前]?[一二三四]季度|1月?[-—~至到]6月|截至6月")
_DEFINITE_BEHIND = regex(
    r"(?P<noun>[^，。；、：\d（）“”]{0,10}?)(?:的?背后|(?<!其)[中里](?=[，。]|有\d|仍|还|，))"
)
_BUILT_BEFORE = regex(r"[^，。；\d]{0,4}建成的“")
#: Parts that speak of what the part on results has told.
_LOOK_BACK = ("shortcomings",)
_CONCESSION = regex(r"(?:尽管|虽然|虽说|虽|纵然)[^，。；\d]{0,16}$")
_NOUN_BEHIND = regex(r"[^，。；、：\d（）“”的中里背\n]{1,10}")
#: Words that say nothing about what is counted.
_FILLERS = regex(
    r"20\d\d年度?|全年|一年来|今年以来|年内|本年度|今年|今|年度|累计|先后|共计|合计|总共|共|已|各类|各种|各项|各族|群众|全[镇乡]|全街道"
    r"|我[镇乡]|街道|本[镇乡]|镇|乡|组织|开展|举办|召开|进行|实施|完成|依法|积极|集中|在|的|了|为|把|将|对|达到|达|约|并|中"
    r"|尽管|虽然|虽说|\d+"
)
_UNQUALIFIED = regex(r"(?:开展|组织|举办|召开|进行|集中|全年|累计|共|先后|各类|各种)$")
_MARKS = regex(r"[^\u4e00-\u9fff]")
#: Bodies and people that count for themselves.
_BODIES = regex(
    r"司法所|派出所|调委会|调解委员会|综治中心|法庭|法院|检察|工作室|法律顾问|律师|执法队|执法大队|中队|热线|信访办|网格员"
    r"|人大|纪委|派驻|窗口|服务中心|平台|县|市|省|上级|村级|各村|社区|企业|学校|志愿|农[户民]|初次|重复|其中|其余|其他"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count of the report. `told` holds the words around it that say what is counted.

    `refers_back` marks a count that the reader is taken to know: 全年12期夜校中.
    """

    count: NumberMention
    clause: Clause
    lead: str
    told: str
    bodies: frozenset[str]
    of_year: bool
    of_period: bool
    refers_back: bool


def find_quantities(reading: Reading) -> Iterator[Quantity]:
    """Every count outside planned clauses that tell what is to come; none that is hedged."""
    for clause in reading.clauses:
        for count in counts_between(reading, clause.at, clause.stop):
            if not count.hedge and not _is_planned(clause, count):
                yield _read(clause, count)


def in_half_year(clause_text: str) -> bool:
    """Whether the words limit a count to a part of the year that cannot be the whole."""
    return _HALF.search(clause_text) is not None


def _is_planned(clause: Clause, count: NumberMention) -> bool:
    """Whether the count is a goal; a plan may look back on the year: 3216件代办的背后."""
    behind = clause.text[count.stop - clause.at :]
    known = _DEFINITE_BEHIND.match(behind) or _BUILT_BEFORE.match(behind)
    return clause.standing == "planned" and known is None


def _read(clause: Clause, count: NumberMention) -> Quantity:
    text = clause.text
    at, stop = count.at - clause.at, count.stop - clause.at
    lead = text[max(start_of_segment(text, at, SEGMENT_ENDS + "、（）"), at - 24) : at]
    behind = _NOUN_BEHIND.match(text, stop)
    noun = behind[0] if behind else ""
    looks_back = clause.part in _LOOK_BACK
    back = _DEFINITE_BEHIND.match(text, stop) is not None or bool(_CONCESSION.search(text[:at]))
    return Quantity(
        count=count,
        clause=clause,
        lead=lead,
        told=_own(lead) + _own(noun),
        bodies=bodies_in(text[: stop + len(noun)]),
        of_year=_YEAR.search(text[:at]) is not None,
        of_period=_PERIOD.search(text[:at]) is not None,
        refers_back=(back and (looks_back or _YEAR.search(text[:stop]) is not None))
        or _is_behind(text, stop),
    )


def _is_behind(text: str, stop: int) -> bool:
    match = _DEFINITE_BEHIND.match(text, stop)
    return match is not None and "背后" in match[0]


def bodies_in(words: str) -> frozenset[str]:
    """The bodies and people that count for themselves."""
    return frozenset(_BODIES.findall(words))


def _own(words: str) -> str:
    return _MARKS.sub("", _FILLERS.sub("", words))


def names_alone(words: str, lead: str) -> bool:
    """Whether the words stand in `lead` without a qualifier: 开展宣讲, but not 民法典宣讲."""
    at = lead.rfind(words)
    return at < 0 or not _MARKS.sub("", lead[:at]) or _UNQUALIFIED.search(lead[:at]) is not None


def longest_shared(one: str, other: str) -> str:
    """The longest run of characters that both have."""
    best = ""
    for start in range(len(one)):
        while start + len(best) < len(one) and one[start : start + len(best) + 1] in other:
            best = one[start : start + len(best) + 1]
    return best
