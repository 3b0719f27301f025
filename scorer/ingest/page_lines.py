"""The visible lines of a web page, each with how much prose its elements hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from scorer.cache import regex

#: Elements whose text no reader of the page takes for its words.
_DROPPED_TAGS = """
    script style noscript template iframe frame frameset noframes object embed applet audio video
    canvas svg math select option button input textarea head map
"""
_BLOCK_TAGS = """
    address article aside blockquote body br caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    ol p pre section summary table tbody tfoot thead tr ul
"""
_DROPPED = frozenset(_DROPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_CELLS = frozenset(("td", "th"))
_LINK_STEPS = {"start": 1, "end": -1}
_LINKED_SHARE = 0.8
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CELL_GAP = "\x1f"
#: The sign of a gap counts as white space too.
_SOURCE_BREAK = regex(rf"[ \t\f\v]*\r?\n[^\S{_CELL_GAP}]*")
_BLANKS = regex(r"[ \t\f\v\r\n]+")
_CELL_GAPS = regex(f"[ ]*{_CELL_GAP}[ {_CELL_GAP}]*")
_LAST_NARROW = "\u2e7f"


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line as the page shows it, and the element in which it begins.

    `linked` says that it is made of links, as menus and lists of other pages are.
    """

    text: str
    element: etree._Element
    linked: bool


@dataclass(slots=True)
class _Collector:
    """The line under way; `pieces` are raw text nodes, `link_size` counts those inside links."""

    lines: list[PageLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    element: etree._Element | None = None
    link_depth: int = 0
    link_size: int = 0

    def add(self, text: str | None, element: etree._Element) -> None:
        if not text:
            return
        self.link_size += len(text.strip()) if self.link_depth else 0
        if self.element is None and not text.isspace():
            self.element = element
        self.pieces.append(text)

    def end_line(self) -> None:
        words = _tidy("".join(self.pieces)) if self.element is not None else ""
        if words and self.element is not None:
            linked = self.link_size >= _LINKED_SHARE * len(words)
            self.lines.append(PageLine(words, self.element, linked))
        self.pieces.clear()
        self.element = None
        self.link_size = 0


def find_page_lines(root: etree._Element) -> tuple[PageLine, ...]:
    """Walk the page once: `<br>` and block elements end a line, cells stand two spaces apart."""
    collector = _Collector()
    for event, element, shown in _walk(root):
        collector.link_depth += _LINK_STEPS[event] if shown and element.tag == "a" else 0
        if event == "start":
            _open(collector, element)
            continue
        if shown and _breaks_line(element):
            collector.end_line()
        parent = element.getparent()
        if parent is not None and element is not root:
            collector.add(element.tail, parent)
    collector.end_line()
    return tuple(collector.lines)


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element, bool]]:
    """Start and end events outside dropped elements; those give one end event, not shown."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        dropped = _is_dropped(element)
        if event == "end":
            yield event, element, not dropped
        elif dropped:
            walker.skip_subtree()
        else:
            yield event, element, True


def _is_dropped(element: etree._Element) -> bool:
    return element.tag in _DROPPED or bool(_HIDDEN.search(element.get("style") or ""))


def _open(collector: _Collector, element: etree._Element) -> None:
    if _breaks_line(element):
        collector.end_line()
    elif element.tag in _CELLS and collector.element is not None:
        collector.pieces.append(_CELL_GAP)
    collector.add(element.text, element)


def _breaks_line(element: etree._Element) -> bool:
    """A block, but for the only one of a table cell: the cells of a row stay on one line."""
    if element.tag not in _BLOCKS:
        return False
    parent = element.getparent()
    return parent is None or parent.tag not in _CELLS or len(parent) > 1


def _tidy(raw: str) -> str:
    """Collapse white space as a browser does; a source line break inside Chinese is nothing."""
    words = _SOURCE_BREAK.sub(lambda found: _join_source(raw, found), raw)
    words = _BLANKS.sub(" ", words)
    words = _CELL_GAPS.sub("  ", words).strip(" ")
    return words.replace("\xa0", " ").rstrip()


def _join_source(raw: str, found: re.Match[str]) -> str:
    before = raw[found.start() - 1 : found.start()]
    after = raw[found.end() : found.end() + 1]
    return "" if before > _LAST_NARROW and after > _LAST_NARROW else " "
