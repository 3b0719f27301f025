"""Whether a text was read off paper by a machine, which garbles characters on its own."""

from __future__ import annotations

from scorer.cache import regex
from scorer.document import RemovedKind
from scorer.reading.model import Reading

#: Shapes that a scanner takes for another: 查 read as 査, 人员 as 入员, 日常 as 曰常.
_MISREAD = regex(
    "[査戸丨囗]|入员|入民|己经|巳经|曰常|末经|末能|冢[常庭]|荼[叶园]|士地|干郎|千部|扬夺|逬|迸一步"
)
_ENOUGH = 2


def looks_scanned(reading: Reading) -> bool:
    """Whether several misread shapes stand in the text, or one in a text with page numbers."""
    found = set(_MISREAD.findall(reading.document.plain.text))
    paged = any(piece.kind is RemovedKind.PAGE_NUMBER for piece in reading.document.removed)
    return len(found) + paged >= _ENOUGH and bool(found)
