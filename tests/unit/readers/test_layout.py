"""Lines and paragraphs are found by where glyphs stand, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scorer.readers.layout.lines import Glyph, Page, find_lines
from scorer.readers.layout.paragraphs import Flow, make_flow
from tests.unit.readers.typesetting import COLUMNS, Printed, Typesetter

Report = tuple[Typesetter, tuple[str, ...]]

HEIGHT, WIDTH, EM = 842.0, 595.0, 16.0
CLOSE = "全年各项工作按计划完成。"
#: A signature of two bodies, as wide as the page.
FULL = "中共石桥县松溪镇委员会、石桥县松溪镇人民代表大会常设主"
OPEN = "全镇坚持依法行政的原则扎实推进各项工作"


def glyphs_of(printed: Printed) -> Iterator[Glyph]:
    for text, left, right in printed.cells:
        yield Glyph(text=text, left=left, right=right, y=printed.y, size=printed.size)


def read_lines(typesetter: Typesetter) -> list[str]:
    return [line.text for page in pages_of(typesetter) for line in page.lines]


def pages_of(typesetter: Typesetter) -> list[Page]:
    return [
        Page(
            width=WIDTH,
            height=HEIGHT,
            lines=find_lines([glyph for line in reversed(page) for glyph in glyphs_of(line)]),
        )
        for page in typesetter.pages
    ]


def read(typesetter: Typesetter) -> list[str]:
    return make_flow(pages_of(typesetter)).text.splitlines()


def test_a_report_comes_back_as_its_paragraphs(report: Report) -> None:
    typesetter, paragraphs = report
    assert read(typesetter) == list(paragraphs)


@pytest.mark.parametrize(
    "style",
    [
        {"leading": 3.0},
        {"leading": 1.2},
        {"gap": 1.0},
        {"gap": 1.0, "indent": 0},
        {"leading": 3.0, "gap": 2.0, "indent": 0},
    ],
    ids=["double-spaced", "tight", "gaps", "gaps-no-indent", "wide-gaps-no-indent"],
)
def test_paragraphs_are_found_in_every_style(
    typesetter: Typesetter, report: Report, style: dict[str, float]
) -> None:
    other = type(typesetter)()
    for paragraph in report[1][1:-2]:
        other.add(paragraph, **style)
    assert read(other) == list(report[1][1:-2])


def test_a_paragraph_goes_on_over_the_page(typesetter: Typesetter) -> None:
    paragraph = OPEN * 20 + "。"
    for _ in range(3):
        typesetter.add(paragraph)
    assert len(typesetter.pages) > 1
    assert read(typesetter) == [paragraph] * 3


def test_a_page_turn_between_paragraphs_keeps_them_apart(typesetter: Typesetter) -> None:
    typesetter.add(OPEN * 5 + CLOSE)
    typesetter.add(OPEN * 5 + CLOSE)
    typesetter.turn()
    typesetter.add(OPEN * 5 + CLOSE)
    assert read(typesetter) == [OPEN * 5 + CLOSE] * 3


def test_a_title_too_long_for_its_line_is_one_paragraph(typesetter: Typesetter) -> None:
    for words, y in (("松溪镇人民政府关于二〇二四年度推进", 150), ("依法行政情况的报告", 190)):
        typesetter.print_at(words, 295 - len(words) * 13, y, 26)
    typesetter.y = 220
    typesetter.add(OPEN * 4 + CLOSE)
    typesetter.add(OPEN * 4 + CLOSE)
    title = "松溪镇人民政府关于二〇二四年度推进依法行政情况的报告"
    assert read(typesetter) == [title, OPEN * 4 + CLOSE, OPEN * 4 + CLOSE]


def sign(typesetter: Typesetter, *lines: str) -> None:
    """Print the lines at the right margin."""
    typesetter.add(OPEN * 4 + CLOSE)
    typesetter.add(OPEN * 4 + CLOSE)
    for line in lines:
        typesetter.add(line, indent=COLUMNS - len(line), gap=0)


def test_a_signature_too_long_for_its_line_is_one_line(typesetter: Typesetter) -> None:
    sign(typesetter, FULL, "席团", "2025年1月20日")
    assert read(typesetter)[2:] == [f"{FULL}席团", "2025年1月20日"]


def test_a_signature_set_in_from_the_margin_and_too_long_for_its_line_is_one_line(
    typesetter: Typesetter,
) -> None:
    for _ in range(3):
        typesetter.add(OPEN * 4 + CLOSE)
    one, end = FULL[: COLUMNS - 6], FULL[COLUMNS - 6 :]
    for line in (one, end, "2025年1月20日"):
        typesetter.add(line, indent=COLUMNS - 4 - len(line), gap=0)
    assert read(typesetter)[3:] == [FULL, "2025年1月20日"]


@pytest.mark.parametrize(
    "lines",
    [
        (FULL, "二〇二五年一月二十日"),
        ("中共石桥县松溪镇委员会", "松溪镇人民政府"),
    ],
    ids=["date", "short"],
)
def test_what_stands_under_a_signature_is_a_line_of_its_own(
    typesetter: Typesetter, lines: tuple[str, ...]
) -> None:
    sign(typesetter, *lines)
    assert read(typesetter)[2:] == list(lines)


def test_a_title_and_its_letterhead_stay_apart(typesetter: Typesetter) -> None:
    for words, y in (("松溪镇人民政府", 150), ("年度法治工作报告", 190)):
        typesetter.print_at(words, 295 - len(words) * 11, y, 22)
    typesetter.y = 220
    typesetter.add(OPEN * 4 + CLOSE)
    assert read(typesetter) == ["松溪镇人民政府", "年度法治工作报告", OPEN * 4 + CLOSE]


def test_quotes_printed_last_stand_where_they_belong() -> None:
    """A fallback font's glyphs come after all others of the line."""
    words = "深化“一制三化”改革"
    glyphs = [
        Glyph(text=text, left=at * EM, right=(at + 1) * EM, y=100.0, size=EM)
        for at, text in enumerate(words)
    ]
    shuffled = [glyph for glyph in glyphs if glyph.text not in "“”"]
    shuffled += [glyph for glyph in glyphs if glyph.text in "“”"]
    assert [line.text for line in find_lines(shuffled)] == [words]


def test_wide_gaps_are_tabs_and_rows_stay_rows(typesetter: Typesetter) -> None:
    for row, y in ((("项目", "件数", "比例"), 200), (("行政处罚", "35", "98.6%"), 228)):
        for cell, x in zip(row, (80, 240, 400), strict=True):
            typesetter.print_at(cell, x, y)
    assert read(typesetter) == ["项目\t件数\t比例", "行政处罚\t35\t98.6%"]


def test_a_title_that_is_spread_out_is_no_table(typesetter: Typesetter) -> None:
    for at, character in enumerate("报告"):
        typesetter.print_at(character, 200 + at * 64, 200)
    assert read_lines(typesetter) == ["报告"]


def test_a_space_parts_words_of_letters_only_where_there_is_a_gap(typesetter: Typesetter) -> None:
    typesetter.print_at("APP", 80, 200)
    typesetter.print_at("12345", 80 + 2 * EM, 200)
    typesetter.print_at("热线", 80 + 5 * EM, 200)
    assert read_lines(typesetter) == ["APP 12345热线"]


def test_bold_made_by_printing_twice_is_read_once(typesetter: Typesetter) -> None:
    typesetter.print_at("一、主要工作", 80, 200)
    typesetter.print_at("一、主要工作", 80.4, 200)
    assert read_lines(typesetter) == ["一、主要工作"]


@pytest.mark.parametrize("shift", [-7.0, 4.0], ids=["raised", "lowered"])
def test_a_small_figure_stands_in_its_line(typesetter: Typesetter, shift: float) -> None:
    typesetter.print_at("占地300m", 80, 200)
    typesetter.print_at("2", 80 + 4 * EM, 200 + shift, EM / 2)
    typesetter.print_at("，已验收。", 80 + 4.3 * EM, 200)
    assert read_lines(typesetter) == ["占地300m2，已验收。"]


def test_header_footer_and_page_numbers_are_left_out(typesetter: Typesetter) -> None:
    paragraph = OPEN * 12 + CLOSE
    for _ in range(8):
        typesetter.add(paragraph)
    pages = typesetter.pages
    for number, page in enumerate(pages, start=1):
        typesetter.pages = [page]
        typesetter.print_at("松溪镇法治政府建设年度报告", 200, 50, 9)
        typesetter.print_at(f"— {number} —", 400 if number % 2 else 80, 790, 14)
        typesetter.print_at(f"打印日期：2025年{number}月", 80, 815, 9)
    typesetter.pages = pages
    assert len(pages) > 2
    assert read(typesetter) == [paragraph] * 8


@pytest.mark.parametrize("number", ["— 1 —", "- 1 -", "第1页", "第1页 共1页", "1/1", "第一页"])
def test_a_marked_page_number_is_left_out_of_a_single_page(
    typesetter: Typesetter, number: str
) -> None:
    typesetter.add(CLOSE)
    typesetter.print_at(number, 280, 790)
    assert read(typesetter) == [CLOSE]


def test_bare_page_numbers_are_left_out_where_they_count_the_pages(typesetter: Typesetter) -> None:
    for number in ("7", "8", "9"):
        typesetter.add(OPEN * 3 + CLOSE)
        typesetter.print_at(number, 290, 790, 10)
        typesetter.turn()
    typesetter.add("全年立案数：")
    typesetter.print_at("35", 290, 790)
    assert read(typesetter) == [OPEN * 3 + CLOSE] * 3 + ["全年立案数：", "35"]


def test_what_stands_inside_the_page_is_no_header(typesetter: Typesetter) -> None:
    for _ in range(4):
        typesetter.print_at(CLOSE, 80, 400)
        typesetter.turn()
    assert read(typesetter) == [CLOSE] * 4


def test_a_heading_as_wide_as_the_page_stays_apart_from_its_text(typesetter: Typesetter) -> None:
    heading = ("（一）" + OPEN * 2)[:25]
    typesetter.add(heading)
    typesetter.add(OPEN * 4 + CLOSE)
    typesetter.add(OPEN * 4 + CLOSE)
    assert read(typesetter) == [heading, OPEN * 4 + CLOSE, OPEN * 4 + CLOSE]


def test_a_list_with_hanging_lines_is_joined(typesetter: Typesetter) -> None:
    items = [f"{number}. {OPEN * 3}，{CLOSE}" for number in (1, 2, 3)]
    for item in items:
        typesetter.add(item, indent=0, hang=1.5)
    for _ in range(2):
        typesetter.add(OPEN * 6 + CLOSE)
    assert read(typesetter) == [*items, OPEN * 6 + CLOSE, OPEN * 6 + CLOSE]


def test_a_figure_broken_by_the_page_is_whole(typesetter: Typesetter) -> None:
    typesetter.print_at("松溪镇扎实推进法治政府建设，各项工作按计划完成，现将20", 79, 200)
    typesetter.print_at("24年的有关情况报告如下：", 79, 228)
    assert "现将2024年的有关情况" in make_flow(pages_of(typesetter)).text


def test_words_of_letters_broken_by_the_page_stay_apart(typesetter: Typesetter) -> None:
    typesetter.print_at("Songxi Town Government Report on the Rule of Law in", 79, 200)
    typesetter.print_at("Public Administration", 79, 228)
    assert "Law in Public" in make_flow(pages_of(typesetter)).text


def test_every_line_knows_its_words_in_the_text(report: Report) -> None:
    flow: Flow = make_flow(pages_of(report[0]))
    assert all(flow.text[p.span.start : p.span.end] == p.line.text for p in flow.lines)
    assert {placed.page for placed in flow.lines} == {0, 1}


def test_no_pages_give_no_text() -> None:
    assert make_flow([]).text == ""
    assert make_flow([Page(width=0, height=0, lines=())]).text == ""
