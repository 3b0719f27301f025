"""Old Word and WPS documents: made into .docx by one of two converters, or refused in one line."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers import soffice
from scorer.readers.doc import read_doc

#: Saved by LibreOffice from the report of scripts/twin.txt; one with its last words in a text box.
CASES = Path(__file__).parents[2] / "cases" / "readers"
REPORT = (CASES / "report.doc").read_bytes()
BOXED = (CASES / "boxed.doc").read_bytes()
NAME = "柏树镇.wps"
SECTOR = 512
LAST_WORDS = "附件：云岫镇2024年矛盾纠纷化解情况统计表"

Load = Callable[[str], ModuleType]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice on this machine."""
    monkeypatch.setattr(soffice, "find_soffice", lambda: None)


def make_ole(*streams: str) -> bytes:
    """The smallest OLE file with these streams, all of them empty."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = struct.pack(
        "<8s16x5H6xIIIIIIIII",
        REPORT[:8], 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", fat, end, *[free] * 126)
    entries = [_make_entry("Root Entry", 5, child=1)]
    entries += [
        _make_entry(name, 2, right=at + 1 if at < len(streams) else free)
        for at, name in enumerate(streams, start=1)
    ]
    return header + table + b"".join(entries).ljust(SECTOR, b"\0")


def _make_entry(name: str, kind: int, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    return struct.pack(
        "<64sHBBIII36xII4x", words, len(words), kind, 1, none, right, child, 0xFFFFFFFE, 0
    )


def lock(data: bytes) -> bytes:
    """Set the flag of a password in the document's header."""
    at = next(at for at in range(0, len(data), SECTOR) if data[at : at + 2] == b"\xec\xa5")
    return data[: at + 11] + bytes([data[at + 11] | 1]) + data[at + 12 :]


@pytest.mark.usefixtures("alone")
def test_an_old_document_gives_the_lines_of_its_text_twin(load: Load) -> None:
    extract = read_doc(NAME, REPORT)
    assert extract.text == load("twin").TEXT
    assert extract.notes == ()


@pytest.mark.usefixtures("alone")
def test_words_that_the_converter_left_out_are_noted() -> None:
    extract = read_doc(NAME, BOXED)
    assert LAST_WORDS not in extract.text
    assert [(note.loses_text, "文本框" in note.message) for note in extract.notes] == [(True, True)]
    assert any("文本框" in doubt.message for doubt in read(NAME, BOXED)[0].doubts)


@pytest.mark.skipif(soffice.find_soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_the_converter_left_out(load: Load) -> None:
    extract = read_doc(NAME, BOXED)
    assert extract.text == load("twin").TEXT
    assert extract.notes == ()


@pytest.mark.skipif(soffice.find_soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("shape", ["save_styled_doc", "save_revised_doc"])
def test_other_shapes_give_the_lines_of_the_text_twin(shape: str, load: Load) -> None:
    assert read_doc(NAME, getattr(load("twin_office"), shape)()).text == load("twin").TEXT


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lock(REPORT), "密码"),
        (make_ole("EncryptedPackage", "EncryptionInfo"), "密码"),
        (make_ole("Workbook"), "Excel"),
        (make_ole("Book"), "Excel"),
        (make_ole("PowerPoint Document"), "PowerPoint"),
        (make_ole("CONTENTS"), "没有 Word 或 WPS"),
        (make_ole("WordDocument"), "另存为 .docx"),
        (REPORT[: len(REPORT) // 2], "另存为 .docx"),
        (REPORT[:SECTOR] + bytes(len(REPORT) - SECTOR), "另存为 .docx"),
        (REPORT[:8], "另存为 .docx"),
    ],
)
def test_what_is_locked_broken_or_something_else_is_refused_by_name(
    data: bytes, words: str
) -> None:
    with pytest.raises(IngestError) as caught:
        read(NAME, data)
    message = str(caught.value)
    assert message.startswith(f"{NAME}：")
    assert words in message
    assert message.endswith("。")
    assert "\n" not in message


def test_what_libreoffice_makes_of_a_damaged_file_counts_only_where_it_is_text(
    monkeypatch: pytest.MonkeyPatch, load: Load
) -> None:
    shapes = load("twin_docx")
    damaged = make_ole("WordDocument")
    for words, good in (("\ufffd\ufffd法", False), ("", False), ("柏树镇法治政府建设报告", True)):
        made = shapes.pack_body(shapes.paragraph(shapes.run(words)))
        monkeypatch.setattr(soffice, "convert", lambda _data, _suffix, made=made: made)
        if good:
            assert read_doc(NAME, damaged).text == f"{words}\n"
            continue
        with pytest.raises(IngestError, match="另存为"):
            read_doc(NAME, damaged)
