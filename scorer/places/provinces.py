"""Short names of the provinces: 广西, and 桂 on a licence."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from scorer.cache import regex
from scorer.places.gazetteer import find_provinces

_LETTERS = MappingProxyType(
    {
        "京": "北京",
        "津": "天津",
        "冀": "河北",
        "晋": "山西",
        "蒙": "内蒙古",
        "辽": "辽宁",
        "吉": "吉林",
        "黑": "黑龙江",
        "沪": "上海",
        "苏": "江苏",
        "浙": "浙江",
        "皖": "安徽",
        "闽": "福建",
        "赣": "江西",
        "鲁": "山东",
        "豫": "河南",
        "鄂": "湖北",
        "湘": "湖南",
        "粤": "广东",
        "桂": "广西",
        "琼": "海南",
        "渝": "重庆",
        "川": "四川",
        "蜀": "四川",
        "黔": "贵州",
        "贵": "贵州",
        "滇": "云南",
        "云": "云南",
        "藏": "西藏",
        "陕": "陕西",
        "甘": "甘肃",
        "陇": "甘肃",
        "青": "青海",
        "宁": "宁夏",
        "新": "新疆",
    }
)


def find_named_provinces(text: str) -> tuple[tuple[str, int], ...]:
    """Provinces that the text names in full, each with the place where its name ends."""
    return tuple((match[0], match.end()) for match in _full_names().finditer(text))


@cache
def _full_names() -> re.Pattern[str]:
    return regex("|".join(find_provinces().values()))


def expand_province(short: str) -> str | None:
    """The full name behind a short name or the one character that stands for a province."""
    return find_provinces().get(_LETTERS.get(short, short))
