"""The page of a letter: paper, margins, the red head and foot of its first page, page numbers."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

#: GB/T 9704: A4; white space above, on the left, on the right, below.
_PAPER = Mm(210), Mm(297)
_TOP, _LEFT, _RIGHT, _BOTTOM = Mm(37), Mm(28), Mm(26), Mm(35)
TEXT_WIDTH = Mm(210 - 28 - 26)
#: The name of the office stands 30 mm below the edge, the lower red line 20 mm above it.
_HEAD_FROM_EDGE, _FOOT_FROM_EDGE = Mm(30), Mm(20)
#: Red lines are 170 mm long, 14 mm more than the text is wide.
_OVERHANG = Mm(7)
_LINE_WIDTH = Mm(170)
#: The office's name in points, where it is short enough for its line.
_LARGEST = 36
_FOURTH = Pt(14)


def set_page(document: Document) -> None:
    """Paper and margins."""
    section = document.sections[0]
    section.page_width, section.page_height = _PAPER
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.header_distance, section.footer_distance = _HEAD_FROM_EDGE, _FOOT_FROM_EDGE
    grid = section._sectPr.find(qn("w:docGrid"))  # noqa: SLF001 - python-docx has no name for it
    if grid is not None:
        section._sectPr.remove(grid)  # noqa: SLF001


def add_letterhead(document: Document, office: str, style: str) -> None:
    """The first page of a letter in red: the office above, a double line below it and at the foot.

    That page bears no number.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = True
    head = section.first_page_header.paragraphs[0]
    head.style = style
    run = head.add_run(office)
    longest = max(map(len, office.split("\n")))
    run.font.size = Pt(min(_LARGEST, int(_LINE_WIDTH.pt / longest)))
    _draw_line(head, "bottom")
    foot = section.first_page_footer.paragraphs[0]
    _draw_line(foot, "top")


def add_page_numbers(document: Document) -> None:
    """`— 1 —` in 四号: on the right of odd pages, on the left of even ones, a character inside."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    odd.alignment, even.alignment = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
    odd.paragraph_format.right_indent = even.paragraph_format.left_indent = _FOURTH
    for paragraph in (odd, even):
        _add_number(paragraph)


def _add_number(paragraph: Paragraph) -> None:
    for piece in ("— ", None, " —"):
        run = paragraph.add_run(piece)
        run.font.size = _FOURTH
        run.font.name = "宋体"
        run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
        if piece is None:
            _add_field(run.element)


def _add_field(run: BaseOxmlElement) -> None:
    for tag, attribute, value in (
        ("w:fldChar", "w:fldCharType", "begin"),
        ("w:instrText", "xml:space", "preserve"),
        ("w:fldChar", "w:fldCharType", "end"),
    ):
        element = OxmlElement(tag)
        element.set(qn(attribute), value)
        if tag == "w:instrText":
            element.text = "PAGE"
        run.append(element)


def _draw_line(paragraph: Paragraph, side: str) -> None:
    """Two red lines, the thick one towards the words."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = -_OVERHANG
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (
        ("val", "thickThinSmallGap"),
        ("sz", "24"),
        ("space", "11"),
        ("color", "FF0000"),
    ):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    # Borders stand before the indents, which are there: the format's schema has an order.
    shape.element.pPr.ind.addprevious(borders)
