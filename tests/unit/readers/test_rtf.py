"""Rich text: words and labels stay, what a person does not see goes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers import rtf
from scorer.readers.rtf import read_rtf

pytest.importorskip("striprtf")
NAME = "柏树镇.rtf"

Load = Callable[[str], ModuleType]


def gbk(words: str) -> bytes:
    return "".join(rf"\'{byte:02x}" for byte in words.encode("gbk")).encode()


def wrap(body: bytes) -> bytes:
    fonts = rb"{\fonttbl{\f0\fcharset134 SimSun;}}"
    return rb"{\rtf1\ansi\ansicpg936\deff0" + fonts + rb"\f0 " + body + b"}"


def test_the_report_gives_the_lines_of_its_text_twin(load: Load) -> None:
    extract = read_rtf(NAME, load("twin_office").make_rtf())
    assert extract.text == load("twin").TEXT
    assert extract.notes == ()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (gbk("甲") + rb"\par " + gbk("乙"), "甲\n乙\n"),
        (rb"{\deleted " + gbk("甲") + b"}" + gbk("乙"), "乙\n"),
        (rb"\v " + gbk("甲") + rb"\v0 " + gbk("乙"), "乙\n"),
        (rb"\v " + gbk("甲") + rb"\plain\f0 " + gbk("乙"), "乙\n"),
        (rb"\v\u30002?\tab\par\v0 " + gbk("乙"), "乙\n"),
        (gbk("甲") + rb"\cell " + gbk("乙") + rb"\cell\row ", "甲\t乙\n"),
        (rb"\cell " + gbk("乙") + rb"\cell 3\cell\row ", "\t乙\t3\n"),
        (gbk("一、") + rb"\tab " + gbk("甲"), "一、甲\n"),
        (rb"1.\tab 2024" + gbk("年"), "1. 2024年\n"),
        (rb"{\pict\bin4 }{\\}" + gbk("甲"), "甲\n"),
        (rb"{\field{\*\fldinst{HYPERLINK " + b'"x"' + rb"}}{\fldrslt " + gbk("甲") + b"}}", "甲\n"),
        (rb"\u-10179?\u-8704?", "😀\n"),
        (rb"{\header " + gbk("甲") + b"}" + gbk("乙"), "乙\n"),
    ],
)
def test_what_a_person_sees_is_read(body: bytes, text: str) -> None:
    assert read_rtf(NAME, wrap(body)).text == text


def test_half_a_character_is_lost_and_noted() -> None:
    extract = read_rtf(NAME, wrap(gbk("甲") + rb"\u-10179?"))
    assert extract.text == "甲\ufffd\n"
    assert [(n.loses_text, extract.text[n.span.start]) for n in extract.notes] == [
        (False, "\ufffd")
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (wrap(b""), "没有可读的文字"),
        (wrap(rb"\u99999999?"), "损坏"),
        (wrap(b"{" * 100_001), "嵌套"),
        (rb"{\rtf1\bin99999999999999999999 x", "没有可读的文字"),
        (b"{\\rtf1}}}}\\", "没有可读的文字"),
    ],
)
def test_what_is_broken_or_too_large_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(IngestError) as caught:
        read(NAME, data)
    message = str(caught.value)
    assert message.startswith(f"{NAME}：")
    assert words in message
    assert message.endswith("。")


@pytest.mark.parametrize(("limit", "size"), [("_LONGEST", 90), ("MAX_TEXT", 20)])
def test_more_text_than_a_report_has_is_refused(
    limit: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rtf, limit, size)
    with pytest.raises(IngestError, match="过多"):
        read_rtf(NAME, wrap(b"a" * 60))


def test_the_missing_extra_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(IngestError, match=r'pip install "scorer\[office\]"'):
        rtf.read_rtf(NAME, wrap(gbk("甲")))
