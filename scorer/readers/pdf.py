"""PDF to text: what its fonts say, put together by where it stands; scanned pages by OCR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from scorer.errors import IngestError
from scorer.readers import ocr
from scorer.readers.extract import Extract
from scorer.readers.layout.lines import Page, find_lines
from scorer.readers.layout.lost import note_lost
from scorer.readers.layout.paragraphs import make_flow
from scorer.readers.pdf_glyphs import Sheet, read_sheet

#: No report is longer; what takes longer to read is no report.
MAX_PAGES = 600
MAX_SCANNED_PAGES = 100
MAX_GLYPHS = 1_500_000
#: Per inch; no side of a page gets more than the last.
_DOTS = 200
_POINTS = 72
_MOST_DOTS = 4000
_BROKEN = "已损坏，无法读取"
_SCANNED = f"是扫描图片，或者字体没有标明文字，{ocr.ADVICE}"
_MEND = "请用 PDF 阅读器打开核对，重新导出后再评分"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaf:
    """A page with its words, or the reason why it has none."""

    page: Page
    glyphs: int = 0
    scanned: bool = False
    lost: str = ""


_LOST_LEAF = _Leaf(page=Page(width=0, height=0, lines=()), lost=_BROKEN)


def read_pdf(name: str, data: bytes) -> Extract:
    """The text of the file; a page that cannot be read leaves a note where it belongs."""
    document = _open(name, data)
    try:
        leaves = _read_leaves(name, document)
    finally:
        document.close()
    flow = make_flow([leaf.page for leaf in leaves])
    if not flow.lines:
        raise IngestError(_describe_empty(name, leaves))
    lost = {number: leaf.lost for number, leaf in enumerate(leaves) if leaf.lost}
    return Extract(text=flow.text, notes=(*note_lost(flow, lost), *ocr.note_unsure(flow)))


def _open(name: str, data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise IngestError(_describe_refusal(name, error)) from error
    count = len(document)
    if count > MAX_PAGES:
        document.close()
        raise IngestError(f"{name}：共{count}页，超过{MAX_PAGES}页的上限，请只提供报告正文。")
    return document


def _describe_refusal(name: str, error: pdfium.PdfiumError) -> str:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return f"{name}：PDF 有打开密码，无法读取，请去掉密码、重新保存后再评分。"
    if error.err_code == pdfium_c.FPDF_ERR_SECURITY:
        return f"{name}：PDF 的加密方式不支持，无法读取，请去掉加密、重新保存后再评分。"
    return f"{name}：PDF 文件已损坏或者不完整，无法读取，{_MEND}。"


def _read_leaves(name: str, document: pdfium.PdfDocument) -> list[_Leaf]:
    leaves: list[_Leaf] = []
    glyphs = scanned = 0
    for number in range(len(document)):
        leaf = _read_leaf(document, number)
        leaves.append(leaf)
        glyphs += leaf.glyphs
        scanned += leaf.scanned
        if glyphs > MAX_GLYPHS:
            raise IngestError(f"{name}：文字超过{MAX_GLYPHS}个的上限，请只提供报告正文。")
        if scanned > MAX_SCANNED_PAGES:
            raise IngestError(
                f"{name}：扫描页超过{MAX_SCANNED_PAGES}页的上限，请只提供报告正文部分。"
            )
    return leaves


def _read_leaf(document: pdfium.PdfDocument, number: int) -> _Leaf:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return _LOST_LEAF
    try:
        sheet = read_sheet(page)
        return _scan(page) if sheet.scanned else _set(sheet)
    except pdfium.PdfiumError:
        return _LOST_LEAF
    finally:
        page.close()


def _set(sheet: Sheet) -> _Leaf:
    page = Page(width=sheet.width, height=sheet.height, lines=find_lines(sheet.glyphs))
    return _Leaf(page=page, glyphs=len(sheet.glyphs))


def _scan(page: pdfium.PdfPage) -> _Leaf:
    """What OCR reads on a picture of the page."""
    if not ocr.is_installed():
        return _Leaf(page=_LOST_LEAF.page, scanned=True, lost=_SCANNED)
    scale = min(_DOTS / _POINTS, _MOST_DOTS / max(page.get_size()))
    picture = page.render(
        scale=scale,
        rev_byteorder=True,
        force_bitmap_format=pdfium_c.FPDFBitmap_BGR,
        may_draw_forms=False,
    )
    return _Leaf(page=ocr.read_pixels(ocr.drop_red(picture.to_numpy())), scanned=True)


def _describe_empty(name: str, leaves: Sequence[_Leaf]) -> str:
    if any(leaf.lost == _SCANNED for leaf in leaves):
        return f"{name}：PDF 是扫描件，或者字体没有标明文字，{ocr.ADVICE}。"
    if any(leaf.lost for leaf in leaves):
        return f"{name}：PDF 的各页都已损坏，无法读取，{_MEND}。"
    return f"{name}：PDF 里没有可以读取的文字，请检查文件是否空白。"
