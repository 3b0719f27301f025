"""The text of a file as documents: one for each report in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scorer.document import Document, RemovedKind, Span, find_line_starts
from scorer.errors import IngestError
from scorer.ingest.chrome import strip_chrome
from scorer.ingest.doubts import find_doubts, note_glued, note_reading
from scorer.ingest.folding import fold_marks
from scorer.ingest.lines import Line, find_lines
from scorer.ingest.outline import find_blocks
from scorer.ingest.paragraphs import find_paragraphs
from scorer.ingest.plain import make_plain
from scorer.ingest.single_line import unfold
from scorer.ingest.split import split_reports
from scorer.readers.extract import Extract, Note

#: Two hundred reports in one file; what is longer is no report.
MAX_CHARACTERS = 1_000_000
_MANY = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What the documents of a file share."""

    name: str
    text: str
    folded: str
    line_starts: tuple[int, ...]
    notes: tuple[Note, ...]


def make_documents(name: str, extract: Extract) -> tuple[Document, ...]:
    """Split the text into its reports.

    Raises:
        IngestError: nothing but page chrome is in it, or far too much.
    """
    text = extract.text
    if len(text) > MAX_CHARACTERS:
        raise IngestError(
            f"{name}：文件有 {len(text) // _MANY} 万字，超过 {MAX_CHARACTERS // _MANY} 万字的上限，"
            "请只提供报告正文。"
        )
    reports = split_reports(unfold(find_lines(text)))
    bounds = (0, *(lines[0].span.start for lines in reports[1:]), len(text))
    extents = [Span(start, stop) for start, stop in pairwise(bounds)]
    file = _File(
        name=name,
        text=text,
        folded=fold_marks(text),
        line_starts=find_line_starts(text),
        notes=extract.notes,
    )
    documents = [
        _make_document(file, lines, extent) for lines, extent in zip(reports, extents, strict=True)
    ]
    if not any(document.blocks for document in documents):
        raise IngestError(f"{name}：除网页导航等内容外没有找到正文，请检查文件是否保存完整。")
    return tuple(documents) if len(documents) == 1 else _note_company(documents)


def _make_document(file: _File, lines: Sequence[Line], extent: Span) -> Document:
    stripped = strip_chrome(lines)
    paragraphs = find_paragraphs(stripped.kept)
    blocks = find_blocks(paragraphs)
    pages = [entry.span for entry in stripped.removed if entry.kind is RemovedKind.PAGE_NUMBER]
    return Document(
        name=file.name,
        text=file.text,
        extent=extent,
        blocks=blocks,
        plain=make_plain(file.folded, blocks, pages),
        removed=stripped.removed,
        doubts=(
            *find_doubts(file.text, paragraphs, blocks, stripped.removed),
            *(note_reading(note) for note in file.notes if note.span.overlaps(extent)),
        ),
        line_starts=file.line_starts,
    )


def _note_company(documents: Sequence[Document]) -> tuple[Document, ...]:
    total = len(documents)
    return tuple(
        replace(document, doubts=(*document.doubts, note_glued(document.extent, order, total)))
        for order, document in enumerate(documents, start=1)
    )
