"""The marks that only a deed has: aspect marks, totals of the year, results told as reached."""

from __future__ import annotations

import re

from scorer.cache import regex
from scorer.zh.gated import Gated

_DEED = Gated(
    "全年 年 截至 累计 已 先后 了 共",
    r"""
    全年(?!自学|应|要|须|不[得少]|至少|每)(?![^，。；]{0,16}(?:不得?少于|至少|不低于))
    | 一年来 | 今年以来 | 截至 | 累计 | 年内(?=[未无])
    | 本年度?(?=未[制发收出]|无|没有[制发收出])
    | 已(?!满的?[，。]|满的|责成|要求|叮嘱|排定|约定|打了?招呼)
    | 先后 | \d[^，。；]{0,6}了 | 了(?:\d
      |[一两二三四五六七八九十百](?![下些点]))
    | 共[^同享建产治识商赢]{0,3}\d
    """,
    re.VERBOSE,
)
#: A count of things dealt with, in figures or in characters.
_COUNT = regex(
    r"(?:\d|[一二两三四五六七八九十百千])(?:余|多|来)?(?:[件起份次场宗例卷段批条](?!以上)|人次|万元)"
)
#: 了 as an aspect mark, not as part of a word.
_ASPECT = Gated("了", r"(?<![为除不罢得受])了(?![解结然断却事])")


def tells_deed(words: str) -> bool:
    """Whether the words hold a total, a count or an aspect mark that only a deed has."""
    return _DEED.search(words) is not None


def tells_result(words: str) -> bool:
    """Whether the words, told after a rule or a future, say what came of it."""
    return (
        tells_deed(words) or _ASPECT.search(words) is not None or _COUNT.search(words) is not None
    )


def is_completed(words: str) -> bool:
    """Whether the words are told as over: an aspect mark or a deed."""
    return tells_deed(words) or _ASPECT.search(words) is not None
