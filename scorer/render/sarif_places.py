"""Places of a text as SARIF counts them: lines and columns from 1."""

from __future__ import annotations

from bisect import bisect_right

from scorer.document import Quote, find_line_starts
from scorer.render.json_text import Node


class Places:
    """Finds the line and column of offsets in one text."""

    def __init__(self, text: str) -> None:
        self._starts = find_line_starts(text)

    def region(self, quote: Quote) -> Node:
        """Where the quote stands; its end is the column behind its last character."""
        line, column = self._place(quote.start)
        end_line, end_column = self._place(quote.end)
        return {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": quote.start,
            "charLength": quote.end - quote.start,
            "snippet": {"text": quote.text},
        }

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
