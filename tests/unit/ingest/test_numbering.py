"""Markers in all widths and habits, and what only looks like one."""

from __future__ import annotations

import pytest

from scorer.ingest.numbering import Marker, find_item, find_marker, read_han

MARKERS = {
    "一、主要工作": (1, 1),
    "一．主要工作": (1, 1),
    "一. 主要工作": (1, 1),
    "二 、主要工作": (1, 2),
    "十二、主要工作": (1, 12),
    "—、主要工作": (1, 1),
    "（一）加强领导": (2, 1),
    "(一) 加强领导": (2, 1),
    "（ 三 ）加强领导": (2, 3),
    "（十一）加强领导": (2, 11),
    "（一）、加强领导": (2, 1),
    "一）加强领导": (2, 1),
    "二)加强领导": (2, 2),
    "〔四〕加强领导": (2, 4),
    "㈢加强领导": (2, 3),
    "1.加强领导": (3, 1),
    "1．加强领导": (3, 1),
    "１２．加强领导": (3, 12),
    "3、加强领导": (3, 3),
    "10. 加强领导": (3, 10),
    "⒌加强领导": (3, 5),
    "（1）加强领导": (4, 1),
    "(2)加强领导": (4, 2),
    "（１０）加强领导": (4, 10),
    "3）加强领导": (4, 3),
    "⑷加强领导": (4, 4),
}
NO_MARKERS = [
    "一是加强领导",
    "一年来，全镇上下",
    "一、二、三产业融合",
    "二、三级医院",
    "（一）项规定",
    "（2）款规定",
    "1.5万元",
    "12.4国家宪法日",
    "2024年，全镇",
    "2024.1.5",
    "3月15日",
    "第一，加强领导",
    "（2024年1月）",
    "(二〇二四年)",
    "——以实干开新局",
    "主要工作",
    "",
]


@pytest.mark.parametrize(("words", "place"), MARKERS.items(), ids=MARKERS)
def test_a_marker_has_its_level_and_number(words: str, place: tuple[int, int]) -> None:
    marker = find_marker(words)
    assert marker is not None
    assert (marker.level, marker.number) == place
    assert words[marker.length :] in ("主要工作", "加强领导")


@pytest.mark.parametrize("words", NO_MARKERS)
def test_what_only_looks_like_a_marker_is_none(words: str) -> None:
    assert find_marker(words) is None


def test_every_han_number_up_to_ninety_nine_is_read() -> None:
    digits = "一二三四五六七八九"
    tens = ["", "十", *(f"{digit}十" for digit in digits[1:])]
    written = [f"{ten}{one}" for ten in tens for one in ("", *digits)][1:]
    assert [read_han(numeral) for numeral in written] == list(range(1, 100))


@pytest.mark.parametrize(("words", "number"), [("一是加强", 1), ("十二要抓好", 12), ("第三是", 3)])
def test_an_item_has_a_number(words: str, number: int) -> None:
    assert find_item(words) == number


@pytest.mark.parametrize("words", ["一年来", "二、存在", "是一项工作", "一手抓"])
def test_other_words_are_no_item(words: str) -> None:
    assert find_item(words) is None


def test_blanks_behind_a_marker_belong_to_it() -> None:
    assert find_marker("（一）　 加强领导") == Marker(level=2, number=1, length=5)
