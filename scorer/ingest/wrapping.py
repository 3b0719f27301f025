"""Whether lines end where the page ended, and whether one line goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from scorer.ingest.frame import Kept, Role
from scorer.ingest.headings import is_heading
from scorer.ingest.landmarks import is_prose
from scorer.ingest.lines import Line, measure_width
from scorer.ingest.numbering import find_item, find_marker

#: Columns: a line of running text is at least this wide, a printed line at most that.
_SHORTEST_LINE = 30
_LONGEST_LINE = 150
_FEWEST_LINES = 4
_OPEN_SHARE = 0.5
_OVERLONG_SHARE = 0.05
_FILLED = 0.55
_FILLED_SHARE = 0.8
_MOST_BROKEN = 2
_LOST_SHARE = 0.2
#: Shares of the usual width below which a line ends its paragraph.
_SHORT = 0.6
_FULL = 0.8
_PARAGRAPH_INDENT = 2
_CENTRED_INDENT = 12
#: Columns of text before a page turn that no heading has.
_LONG_TEXT = 80
_CLOSING = frozenset("。！？；：…”’》）】」!?;:)]")
_RUNNING_ON = frozenset("，、；。：！？”’》）】,;:!?)")
_CLOSER_OF = {"“": "”", "《": "》", "（": "）", "(": ")", "〔": "〕", "「": "」"}
#: Characters: how near to its end a line opens a mark, how soon the next must close it.
_NEAR = 12
_SOON = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """How the lines of a report were broken; `width` is the usual line in columns, 0 if unbroken.

    `base` is the indent of lines that go on, `indented` says that paragraphs begin further in.
    `marks_lost` says of unbroken lines that many lack their closing mark, which then shows nothing.
    """

    width: float = 0
    base: int = 0
    indented: bool = False
    marks_lost: bool = False


def measure_wrapping(kept: Sequence[Kept]) -> Wrapping:
    """Hard-wrapped text: no line wider than a page, and most long lines end in mid-sentence."""
    texts = [entry.line for entry in kept if entry.role is Role.TEXT]
    widths = [(line, measure_width(line.text)) for line in texts]
    long = [(line, width) for line, width in widths if width >= _SHORTEST_LINE]
    unnumbered = [pair for pair in long if find_marker(pair[0].text) is None]
    overlong = sum(1 for _, width in long if width > _LONGEST_LINE)
    open_ended = [pair for pair in unnumbered if pair[0].text[-1] not in _CLOSING]
    few = len(unnumbered) < _FEWEST_LINES or overlong > _OVERLONG_SHARE * len(long)
    if few or len(open_ended) < _OPEN_SHARE * len(unnumbered) or not _fill_page(open_ended):
        lost = len(open_ended) > max(_MOST_BROKEN, _LOST_SHARE * len(unnumbered))
        return Wrapping(marks_lost=lost)
    base = min(line.indent for line, _ in open_ended)
    opening = sum(1 for line in texts if _opens(line.indent, base))
    return Wrapping(width=median(width for _, width in open_ended), base=base, indented=opening > 1)


def _fill_page(open_ended: Sequence[tuple[Line, int]]) -> bool:
    """Whether nearly all lines that end in mid-sentence are about as wide as the widest."""
    widest = sorted(width for _, width in open_ended if width <= _LONGEST_LINE)
    filled = [width for width in widest if width >= _FILLED * widest[-1]]
    return len(filled) >= _FILLED_SHARE * len(open_ended)


def _opens(indent: int, base: int) -> bool:
    return base + _PARAGRAPH_INDENT <= indent < base + _CENTRED_INDENT


def goes_on(above: Kept, below: Kept, wrapping: Wrapping) -> bool:
    """Whether the line below is the same paragraph."""
    if above.role is not Role.TEXT or below.role is not Role.TEXT:
        return False
    if not wrapping.width:
        return _goes_on_over_page(above, below, wrapping)
    if below.line.indent >= wrapping.base + _PARAGRAPH_INDENT or find_marker(below.line.text):
        return False
    return _fills_line(above, below, wrapping)


def _fills_line(above: Kept, below: Kept, wrapping: Wrapping) -> bool:
    """Whether the line above ran to the end of the page's width, or its sentence did not end."""
    words = above.line.text
    share = (measure_width(words) + above.line.indent - wrapping.base) / wrapping.width
    ended = words[-1] in _CLOSING
    torn = below.turned and breaks_bracket(words, below.line.text)
    if torn or share < (_FULL if find_marker(words) else _SHORT):
        return False
    if below.line.gap and not below.turned:
        return not ended
    return not ended or (wrapping.indented and share >= _FULL)


def _goes_on_over_page(above: Kept, below: Kept, wrapping: Wrapping) -> bool:
    """In text of one line a paragraph only the turn of a page breaks a sentence."""
    words, rest = above.line.text, below.line.text
    if words[-1] in _CLOSING or below.line.indent or find_marker(rest) or find_item(rest):
        return False
    if measure_width(words) < (_SHORTEST_LINE if below.turned else _LONG_TEXT):
        return False
    if is_heading(words) or breaks_bracket(words, rest):
        return False
    if rest[0] in _RUNNING_ON or words[-1] in _RUNNING_ON:
        return True
    return not wrapping.marks_lost and (rest[-1] in _CLOSING or is_prose(rest))


def breaks_bracket(words: str, rest: str) -> bool:
    """Whether a mark opened in the last words is not closed soon in the rest: text is gone."""
    tail = words[-_NEAR:]
    opened = max(tail.rfind(opener) for opener in _CLOSER_OF)
    if opened < 0:
        return False
    closer = _CLOSER_OF[tail[opened]]
    return closer not in tail[opened:] and closer not in rest[:_SOON]
