"""A Word document is read as a person sees it, numbering and all, or refused in one line."""

from __future__ import annotations

import inspect
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers import limits
from scorer.readers.docx import read_docx
from scorer.readers.word_labels import format_number

CASES = Path(__file__).parents[2] / "cases" / "readers"
NAME = "柏树镇.docx"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
HIDDEN = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
FOOTNOTE = (
    '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>数据截至年底。</w:t>'
    '<w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>'
)

Load = Callable[[str], ModuleType]


def load_cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_bytes())
    return cases


def by_name(case: dict[str, Any]) -> str:
    return str(case["name"])


def pack(**members: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(f"word/{name}.xml", words)
    return target.getvalue()


def wrap(body: str) -> str:
    return f"<w:document {NAMESPACE} {MATH}><w:body>{body}</w:body></w:document>"


PLAIN = wrap("<w:p><w:r><w:t>柏树镇法治政府建设情况报告</w:t></w:r></w:p>")


@pytest.fixture
def shapes(load: Load) -> ModuleType:
    return load("twin_docx")


@pytest.mark.parametrize(
    "make", ["make_word", "make_strict", "make_wps", "make_direct", "make_revised", "make_boxed"]
)
def test_every_shape_of_the_report_gives_the_lines_of_its_text_twin(
    make: str, shapes: ModuleType, load: Load
) -> None:
    wanted = load("twin").TEXT.splitlines()
    extract = read_docx(NAME, getattr(shapes, make)())
    assert extract.text.splitlines() == wanted
    assert extract.notes == ()


def test_what_python_docx_writes_gives_the_lines_of_the_text_twin(load: Load) -> None:
    pytest.importorskip("docx")
    data = load("twin_office").make_library()
    assert read_docx(NAME, data).text == load("twin").TEXT


@pytest.mark.parametrize(("kind", "numbers"), load_cases("labels.yaml").items())  # type: ignore[attr-defined]
def test_numbers_are_written_as_word_writes_them(kind: str, numbers: dict[int, str]) -> None:
    assert {number: format_number(number, kind) for number in numbers} == numbers


@pytest.mark.parametrize("case", load_cases("numbering.yaml"), ids=by_name)
def test_labels_are_counted_as_word_counts_them(case: dict[str, Any], shapes: ModuleType) -> None:
    families = "".join(_define(at, levels) for at, levels in enumerate(case["abstract"]))
    lists = "".join(shapes.name_list(at, *told) for at, told in enumerate(case["lists"], start=1))
    body = "".join(
        shapes.paragraph(shapes.run("甲乙"), shapes.place(*place)) for place in case["paragraphs"]
    )
    text = read_docx(NAME, shapes.pack_body(body, numbering=families + lists)).text
    assert text.splitlines() == [f"{label}甲乙" for label in case["labels"]]


def _define(number: int, levels: list[list[str]]) -> str:
    told = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>'
        + ("" if "numFmt" in "".join(more) else f'<w:numFmt w:val="{kind}"/>')
        + f'{"".join(more)}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text, *more) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{told}</w:abstractNum>'


@pytest.mark.parametrize("case", load_cases("bodies.yaml"), ids=by_name)
def test_the_body_is_read_as_a_person_sees_it(case: dict[str, Any], shapes: ModuleType) -> None:
    body = case["body"].replace("<m:oMathPara>", f"<m:oMathPara {MATH}>")
    data = shapes.pack_body(body, styles=HIDDEN, footnotes=FOOTNOTE)
    assert read_docx(NAME, data).text.splitlines() == case["lines"]


def test_a_gap_parts_a_label_from_figures(shapes: ModuleType) -> None:
    numbering = shapes.define_list(0, [("decimal", "%1.")]) + shapes.name_list(1, 0)
    numbering = numbering.replace('<w:suff w:val="nothing"/>', "")
    body = shapes.paragraph(shapes.run("2024年办件"), shapes.place(1))
    assert read_docx(NAME, shapes.pack_body(body, numbering=numbering)).text == "1. 2024年办件\n"


def test_a_style_may_leave_the_level_to_the_list_or_to_what_it_is_based_on(
    shapes: ModuleType,
) -> None:
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）")]
    numbering = shapes.define_list(0, levels, '<w:pStyle w:val="S{}"/>') + shapes.name_list(1, 0)
    numbers = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="S1">{numbers}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="S2">{numbers}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="S2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    told = ["", '<w:pStyle w:val="S2"/>', '<w:pStyle w:val="Own"/>', '<w:pStyle w:val="Loop"/>']
    off = '<w:pStyle w:val="S2"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(shapes.paragraph(shapes.run("甲"), style) for style in [*told, off])
    data = shapes.pack_body(body, numbering=numbering, styles=styles)
    assert read_docx(NAME, data).text.splitlines() == ["一、甲", "（一）甲", "（二）甲", "甲", "甲"]


def test_a_page_set_in_a_table_keeps_its_lines(shapes: ModuleType) -> None:
    prose = "".join(shapes.paragraph(shapes.run("全年办案三十二件，" * 10)) for _ in range(3))
    cells = f"<w:tc>{shapes.paragraph(shapes.run('成效'))}</w:tc><w:tc>{prose}</w:tc>"
    lines = read_docx(NAME, shapes.pack_body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).text
    assert lines.splitlines() == ["成效", *["全年办案三十二件，" * 10] * 3]


def test_a_file_taken_in_from_outside_is_noted_and_never_fetched(shapes: ModuleType) -> None:
    body = '<w:altChunk r:id="rId7"/>' + shapes.paragraph(shapes.run("柏树镇"))
    extract = read_docx(NAME, shapes.pack_body(body))
    assert [note.loses_text for note in extract.notes] == [True]
    assert extract.text == "柏树镇\n"


def test_macros_and_remote_templates_are_not_looked_at() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" '
        'TargetMode="External"/><Relationship Id="b" Type="http://x/numbering" '
        'Target="../../../etc/numbering.xml"/><Relationship Id="c" Type="http://x/styles" '
        'Target="http://127.0.0.1:9/styles.xml" TargetMode="External"/></Relationships>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", PLAIN)
        archive.writestr("word/_rels/document.xml.rels", relation)
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf")
    assert read_docx(NAME, target.getvalue()).text == "柏树镇法治政府建设情况报告\n"


def _lock(data: bytes) -> bytes:
    """Set the flag of a password on every member."""
    locked = bytearray(data)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            locked[at + flags] |= 1
            at = data.find(sign, at + 4)
    return bytes(locked)


def _hurt(data: bytes) -> bytes:
    """Change a byte of what the first member holds."""
    at = data.index(b"document.xml") + 40
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


_ENTITIES = '<!DOCTYPE d [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
BROKEN = {
    "cut": (pack(document=PLAIN)[:-30], "损坏或不完整"),
    "signature alone": (b"PK\x03\x04 word/document.xml", "损坏或不完整"),
    "no document": (pack(styles="<a/>"), "没有正文"),
    "no body": (pack(document=f"<w:document {NAMESPACE}/>"), "没有正文"),
    "no words": (pack(document=wrap("<w:p/>")), "没有文字"),
    "no XML": (pack(document="法治"), "不是完整的 XML"),
    "XML cut": (pack(document=PLAIN[:-20]), "不是完整的 XML"),
    "hurt": (_hurt(pack(document=PLAIN)), "损坏"),
    "password": (_lock(pack(document=PLAIN)), "密码"),
    "entities": (pack(document=_ENTITIES.format("x" * 99) + PLAIN.replace("柏", "&b;")), "实体"),
    "entity from outside": (pack(document=_OUTSIDE + PLAIN.replace("柏", "&a;")), "实体"),
    "too large": (pack(document=b" " * (limits.MAX_PART + 1)), "超过上限"),
    "too dense": (pack(document=b" " * (limits.RATIO_FROM + 1)), "超过上限"),
    "too many tags": (pack(document=wrap("<w:p/>" * limits.MAX_TAGS)), "超过上限"),
    "too many members": (
        pack(document=PLAIN) + b"PK\x01\x02" * (limits.MAX_MEMBERS + 1),
        "超过上限",
    ),
}


@pytest.mark.parametrize(("data", "words"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_locked_or_too_large_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(IngestError) as caught:
        read(NAME, data)
    message = str(caught.value)
    assert message.startswith(f"{NAME}：")
    assert words in message
    assert message.endswith("。")
    assert "\n" not in message


NESTED = (
    "<w:ins>" * 100
    + "<w:sdt><w:sdtContent>" * 70
    + "<w:p><w:r><w:t>深</w:t></w:r></w:p>"
    + "</w:sdtContent></w:sdt>" * 70
    + "</w:ins>" * 100
)


def test_elements_nested_as_deep_as_xml_allows_are_read() -> None:
    assert read_docx(NAME, pack(document=wrap(NESTED))).text == "深\n"


def test_elements_nested_deeper_than_python_goes_are_refused() -> None:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 200)
    try:
        with pytest.raises(IngestError, match="层数"):
            read_docx(NAME, pack(document=wrap(NESTED)))
    finally:
        sys.setrecursionlimit(before)


def test_a_method_of_packing_that_office_programs_do_not_use_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", PLAIN)
    with pytest.raises(IngestError, match="压缩方法"):
        read_docx(NAME, target.getvalue())
