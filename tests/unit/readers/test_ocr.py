"""Scans and pictures give the words on them, or are refused in one line."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from scorer.document import DoubtKind
from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers import ocr, picture
from scorer.readers.extract import Note
from scorer.readers.layout.lines import Glyph, Page, find_lines
from scorer.readers.layout.paragraphs import make_flow
from scorer.readers.pdf import read_pdf
from scorer.readers.picture import read_picture
from tests.unit.readers.typesetting import BODY, SIGNATURE, Printed, Typesetter

FILE = "资料/松溪镇.png"
#: Debian's; Windows and macOS have others.
FONTS = (
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
)
FONT = next((font for font in FONTS if Path(font).exists()), None)
LATIN = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
DOTS = 150 / 72
#: The part of a page that has its first lines.
TOP = (0, 200, 1240, 420)
RED = (215, 30, 35)

engine = pytest.mark.skipif(
    not ocr.is_installed() or FONT is None,
    reason='needs pip install "scorer[ocr]" and a Chinese font to draw with',
)


def draw_page(lines: Sequence[Printed]) -> Image.Image:
    page = Image.new("RGB", (round(595 * DOTS), round(842 * DOTS)), "white")
    draw = ImageDraw.Draw(page)
    for line in lines:
        font = ImageFont.truetype(FONT or "", round(line.size * DOTS))
        latin = ImageFont.truetype(LATIN, round(line.size * DOTS * 0.8))
        for character, left, _ in line.cells:
            at = (left * DOTS, line.y * DOTS)
            face = latin if character < "\u2e80" else font
            draw.text(at, character, font=face, fill="black", anchor="ls")
    return page


def save(pages: Sequence[Image.Image], kind: str) -> bytes:
    out = io.BytesIO()
    several = {"save_all": True, "append_images": pages[1:]} if kind in {"PDF", "TIFF"} else {}
    pages[0].save(out, kind, **several, **({"resolution": 150} if kind == "PDF" else {}))
    return out.getvalue()


def refuse(data: bytes) -> str:
    with pytest.raises(IngestError) as caught:
        read_picture(FILE, data)
    message = str(caught.value)
    assert message.startswith(f"{FILE}：")
    assert message.endswith("。")
    return message


def strip_marks(text: str) -> str:
    """Without white space and the smallest marks, which a tilt may cost."""
    return "".join(text.translate(dict.fromkeys(map(ord, "，。、"))).split())


@engine
def test_a_scan_is_read_through_its_seal_and_its_tilt(typesetter: Typesetter) -> None:
    paragraphs = (*BODY[1:4], *SIGNATURE)
    for paragraph in paragraphs[:-2]:
        typesetter.add(paragraph)
    for words in paragraphs[-2:]:
        typesetter.add(words, indent=0, right=4)
    (page,) = typesetter.pages
    sealed = ImageChops.multiply(draw_page(page), draw_seal(page[-1]))
    tilted = sealed.rotate(2, Image.Resampling.BICUBIC, fillcolor="white")
    extract = read_pdf(FILE, save([tilted], "PDF"))
    assert [strip_marks(line) for line in extract.text.splitlines()] == [
        strip_marks(paragraph) for paragraph in paragraphs
    ]
    assert extract.notes == ()


def draw_seal(line: Printed) -> Image.Image:
    """Red rings over a line, on white paper."""
    paper = Image.new("RGB", (round(595 * DOTS), round(842 * DOTS)), "white")
    x, y = line.x * DOTS + 60, line.y * DOTS - 20
    for reach in (30, 88, 91, 94):
        box = [x - reach, y - reach, x + reach, y + reach]
        ImageDraw.Draw(paper).ellipse(box, outline=RED, width=3)
    return paper


@engine
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_picture_on_its_side_is_read_upright(typesetter: Typesetter, angle: int) -> None:
    typesetter.add("松溪镇扎实推进法治政府建设，全年办理案件35件，没有案件被撤销。")
    turned = draw_page(typesetter.pages[0]).crop(TOP).rotate(angle, expand=True)
    text = read_picture(FILE, save([turned], "PNG")).text
    assert text == "松溪镇扎实推进法治政府建设，全年办理案件35件，没有案件被撤销。\n"


@engine
@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "BMP"])
def test_every_kind_of_picture_is_read_with_all_its_pages(kind: str) -> None:
    typesetter = Typesetter()
    typesetter.add("松溪镇全年办理案件35件。", indent=0)
    pages = [draw_page(typesetter.pages[0]).crop(TOP)] * 2
    text = read_picture(FILE, save(pages, kind)).text
    assert text == "松溪镇全年办理案件35件。\n" * (2 if kind == "TIFF" else 1)


@engine
def test_the_same_picture_gives_the_same_text_and_a_document(typesetter: Typesetter) -> None:
    typesetter.add("松溪镇扎实推进法治政府建设。")
    data = save([draw_page(typesetter.pages[0]).crop(TOP)], "PNG")
    assert read(FILE, data) == read(FILE, data)


@engine
def test_an_empty_picture_is_refused() -> None:
    assert "没有识别出文字" in refuse(save([Image.new("L", (300, 300), 255)], "PNG"))


@engine
@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"\x89PNG\r\n\x1a\n", "损坏"),
        (b"\xff\xd8\xff\xe0", "损坏"),
        (save([Image.new("L", (90, 90), 255)], "PNG")[:70], "损坏"),
        (save([Image.new("L", (90, 90), 255)], "TIFF")[:60], "损坏"),
        (b"BM" + b"\0" * 60, "损坏"),
    ],
    ids=["png", "jpeg", "cut-png", "cut-tiff", "bmp"],
)
def test_a_broken_picture_is_refused_by_name(data: bytes, wanted: str) -> None:
    assert wanted in refuse(data)


@engine
def test_a_huge_picture_is_refused_by_its_header() -> None:
    data = save([Image.new("1", (10_000, 10_000))], "PNG")
    assert len(data) < 100_000
    assert "10000×10000像素" in refuse(data)


@engine
def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MAX_PAGES", 2)
    assert "共3页" in refuse(save([Image.new("1", (9, 9))] * 3, "TIFF"))


def test_a_picture_without_ocr_is_refused_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    assert '缺少 OCR 组件：pip install "scorer[ocr]"' in refuse(b"\x89PNG")


def note_all(scores: Sequence[float]) -> tuple[str, tuple[Note, ...]]:
    glyphs = [
        Glyph(
            text=f"第{at}行的文字在这里。",
            left=80,
            right=240,
            y=80.0 + at * 40,
            size=16,
            score=score,
        )
        for at, score in enumerate(scores)
    ]
    flow = make_flow([Page(width=595, height=842, lines=find_lines(glyphs), rough=True)])
    return flow.text, tuple(ocr.note_unsure(flow))


def test_lines_hard_to_make_out_are_noted_where_they_stand() -> None:
    text, notes = note_all([0.99, 0.7, 0.6, 0.99, 0.5])
    assert [text[note.span.start : note.span.end] for note in notes] == [
        "第1行的文字在这里。\n第2行的文字在这里。",
        "第4行的文字在这里。",
    ]
    assert all(note.loses_text for note in notes)
    assert notes[0].message.startswith("第1页有2行字迹不清")


@pytest.mark.parametrize(
    ("words", "lost"), [("类别", False), ("收到9件", False), ("没有收到9件", True)]
)
def test_a_few_characters_hard_to_make_out_lose_no_text(
    words: str,
    lost: bool,
) -> None:
    cells = (words, "受理（件）")
    glyphs = [
        Glyph(text=cell, left=left, right=left + 90, y=80, size=16, score=score)
        for cell, left, score in zip(cells, (80, 280), (0.7, 0.95), strict=True)
    ]
    flow = make_flow([Page(width=595, height=842, lines=find_lines(glyphs), rough=True)])
    (note,) = ocr.note_unsure(flow)
    assert note.loses_text is lost


def test_a_note_becomes_a_doubt_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_pixels(_: object) -> Page:
        glyph = Glyph(text="松溪镇全年办理案件35件。", left=80, right=280, y=90, size=16, score=0.5)
        return Page(width=595, height=842, lines=find_lines([glyph]), rough=True)

    pytest.importorskip("numpy", reason='needs pip install "scorer[ocr]"')
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "read_pixels", read_pixels)
    (document,) = read(FILE, save([Image.new("L", (90, 90), 255)], "PNG"))
    assert [doubt.kind for doubt in document.doubts] == [DoubtKind.READ_POORLY]
    assert document.loses_text
