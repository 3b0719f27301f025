"""Automatic numbering: the label that Word shows before a paragraph, counted as it counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from lxml import etree

from scorer.cache import regex
from scorer.readers.word_labels import format_number
from scorer.readers.word_lists import LEVELS, Level, Lists, NumberedList, read_lists
from scorer.readers.word_styles import ListPlace, Styles, read_place
from scorer.readers.word_xml import find, get

_PLACE = regex("%([1-9])")
_PRIVATE = range(0xE000, 0xF900)
#: Marks behind which Chinese text follows at once; behind other labels stands a gap.
_CLOSED = frozenset("、，。．：；）】〕〗》」』")
_CLOSED_NARROW = frozenset(".,:;)]")


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The counters of a document, moved on by each paragraph."""

    styles: Styles
    lists: Lists
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[int, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None, text: str) -> str:
        """The label of the next paragraph with the gap behind it; "" where it has none."""
        place = self._find_place(properties)
        numbered = self.lists.find(place.list_id)
        if numbered is None or place.list_id is None:
            return ""
        at = min(max(place.level or 0, 0), LEVELS - 1)
        level = numbered.levels.get(at)
        if level is None:
            return ""
        counters = self._count(place.list_id, numbered, at)
        label = "" if level.hidden else _write(level, numbered, counters)
        return label + find_gap(level.suffix, label, text)

    def _find_place(self, properties: etree._Element | None) -> ListPlace:
        """The list and level: the paragraph's own word, else its style's, each by itself."""
        own = read_place(properties)
        style_id = get(find(properties, "pStyle")) or self.styles.default
        chain = list(self.styles.chain(style_id))
        list_id, level = own.list_id, own.level
        if list_id is None:
            told = (s.place.list_id for s in chain if s.place.list_id is not None)
            list_id = next(told, None)
            level = level if level is not None else self._find_linked(list_id, style_id)
        if level is None and own.list_id is None:
            levels = (s.place.level for s in chain if s.place.level is not None)
            level = next(levels, None)
        return ListPlace(list_id=list_id, level=level)

    def _find_linked(self, list_id: int | None, style_id: str | None) -> int | None:
        """The level that names the style, or one that the style is based on and that says none."""
        numbered = self.lists.find(list_id)
        if numbered is None:
            return None
        for style in self.styles.chain(style_id):
            level = numbered.find_level(style.id)
            if level is not None:
                return level
            if style.place.level is not None:
                return style.place.level
        return None

    def _count(self, list_id: int, numbered: NumberedList, at: int) -> list[int | None]:
        counters = self._counters.setdefault(numbered.family, [None] * LEVELS)
        begins = at in numbered.starts and (list_id, at) not in self._started
        self._started.add((list_id, at))
        before = counters[at]
        start = numbered.levels[at].start
        counters[at] = start if before is None or begins else before + 1
        for below in range(at + 1, LEVELS):
            level = numbered.levels.get(below)
            after = level.restart_after if level is not None else None
            if after is None or at < after:
                counters[below] = None
        return counters


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of the part, nothing counted yet."""
    return Numbering(styles=styles, lists=read_lists(root, styles))


def _write(level: Level, numbered: NumberedList, counters: list[int | None]) -> str:
    if level.kind == "bullet":
        return level.text if any(_is_word(sign) for sign in level.text) else ""

    def put(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        shown = numbered.levels.get(at, Level())
        number = counters[at]
        number = shown.start if number is None else number
        kind = "decimal" if level.legal and shown.kind != "none" else shown.kind
        return format_number(number, kind).zfill(shown.width)

    return _PLACE.sub(put, level.text).strip()


def _is_word(sign: str) -> bool:
    return sign.isalnum() and ord(sign) not in _PRIVATE


def find_gap(suffix: str, label: str, text: str) -> str:
    """What stands between a label and its text: nothing where a person would type nothing."""
    if not label or not text or suffix == "nothing":
        return ""
    last = label[-1]
    if last in _CLOSED or unicodedata.category(last) == "No":
        return ""
    return "" if last in _CLOSED_NARROW and not text[0].isascii() else " "
