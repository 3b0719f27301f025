"""Bytes to text: BOM, UTF-8, GB18030, and UTF-16 where it is unmistakable.

Bytes that are no character (the file was cut, or a byte was hurt) become `LOST`: few of them in
much text, or one at its end.
"""

from __future__ import annotations

import codecs
import re

from scorer.cache import regex
from scorer.errors import IngestError

#: Stands for bytes that are no character; U+FFFD, as in files that other programs wrote so.
LOST = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
#: Only Big5 must be declared: what else pages declare is told apart by the bytes themselves.
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BIG5 = {b"big5", b"big5-hkscs", b"big5hkscs"}
#: All control characters but the white space among them.
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_NO_CONTROL = dict.fromkeys(_CONTROL)
#: Words without which no Chinese report is written: a decoding that has one is the right one.
_COMMON = regex("法|的|。|，|一|政")
_PRINTABLE = regex("[\x20-\x7e\\s\u2010-\u203b\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e]")
_LEVEL_ONE_LEADS = range(0xB0, 0xD8)
_MARK_LEADS = range(0xA1, 0xA4)
_LAST_ASCII = 0x7F
_ENOUGH = 0.5
_UNMISTAKABLE = 0.95
_PROBE = 4000
_LONGEST_CHARACTER = 4
#: Chinese characters to each one lost, and the fewest that show a file to be UTF-8.
_SOUND = 100
_FEWEST = 10


def decode_text(name: str, data: bytes) -> str:
    """The file as text, its BOM left out; refused where it is no text or of unknown encoding."""
    if not data.strip():
        raise IngestError(f"{name}：文件是空的，没有可评分的文字，请检查后重新提供。")
    text = _decode(name, data)
    if _has_control(text):
        at = next(index for index, mark in enumerate(text) if ord(mark) in _NO_CONTROL)
        raise IngestError(_describe_control(name, text, at))
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0"):
        raise IngestError(f"{name}：文件里只有空白，没有可评分的文字，请检查后重新提供。")
    return text


def decode_page(name: str, data: bytes) -> str:
    """A web page as text; stray control characters, which browsers ignore too, are left out."""
    declared = _CHARSET.search(data[:_PROBE])
    big5 = declared is not None and declared[1].lower() in _BIG5
    text = (_try(data, "big5hkscs") if big5 else None) or _decode(name, data)
    if "\x00" in text:
        raise IngestError(_describe_control(name, text, text.index("\x00")))
    return text.translate(_NO_CONTROL) if _has_control(text) else text


def _has_control(text: str) -> bool:
    raw = text.encode()
    return len(raw.translate(None, _CONTROL)) < len(raw)


def _decode(name: str, data: bytes) -> str:
    if data.startswith(_WIDE_BOMS):
        raise IngestError(f"{name}：不支持 UTF-32 编码，请另存为 UTF-8 编码后再评分。")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_marked(name, data[len(bom) :], encoding)
    for guess in (_try_utf8, _try_utf16, _try_hurt_utf8, _try_gb18030):
        text = guess(data)
        if text is not None:
            return text
    if b"\x00" in data:
        raise IngestError(
            f"{name}：文件含有空字节（NUL），不是文本文件，请提供 .txt 或 .html 文件。"
        )
    raise IngestError(
        f"{name}：无法识别文字编码（不是 UTF-8、UTF-16 或 GB18030），请另存为 UTF-8 编码后再评分。"
    )


def _decode_marked(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        hurt = _try_hurt_utf8(data) if encoding == "utf-8" else _try_cut(data, encoding)
        if hurt is not None:
            return hurt
        raise IngestError(
            f"{name}：文件标明是 {encoding.upper()} 编码，但第{error.start + 1}个字节起无法解码，"
            "请另存为 UTF-8 编码后再评分。"
        ) from error


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _try_cut(data: bytes, encoding: str) -> str | None:
    """The text, be it that the end of the file cuts its last character in two."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end < len(data) or len(data) - error.start >= _LONGEST_CHARACTER:
            return None
        return data[: error.start].decode(encoding) + LOST


def _try_utf8(data: bytes) -> str | None:
    """UTF-8 without zero bytes: those mean UTF-16 or no text at all."""
    return None if b"\x00" in data else _try(data, "utf-8")


def _try_hurt_utf8(data: bytes) -> str | None:
    """UTF-8 with few characters lost; one that the end of the file cuts does not count.

    In GB18030 read so nearly every character is lost, and none of the words is Chinese.
    """
    if b"\x00" in data:
        return None
    text = data.decode("utf-8", "replace")
    lost = text.count(LOST) - text.endswith(LOST)
    wide = (len(data) - len(text)) // 2  # bytes beyond one a character: two for a Chinese one
    return text if wide >= max(_FEWEST, lost * _SOUND) and _COMMON.search(text) else None


def _try_utf16(data: bytes) -> str | None:
    """UTF-16 without BOM, only where exactly one byte order reads as Chinese text."""
    if len(data) % 2:
        return None
    texts = (_try(data, "utf-16-le"), _try(data, "utf-16-be"))
    chinese = [text for text in texts if text is not None and _reads_as_chinese(text)]
    return chinese[0] if len(chinese) == 1 else None


def _reads_as_chinese(text: str) -> bool:
    probe = text[:_PROBE]
    if "\x00" in text or not _COMMON.search(probe):
        return False
    return len(_PRINTABLE.findall(probe)) >= _UNMISTAKABLE * len(probe)


def _try_gb18030(data: bytes) -> str | None:
    """GB18030 where at least half of the double bytes are everyday characters and marks.

    Nearly any bytes decode as GB18030; Big5 or Latin-1 read so give rare characters.
    """
    if b"\x00" in data:
        return None
    text = _try_cut(data, "gb18030")
    if text is None:
        return None
    wide = sum(1 for character in text[:_PROBE] if character > "\x7f")
    pairs = text[:_PROBE].encode("gb2312", "ignore")
    leads = [byte for byte in pairs if byte > _LAST_ASCII][::2]
    everyday = sum(1 for lead in leads if lead in _LEVEL_ONE_LEADS or lead in _MARK_LEADS)
    return text if everyday >= _ENOUGH * wide else None


def _describe_control(name: str, text: str, offset: int) -> str:
    line = len(text[: offset + 1].splitlines())
    kind = "空字节（NUL）" if text[offset] == "\x00" else f"控制字符 U+{ord(text[offset]):04X}"
    return f"{name}：第{line}行含有{kind}，不是纯文本文件，请提供 .txt 或 .html 文件。"
