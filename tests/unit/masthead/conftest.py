"""Builds small documents: each line says by its first word what ingest would make of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scorer.document import (
    Block,
    BlockKind,
    Document,
    Plain,
    Removed,
    RemovedKind,
    Span,
    find_line_starts,
)

HEADING = "# "
GOES_ON = "+ "
REMOVED = {
    "@crumb ": RemovedKind.BREADCRUMB,
    "@catalogue ": RemovedKind.CATALOGUE,
    "@page ": RemovedKind.PAGE_LINE,
    "@widget ": RemovedKind.WIDGET,
    "@footer ": RemovedKind.FOOTER,
    "@disclaimer ": RemovedKind.DISCLAIMER,
    "@number ": RemovedKind.PAGE_NUMBER,
    "@repeat ": RemovedKind.REPEATED_TITLE,
}


def build(marked: str) -> Document:
    """`# ` is a heading, `+ ` goes on with the paragraph above, `@kind ` was removed."""
    text, blocks, removed = "", [], []
    for line in marked.splitlines():
        mark = next((mark for mark in (HEADING, GOES_ON, *REMOVED) if line.startswith(mark)), "")
        words = line[len(mark) :]
        margin = len(words) - len(words.lstrip())
        span = Span(len(text) + margin, len(text) + len(words.rstrip()))
        text += words + "\n"
        if mark in REMOVED:
            removed.append(Removed(kind=REMOVED[mark], span=span))
        elif mark == GOES_ON:
            blocks[-1] = Block(kind=blocks[-1].kind, span=Span(blocks[-1].span.start, span.end))
        elif words.strip():
            kind = BlockKind.HEADING if mark == HEADING else BlockKind.PARAGRAPH
            blocks.append(Block(kind=kind, span=span, level=int(mark == HEADING)))
    return Document(
        name="report.txt",
        text=text,
        extent=Span(0, len(text)),
        blocks=tuple(blocks),
        plain=_plain(text, blocks),
        removed=tuple(removed),
        line_starts=find_line_starts(text),
    )


def _plain(text: str, blocks: list[Block]) -> Plain:
    characters, origins = "", []
    for block in blocks:
        for offset in range(block.span.start, block.span.end):
            if not text[offset].isspace():
                characters += text[offset]
                origins.append(offset)
        characters += "\n"
        origins.append(block.span.end)
    return Plain(text=characters, origins=tuple(origins))


@pytest.fixture
def make_document() -> Callable[[str], Document]:
    return build
