"""A tiny invented report in every format that can be made here, for the self-test."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

TITLE = "青禾镇2023年法治政府建设年度报告"
LINES = (
    TITLE,
    "一、2023年主要举措和成效",
    "镇政府签订法律顾问合同，全年审查合同18份。",
    "镇人民调解委员会全年调解纠纷46件，成功44件。",
    "二、存在的不足和原因",
    "一是调解员力量薄弱，主要原因是报酬偏低。",
    "三、2024年主要安排",
    "一是为每个村配齐调解员。",
    "青禾镇人民政府",
    "2024年1月15日",
)
TEXT = "".join(f"{line}\n" for line in LINES)
_DOC = Path(__file__).parent / "data" / "sample.doc"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFD = "http://www.ofdspec.org/2016"
_PAGE = (595, 842)
_SIZE, _LEFT, _TOP, _LEADING = 16, 80, 760, 30


def make_text() -> bytes:
    """UTF-8."""
    return TEXT.encode()


def make_html() -> bytes:
    """A page in GB18030, as old sites serve it."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    head = f'<head><meta charset="gb2312"><title>{TITLE}</title></head>'
    return f"<html>{head}<body>{body}</body></html>".encode("gb18030")


def make_docx() -> bytes:
    """The least that is a Word document."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in LINES)
    body = f"<w:body>{paragraphs}</w:body>"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
        '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    return _zip(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": links,
            "word/document.xml": f'<w:document xmlns:w="{_WORD}">{body}</w:document>',
        }
    )


def make_doc() -> bytes:
    """An old Word document, saved by LibreOffice."""
    return _DOC.read_bytes()


def make_ofd() -> bytes:
    """One page, an object a line."""
    objects = "".join(
        f'<ofd:TextObject ID="{at + 10}" Boundary="20 {20 + 10 * at} 170 6" Font="1" Size="5.6">'
        f'<ofd:TextCode X="0" Y="4.8" DeltaX="g {len(line) - 1} 5.6">{escape(line)}</ofd:TextCode>'
        "</ofd:TextObject>"
        for at, line in enumerate(LINES)
    )
    return _zip(
        {
            "OFD.xml": _ofd("OFD", "<ofd:DocBody><ofd:DocRoot>D/D.xml</ofd:DocRoot></ofd:DocBody>"),
            "D/D.xml": _ofd(
                "Document",
                "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
                "</ofd:PageArea></ofd:CommonData>"
                '<ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages>',
            ),
            "D/P.xml": _ofd(
                "Page",
                f'<ofd:Content><ofd:Layer ID="2" Type="Body">{objects}</ofd:Layer></ofd:Content>',
            ),
        }
    )


def make_pdf() -> bytes:
    """One page in a font that is not in the file; the characters' codes are Unicode."""
    used = sorted({ord(character) for line in LINES for character in line})
    drawn = "".join(
        f"BT /F {_SIZE} Tf {_LEFT} {_TOP - _LEADING * at} Td <{_codes(line)}> Tj ET\n"
        for at, line in enumerate(LINES)
    )
    names = "\n".join(f"<{code:04X}> <{code:04X}>" for code in used)
    unicode = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(used)} beginbfchar\n{names}\nendbfchar endcmap end"
    )
    return _write_pdf(
        "/Type0 /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 "
        "/BaseFont /SimSun /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 "
        "/Ascent 860 /Descent -140 /CapHeight 700 /ItalicAngle 0 /StemV 80 "
        "/FontBBox [0 -140 1000 860] >> >>] /ToUnicode 6 0 R",
        [drawn, unicode],
    )


def make_rtf() -> bytes:
    """GBK, as Word writes it."""
    lines = ("".join(rf"\'{byte:02x}" for byte in line.encode("gb18030")) for line in LINES)
    body = "".join(rf"\pard {line}\par " for line in lines)
    return rf"{{\rtf1\ansi\ansicpg936{{\fonttbl{{\f0\fcharset134 SimSun;}}}}\f0 {body}}}".encode()


def make_zip() -> bytes:
    """The text in an archive."""
    return _zip({f"{TITLE}.txt": TEXT})


def make_picture_page(words: str) -> bytes:
    """A PDF page of large Latin words, which every renderer has letters for."""
    return _write_pdf("/Type1 /BaseFont /Helvetica", [f"BT /F 60 Tf 60 600 Td ({words}) Tj ET"])


def write_png(rows: Sequence[bytes]) -> bytes:
    """A grey picture, a byte a pixel."""
    size = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows))
    chunks = ((b"IHDR", size), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _codes(line: str) -> str:
    return "".join(f"{ord(character):04X}" for character in line)


def _write_pdf(font: str, streams: Sequence[str]) -> bytes:
    """One page; the first stream is drawn, what follows are objects from number 6."""
    width, height = _PAGE
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 5 0 R "
        "/Resources << /Font << /F 4 0 R >> >> >>",
        f"<< /Type /Font /Subtype {font} >>",
        *(f"<< /Length {len(each)} >>\nstream\n{each}\nendstream" for each in streams),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
    tail += f"trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + tail.encode("ascii")


def _ofd(element: str, body: str) -> str:
    return f'<ofd:{element} xmlns:ofd="{_OFD}">{body}</ofd:{element}>'


def _zip(members: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return target.getvalue()
