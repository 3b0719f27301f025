"""The national title that a wrong one was meant to be: one character off, or 法 for 条例."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from scorer.checks.references import Titles

#: Characters that are written for one another in titles, by sound or by sense.
_CONFUSED = (
    *("护障", "制治", "律率", "处出", "复覆付服", "诉述", "议义", "决绝", "证征", "察查", "法罚发"),
    *("理里礼", "列例", "办辨", "境镜竟", "权全", "劳老", "讼颂", "强墙", "仲中", "裁载栽"),
    *("防妨", "范犯", "纪记", "费废", "予预", "未末", "抢枪", "检验险", "帐账", "境竞", "正证"),
    *("员原", "刑行", "公工", "化划", "型性", "急集", "程成", "像象", "镇振", "兴行", "殊输"),
)
_PAIRS = frozenset((a, b) for group in _CONFUSED for a in group for b in group if a != b)
_SHORTEST = 5
#: A law of five characters that lost one: 安全生法.
_LOST_ONE = 4
_HEAD, _TAIL = 2, 3
#: From this length on a lost or added character makes no other real title.
_LONG_ENOUGH_TO_LOSE = 6
_LONG_ENOUGH_TO_CHANGE = 9
_LAW, _REGULATION, _RULES = "法", "条例", "办法"


@dataclass(frozen=True, slots=True)
class Nearest:
    """A right title; not `sure` where the wrong one may be a title that we do not know."""

    title: str
    sure: bool


def find_nearest(title: str, titles: Titles) -> Nearest | None:
    """The national title that differs in one slip; None for a known, local or unlike title."""
    long_enough = len(title) >= _SHORTEST or (len(title) == _LOST_ONE and title.endswith(_LAW))
    if not long_enough or title in titles.national or title in titles.other:
        return None
    found = _find_near(title, titles.national)
    if len(found) != 1 or _is_local(title, titles):
        return None
    return _weigh(title, found[0])


def _find_near(title: str, national: frozenset[str]) -> tuple[str, ...]:
    regulation = title[:-1] + _REGULATION
    if title.endswith(_LAW) and regulation in national:
        return (regulation,)
    buckets = _buckets(national)
    near = {*buckets.get(title[:_HEAD], ()), *buckets.get(title[-_TAIL:], ())}
    return tuple(other for other in sorted(near) if _is_near(title, other))


@lru_cache(maxsize=2)
def _buckets(national: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """National titles by their first and by their last characters: one slip spares either."""
    buckets: dict[str, list[str]] = {}
    for title in national:
        if len(title) >= _SHORTEST:
            buckets.setdefault(title[:_HEAD], []).append(title)
            buckets.setdefault(title[-_TAIL:], []).append(title)
    return MappingProxyType({key: tuple(titles) for key, titles in buckets.items()})


def _is_local(title: str, titles: Titles) -> bool:
    """Whether a local title ends with it: 《物业管理条例》 may be that of the town's province."""
    return ends_one_of(title, titles.local)


def ends_one_of(title: str, known: frozenset[str]) -> bool:
    """Whether a known title ends with it; one search in all of them, each on its line."""
    return f"{title}\n" in _join(known)


@lru_cache(maxsize=2)
def _join(known: frozenset[str]) -> str:
    return "".join(f"{title}\n" for title in known)


def _is_near(title: str, other: str) -> bool:
    """Whether one character is changed, lost or added."""
    if abs(len(title) - len(other)) > 1 or len(other) < _SHORTEST or title == other:
        return False
    head = count_same(title, other)
    tail = count_same(title[head:][::-1], other[head:][::-1])
    return head + tail >= max(len(title), len(other)) - 1


def count_same(one: str, two: str) -> int:
    """How many characters the two begin with in common."""
    same = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        same += 1
    return same


def _weigh(title: str, other: str) -> Nearest | None:
    """A changed character that nobody confuses is rather another subject: 城乡 for 城市."""
    if other == title[:-1] + _REGULATION:
        return Nearest(other, sure=True)
    if len(title) != len(other):
        by_law = title.endswith(_RULES) and not other.endswith(_RULES)
        sure = len(other) >= _LONG_ENOUGH_TO_LOSE or len(title) == _LOST_ONE
        return None if by_law else Nearest(other, sure=sure)
    pair = next((a, b) for a, b in zip(title, other, strict=True) if a != b)
    if pair in _PAIRS:
        return Nearest(other, sure=True)
    return Nearest(other, sure=False) if len(other) >= _LONG_ENOUGH_TO_CHANGE else None
