"""Numbers that name or order instead of counting: 第3届, 三项制度, 〔2021〕33号, 12345热线."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorer.cache import regex

#: A measure word that makes the number a name: 3号, 9时, 十九届.
_NAMING_UNITS = frozenset({"号", "届", "时", "点", "点钟", "版", "级", "章", "月", "字", "格"})
_QUOTES = '“‘「『"'
_JOINED = regex(r"[A-Za-z+·/〔〕\[\]【】_＋]")
_HOTLINE = regex(r"[便民政务服\u70ed]{0,6}(?:热线|专线|平台|电话|工作法)")
_DAY_SPAN = regex(r"(?:以?内|以?后|以?前|之内|之前|之后)")
_LIST_MARK = regex(r"[.、．)）](?!\d)")
_MANY_DIGITS = 7
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

#: What stands before a Chinese numeral that counts nothing: 每一次, 第三件, 这两项, 唯一, 前三名.
_NOT_BEFORE_WORDS = frozenset("第每这那哪某任同另统唯之单专逐进几数初前后上下头整好")
#: 上 and 下 that belong to the verb before: 留下二十七处, 贴上十二份.
_RESULT = regex(r"[留压接记定批剩拿罚领写攒录交贴挂补报盖签用带]$")
#: 一 counts only behind these (每季度一次, 全年一件) or at the end of a clause.
_ONE_COUNTS_AFTER = frozenset("度月年周天季旬各共了少仅")
_CLAUSE_ENDS = frozenset("，。；、！？）)：\n")
_REGULARLY = regex(r"每(?:半?年|个?季度?|个?月|周|天|日|旬|期)[^，。；、：\n]{0,8}$")
_REACH_BACK = 14
#: What follows a Chinese numeral in a fixed expression.
_SET_BEHIND = regex(
    r"""
    性 | 间 | 间隙 | 工程 | 规划 | 行动                 # 一次性, 五一期间, 三年行动
    | 意识 | 自信 | 维护 | 确立 | 亲自 | 全面 | 坚持      # 四个意识, 两个维护
    | 代表 | 务必 | 作用 | 先行 | 统一 | 一批 | 强化
    | 必须 | 带头 | 方面 | 环节 | 层面 | 责任 | 文明
    | 制度 | 治度 | 规定 | 纪律 | 原则 | 机制 | 改革 | 清单      # 三项制度, 八项规定
    | 皮 | 网 | 龙 | 心 | 蓝图 | 家亲 | 盘棋 | 体
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number with its measure word stands, and whether Chinese numerals spell it."""

    at: int
    stop: int
    unit: str
    spelled: bool


def names_or_orders(text: str, place: Place) -> bool:
    """Whether what stands around the number makes it a name."""
    before = text[place.at - 1] if place.at else "\n"
    if before == "第" or before in _QUOTES or place.unit in _NAMING_UNITS:
        return True
    if place.spelled:
        return _is_set_word(text, place, before)
    return _is_label(text, place, before)


def _is_set_word(text: str, place: Place, before: str) -> bool:
    behind = text[place.stop : place.stop + 1] or "\n"
    blocked = before in _NOT_BEFORE_WORDS and not _ends_a_verb(text, place.at)
    if blocked or _SET_BEHIND.match(text, place.stop):
        return True
    words = text[place.at : place.stop]
    if text.startswith(words, place.stop) or text.endswith(words, 0, place.at):
        return True  # 一户一户, 一条一条
    if words != f"一{place.unit}":
        return False
    matched = text[max(0, place.at - 2) : place.at - 1] == "一"  # 一村一场
    return matched or not _one_counts(text, place.at, before, behind)


def _ends_a_verb(text: str, at: int) -> bool:
    """Whether the character before the number is no order word but part of another word."""
    if text.endswith(("先后", "前后"), 0, at):
        return True
    return text[at - 1] in "上下" and _RESULT.search(text, max(0, at - 2), at - 1) is not None


def _one_counts(text: str, at: int, before: str, behind: str) -> bool:
    """Whether 一 is a count: 每季度组织一次, 全年一件; elsewhere it is mostly an article."""
    if before in _ONE_COUNTS_AFTER or behind in _CLAUSE_ENDS:
        return True
    return _REGULARLY.search(text[max(0, at - _REACH_BACK) : at]) is not None


def _is_label(text: str, place: Place, before: str) -> bool:
    behind = text[place.stop : place.stop + 1]
    if _JOINED.match(before) or _JOINED.match(behind):
        return True
    if place.unit == "日":
        return _DAY_SPAN.match(text, place.stop) is None
    return not place.unit and _is_bare_label(text, place, before)


def _is_bare_label(text: str, place: Place, before: str) -> bool:
    digits = text[place.at : place.stop]
    if len(digits) >= _MANY_DIGITS or (digits.startswith("0") and not digits.startswith("0.")):
        return True
    if digits.isdecimal() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        return True
    if before in "（(\n" or before in "。；：":
        return _LIST_MARK.match(text, place.stop) is not None
    return _HOTLINE.match(text, place.stop) is not None
