"""Bytes become text without a character lost, or are refused with a reason."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers.decode import decode_page, decode_text

REPORT = "柏树镇2024年法治政府建设情况报告\r\n\r\n　　2024年，全镇办案32件。\n"
FILE = "资料/柏树镇.txt"

#: Bytes, and words that the message must have.
REFUSED = {
    "empty": (b"", "空"),
    "blank": (b" \n\t\r\n", "空"),
    "wide-blank": ("\u3000\n\xa0".encode(), "空白"),
    "bom-only": (codecs.BOM_UTF8, "空白"),
    "nul": (b"abc\x00def\x00", "NUL"),
    "nul-utf8": ("柏树镇\x00报告".encode(), "NUL"),
    "nul-utf16": ("柏树镇\x00报告".encode("utf-16"), "NUL"),
    "control": ("第一行\n第二\x07行".encode(), "第2行含有控制字符 U+0007"),
    "latin-1": ("Über die Straße, café".encode("latin-1"), "编码"),
    "big5": ("石橋鎮，法治的報告。政府工作報告如下，請審閱。".encode("big5"), "编码"),
    "shift-jis": ("法治政府に関する報告です。よろしくお願いします。".encode("shift_jis"), "编码"),
    "cut-short-utf8": ("柏树镇法治".encode()[:-1], "编码"),
    "hurt-utf8": ("柏树镇的法治政府建设情况报告".encode().replace("政".encode(), b"\xff"), "编码"),
    "cut-utf8-bom": (codecs.BOM_UTF8 + "柏树镇".encode()[:-1], "UTF-8"),
    "surrogate-utf16": (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "UTF-16"),
    "surrogate-utf8": (b"\xed\xa0\x80 abc", "编码"),
    "utf-32": (REPORT.encode("utf-32"), "UTF-32"),
    "random": (bytes(range(256)) * 4, "NUL"),
    "docx": (b"PK\x03\x04....word/document.xml", "Word（.docx）"),
    "xlsx": (b"PK\x03\x04....xl/workbook.xml", "Excel"),
    "zip": (b"PK\x03\x04....", "ZIP"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", ".doc"),
    "pdf": (b"%PDF-1.7 ....", "PDF"),
    "png": (b"\x89PNG\r\n\x1a\n", "图片"),
    "jpeg": (b"\xff\xd8\xff\xe0", "图片"),
    "mht": (b"From: <Saved by Browser>\r\nMIME-Version: 1.0\r\n", "网页归档"),
}


@pytest.mark.parametrize(
    "data",
    [
        REPORT.encode(),
        codecs.BOM_UTF8 + REPORT.encode(),
        REPORT.encode("gbk"),
        REPORT.encode("gb18030"),
        codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"),
        REPORT.encode("utf-16-le"),
        REPORT.encode("utf-16-be"),
    ],
    ids=["utf-8", "bom", "gbk", "gb18030", "16le-bom", "16be-bom", "16le", "16be"],
)
def test_text_is_the_file_without_its_bom_line_ends_kept(data: bytes) -> None:
    assert decode_text(FILE, data) == REPORT


LONG = REPORT + "全年开展普法宣传12场，群众满意度稳步提升。" * 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_cut_inside_its_last_character_is_read_up_to_there(encoding: str) -> None:
    data = f"{LONG}全".encode(encoding)
    assert decode_text(FILE, data[:-1]) == f"{LONG}\ufffd"


@pytest.mark.parametrize("marker", [b"", codecs.BOM_UTF8])
def test_a_stray_byte_in_a_long_file_is_one_character_lost(marker: bytes) -> None:
    data = marker + f"{LONG}@{LONG}".encode().replace(b"@", b"\xff")
    assert decode_text(FILE, data) == f"{LONG}\ufffd{LONG}"


def test_a_long_gb18030_file_with_much_ascii_is_not_taken_for_utf8() -> None:
    words = f"<p>{'a' * 9000}</p>{LONG}"
    assert decode_text(FILE, words.encode("gb18030")) == words


def test_rare_characters_of_gb18030_are_read() -> None:
    words = "柏树镇干部𠮷某、龑某参加会议，全年办案32件，全部办结。"
    assert decode_text(FILE, words.encode("gb18030")) == words


def test_a_traditional_page_in_gbk_is_read() -> None:
    words = "陸渡街道辦事處推進法治政府建設，現將情況報告如下：全年開展宣傳。"
    assert decode_text(FILE, words.encode("gbk")) == words


#: Every character that is no control, by the bytes it takes; a table of them all is slow to make.
_WRITTEN = ((0x20, 0x7E), (0xA0, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF))


@given(st.lists(st.one_of(*(st.integers(*ends).map(chr) for ends in _WRITTEN)), min_size=1))
def test_utf8_is_read_back_as_written(characters: list[str]) -> None:
    text = "".join(["法治", *characters])
    assert decode_text(FILE, text.encode()) == text


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(IngestError):
        decode_text(FILE, data).encode()


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_by_name(data: bytes, words: str) -> None:
    with pytest.raises(IngestError) as caught:
        read(FILE, data)
    message = str(caught.value)
    assert message.startswith(f"{FILE}：")
    assert words in message
    assert message.endswith("。")
    assert "\n" not in message


@pytest.mark.parametrize("data", [b"PK\x03\x04"])
def test_a_foreign_file_comes_with_advice(data: bytes) -> None:
    with pytest.raises(IngestError, match=r"另存为 \.txt"):
        read(FILE, data)


def test_a_page_may_be_big5_where_it_says_so() -> None:
    page = "<meta charset=big5><p>石橋鎮推進法治政府建設。</p>"
    assert decode_page(FILE, page.encode("big5")) == page


def test_a_page_that_lies_about_its_charset_is_read_all_the_same() -> None:
    page = '<meta charset="big5"><p>柏树镇扎实推进法治政府建设，取得成效。</p>'
    assert decode_page(FILE, page.encode()) == page


def test_a_page_with_zero_bytes_is_refused() -> None:
    with pytest.raises(IngestError, match="NUL"):
        decode_page(FILE, "<p>法治\x00建设</p>".encode("utf-16"))


def test_stray_control_characters_of_a_page_are_left_out() -> None:
    assert decode_page(FILE, "<p>法治\x08建设</p>".encode()) == "<p>法治建设</p>"
