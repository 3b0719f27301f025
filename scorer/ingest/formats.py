"""What a file is by its first bytes, never its suffix; what cannot be read is refused by name."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from scorer.errors import IngestError


class Format(StrEnum):
    """A kind of file that there is a reader for."""

    TEXT = "text"
    HTML = "html"


_ADVICE = "请用 Word 或 WPS 另存为 .txt（纯文本）或 .html（网页）后再评分"
#: First bytes of files that people take for reports, and their name.
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word 或 WPS（.doc、.wps）"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
    (b"\x1f\x8b", "GZIP 压缩包"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
)
_ZIP = b"PK\x03\x04"
#: A name inside a zip archive that tells what it is.
_ZIP_MEMBERS = (
    (b"word/", "Word（.docx）"),
    (b"xl/", "Excel（.xlsx）"),
    (b"ppt/", "PowerPoint（.pptx）"),
    (b"OFD.xml", "OFD"),
    (b"mimetypeapplication/vnd.oasis", "OpenDocument"),
)
_MHT = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n)*?MIME-Version:", re.IGNORECASE)
_TAG = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|div|table|article|p)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 4096
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def find_format(name: str, data: bytes) -> Format:
    """Sniff the format; a kind of file that cannot be read is refused by its name."""
    refusal = _find_foreign(data)
    if refusal:
        raise IngestError(f"{name}：文件格式是 {refusal}，目前不能直接读取，{_ADVICE}。")
    return Format.HTML if _TAG.match(_opening(data)) else Format.TEXT


def _find_foreign(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        members = (label for mark, label in _ZIP_MEMBERS if mark in data)
        return next(members, "ZIP 压缩包")
    for mark, label in _SIGNATURES:
        if data.startswith(mark):
            return label
    return "网页归档（.mht）" if _MHT.match(data[:_SNIFFED]) else None


def _opening(data: bytes) -> bytes:
    """The first characters as bytes, whatever the encoding of the file."""
    opening = data[:_SNIFFED]
    if opening.startswith(_UTF16_BOMS):
        return opening.decode("utf-16", "ignore").encode()
    return opening.removeprefix(codecs.BOM_UTF8)
