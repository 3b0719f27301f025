"""Whether lines end where the page ended, and whether one line goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from scorer.ingest.frame import Kept, Role
from scorer.ingest.headings import is_heading, names_section
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
_INDENTED_SHARE = 0.7
#: 一、 and 1. also stand in lists within a sentence, （一） hardly ever.
_LEVELS_OF_LISTS = (1, 3)
#: Columns of text before a page turn that no heading has.
_LONG_TEXT = 80
_CLOSING = frozenset("。！？；：…”’》）】」!?;:)]")
_QUOTED = "”’》）】)]"
_SENTENCE_ENDS = frozenset("。！？；：…!?;:")
_RUNNING_ON = frozenset("，、；。：！？”’》）】,;:!?)")
_GOING_ON = _RUNNING_ON | frozenset("及和与的等")
_CLOSER_OF = {"“": "”", "《": "》", "（": "）", "(": ")", "〔": "〕", "「": "」"}
#: Characters: how near to its end a line opens a mark, how soon the next must close it.
_NEAR = 12
_SOON = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """How the lines of a report were broken; `width` is the usual line in columns, 0 if unbroken.

    `base` is the indent of lines that go on, `indented` says that paragraphs begin further in,
    `marker_indented` that numbered ones do.
    `marks_lost` says of unbroken lines that many lack their closing mark, which then shows nothing.
    """

    width: float = 0
    base: int = 0
    indented: bool = False
    marker_indented: bool = False
    marks_lost: bool = False


def measure_wrapping(kept: Sequence[Kept]) -> Wrapping:
    """Hard-wrapped text: no line wider than a page, and most long lines end in mid-sentence."""
    lines = [entry.line for entry in kept if entry.role is Role.TEXT]
    long = [line for line in lines if measure_width(line.text) >= _SHORTEST_LINE]
    unnumbered = [line for line in long if find_marker(line.text) is None]
    open_ended = [line for line in unnumbered if not _ends_sentence(line.text)]
    widths = [measure_width(line.text) for line in open_ended]
    enough = len(unnumbered) >= _FEWEST_LINES and len(widths) >= _OPEN_SHARE * len(unnumbered)
    if enough and _fit_page(long) and _fill_page(widths):
        return _measure_indents(lines, open_ended, median(widths))
    return Wrapping(marks_lost=len(widths) > max(_MOST_BROKEN, _LOST_SHARE * len(unnumbered)))


def _fit_page(long: Sequence[Line]) -> bool:
    """Whether hardly a line is wider than a printed page."""
    overlong = sum(1 for line in long if measure_width(line.text) > _LONGEST_LINE)
    return overlong <= _OVERLONG_SHARE * len(long)


def _fill_page(widths: Sequence[int]) -> bool:
    """Whether nearly all lines that end in mid-sentence are about as wide as the widest."""
    widest = max((width for width in widths if width <= _LONGEST_LINE), default=0)
    filled = sum(1 for width in widths if width >= _FILLED * widest)
    return filled >= _FILLED_SHARE * len(widths)


def _measure_indents(lines: Sequence[Line], open_ended: Sequence[Line], width: float) -> Wrapping:
    base = min(line.indent for line in open_ended)
    opening = sum(1 for line in lines if _opens(line.indent, base))
    marked = [line for line in lines if find_marker(line.text)]
    inside = sum(1 for line in marked if _opens(line.indent, base))
    return Wrapping(
        width=width,
        base=base,
        indented=opening > 1,
        marker_indented=inside > _INDENTED_SHARE * len(marked),
    )


def _opens(indent: int, base: int) -> bool:
    return base + _PARAGRAPH_INDENT <= indent < base + _CENTRED_INDENT


def goes_on(above: Kept, below: Kept, after: Kept | None, wrapping: Wrapping) -> bool:
    """Whether the line below is the same paragraph; `after` is the one that follows it."""
    if above.role is not Role.TEXT or below.role is not Role.TEXT or below.parted:
        return False
    if not wrapping.width:
        return _goes_on_over_page(above, below, wrapping)
    if below.line.indent >= wrapping.base + _PARAGRAPH_INDENT:
        return False
    if _begins_anew(above, below, wrapping) or _stands_alone(above, below, after, wrapping):
        return False
    return _fills_line(above, below, wrapping)


def _measure_share(line: Line, wrapping: Wrapping) -> float:
    """The width of the line as a share of the usual one, its indent counted in."""
    return (measure_width(line.text) + line.indent - wrapping.base) / wrapping.width


def _begins_anew(above: Kept, below: Kept, wrapping: Wrapping) -> bool:
    """A marker begins a paragraph, but not in 每周|二、周四: in mid-sentence, out of its place."""
    marker = find_marker(below.line.text)
    if marker is None:
        return False
    ended = _ends_sentence(above.line.text)
    if ended or _measure_share(above.line, wrapping) < _FULL:
        return True
    runs_on = marker.level in _LEVELS_OF_LISTS and _measure_share(below.line, wrapping) >= _FULL
    return not (wrapping.marker_indented or runs_on)


def _stands_alone(above: Kept, below: Kept, after: Kept | None, wrapping: Wrapping) -> bool:
    """A short line without a closing mark between a closed paragraph and an indented one."""
    if not wrapping.indented or not _ends_sentence(above.line.text):
        return False
    opened = (
        after is None or after.role is not Role.TEXT or _opens(after.line.indent, wrapping.base)
    )
    short = _measure_share(below.line, wrapping) < _SHORT
    return opened and short and below.line.text[-1] not in _CLOSING


def _fills_line(above: Kept, below: Kept, wrapping: Wrapping) -> bool:
    """Whether the line above ran to the end of the page's width, or its sentence did not end."""
    words, rest = above.line.text, below.line.text
    share = _measure_share(above.line, wrapping)
    ended = _ends_sentence(words)
    if (below.turned and find_torn(words, rest)) or share < _SHORT:
        return False
    if not wrapping.indented and find_marker(words) and not ended:
        return share >= _FULL and not (names_section(words) and rest[0] not in _GOING_ON)
    if below.line.gap and not below.turned:
        return not ended
    return not ended or (wrapping.indented and share >= _FULL)


def _ends_sentence(words: str) -> bool:
    """Whether the last mark closes a sentence; a bracket or title mark alone closes none."""
    return words.rstrip(_QUOTED)[-1:] in _SENTENCE_ENDS


def _goes_on_over_page(above: Kept, below: Kept, wrapping: Wrapping) -> bool:
    """In text of one line a paragraph only the turn of a page breaks a sentence."""
    words, rest = above.line.text, below.line.text
    if words[-1] in _CLOSING or below.line.indent or find_marker(rest) or find_item(rest):
        return False
    if measure_width(words) < (_SHORTEST_LINE if below.turned else _LONG_TEXT):
        return False
    if is_heading(words) or find_torn(words, rest):
        return False
    if rest[0] in _RUNNING_ON or words[-1] in _RUNNING_ON:
        return True
    return not wrapping.marks_lost and (rest[-1] in _CLOSING or is_prose(rest))


def find_torn(words: str, rest: str) -> str | None:
    """The last words from a mark on that is closed neither in them nor soon in the rest."""
    tail = words[-_NEAR:]
    opened = max(tail.rfind(opener) for opener in _CLOSER_OF)
    if opened < 0:
        return None
    closer = _CLOSER_OF[tail[opened]]
    closed = closer in tail[opened:] or closer in rest[:_SOON]
    return None if closed else tail[opened:]
