"""Fields of a Word document: what they show is text, what they are told to do is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from scorer.cache import regex
from scorer.readers.word_labels import format_number
from scorer.readers.word_xml import W, get

_CONTENTS = regex(r"\s*TOC\b", re.IGNORECASE)
_DEEPEST = 64
#: The field that Word and WPS draw a sign in a circle with; it has no result.
_ENCLOSED = regex(r"\s*EQ\s+\\o\\ac\s*\(\s*[○◯〇]\s*[,，;；]\s*([^()\s]{1,2})\s*\)", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class _Field:
    instruction: str = ""
    telling: bool = True

    @property
    def is_contents(self) -> bool:
        return _CONTENTS.match(self.instruction) is not None


@dataclass(slots=True, kw_only=True)
class Fields:
    """The fields that are open at one place of the text.

    The table of contents repeats the headings of the report, so it is no text; it is kept where
    the document's fields do not close (`balanced`), since then nobody knows where it ends.
    """

    balanced: bool
    _open: list[_Field] = field(default_factory=list)

    def is_shown(self) -> bool:
        """Whether text at this place is seen by a person and belongs to the report."""
        return not any(f.telling or (self.balanced and f.is_contents) for f in self._open)

    def tell(self, words: str) -> None:
        """Take down the words of an instruction."""
        if self._open and self._open[-1].telling:
            self._open[-1].instruction += words

    def mark(self, kind: str | None) -> str:
        """Pass a mark of a field; the sign is text that only its instruction holds."""
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].telling = False
        elif kind == "end" and self._open:
            closed = self._open.pop()
            enclosed = _ENCLOSED.match(closed.instruction) if closed.telling else None
            return _enclose(enclosed[1]) if enclosed is not None else ""
        return ""

    def end_paragraph(self) -> None:
        """Instructions end with their paragraph, or a broken one would hide all that follows."""
        self._open = [f for f in self._open if not f.telling]


def is_balanced(root: etree._Element) -> bool:
    """Whether every field of the document that begins also ends."""
    kinds = [get(mark, "fldCharType") for mark in root.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


def _enclose(sign: str) -> str:
    return format_number(int(sign), "decimalEnclosedCircle") if sign.isdecimal() else sign
