"""The paragraph styles of a letter, under names that a user finds in Word."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from scorer.render.letter_markup import Kind

_FANG, _HEI, _KAI, _XIAOBIAO = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
_LATIN = "Times New Roman"
#: 二号, 三号, 小四号 in points, and the distance of lines that gives 22 of them to a page.
_SECOND, _THIRD, _SMALL_FOURTH = 22, 16, 12
_LINE, _TITLE_LINE, _TABLE_LINE = 28, 36, 18
_RED = RGBColor(0xFF, 0, 0)

TABLE_HEAD = "公文表头"
TABLE_TEXT = "公文表文"
STYLE_NAMES = {
    Kind.LETTERHEAD: "公文版头",
    Kind.TITLE: "公文标题",
    Kind.ADDRESSEE: "公文主送",
    Kind.BODY: "公文正文",
    Kind.HEADING: "公文一级标题",
    Kind.SUBHEADING: "公文二级标题",
    Kind.ENCLOSURE: "公文附件说明",
    Kind.SIGNATURE: "公文落款",
    Kind.LABEL: "公文附件",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """Sizes in points; `indent` is of the first line, in characters, `left` of all, in points."""

    font: str = _FANG
    size: float = _THIRD
    line: float = _LINE
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent: int = 0
    left: float = 0
    before: float = 0
    after: float = 0


_LEFT, _CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
#: A seal covers name and date, which stand in the middle of the right part of the text.
_SEAL_LEFT = 172
_LOOKS = {
    STYLE_NAMES[Kind.LETTERHEAD]: _Look(font=_XIAOBIAO, size=36, line=46, align=_CENTRE),
    STYLE_NAMES[Kind.TITLE]: _Look(
        font=_XIAOBIAO, size=_SECOND, line=_TITLE_LINE, align=_CENTRE, before=_LINE, after=_LINE
    ),
    STYLE_NAMES[Kind.ADDRESSEE]: _Look(),
    STYLE_NAMES[Kind.BODY]: _Look(indent=2),
    STYLE_NAMES[Kind.HEADING]: _Look(font=_HEI, indent=2),
    STYLE_NAMES[Kind.SUBHEADING]: _Look(font=_KAI, indent=2),
    STYLE_NAMES[Kind.ENCLOSURE]: _Look(indent=2, before=_LINE),
    STYLE_NAMES[Kind.SIGNATURE]: _Look(align=_CENTRE, left=_SEAL_LEFT),
    STYLE_NAMES[Kind.LABEL]: _Look(font=_HEI, align=_LEFT),
    TABLE_HEAD: _Look(font=_HEI, size=_SMALL_FOURTH, line=_TABLE_LINE, align=_CENTRE),
    TABLE_TEXT: _Look(size=_SMALL_FOURTH, line=_TABLE_LINE, align=_LEFT),
}
_KEPT_WITH_NEXT = (STYLE_NAMES[Kind.HEADING], STYLE_NAMES[Kind.SUBHEADING])


def make_styles(document: Document) -> dict[str, str]:
    """All of them by name with their ids; the document's own style is in the letter's type."""
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _apply(normal, _Look())
    for name, look in _LOOKS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = normal
        style.quick_style = True
        _apply(style, look)
        style.paragraph_format.keep_with_next = name in _KEPT_WITH_NEXT
    document.styles[STYLE_NAMES[Kind.LETTERHEAD]].font.color.rgb = _RED
    return {name: document.styles[name].style_id for name in _LOOKS}


def put_on(paragraph: Paragraph, style_id: str) -> None:
    """Give the paragraph a style by its id: python-docx looks through every style for a name."""
    paragraph.paragraph_format.element.style = style_id


def _apply(style: ParagraphStyle, look: _Look) -> None:
    _set_font(style, look.font)
    style.font.size = Pt(look.size)
    shape = style.paragraph_format
    shape.alignment = look.align
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = Pt(look.line)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.left_indent = Pt(look.left)
    shape.first_line_indent = Pt(look.indent * look.size)
    if look.indent:
        # Word measures in hundredths of a character, so that a change of size keeps the indent.
        shape.element.pPr.ind.set(qn("w:firstLineChars"), str(look.indent * 100))


def _set_font(style: ParagraphStyle, font: str) -> None:
    style.font.name = _LATIN
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
