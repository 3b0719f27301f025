"""A yearly count that is spoken of again as known, with another number: 全年排查的105件矛盾纠纷."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.reading.model import Reading, Standing

_VERB = r"(?P<verb>排查|受理|调解|调处|化解|办理|查处|办结|审查|接待)"
_NOUN = r"(?P<noun>矛盾纠纷|纠纷|信访事项|行政处罚案件|热线工单|违法案件|行政许可|合同)"
_COUNT = r"(?P<number>\d{1,5})(?P<unit>件|起|宗|份|批次)"
_TOLD = re.compile(rf"全年(?:共|累计|共计)?{_VERB}(?:了|各类|各种)*{_NOUN}{_COUNT}")
_AGAIN = re.compile(rf"(?:全年|一年来){_VERB}的(?:这)?{_COUNT}(?:各类)?{_NOUN}")
_DONE = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})


@dataclass(frozen=True, slots=True)
class YearlyCount:
    """A count of the year in its place; `what` is the deed and the thing."""

    at: int
    stop: int
    value: int
    what: tuple[str, str, str]


def find_definite_clashes(reading: Reading) -> Iterator[tuple[YearlyCount, YearlyCount]]:
    """The count as told, where it is told once, and a different one that refers to it."""
    told = tuple(_find(reading, _TOLD))
    for again in _find(reading, _AGAIN):
        known = {count.value: count for count in told if count.what == again.what}
        if len(known) == 1 and again.value not in known:
            yield next(iter(known.values())), again


def _find(reading: Reading, pattern: re.Pattern[str]) -> Iterator[YearlyCount]:
    for clause in reading.clauses:
        if clause.standing not in _DONE:
            continue
        for match in pattern.finditer(clause.text):
            at, stop = clause.at + match.start(), clause.at + match.end()
            what = (match["verb"], match["noun"], match["unit"])
            yield YearlyCount(at, stop, int(match["number"]), what)
