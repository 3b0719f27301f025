"""A law's name where it stands for itself: not the end of a longer name, not part of a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_COUNTRY = "中华人民共和国"
_OPENS, _CLOSES = ("《", "〈"), ("》", "〉", "（")
_BEFORE = (
    *("学习", "宣传", "讲解", "普及", "贯彻", "落实", "执行", "遵守", "解读", "围绕", "依据"),
    *("根据", "按照", "依照", "涉及", "包括", "和", "与", "及", "对", "的", "将", "国家", "以"),
)
_BEHIND = (
    *("和", "与", "及", "以及", "等", "的", "宣传", "知识", "规定", "第", "为", "相关", "有关"),
    *("进行", "中", "普及", "学习", "讲座", "培训", "要求", "》", "办理", "受理"),
)
_LABOUR, _LABOUR_REACH = "劳动", 5


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a name stands, the country before it included; `marked` inside book marks."""

    name: str
    at: int
    stop: int
    marked: bool


def find_name(text: str, name: str) -> Iterator[NamePlace]:
    """Every place where the name stands alone."""
    at = text.find(name)
    while at >= 0:
        stop = at + len(name)
        start = at - len(_COUNTRY) if text.endswith(_COUNTRY, 0, at) else at
        marked = text.endswith(_OPENS, 0, start) and text.startswith(_CLOSES, stop)
        if marked or _stands_alone(text, start, stop):
            yield NamePlace(name, start, stop, marked)
        at = text.find(name, stop)


def _stands_alone(text: str, at: int, stop: int) -> bool:
    before, behind = text[max(0, at - _LABOUR_REACH) : at], text[stop : stop + 2]
    if before.endswith("、") and _LABOUR in before:
        return False  # 劳动法、合同法 is short for 劳动法、劳动合同法
    left = not before or not before[-1].isalnum() or before.endswith(_BEFORE)
    return left and (not behind or not behind[0].isalnum() or behind.startswith(_BEHIND))
