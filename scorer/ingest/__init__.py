"""Bytes of a file in, documents out: text, outline, page chrome and doubts of each report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scorer.document import Document
from scorer.ingest.decode import decode_text
from scorer.ingest.documents import make_documents
from scorer.ingest.files import MAX_BYTES, can_read, check_size, find_reports, read_bytes
from scorer.ingest.formats import Format, find_format

__all__ = ["MAX_BYTES", "READERS", "can_read", "find_reports", "read", "read_path"]


def _read_page(name: str, data: bytes) -> str:
    from scorer.ingest.html import read_page  # noqa: PLC0415  lxml stays off the start-up path

    return read_page(name, data)


#: By the format that the first bytes show: file name and bytes to the text that offsets point into.
READERS: dict[Format, Callable[[str, bytes], str]] = {
    Format.TEXT: decode_text,
    Format.HTML: _read_page,
}


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """Every report in the file; `name` is the file as the user gave it."""
    check_size(len(data), name)
    reader = READERS[find_format(name, data)]
    return make_documents(name, reader(name, data))


def read_path(path: Path, name: str) -> tuple[Document, ...]:
    """The same for a file on disk, whose size is looked at before it is read."""
    return read(name, read_bytes(path, name))
