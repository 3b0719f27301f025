"""Pages that could not be read, told where their words would stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from scorer.document import Span
from scorer.readers.extract import Note
from scorer.readers.layout.paragraphs import Flow


def note_lost(flow: Flow, reasons: Mapping[int, str]) -> Iterator[Note]:
    """One note for pages in a row that were lost for one reason; pages count from 0."""
    lost = sorted(reasons.items())
    for (reason, _), run in groupby(
        enumerate(lost), key=lambda item: (item[1][1], item[1][0] - item[0])
    ):
        numbers = [number for _, (number, _) in run]
        pages = f"第{numbers[0] + 1}页" + (f"至第{numbers[-1] + 1}页" if numbers[1:] else "")
        message = f"{pages}{reason}，这里可能缺少内容，请核对原件。"
        yield Note(message=message, span=_find_place(flow, numbers[0]), loses_text=True)


def _find_place(flow: Flow, page: int) -> Span:
    """The last words before the page, or the first after it."""
    before = [placed.span for placed in flow.lines if placed.page < page]
    return before[-1] if before else flow.lines[0].span
