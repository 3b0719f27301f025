from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn

from scorer.document import Quote
from scorer.render.audience import Audience, address
from scorer.render.letter import fill, render, render_pages
from scorer.render.letter_markup import Grid, Kind, Line, parse
from scorer.render.letter_view import prepare_letter
from scorer.render.wishes import PLAIN, Wishes
from scorer.scorecard import Batch, Scorecard

WISHES = Wishes(reply_by=date(2025, 3, 20), letterhead="青坪县司法局")


def text_of(card: Scorecard, wishes: Wishes = WISHES) -> str:
    """All words of the letter, a paragraph or row a line."""
    return "\n".join(
        block.text if isinstance(block, Line) else "\n".join("|".join(row) for row in block.rows)
        for block in parse(fill(prepare_letter(card, wishes), wishes))
    )


def letters(batch: Batch, wishes: Wishes = WISHES) -> dict[str, bytes]:
    return {page.name: page.data for page in render_pages(batch, wishes)}


def open_letter(batch: Batch, wishes: Wishes = WISHES) -> Document:
    return docx.Document(BytesIO(next(iter(letters(batch, wishes).values()))))


def test_the_letters_are_the_golden_ones(
    batch: Batch,
    dump_letter: Callable[[bytes], str],
    check_golden: Callable[[str, str], None],
) -> None:
    for name, data in letters(batch).items():
        check_golden(f"render/letters/{name}.txt", dump_letter(data))


def test_a_town_has_a_letter_under_its_own_name(batch: Batch) -> None:
    assert list(letters(batch))[:2] == [
        "鹿鸣坡镇-2023-反馈函.docx",
        "石鼓湾街道-2024-反馈函.docx",
    ]


def test_the_page_is_that_of_an_official_paper(batch: Batch) -> None:
    page = open_letter(batch).sections[0]
    sides = (page.top_margin, page.left_margin, page.right_margin, page.bottom_margin)
    assert [round(side.mm) for side in sides] == [37, 28, 26, 35]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


@pytest.mark.parametrize(
    ("style", "font", "size", "line"),
    [
        ("公文标题", "方正小标宋简体", 22, 36),
        ("公文正文", "仿宋_GB2312", 16, 28),
        ("公文一级标题", "黑体", 16, 28),
        ("公文二级标题", "楷体_GB2312", 16, 28),
        ("公文表文", "仿宋_GB2312", 12, 18),
    ],
)
def test_type_and_lines_are_those_of_an_official_paper(
    batch: Batch, style: str, font: str, size: int, line: int
) -> None:
    found = open_letter(batch).styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size.pt == size
    assert found.paragraph_format.line_spacing.pt == line
    assert found.paragraph_format.line_spacing_rule is WD_LINE_SPACING.EXACTLY


def test_the_first_line_of_a_paragraph_stands_two_characters_in(batch: Batch) -> None:
    indent = open_letter(batch).styles["公文正文"].element.pPr.ind
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert indent.get(qn("w:firstLine")) == "640"


def test_a_letterhead_is_red_and_its_page_bears_no_number(batch: Batch) -> None:
    letter = open_letter(batch)
    section = letter.sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "青坪县司法局"
    assert str(letter.styles["公文版头"].font.color.rgb) == "FF0000"
    assert "PAGE" not in section.first_page_footer._element.xml
    assert "PAGE" in section.footer._element.xml


def test_a_long_letterhead_is_set_smaller(batch: Batch) -> None:
    office = "中国共产党青坪县委员会全面依法治县委员会办公室"
    letter = open_letter(batch, replace(WISHES, letterhead=office))
    (run,) = letter.sections[0].first_page_header.paragraphs[0].runs
    assert run.font.size.pt * len(office) <= 482


def test_without_a_letterhead_every_page_has_a_number_and_the_name_is_left_open(
    batch: Batch,
) -> None:
    letter = open_letter(batch, PLAIN)
    assert not letter.sections[0].different_first_page_header_footer
    assert any(paragraph.text == "（发函单位）" for paragraph in letter.paragraphs)


def test_the_deadline_stands_in_the_demand_and_in_every_line_of_the_list(
    whole: Scorecard,
) -> None:
    text = text_of(whole)
    assert "于2025年3月20日前将修改后的报告和《整改清单》一并报送我单位" in text
    assert text.count("|2025年3月20日|") == len(prepare_letter(whole, WISHES).tasks)
    assert "及时将修改后的报告" in text_of(whole, PLAIN)
    assert "年3月20日" not in text_of(whole, PLAIN)


def test_points_of_the_deductions_add_up_to_what_the_letter_says(whole: Scorecard) -> None:
    letter = prepare_letter(whole, WISHES)
    assert sum(float(item.lost) for item in letter.deductions) == float(letter.lost)
    assert float(letter.total) + float(letter.lost) + float(letter.charged) == 100


def test_what_gains_most_is_asked_for_first(whole: Scorecard) -> None:
    needs = [float(item.lost) for item in prepare_letter(whole, WISHES).needs]
    assert needs == sorted(needs, reverse=True)
    text = text_of(whole)
    assert "1.重大执法决定法制审核（可增加5分）。报告中缺少审核人、审核范围、审核件数。" in text


def test_every_mark_of_the_template_is_read(whole: Scorecard, cut_off: Scorecard) -> None:
    for card in (whole, cut_off):
        assert "#" not in text_of(card)
        assert text_of(card).count("\n一、总体情况\n") == 1
        assert text_of(card).count("\n五、有关要求\n") == 1


def test_a_report_of_full_marks_gets_no_list(full_marks: Scorecard) -> None:
    text = text_of(full_marks)
    assert "没有扣分项" in text
    assert "报告无需修改" in text
    assert "整改清单" not in text


def test_a_cut_off_report_is_asked_for_whole(cut_off: Scorecard) -> None:
    text = text_of(cut_off)
    assert "报告得分38至98分" in text
    assert "请一并补报完整文本" in text
    assert "等次待定" in text


def test_a_letter_holds_no_hints_and_no_leaders_names(batch: Batch, whole: Scorecard) -> None:
    words = "镇长郭长海带头学法，电话13812345678"
    finding = replace(
        whole.findings[0], quotes=(Quote(text=words, start=0, end=len(words), line=1),)
    )
    card = replace(whole, findings=(finding, *whole.findings[1:]))
    told = address(replace(batch, scorecards=(card,)), Audience.TOWN).scorecards[0]
    (data, *_) = letters(replace(batch, scorecards=(card,))).values()
    paragraphs = "".join(p.text for p in docx.Document(BytesIO(data)).paragraphs)
    assert "镇长郭某某带头学法" in paragraphs
    assert "13812345678" not in paragraphs
    assert "成文日期早于年度终了" not in text_of(told)


def test_words_of_a_report_cannot_play_a_mark(whole: Scorecard, hostile: Scorecard) -> None:
    def kinds(card: Scorecard) -> list[str | tuple[int, int]]:
        blocks = parse(fill(prepare_letter(card, WISHES), WISHES))
        return [
            (len(b.rows), len(b.rows[0])) if isinstance(b, Grid) else b.kind.name for b in blocks
        ]

    assert kinds(hostile) == kinds(whole)
    marked = replace(whole, report=replace(whole.report, issuer="# ^ | = 镇人民政府"))
    assert kinds(marked) == kinds(whole)
    assert "# ^ | = 镇人民政府：" in text_of(marked)
    assert render(fill(prepare_letter(hostile, WISHES), WISHES)).startswith(b"PK")


def test_the_same_batch_gives_the_same_bytes_and_tells_no_time(batch: Batch) -> None:
    first, again = letters(batch), letters(batch)
    assert first == again
    with ZipFile(BytesIO(next(iter(first.values())))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in package.read("docProps/core.xml")


def test_lines_are_told_apart_by_their_marks() -> None:
    text = "# 甲\n# 乙\n\n@ 丙：\n正文\n|= 1 | 3\n| 头 | 二\n| 一 |\n> 署名\n"
    assert list(parse(text)) == [
        Line(kind=Kind.TITLE, text="甲\n乙"),
        Line(kind=Kind.ADDRESSEE, text="丙："),
        Line(kind=Kind.BODY, text="正文"),
        Grid(widths=(1, 3), rows=(("头", "二"), ("一", ""))),
        Line(kind=Kind.SIGNATURE, text="署名"),
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_was_written(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(next(iter(letters(batch).values())))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "txt:Text (encoded):UTF8"),
            *("--outdir", str(tmp_path), str(tmp_path / "letter.docx")),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    read = (tmp_path / "letter.txt").read_text("utf-8-sig")
    assert "青坪县鹿鸣坡镇人民政府：" in read
    assert "附件：整改清单" in read
