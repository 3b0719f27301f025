"""How often a body of the town met on one matter, told twice with different numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations

from scorer.cache import regex
from scorer.reading.model import Clause, Reading, Standing

#: The body and the matter in full: of two meetings on the same matter each has its own number.
_MET = regex(
    r"(?P<body>党委(?:会议?|扩大会议)|党工委(?:会议?|扩大会议)|党政联席会议?|(?:政府)?常务会议?|(?:镇长|乡长|主任)办公会议?)"
    r"(?P<matter>(?:专题|专门|集体)?(?:研究|听取|研讨|学习)[^，。；、：\d（）《》]{4,24}?)"
    r"(?P<number>\d{1,2})(?P<unit>次|场次|场|期)(?!以上|多|余)"
)
#: The same with the number first: 先后5次主持召开党委会研究法治工作.
_MET_FIRST = regex(
    r"(?P<number>\d{1,2})(?P<unit>次)(?:主持)?(?:召开)?"
    r"(?P<body>党委(?:会议?|扩大会议)|党工委(?:会议?|扩大会议)|党政联席会议?|(?:政府)?常务会议?|(?:镇长|乡长|主任)办公会议?)"
    r"(?P<matter>(?:专题|专门|集体)?(?:研究|听取|研讨|学习)[^，。；、：\d（）《》]{4,24}?)(?=[，。；]|$)"
)
#: The leading group has no matter of its own: 领导小组，全年开会5次, 领导小组全年召开的3次会议.
_GROUP = regex(
    r"(?P<body>领导小组)(?P<matter>)，?(?:全年|年内)?(?:先后|共|累计)?(?:开会|召开(?:工作|全体|专题)?会议|召开的?)"
    r"(?P<number>\d{1,2})(?P<unit>次)(?=会议|[，。；]|$)"
)
_OF_HEAD = regex(r"主持|参加|出席|书记|镇长|乡长|主任")
_PART_OF_YEAR = regex(
    r"半年|季度|\d月|月份|上年|去年|往年|其中|新|届|第[一二三四]|每|近[两三]年|累计"
)
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
_LEAST = 2
_AROUND = 30


@dataclass(frozen=True, slots=True)
class Meetings:
    """How often they met, in the place where it is told."""

    at: int
    stop: int
    value: int
    what: str
    of_head: bool = False


def find_meeting_clashes(reading: Reading) -> Iterator[tuple[Meetings, Meetings]]:
    """The same body on the same matter in the same words, another number."""
    told = [meetings for clause in reading.clauses for meetings in _find(clause)]
    for one, other in combinations(told, 2):
        if one.what == other.what and _differ(one, other):
            yield one, other


def _differ(one: Meetings, other: Meetings) -> bool:
    """Whether the numbers cannot both be; the head need not chair every meeting."""
    if one.of_head == other.of_head:
        return one.value != other.value
    head, body = (one, other) if one.of_head else (other, one)
    return head.value > body.value


def _find(clause: Clause) -> Iterator[Meetings]:
    found = (met.finditer(clause.text) for met in (_MET, _MET_FIRST, _GROUP))
    for match in chain.from_iterable(found if clause.standing in _TOLD else ()):
        value = int(match["number"])
        around = clause.text[max(0, match.start() - _AROUND) : match.end()]
        if value >= _LEAST and not _PART_OF_YEAR.search(around):
            at, stop = clause.at + match.start("number"), clause.at + match.end("unit")
            before = clause.text[: match.start("body")].rpartition("，")[2]
            of_head = _OF_HEAD.search(before) is not None
            yield Meetings(at, stop, value, match["body"] + match["matter"], of_head)
