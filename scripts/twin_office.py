"""The report as office programs and libraries save it: python-docx, LibreOffice, rich text."""

from __future__ import annotations

import io
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from twin import Paragraph, Table, find_parts
from twin_docx import (
    define_list,
    make_boxed,
    make_direct,
    make_styled,
    make_tracked,
    make_wps,
    name_list,
    place,
)

from scorer.readers.soffice import find_soffice

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
_FILTERS = {"docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format"}
_SECONDS = 120


def make_library() -> bytes:
    """By python-docx: its template, its tables with merged cells, a list of our own."""
    import docx  # noqa: PLC0415 - not everybody who measures has it
    from docx.oxml import parse_xml  # noqa: PLC0415

    document = docx.Document()
    numbering = document.part.numbering_part.element
    xml = f"<w:numbering {_W}>{define_list(90, _LEVELS)}{name_list(90, 90)}</w:numbering>"
    for element in list(parse_xml(xml)):
        first = numbering.findall(f"{{*}}{'num'}")[0]
        (first.addprevious if "abstractNum" in element.tag else numbering.append)(element)
    for part in find_parts():
        if isinstance(part, Table):
            _add_table(document, part)
            continue
        paragraph = document.add_paragraph(part.text)
        if part.level:
            place_xml = place(90, part.level - 1).replace("<w:numPr>", f"<w:numPr {_W}>", 1)
            paragraph._p.get_or_add_pPr().append(parse_xml(place_xml))  # noqa: SLF001 - no public way
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_table(document: object, part: Table) -> None:
    width = max(map(len, part.rows))
    table = document.add_table(rows=len(part.rows), cols=width)  # type: ignore[attr-defined]
    for at, row in enumerate(part.rows):
        cells = table.rows[at].cells
        for column, text in enumerate(row):
            cells[column + width - len(row) if column else 0].text = text
        if len(row) < width:
            cells[0].merge(cells[width - len(row)])
        elif not row[0]:
            table.cell(at - 1, 0).merge(table.cell(at, 0))
            above = table.cell(at - 1, 0)
            above.text = above.text.strip()


@cache
def save(data: bytes, source: str, target: str) -> bytes | None:
    """The file as LibreOffice saves it in another format; None where it is not installed."""
    program = find_soffice()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"report.{source}")
        path.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        options = ["--headless", "--norestore", "--convert-to", _FILTERS.get(target, target)]
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile}",
                *options,
                "--outdir",
                f"{folder}/made",
                path,
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        return Path(folder, "made", f"report.{target}").read_bytes()


def save_direct_docx() -> bytes | None:
    """A multi-level list, opened and saved as .docx by LibreOffice."""
    return save(make_direct(), "docx", "docx")


def save_wps_docx() -> bytes | None:
    """The WPS shape, opened and saved as .docx by LibreOffice."""
    return save(make_wps(), "docx", "docx")


def save_open_docx() -> bytes | None:
    """A multi-level list as OpenDocument, and that as .docx."""
    between = save(make_direct(), "docx", "odt")
    return save(between, "odt", "docx") if between is not None else None


def save_direct_doc() -> bytes | None:
    """A multi-level list as .doc."""
    return save(make_direct(), "docx", "doc")


def save_styled_doc() -> bytes | None:
    """Headings numbered by their styles as .doc, with a table of contents."""
    return save(make_styled(), "docx", "doc")


def save_revised_doc() -> bytes | None:
    """The one with tracked changes as .doc."""
    return save(make_tracked(), "docx", "doc")


def save_boxed_doc() -> bytes | None:
    """The one with a text box as .doc."""
    return save(make_boxed(), "docx", "doc")


def save_direct_rtf() -> bytes | None:
    """A multi-level list as rich text."""
    return save(make_direct(), "docx", "rtf")


def make_rtf() -> bytes:
    r"""Rich text as Word writes it: GBK bytes, labels as `\listtext`, deleted and hidden words."""
    words = "".join(map(_write_rtf, find_parts()))
    fonts = (
        r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f13\fcharset134 SimSun{\*\falt \'cb\'ce};}}"
    )
    head = rf"{{\rtf1\ansi\ansicpg936\deff0\deflang1033{fonts}{{\info{{\title x}}}}"
    header = rf"{{\header\pard {_encode('云岫镇人民政府文件')}\par}}"
    return f"{head}{header}{words}}}".encode("ascii")


def _write_rtf(part: Paragraph | Table) -> str:
    if isinstance(part, Table):
        return "".join(
            r"\trowd" + "".join(rf"\intbl {_encode(cell)}\cell " for cell in row) + "\\row\n"
            for row in part.rows
        )
    label = rf"{{\listtext\pard\plain\f13 {_encode(part.label)}}}" if part.label else ""
    gone = rf"{{\deleted {_encode('删去的字')}}}{{\v {_encode('隐藏的字')}}}"
    return rf"{label}\pard\plain\f13 {_encode(part.text)}{gone}\par" + "\n"


def _encode(words: str) -> str:
    return "".join(rf"\'{byte:02x}" for byte in words.encode("gbk"))
