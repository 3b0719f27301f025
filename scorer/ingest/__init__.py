"""Bytes of a file in, documents out: text, outline, page chrome and doubts of each report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from scorer.document import Document
from scorer.errors import IngestError
from scorer.ingest.documents import make_documents
from scorer.ingest.files import MAX_BYTES, check_size, find_reports, read_bytes
from scorer.readers.archives import ARCHIVES, Member, open_members
from scorer.readers.decode import decode_text
from scorer.readers.extract import Extract
from scorer.readers.formats import Format, find_format, may_be_archive

__all__ = [
    "MAX_BYTES",
    "READERS",
    "Member",
    "find_reports",
    "open_bytes",
    "open_path",
    "read",
    "read_member",
    "read_path",
]

_ADVICE = "请用 Word 或 WPS 另存为 .txt（纯文本）或 .html（网页）后再评分"


def _read_text(name: str, data: bytes) -> Extract:
    return Extract(text=decode_text(name, data))


# Libraries that parse files stay off the start-up path: a run imports what its files need.


def _read_page(name: str, data: bytes) -> Extract:
    from scorer.ingest.html import read_page  # noqa: PLC0415

    return Extract(text=read_page(name, data))


def _read_pdf(name: str, data: bytes) -> Extract:
    if find_spec("pypdfium2") is None:
        raise IngestError(f"{name}：缺少 PDF 组件：pip install pypdfium2，或者{_ADVICE}。")
    from scorer.readers.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(name, data)


def _read_picture(name: str, data: bytes) -> Extract:
    from scorer.readers.picture import read_picture  # noqa: PLC0415

    return read_picture(name, data)


def _read_web_archive(name: str, data: bytes) -> Extract:
    from scorer.ingest.html import read_archived  # noqa: PLC0415

    return Extract(text=read_archived(name, data))


def _read_ofd(name: str, data: bytes) -> Extract:
    from scorer.readers.ofd import read_ofd  # noqa: PLC0415

    return read_ofd(name, data)


def _read_docx(name: str, data: bytes) -> Extract:
    from scorer.readers.docx import read_docx  # noqa: PLC0415

    return read_docx(name, data)


def _read_doc(name: str, data: bytes) -> Extract:
    from scorer.readers.doc import read_doc  # noqa: PLC0415

    return read_doc(name, data)


def _read_rtf(name: str, data: bytes) -> Extract:
    from scorer.readers.rtf import read_rtf  # noqa: PLC0415

    return read_rtf(name, data)


#: By the format that the first bytes show: file name and bytes to the words of the file.
READERS: dict[Format, Callable[[str, bytes], Extract]] = {
    Format.TEXT: _read_text,
    Format.HTML: _read_page,
    Format.WEB_ARCHIVE: _read_web_archive,
    Format.PDF: _read_pdf,
    Format.PICTURE: _read_picture,
    Format.OFD: _read_ofd,
    Format.DOCX: _read_docx,
    Format.DOC: _read_doc,
    Format.RTF: _read_rtf,
}


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """Every report in the file; `name` is the file as the user gave it.

    Raises:
        IngestError: the file is empty, broken, locked, or of a kind that cannot be read.
    """
    check_size(len(data), name)
    form = find_format(data)
    if form not in READERS:
        raise IngestError(f"{name}：文件格式是 {form}，目前不能直接读取，{_ADVICE}。")
    return make_documents(name, READERS[form](name, data))


def read_member(member: Member) -> tuple[Document, ...]:
    """Every report in a file that was opened.

    Raises:
        IngestError: it could not be opened, or cannot be read.
    """
    if member.error is not None:
        raise member.error
    return read(member.name, member.data)


def open_bytes(name: str, data: bytes) -> Iterator[Member]:
    """The file, or where it is an archive each report in it; what is wrong is told by a member."""
    if may_be_archive(data) and find_format(data) in ARCHIVES:
        yield from open_members(name, data)
    else:
        yield Member(name=name, data=data)


def open_path(path: Path, name: str) -> Iterator[Member]:
    """The same for a file on disk, whose size is looked at before it is read."""
    try:
        data = read_bytes(path, name)
    except IngestError as error:
        yield Member(name=name, error=error)
        return
    yield from open_bytes(name, data)


def read_path(path: Path, name: str) -> tuple[Document, ...]:
    """Every report in a file on disk that is no archive."""
    return read(name, read_bytes(path, name))
