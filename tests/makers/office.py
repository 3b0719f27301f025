"""The small report as office programs save it."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from tests.makers.report import PARAGRAPHS, TITLE

#: Saved by LibreOffice from the report of scripts/twin.txt.
_DOC = Path(__file__).parent.parent / "cases" / "readers" / "report.doc"


def write_docx() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph, style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "调解", "46"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def read_doc_sample() -> bytes:
    return _DOC.read_bytes()


def write_rtf() -> bytes:
    lines = (rf"\pard {_encode(words)}\par" for words in (TITLE, *PARAGRAPHS))
    fonts = r"{\fonttbl{\f0\fcharset134 SimSun;}}"
    return rf"{{\rtf1\ansi\ansicpg936\deff0{fonts}\f0 {' '.join(lines)}}}".encode("ascii")


def _encode(words: str) -> str:
    return "".join(rf"\'{byte:02x}" for byte in words.encode("gb18030"))
