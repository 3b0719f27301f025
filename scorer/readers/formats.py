"""What a file is by its first bytes, never its suffix."""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile
from enum import StrEnum


class Format(StrEnum):
    """A kind of file that people hand in as a report; the value is what messages call it."""

    TEXT = "纯文本"
    HTML = "网页"
    DOCX = "Word（.docx）"
    DOC = "旧版 Word 或 WPS（.doc、.wps）"
    PDF = "PDF"
    OFD = "OFD"
    RTF = "RTF"
    PICTURE = "图片"
    WEB_ARCHIVE = "网页归档（.mht）"
    ZIP = "ZIP 压缩包"
    RAR = "RAR 压缩包"
    SEVEN_ZIP = "7z 压缩包"
    GZIP = "GZIP 压缩包"
    XLSX = "Excel（.xlsx）"
    PPTX = "PowerPoint（.pptx）"
    OPEN_DOCUMENT = "OpenDocument"


_RAR_SIGNATURE = b"Rar!"
_SIGNATURES = (
    (b"%PDF", Format.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.DOC),
    (b"{\\rtf", Format.RTF),
    (_RAR_SIGNATURE, Format.RAR),
    (b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (b"\x1f\x8b", Format.GZIP),
    (b"\x89PNG", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"GIF8", Format.PICTURE),
    (b"BM", Format.PICTURE),
    (b"II*\x00", Format.PICTURE),
    (b"MM\x00*", Format.PICTURE),
)
_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
#: What a member of a zip archive shows it to be, and the bytes that show it in a broken one.
_ZIP_MEMBERS = (
    ("word/", Format.DOCX),
    ("xl/", Format.XLSX),
    ("ppt/", Format.PPTX),
    ("OFD.xml", Format.OFD),
    ("META-INF/manifest.xml", Format.OPEN_DOCUMENT),
)
#: Headers, some of them folded; a long title of a page is.
_MHT = re.compile(rb"(?:(?:[A-Za-z-]+:|[ \t])[^\n]*\n)*?MIME-Version:", re.IGNORECASE)
_TAG = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|div|table|article|p)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_ZIP_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 100_000
_BITMAP_HEADER = 54
_SNIFFED = 4096
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def may_be_archive(opening: bytes) -> bool:
    """Whether a file that begins so may hold others; office documents are zip archives too."""
    return opening.startswith((*_ZIP_SIGNATURES, _RAR_SIGNATURE))


def find_format(data: bytes) -> Format:
    """Sniff the format; whatever shows no signs of another is text."""
    if data.startswith(_ZIP_SIGNATURES):
        return _find_zip_kind(data)
    for mark, form in _SIGNATURES:
        if data.startswith(mark) and not (mark == b"BM" and _is_text(data)):
            return form
    if _MHT.match(data[:_SNIFFED]):
        return Format.WEB_ARCHIVE
    return Format.HTML if _TAG.match(_opening(data)) else Format.TEXT


def _is_text(data: bytes) -> bool:
    """Whether no byte of what may be a bitmap's header is a NUL."""
    return b"\0" not in data[:_BITMAP_HEADER]


def _find_zip_kind(data: bytes) -> Format:
    """By the names in the archive; where its directory is lost, by the names before the members."""
    if data.count(_ZIP_ENTRY) > _MOST_ENTRIES:  # each takes memory once the directory is read
        return Format.ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, OSError):
        return next((form for mark, form in _ZIP_MEMBERS if mark.encode() in data), Format.ZIP)
    marks = (form for mark, form in _ZIP_MEMBERS if any(n.startswith(mark) for n in names))
    return next(marks, Format.ZIP)


def _opening(data: bytes) -> bytes:
    """The first characters as bytes, whatever the encoding of the file."""
    opening = data[:_SNIFFED]
    if opening.startswith(_UTF16_BOMS):
        return opening.decode("utf-16", "ignore").encode()
    return opening.removeprefix(codecs.BOM_UTF8)
