"""Measure words: what a number counts or measures."""

from __future__ import annotations

import re

from scorer.cache import regex

#: What Chinese numerals may stand before; words of one character that also begin other words
#: (部 门 组 口 面 …) are left to Arabic digits.
_COUNTED = """
件 起 宗 例 次 场 期 份 名 人 位 项 条 个 户 家 篇 台 处 轮 批 堂 座 所 辆 册 幅 张 间 套 栋 棵 株
亩 吨 只 支 类 种 页 封 本 节 桩 箱 艘 通 首 盘
天 年 卷 票 枚 块 顶 趟 遍 回 双 岁 倍 元 万元 亿元 米 公里 平方米 平方公里 公顷
人次 件次 场次 批次 户次 家次 项次 条次 台次 车次 班次 起次 户数 小时 分钟 课时 个月 个工作日 工作日
个百分点 百分点 周年
"""
_MEASURED = """
部 课 组 口 面 段 道 层 片 班 队 对 副 盏 根 眼 头 架 步 款 案 单 席 门 分 斤 公斤 千克 克
升 立方米 立方 千米 厘米 毫米 延米 米² ㎡ m² m2 km 千瓦 周 日 月 秒 村 社区 镇 乡 县 人份
届 级 号 时 点 点钟 版 章 字 页 格 滴
"""
#: Words that Chinese numerals of two and more characters count too: 十三部, 二百八十九单.
_COUNTED_IN_FULL = "部 课 组 口 段 道 片 班 副 盏 根 头 架 款 案 单 席 门 份"
_DOUBLED = "件起宗场人批户家项条台辆期"

COUNTED = tuple(_COUNTED.split())
MEASURED = (*COUNTED, *_MEASURED.split())


def unit_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match the longest of the words; 件（次） is read as 件次."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return regex(
        rf"(?P<doubled>[{_DOUBLED}][（(]次[)）])|(?:{'|'.join(map(re.escape, longest_first))})"
    )


_AFTER_WORDS = unit_pattern(COUNTED)
_AFTER_LONG_WORDS = unit_pattern((*COUNTED, *_COUNTED_IN_FULL.split()))
_AFTER_DIGITS = unit_pattern(MEASURED)


def read_unit(text: str, at: int, *, spelled: int = 0) -> tuple[str, int]:
    """The measure word at `text[at:]` and where it ends; "" and `at` where there is none.

    `spelled` is the number of Chinese numerals before it, 0 behind digits.
    """
    pattern = _AFTER_DIGITS
    if spelled:
        pattern = _AFTER_WORDS if spelled == 1 else _AFTER_LONG_WORDS
    match = pattern.match(text, at)
    if match is None:
        return "", at
    unit = match[0]
    return (f"{unit[0]}次" if match["doubled"] else unit), match.end()
