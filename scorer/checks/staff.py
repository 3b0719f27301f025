"""How many people or devices of one kind the issuer has, told twice with different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from scorer.reading.model import Reading, Standing

_NOUN = (
    r"(?P<noun>行政执法人员|综合执法人员|执法人员|执法队员|持证人员|网格员|人民调解员|调解员|法律明白人|普法志愿者"
    r"|执法记录仪|法律顾问|人大代表)[”\"]?"
)
_HAS = r"(?:现有|共有|配备|配有|选聘|聘请|选配|培养|在岗|拥有|建有|组建了?[^，。；\d]{0,6})了?"
_NUMBER = r"(?P<number>\d{1,4})(?P<unit>[名人台位个])"
#: All there are: 现有执法人员14名, 配备网格员46名.
_TOTALS = (
    re.compile(rf"{_HAS}[“\"]?{_NOUN}{_NUMBER}"),
    re.compile(rf"{_HAS}{_NUMBER}[“\"]?{_NOUN}"),
    re.compile(
        r"(?:划分|划为|划定|设立|设有|共有)(?:为|成|了)?(?P<number>\d{1,4})(?P<unit>个)(?P<noun>网格)(?![员长])"
    ),
)
#: All of them again: 16名执法人员全部持证, 网格员48名均已培训.
_ALL = (
    re.compile(rf"{_NUMBER}[“\"]?{_NOUN}(?:已)?(?:全部|全员|均|都)"),
    re.compile(rf"(?:现有|共有){_NUMBER}[“\"]?{_NOUN}中"),
    re.compile(
        r"(?P<number>\d{1,4})(?P<unit>个)(?P<noun>网格)(?:的网格[员长]|全部|均|都|实现|全覆盖)"
    ),
)
_LIMITED = re.compile(
    r"专职|兼职|新|增|村级|社区|县|市|驻|抽调|其中|另|辅助|原|上年|去年|年初|由[^，。；]{0,6}增|外聘|各[村社]|每"
)
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
_BEFORE = 14


@dataclass(frozen=True, slots=True)
class StaffCount:
    """A number of people or devices of one kind as told in one place."""

    at: int
    stop: int
    value: int
    noun: str


def find_staff_clashes(reading: Reading) -> Iterator[tuple[StaffCount, StaffCount]]:
    """The number there are, and a number of all of them that is larger."""
    totals = list(_find(reading, _TOTALS))
    for count in _find(reading, _ALL):
        known = [total for total in totals if total.noun == count.noun]
        if len({total.value for total in known}) == 1 and count.value > known[0].value:
            yield known[0], count


def _find(reading: Reading, patterns: tuple[re.Pattern[str], ...]) -> Iterator[StaffCount]:
    for clause, pattern in product(reading.clauses, patterns):
        for match in pattern.finditer(clause.text) if clause.standing in _TOLD else ():
            before = clause.text[max(0, match.start() - _BEFORE) : match.end()]
            if _LIMITED.search(before) is None:
                yield StaffCount(
                    clause.at + match.start(),
                    clause.at + match.end(),
                    int(match["number"]),
                    match["noun"].removeprefix("行政"),
                )
