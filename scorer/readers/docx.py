"""Word documents (.docx, .docm): the text of the body, numbering as a person sees it.

Headers, footers, comments, deleted and hidden text are left out. Macros are not run, templates
and other files that the document names are not fetched.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from scorer.document import Span
from scorer.errors import IngestError
from scorer.readers.extract import Extract, Note
from scorer.readers.formats import Format
from scorer.readers.limits import MAX_TEXT
from scorer.readers.package import Package, open_package
from scorer.readers.word_body import Body, name_note, read_body
from scorer.readers.word_numbering import read_numbering
from scorer.readers.word_styles import read_styles
from scorer.readers.word_xml import STRICT, W, find, get

_MAIN = "word/document.xml"
_IMPORTS = "文档里嵌入了其他文件的内容，这部分没有读取，请打开原件核对。"


def read_docx(name: str, data: bytes) -> Extract:
    """The words of a Word document.

    Raises:
        IngestError: the file is broken, locked, over a limit, or has no words.
    """
    package = open_package(name, data, Format.DOCX)
    path = _find_main(package)
    root = package.parse(path, STRICT)
    body = find(root, "body")
    if body is None:
        raise package.refuse("不完整，里面没有正文（word/document.xml）")
    try:
        content = _read(package, path, body)
    except RecursionError as error:
        raise package.refuse("异常，正文嵌套的层数过多") from error
    return _make_extract(name, content)


def _find_main(package: Package) -> str:
    return next(_find_parts(package, "", "officeDocument"), _MAIN)


def _find_parts(package: Package, source: str, kind: str) -> Iterator[str]:
    """Paths of the parts that a part names by their kind; what lies outside the file is none."""
    folder, base = posixpath.split(source)
    root = package.parse(posixpath.join(folder, "_rels", f"{base}.rels"))
    for relation in root if root is not None else ():
        target = relation.get("Target") or ""
        inside = relation.get("TargetMode") != "External"
        if inside and (relation.get("Type") or "").endswith(f"/{kind}"):
            path = posixpath.normpath(posixpath.join("/", folder, target))
            if path.lstrip("/").lower() in package.members:
                yield path.lstrip("/")


def _read(package: Package, path: str, body: etree._Element) -> Body:
    def parse(kind: str) -> etree._Element | None:
        part = next(_find_parts(package, path, kind), None)
        return package.parse(part, STRICT) if part is not None else None

    styles = read_styles(parse("styles"))
    numbering = read_numbering(parse("numbering"), styles)
    notes = dict(_find_notes({kind: parse(f"{kind}s") for kind in ("footnote", "endnote")}))
    return read_body(body, numbering, notes)


def _find_notes(
    parts: Mapping[str, etree._Element | None],
) -> Iterator[tuple[str, etree._Element]]:
    for kind, root in parts.items():
        for element in root.iterchildren(W + kind) if root is not None else ():
            if get(element, "type") in {None, "normal"}:
                yield name_note(kind, element), element


def _make_extract(name: str, content: Body) -> Extract:
    text = "".join(f"{line}\n" for line in content.lines)
    if not text:
        raise IngestError(
            f"{name}：Word 文档里没有文字（可能只有图片），请提供带文字的文件，"
            "或将图片页导出为 PDF 后再评分。"
        )
    if len(text) > MAX_TEXT:
        raise IngestError(f"{name}：Word 文档的文字过多，不像一份报告，请检查是否选错文件。")
    place = Span(0, text.index("\n"))
    note = Note(message=_IMPORTS, span=place, loses_text=True)
    return Extract(text=text, notes=(note,) if content.imports else ())
