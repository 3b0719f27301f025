"""Old Word and WPS documents (.doc, .wps): made into .docx, then read as that."""

from __future__ import annotations

import struct
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from doc2docx import convert
from doc2docx.cfb import CompoundFile, CompoundFileLimits
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

from scorer.cache import regex
from scorer.document import Span
from scorer.errors import IngestError
from scorer.readers import soffice
from scorer.readers.decode import LOST
from scorer.readers.docx import read_docx
from scorer.readers.extract import Extract, Note
from scorer.readers.formats import Format
from scorer.readers.limits import MAX_UNPACKED
from scorer.readers.package import open_package

_LIMITS = CompoundFileLimits(
    max_input_bytes=MAX_UNPACKED, max_stream_bytes=MAX_UNPACKED, max_directory_entries=20_000
)
#: Streams at the root of a file that show it to be no Word document, and what it is.
_OTHERS = {
    "workbook": "旧版 Excel 表格（.xls、.et）",
    "book": "旧版 Excel 表格（.xls、.et）",
    "powerpoint document": "旧版 PowerPoint 演示文稿（.ppt、.dps）",
}
_LISTED = regex(r"(.+?)\t+[-—\s]*\d{1,3}[-—\s]*$")
_LOCKED = "encryptedpackage"
_WORD = "worddocument"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
#: Characters to each one lost in a text that was no guess.
_SOUND = 100
#: What the converter lets through besides its own errors when a file is damaged.
_FAULTS = (
    Doc2DocxError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loss:
    """What a diagnostic of the converter means for the text."""

    message: str
    loses_text: bool


_BOXES = _Loss(message="文本框里的文字没有读出，请打开原件核对。", loses_text=True)
_NUMBERS = _Loss(message="自动编号可能没有读全，请打开原件核对。", loses_text=False)
_FIELD = _Loss(message="有一处域代码不完整，其中的文字可能没有读出，请核对原件。", loses_text=True)
_SIGNS = _Loss(message="个别文字已损坏，没有读出，请打开原件核对。", loses_text=False)
_REVISED = _Loss(
    message="文档带有修订痕迹，分段和编号可能与原件不同，请接受全部修订后另存再评分。",
    loses_text=False,
)
_LOSSES = {
    "GROUPED_MAIN_TEXTBOXES_DEFERRED": _BOXES,
    "INVALID_UTF16": _SIGNS,
    "LIST_NUMBER_FORMAT_APPROXIMATED": _NUMBERS,
    "MAIN_TEXTBOX_TABLE_MALFORMED": _BOXES,
    "NUMBERING_TABLE_MALFORMED": _NUMBERS,
    "STYLE_TABLE_MALFORMED": _NUMBERS,
    "UNTERMINATED_FIELD": _FIELD,
}


def read_doc(name: str, data: bytes) -> Extract:
    """The words of an OLE file, which holds a Word document or something else.

    Raises:
        IngestError: the file is locked, broken, no Word document, or has no words.
    """
    _refuse_others(name, data)
    own = _read_own(name, data)
    if own is not None and not own.notes:
        return own
    other = _read_other(name, data)
    if other is not None:
        return other
    if own is None:
        raise IngestError(
            f"{name}：这个 .doc 或 .wps 文件版本太旧或已损坏，无法读取，"
            "请用 Word 或 WPS 打开后另存为 .docx 再评分。"
        )
    return own


def _read_other(name: str, data: bytes) -> Extract | None:
    """The words as LibreOffice reads them; None where it is not there, or makes nothing of them.

    Of what it does not know it makes text, sign by sign.
    """
    made = soffice.convert(data, ".doc") if _WORD_STREAM in data else None
    try:
        extract = read_docx(name, made) if made is not None else None
    except IngestError:
        return None
    hurt = extract is not None and extract.text.count(LOST) * _SOUND > len(extract.text)
    return None if hurt else extract


def _refuse_others(name: str, data: bytes) -> None:
    streams = _find_streams(data)
    if _WORD in streams or not streams:
        return
    if _LOCKED in streams:
        raise IngestError(_describe_lock(name))
    kind = next((kind for stream, kind in _OTHERS.items() if stream in streams), None)
    what = f"文件是{kind}" if kind is not None else "文件里没有 Word 或 WPS 文字文档"
    raise IngestError(f"{name}：{what}，不能作为报告评分，请提供 .docx 或 .txt 格式的报告。")


def _find_streams(data: bytes) -> frozenset[str]:
    """Names of the streams at the root, in lower case; none where the file is too broken."""
    try:
        entries = CompoundFile(data, limits=_LIMITS).entries
    except _FAULTS:
        return frozenset()
    return frozenset(entry.name.lower() for entry in entries if "/" not in entry.path.strip("/"))


def _read_own(name: str, data: bytes) -> Extract | None:
    """The words with notes on what the converter left out; None where it refuses."""
    with tempfile.TemporaryDirectory(prefix="scorer-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "report.doc"), Path(folder, "report.docx")
        source.write_bytes(data)
        try:
            report = convert(source, target, limits=_LIMITS).report
            made = target.read_bytes()
        except EncryptedDocumentError as error:
            raise IngestError(_describe_lock(name)) from error
        except _FAULTS:
            return None
    extract = read_docx(name, made)
    if any("TOC" in diagnostic.details.get("field_types", ()) for diagnostic in report.diagnostics):
        extract = replace(extract, text=_drop_contents(extract.text))
    codes = [diagnostic.code for diagnostic in report.diagnostics]
    place = Span(0, extract.text.index("\n"))
    notes = (
        Note(message=loss.message, span=place, loses_text=loss.loses_text)
        for loss in _find_losses(codes, made)
    )
    return replace(extract, notes=(*extract.notes, *notes))


def _find_losses(codes: Iterable[str], made: bytes) -> Iterable[_Loss]:
    """What the diagnostics tell, and deletions: the converter forgets deleted paragraph marks."""
    told = [_LOSSES[code] for code in codes if code in _LOSSES]
    document = open_package("", made, Format.DOC).read("word/document.xml") or b""
    return dict.fromkeys((*told, *((_REVISED,) if b"<w:del " in document else ())))


def _drop_contents(text: str) -> str:
    """Without the table of contents, which the converter makes plain text of.

    It is the first lines that end with a page number and come again further down without.
    """
    lines = text.splitlines(keepends=True)
    listed = [match[1] if (match := _LISTED.match(line)) else None for line in lines]
    first = next((at for at, title in enumerate(listed) if title is not None), len(lines))
    last = next((at for at in range(first, len(lines)) if listed[at] is None), len(lines))
    below = "".join(lines[last:])
    again = all(title is not None and title in below for title in listed[first:last])
    return "".join((*lines[:first], *lines[last:])) if again and below else text


def _describe_lock(name: str) -> str:
    return f"{name}：文件设有打开密码，无法读取，请用 Word 或 WPS 去掉密码另存后再评分。"
