"""A PDF gives its paragraphs whatever made it, and is refused in one line where it cannot."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers import ocr, pdf
from scorer.readers.pdf import read_pdf
from tests.unit.readers.typesetting import Printed, Typesetter

FILE = "资料/松溪镇.pdf"
HEIGHT = 842
SONG = "STSong-Light"
#: Debian's Chinese TrueType font, which is embedded in part.
DROID = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")

embedded = pytest.mark.skipif(not DROID.exists(), reason="needs Debian's fonts-droid-fallback")

Report = tuple[Typesetter, tuple[str, ...]]
Draw = Callable[[Canvas, Printed], None]


@pytest.fixture(autouse=True, scope="module")
def fonts() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    if DROID.exists():
        pdfmetrics.registerFont(TTFont("Droid", DROID))


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)


def set_line(canvas: Canvas, line: Printed, font: str = SONG) -> None:
    """Quotes last, and figures of another font, as office programs do."""
    for character, left, _ in sorted(line.cells, key=lambda cell: cell[0] in "“”"):
        narrow = font != SONG and character < "\u2e80"
        canvas.setFont("Helvetica" if narrow else font, line.size)
        canvas.drawString(left, HEIGHT - line.y, character)


def set_embedded(canvas: Canvas, line: Printed) -> None:
    set_line(canvas, line, "Droid")


def make_pdf(pages: Sequence[Sequence[Printed]], draw: Draw = set_line, **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, HEIGHT), **options)
    for page in pages:
        for line in page:
            draw(canvas, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def build(*objects: bytes) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    start = out.index(b"xref")
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def make_blank(pages: int, count: int | None = None) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count or pages)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return build(b"<</Type/Catalog/Pages 2 0 R>>", tree, *([page] * pages))


def make_loop(count: int) -> bytes:
    """A page tree that holds itself."""
    return build(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count,
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count %d>>" % count,
    )


def words(data: bytes) -> list[str]:
    return read_pdf(FILE, data).text.splitlines()


def refuse(data: bytes) -> str:
    with pytest.raises(IngestError) as caught:
        read_pdf(FILE, data)
    message = str(caught.value)
    assert message.startswith(f"{FILE}：")
    assert message.endswith("。")
    assert "\n" not in message
    return message


def test_a_report_with_a_font_that_is_not_embedded_is_read(report: Report) -> None:
    typesetter, paragraphs = report
    extract = read_pdf(FILE, make_pdf(typesetter.pages))
    assert extract.text.splitlines() == list(paragraphs)
    assert extract.notes == ()


@embedded
def test_a_report_with_an_embedded_font_is_read(report: Report) -> None:
    typesetter, paragraphs = report
    assert words(make_pdf(typesetter.pages, set_embedded)) == list(paragraphs)


def test_the_file_becomes_a_document(report: Report) -> None:
    typesetter, paragraphs = report
    (document,) = read(FILE, make_pdf(typesetter.pages))
    assert document.text.startswith(paragraphs[0])
    assert not document.doubts


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(report: Report, angle: int) -> None:
    typesetter, paragraphs = report
    across = {90: (0, -HEIGHT), 180: (-595, -HEIGHT), 270: (-595, 0)}[angle]

    def draw(canvas: Canvas, line: Printed) -> None:
        canvas.saveState()
        canvas.rotate(angle)
        canvas.translate(*across)
        set_line(canvas, line)
        canvas.restoreState()

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, HEIGHT))
    for page in typesetter.pages:
        canvas.setPageRotation(angle)
        for line in page:
            draw(canvas, line)
        canvas.showPage()
    canvas.save()
    assert words(out.getvalue()) == list(paragraphs)


def test_a_watermark_set_awry_is_left_out(report: Report) -> None:
    typesetter, paragraphs = report

    def draw(canvas: Canvas, line: Printed) -> None:
        set_line(canvas, line)
        canvas.saveState()
        canvas.rotate(45)
        canvas.drawString(400, 100, "内部资料")
        canvas.restoreState()

    assert words(make_pdf(typesetter.pages, draw)) == list(paragraphs)


def test_text_outside_the_page_is_left_out(typesetter: Typesetter) -> None:
    typesetter.add("全年各项工作按计划完成，群众满意。")
    typesetter.print_at("裁切线以外的文字", 700, 200)
    assert words(make_pdf(typesetter.pages)) == ["全年各项工作按计划完成，群众满意。"]


@embedded
def test_radicals_are_read_as_the_characters_they_look_like(typesetter: Typesetter) -> None:
    """Fonts name a glyph by the first of the code points that share it."""
    typesetter.add("工作人员入户走访，长期坚持民主，全面完成任务。")
    data = make_pdf(typesetter.pages, set_embedded, pageCompression=0)
    for plain, radical in zip("工户长民面", "⼯⼾⻓⺠⾯", strict=True):
        code = b"<%04X>\n" % ord(plain)
        assert code in data
        data = data.replace(code, b"<%04X>\n" % ord(radical))
    assert words(data) == ["工作人员入户走访，长期坚持民主，全面完成任务。"]


def test_a_machine_without_the_pdf_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(IngestError, match="缺少 PDF 组件"):
        read(FILE, make_blank(1))


def test_a_password_of_the_owner_alone_does_not_lock_the_file(report: Report) -> None:
    typesetter, paragraphs = report
    lock = StandardEncryption("", ownerPassword="owner", strength=128)
    assert words(make_pdf(typesetter.pages, encrypt=lock)) == list(paragraphs)


def test_a_wrong_place_of_the_table_is_mended(report: Report) -> None:
    typesetter, paragraphs = report
    data = make_pdf(typesetter.pages)
    at = data.rindex(b"startxref")
    assert words(data[:at] + b"startxref\n7\n%%EOF") == list(paragraphs)


def test_a_file_with_a_password_is_refused(report: Report) -> None:
    lock = StandardEncryption("secret", strength=128)
    assert "密码" in refuse(make_pdf(report[0].pages, encrypt=lock))


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"%PDF-1.7\n", "损坏"),
        (b"%PDF-1.7\n%%EOF", "损坏"),
        (make_blank(3)[:60], "损坏"),
        (make_loop(10), "损坏"),
        (make_loop(100_000_000), "损坏"),
        (make_blank(1), "没有可以读取的文字"),
        (make_blank(5000), "共5000页"),
        (make_blank(2, count=5000), "5000页"),
    ],
    ids=["bare", "empty", "cut", "loop", "deep-loop", "blank", "many", "many-lie"],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, wanted: str) -> None:
    assert wanted in refuse(data)


def test_too_much_text_is_refused(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_GLYPHS", 100)
    assert "上限" in refuse(make_pdf(report[0].pages))


def test_a_page_that_is_lost_leaves_a_note_at_its_place(typesetter: Typesetter) -> None:
    for line in ("第一页各项工作按计划完成。", "第二页的文字。", "第三页的文字。"):
        typesetter.add(line)
        typesetter.turn()
    typesetter.pages.pop()
    data = make_pdf(typesetter.pages, pageCompression=0)
    second = re.compile(rb"(/Kids \[ \d+ 0 R )\d+( 0 R)")
    extract = read_pdf(FILE, second.sub(rb"\g<1>999\2", data))
    assert "第二页" not in extract.text
    (note,) = extract.notes
    assert note.message.startswith("第2页已损坏")
    assert extract.text[note.span.start : note.span.end] == "第一页各项工作按计划完成。"
    assert note.loses_text


@embedded
@pytest.mark.usefixtures("no_ocr")
def test_fonts_without_a_map_of_characters_need_ocr(report: Report) -> None:
    data = make_pdf(report[0].pages, set_embedded)
    unmapped = data.replace(b"/ToUnicode", b"/ToUnicodX")
    assert 'pip install "scorer[ocr]"' in refuse(unmapped)


@pytest.mark.usefixtures("no_ocr")
def test_a_scan_among_pages_of_text_leaves_a_note(report: Report) -> None:
    typesetter, _ = report

    def draw(canvas: Canvas, line: Printed) -> None:
        if line.text == "scan":
            canvas.drawInlineImage(make_picture(), 0, 0, 595, HEIGHT)
        else:
            set_line(canvas, line)

    typesetter.turn()
    typesetter.print_at("scan", 0, 0)
    typesetter.turn()
    typesetter.print_at("scan", 0, 0)
    extract = read_pdf(FILE, make_pdf(typesetter.pages, draw))
    (note,) = extract.notes
    assert note.message.startswith("第3页至第4页是扫描图片")
    assert note.loses_text
    assert extract.text[note.span.start : note.span.end] == "2025年1月20日"


@pytest.mark.usefixtures("no_ocr")
def test_a_scan_without_ocr_is_refused_with_the_command(typesetter: Typesetter) -> None:
    typesetter.print_at("扫描全能王 创建", 400, 820, 9)

    def draw(canvas: Canvas, line: Printed) -> None:
        canvas.drawInlineImage(make_picture(), 0, 0, 595, HEIGHT)
        set_line(canvas, line)

    assert '缺少 OCR 组件：pip install "scorer[ocr]"' in refuse(make_pdf(typesetter.pages, draw))


def make_picture() -> Image.Image:
    return Image.new("L", (60, 84), 200)
