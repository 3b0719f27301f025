"""The report on pages: PDF as programs print it, OFD, and pictures of the pages."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2
from twin_docx import make_direct
from twin_office import save
from twin_pages import make_page

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_DOTS = 200
_MILLIMETRES = 25.4 / 72
_SECONDS = 120


def print_office() -> bytes | None:
    """A multi-level list, printed by LibreOffice."""
    return save(make_direct(), "docx", "pdf")


def print_page() -> bytes | None:
    """The page of the web site, printed by Chromium with its header and footer."""
    program = shutil.which("chromium")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_bytes(make_page())
        still = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
        command = (program, *still, f"--user-data-dir={folder}/p", f"--print-to-pdf={out}", page)
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        return out.read_bytes()


def make_ofd() -> bytes | None:
    """What LibreOffice prints, as a converter writes it: an object a character, where it stands."""
    data = print_office()
    return _pack_ofd(dict(enumerate(_draw_pages(data)))) if data is not None else None


def _draw_pages(data: bytes) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(data):
        height, words = page.get_height(), page.get_textpage()
        drawn = []
        for at in range(words.count_chars()):
            character = words.get_text_range(at, 1)
            left, bottom, right, top = words.get_charbox(at, loose=True)
            if not character.strip():
                continue
            size = pypdfium2.raw.FPDFText_GetFontSize(words, at)
            box = (left, height - top, right - left, top - bottom)
            down = (top - bottom - size / 4) * _MILLIMETRES
            code = f'<ofd:TextCode X="0" Y="{down:.3f}">{escape(character)}</ofd:TextCode>'
            told = " ".join(f"{value * _MILLIMETRES:.3f}" for value in box)
            drawn.append(
                f'<ofd:TextObject Boundary="{told}" Font="1" Size="{size * _MILLIMETRES:.3f}">'
                f"{code}</ofd:TextObject>"
            )
        layer = f"<ofd:Layer>{''.join(drawn)}</ofd:Layer>"
        yield f"<ofd:Page {_SPACE}><ofd:Content>{layer}</ofd:Content></ofd:Page>"


def _pack_ofd(pages: Mapping[int, str]) -> bytes:
    box = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    places = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}.xml"/>' for at in pages)
    root = "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    parts = {
        "OFD.xml": f'<ofd:OFD {_SPACE} Version="1.0"><ofd:DocBody>{root}</ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData>{box}</ofd:CommonData>"
        f"<ofd:Pages>{places}</ofd:Pages></ofd:Document>",
        **{f"Doc_0/Pages/{at}.xml": page for at, page in pages.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return buffer.getvalue()


def scan_pages() -> bytes | None:
    """What LibreOffice prints, scanned: tilted, noisy, sealed."""
    data = _print_for_ocr()
    if data is None:
        return None
    from measure_pdf import scan  # noqa: PLC0415 - of the extra

    return scan(data)


def draw_tiff() -> bytes | None:
    """The pages in one picture file, as a fax or a scanner saves them."""
    data = _print_for_ocr()
    return _draw(data, "TIFF") if data is not None else None


def draw_png() -> bytes | None:
    """The pages one under the other in one picture, as a telephone saves a long page."""
    data = _print_for_ocr()
    return _draw(data, "PNG") if data is not None else None


def _print_for_ocr() -> bytes | None:
    return print_office() if find_spec("rapidocr") is not None else None


def _draw(data: bytes, kind: str) -> bytes:
    from PIL import Image  # noqa: PLC0415 - of the extra

    pages = [page.render(scale=_DOTS / 72).to_pil() for page in pypdfium2.PdfDocument(data)]
    buffer = io.BytesIO()
    if kind == "TIFF":
        pages[0].save(buffer, kind, save_all=True, append_images=pages[1:])
        return buffer.getvalue()
    long = Image.new("RGB", (pages[0].width, sum(page.height for page in pages)), "white")
    for at, page in enumerate(pages):
        long.paste(page, (0, at * pages[0].height))
    long.save(buffer, kind)
    return buffer.getvalue()
