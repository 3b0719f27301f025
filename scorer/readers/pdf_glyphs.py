"""A page of a PDF to its glyphs as a person sees them: upright, and in everyday characters."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from scorer.readers.layout.lines import Glyph

#: Fonts name some characters as radicals, which look the same; NFKC knows not all of them.
_RADICALS = str.maketrans(
    dict(
        zip(
            "⺁⺌⺒⺓⺙⺝⺟⺠⺣⺮⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾⾧",
            "厂小巳幺攵月母民灬竹肉虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户长",
            strict=True,
        )
    )
)
_LOOK_ALIKES = (("\u2e80", "\u2fdf"), ("\uf900", "\ufaff"))
_PRIVATE = (("\ue000", "\uf8ff"), ("\U000f0000", "\U0010ffff"))
_SURROGATES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_HYPHENS = (0x2, 0xFFFE)
_LOST = "\ufffd"
_FEWEST = 10
_UNMAPPED_SHARE = 0.3
_FEWEST_CHINESE = 30
_RARE_SHARE = 0.5
_LEVEL_ONE = range(0xB0, 0xD8)
#: How far off the page, in points, and off a right angle, in turns of 90 degrees, text may stand.
_OVERHANG = 2
_AWRY = 0.12
#: A page that a picture covers so far has no more text of its own than a scanner's stamp.
_COVERED = 0.5
_PICTURED = 0.15
_STAMP = 60
#: Shapes on a page whose letters were turned into outlines.
_OUTLINED = 100
_DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page's glyphs upright, and its size that way; `scanned` where they are not its text."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    scanned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A character as the file has it: corners and origin in the page's own coordinates."""

    text: str
    corners: tuple[tuple[float, float], tuple[float, float]]
    origin: tuple[float, float]
    size: float
    turn: int


def read_sheet(page: pdfium.PdfPage) -> Sheet:
    """The page as its text says; letters set awry, which only watermarks are, are left out."""
    text_page = page.get_textpage()
    try:
        marks = [
            mark for index in range(text_page.count_chars()) for mark in _read(text_page, index)
        ]
    finally:
        text_page.close()
    marks = _pair_surrogates(marks)
    box = page.get_bbox()
    turn = _find_turn(marks)
    left, bottom, right, top = _turn_box(((box[0], box[1]), (box[2], box[3])), turn)
    glyphs = [
        _make_glyph(mark, (left, top)) for mark in marks if mark.turn == turn and _is_on(mark, box)
    ]
    printed = "".join(glyph.text for glyph in glyphs if not glyph.text.isspace())
    return Sheet(
        width=right - left,
        height=top - bottom,
        glyphs=tuple(glyph for glyph in glyphs if not _is_private(glyph.text)),
        scanned=_is_unmapped(printed) or _is_pictured(page, len(printed)),
    )


def _read(text_page: pdfium.PdfTextPage, index: int) -> Iterator[_Mark]:
    if pdfium_c.FPDFText_IsGenerated(text_page, index) == 1:
        return
    matrix = pdfium_c.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium_c.FS_RECTF()
    told = (
        pdfium_c.FPDFText_GetMatrix(text_page, index, matrix)
        and pdfium_c.FPDFText_GetCharOrigin(text_page, index, x, y)
        and pdfium_c.FPDFText_GetLooseCharBox(text_page, index, box)
    )
    numbers = (matrix.a, matrix.b, matrix.c, matrix.d, x.value, y.value)
    if not told or not all(math.isfinite(number) for number in (*numbers, *_sides(box))):
        return
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    size = pdfium_c.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    if abs(quarters - round(quarters)) > _AWRY or size <= 0:
        return
    yield _Mark(
        text=_find_character(text_page, index),
        corners=((box.left, box.bottom), (box.right, box.top)),
        origin=(x.value, y.value),
        size=size,
        turn=round(quarters) % 4,
    )


def _sides(box: pdfium_c.FS_RECTF) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top


def _find_character(text_page: pdfium.PdfTextPage, index: int) -> str:
    code = pdfium_c.FPDFText_GetUnicode(text_page, index)
    if code in _HYPHENS:
        return "-"
    if code == 0 or pdfium_c.FPDFText_HasUnicodeMapError(text_page, index) == 1:
        return _LOST
    character = chr(code)
    if any(first <= character <= last for first, last in _LOOK_ALIKES):
        return unicodedata.normalize("NFKC", character.translate(_RADICALS))
    if character.isspace():
        return " "
    return _LOST if unicodedata.category(character) == "Cc" else character


def _pair_surrogates(marks: Sequence[_Mark]) -> list[_Mark]:
    """Characters beyond the first 65,536, which some systems tell in halves, made whole."""
    whole: list[_Mark] = []
    for mark in marks:
        code = ord(mark.text[0])
        last = ord(whole[-1].text[0]) if whole else 0
        if code in _SURROGATES[1] and last in _SURROGATES[0]:
            pair = chr(last) + mark.text
            whole[-1] = _rename(whole[-1], pair.encode("utf-16", "surrogatepass").decode("utf-16"))
        else:
            whole.append(mark)
    return [_rename(mark, _LOST) if _is_half(mark) else mark for mark in whole]


def _rename(mark: _Mark, text: str) -> _Mark:
    return _Mark(
        text=text, corners=mark.corners, origin=mark.origin, size=mark.size, turn=mark.turn
    )


def _is_half(mark: _Mark) -> bool:
    return any(ord(mark.text[0]) in half for half in _SURROGATES)


def _find_turn(marks: Sequence[_Mark]) -> int:
    """In which of four directions most of the text runs."""
    turns = Counter(mark.turn for mark in marks)
    return max(turns.items(), key=lambda item: item[1], default=(0, 0))[0]


def _turn(point: tuple[float, float], turn: int) -> tuple[float, float]:
    x, y = point
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _turn_box(
    corners: tuple[tuple[float, float], tuple[float, float]], turn: int
) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = (_turn(corner, turn) for corner in corners)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_on(mark: _Mark, box: tuple[float, float, float, float]) -> bool:
    x, y = mark.origin
    left, bottom, right, top = box
    return left - _OVERHANG <= x <= right + _OVERHANG and bottom <= y <= top + _OVERHANG


def _make_glyph(mark: _Mark, corner: tuple[float, float]) -> Glyph:
    """Upright, measured from the page's upper left corner."""
    left, _, right, _ = _turn_box(mark.corners, mark.turn)
    _, y = _turn(mark.origin, mark.turn)
    return Glyph(
        text=mark.text,
        left=left - corner[0],
        right=right - corner[0],
        y=corner[1] - y,
        size=mark.size,
    )


def _is_private(text: str) -> bool:
    return any(first <= text[0] <= last for first, last in _PRIVATE)


def _is_unmapped(printed: str) -> bool:
    """Whether the fonts do not tell their characters, or tell others than they show."""
    unmapped = sum(1 for character in printed if character == _LOST or _is_private(character))
    if printed and unmapped > _UNMAPPED_SHARE * len(printed):
        return True
    chinese = [character for character in printed if "\u3400" <= character <= "\u9fff"]
    everyday = sum(1 for character in chinese if _is_everyday(character))
    return len(chinese) >= _FEWEST_CHINESE and everyday < _RARE_SHARE * len(chinese)


def _is_everyday(character: str) -> bool:
    return character.encode("gb2312", "replace")[0] in _LEVEL_ONE


def _is_pictured(page: pdfium.PdfPage, printed: int) -> bool:
    """Whether what the page shows is a picture or outlines rather than text."""
    if printed >= _STAMP:
        return False
    width, height = page.get_size()
    covered = 0.0
    outlines = 0
    kinds = (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH)
    for thing in page.get_objects(filter=kinds, max_depth=_DEEPEST):
        outlines += thing.type == pdfium_c.FPDF_PAGEOBJ_PATH
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
    share = covered / max(1.0, width * height)
    if printed >= _FEWEST:
        return bool(share >= _COVERED)
    return bool(share >= _PICTURED or outlines >= _OUTLINED)
