"""What values a printed number can stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

NO_LIMIT = Decimal("Infinity")
_ONE = Decimal(1)


class Bound(StrEnum):
    """On which side of the printed number the meant one lies."""

    EXACT = "exact"
    MORE = "more"
    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


#: Words right before the number. The longest comes first.
BEFORE = (
    ("不少于", Bound.AT_LEAST),
    ("不低于", Bound.AT_LEAST),
    ("不超过", Bound.AT_MOST),
    ("不多于", Bound.AT_MOST),
    ("不高于", Bound.AT_MOST),
    ("少于", Bound.AT_MOST),
    ("低于", Bound.AT_MOST),
    ("多于", Bound.AT_LEAST),
    ("高于", Bound.AT_LEAST),
    ("超过", Bound.AT_LEAST),
    ("至少", Bound.AT_LEAST),
    ("突破", Bound.AT_LEAST),
    ("将近", Bound.NEARLY),
    ("接近", Bound.NEARLY),
    ("大约", Bound.ABOUT),
    ("大概", Bound.ABOUT),
    ("不足", Bound.AT_MOST),
    ("不到", Bound.AT_MOST),
    ("至多", Bound.AT_MOST),
    ("超", Bound.AT_LEAST),
    ("逾", Bound.AT_LEAST),
    ("近", Bound.NEARLY),
    ("约", Bound.ABOUT),
)
#: Words whose last character only looks like one of the above.
NOT_BEFORE = (
    *(
        "最近",
        "附近",
        "邻近",
        "临近",
        "就近",
        "靠近",
        "签约",
        "预约",
        "节约",
        "制约",
        "合约",
        "契约",
    ),
    *("公约", "履约", "条约", "违约", "集约", "邀约", "赴约", "商超", "赶超"),
)
#: Words right behind the number and its measure word.
BEHIND = (
    ("以上", Bound.AT_LEAST),
    ("以下", Bound.AT_MOST),
    ("以内", Bound.AT_MOST),
    ("左右", Bound.ABOUT),
    ("上下", Bound.ABOUT),
)
MORE = "余多"
#: By these characters almost every number is known to have no hedge.
_LAST_BEFORE = frozenset(word[-1] for word, _ in BEFORE)
_FIRST_BEHIND = frozenset(word[0] for word, _ in BEHIND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A number as written; `place` is what its last written digit counts (1.2万: 1000)."""

    value: Decimal
    place: Decimal
    decimals: int = 0

    @property
    def step(self) -> Decimal:
        """The place of the last digit that is not a filling zero: 100 for 300, 10 for 450."""
        count = self.value / self.place
        step = self.place
        while self.place >= 1 and count and count % 10 == 0:
            count, step = count / 10, step * 10
        return step


def interval(written: Written, bound: Bound, *, rounded: bool) -> tuple[Decimal, Decimal]:
    """The half-open stretch of values written so; a rounded one reaches half a place each way."""
    value = written.value
    least = min(written.place, _ONE)
    if bound is Bound.EXACT:
        half = written.place / 2
        return (value - half, value + half) if rounded else (value, value + least)
    step = written.step
    return {
        Bound.MORE: (value, value + step),
        Bound.NEARLY: (value - step, value + least),
        Bound.ABOUT: (value - step, value + step),
        Bound.AT_LEAST: (value, NO_LIMIT),
        Bound.AT_MOST: (Decimal(0), value + least),
    }[bound]


def bound_before(text: str, at: int) -> tuple[Bound, str]:
    """The hedge that ends at `text[:at]`, with its word; EXACT and "" where there is none."""
    if text[at - 1 : at] not in _LAST_BEFORE or text.endswith(NOT_BEFORE, 0, at):
        return Bound.EXACT, ""
    for word, bound in BEFORE:
        if text.endswith(word, 0, at):
            return bound, word
    return Bound.EXACT, ""


def bound_behind(text: str, at: int) -> tuple[Bound, str]:
    """The hedge that begins at `text[at:]`, with its word; EXACT and "" where there is none."""
    if text[at : at + 1] in _FIRST_BEHIND:
        for word, bound in BEHIND:
            if text.startswith(word, at):
                return bound, word
    return Bound.EXACT, ""
