"""None told in one place and some in another: 未发生行政诉讼案件 and 2件行政诉讼案件均出庭."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.reading.model import Clause, Reading, Standing

_THINGS = r"行政诉讼|行政复议|群体性事件|非正常上访|越级上访|民转刑案件|刑事案件"
_NUMBER = r"[1-9]\d{0,3}|[一二两三四五六七八九十]{1,4}"
_NONE = regex(
    rf"(?:未发生|没有发生|无一起|未出现|没有出现|没有|零|无)(?:一起|一件|1起|1件|任何)?(?:{_THINGS})?[、和及]?"
    rf"(?P<thing>{_THINGS})(?:案件)?(?=[，。；、]|$)"
)
_SOME = (
    regex(
        rf"(?<!\d)(?P<n>{_NUMBER})(?:件|起|宗|次|例)(?P<thing>{_THINGS})(?:案件|案)?(?![中]?败诉)"
    ),
    regex(
        rf"(?<![未无零])(?P<thing>{_THINGS})(?:案件|案)?(?:共)?(?<!\d)(?P<n>{_NUMBER})(?:件|起|宗|次|例)"
    ),
)
#: Others' cases, those of another time, and those that a court held for listeners.
_OTHERS = regex(
    r"上年|去年|往年|历年|以前|旁听|庭审|观摩|县|市|省|协助|化解|预防|防止|减少|下降|同比|增|案例|模拟|典型|以案|讲|不"
    r"|20\d\d年(?!全年|度)|每|若|如|村民|企业|公司|调解"
)
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
_BEFORE = 24
_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Told:
    """The words that tell of none (value 0) or of some, in the normalised text."""

    at: int
    stop: int
    value: int
    thing: str


def find_none_and_some(reading: Reading) -> Iterator[tuple[Told, Told]]:
    """The first place that denies a thing with the first that counts it."""
    told = [clause for clause in reading.clauses if _tells(clause)]
    some = [found for clause in told for found in _find_some(clause)]
    for none in (found for clause in told for found in _find_none(clause)):
        other = next((one for one in some if one.thing == none.thing), None)
        if other is not None:
            yield none, other
            return


def _tells(clause: Clause) -> bool:
    return clause.standing in _TOLD and clause.part != "plan"


def _find_none(clause: Clause) -> Iterator[Told]:
    for match in _NONE.finditer(clause.text):
        if not _OTHERS.search(_around(clause, match)):
            yield Told(clause.at + match.start(), clause.at + match.end(), 0, match["thing"])


def _find_some(clause: Clause) -> Iterator[Told]:
    for match in (found for pattern in _SOME for found in pattern.finditer(clause.text)):
        around = _around(clause, match)
        if not _OTHERS.search(around) and not _NONE.search(around):
            yield Told(clause.at + match.start(), clause.at + match.end(), 1, match["thing"])


def _around(clause: Clause, match: re.Match[str]) -> str:
    """The words of the comma segment around, with a few behind."""
    before = re.split("[，。；]", clause.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
    return before + clause.text[match.start() : match.end() + _BEHIND].split("，")[0]
