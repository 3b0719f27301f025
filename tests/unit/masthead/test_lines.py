from collections.abc import Callable
from dataclasses import replace

from scorer.document import Document, Span
from scorer.masthead.lines import find_pieces, fold, read_lines, read_lines_back, squeeze


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "（２０２３年）龍橋鎮：甲，乙"
    assert fold(text) == "(2023年)龙桥镇:甲,乙"
    assert len(fold(text)) == len(text)


def test_squeezing_takes_all_white_space_out() -> None:
    assert squeeze("栈 溪\u3000镇\t党委") == "栈溪镇党委"


def test_report_and_page_lines_come_in_the_order_of_the_file(
    make_document: Callable[[str], Document],
) -> None:
    document = make_document("@crumb 首页 > 栈溪镇\n标题\n\n  正文。\n@footer 主办")
    lines = list(read_lines(document, find_pieces(document)))
    assert [(line.text, line.removed is None) for line in lines] == [
        ("首页 > 栈溪镇", False),
        ("标题", True),
        ("正文。", True),
        ("主办", False),
    ]
    assert [document.slice(line.span) for line in lines] == [line.text for line in lines]


def test_report_lines_come_back_from_the_last(make_document: Callable[[str], Document]) -> None:
    document = make_document("甲\n@page 页\n乙\n丙\n@footer 丁")
    lines = read_lines_back(document, find_pieces(document))
    assert [line.text for line in lines] == ["丙", "乙", "甲"]


def test_a_line_is_cut_where_a_block_begins(make_document: Callable[[str], Document]) -> None:
    document = make_document("标题一、主要举措。")
    (block,) = document.blocks
    first, second = replace(block, span=Span(0, 2)), replace(block, span=Span(2, 9))
    document = replace(document, blocks=(first, second))
    lines = read_lines(document, find_pieces(document))
    assert [line.text for line in lines] == ["标题", "一、主要举措。"]


def test_only_the_report_s_own_stretch_is_read(make_document: Callable[[str], Document]) -> None:
    document = make_document("甲镇的报告\n乙镇的报告")
    second = replace(document, extent=Span(6, len(document.text)))
    assert [line.text for line in read_lines(second, find_pieces(second))] == ["乙镇的报告"]
