"""Bytes of a file in, documents out: text, outline, page chrome and doubts of each report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scorer.document import Document
from scorer.errors import IngestError
from scorer.ingest.documents import make_documents
from scorer.ingest.files import MAX_BYTES, can_read, check_size, find_reports, read_bytes
from scorer.readers.decode import decode_text
from scorer.readers.extract import Extract
from scorer.readers.formats import Format, find_format

__all__ = ["MAX_BYTES", "READERS", "can_read", "find_reports", "read", "read_path"]

_ADVICE = "请用 Word 或 WPS 另存为 .txt（纯文本）或 .html（网页）后再评分"


def _read_text(name: str, data: bytes) -> Extract:
    return Extract(text=decode_text(name, data))


# Libraries that parse files stay off the start-up path: a run imports what its files need.


def _read_page(name: str, data: bytes) -> Extract:
    from scorer.ingest.html import read_page  # noqa: PLC0415

    return Extract(text=read_page(name, data))


#: By the format that the first bytes show: file name and bytes to the words of the file.
READERS: dict[Format, Callable[[str, bytes], Extract]] = {
    Format.TEXT: _read_text,
    Format.HTML: _read_page,
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


def read_path(path: Path, name: str) -> tuple[Document, ...]:
    """The same for a file on disk, whose size is looked at before it is read."""
    return read(name, read_bytes(path, name))
