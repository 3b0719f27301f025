"""Lines of pages joined into the paragraphs that the width of the page broke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low

from scorer.cache import regex
from scorer.document import Span
from scorer.readers.layout.frame import strip_frame
from scorer.readers.layout.lines import Line, Page

#: All in em. A line begins at the margin, or as far in as a paragraph does.
_AT_MARGIN = 0.8
_SHARED_LEFT = 0.5
_SHARED_RIGHT = 1.0
#: What a line may lack of the right margin although no character more had room on it.
_SLACK = 0.4
_ROUGH_SLACK = 1.3
#: The same where its sentence did not end and the next line stands at the margin.
_OPEN_SLACK = 2.5
_CENTRED = 1.0
_INDENT = (1.2, 3.5)
_PARAGRAPH = 2.0
_FEWEST_INDENTED = 2
#: A share of the page: no column is narrower.
_NARROWEST = 0.5
_INSET = 2.0
_FEWEST_LINES = 5
_LEADING = 1.35
_SAME_SIZE = 0.08
_ROUGH_SIZE = 0.25
_CLOSED = frozenset("。！？；：…!?;:")
_QUOTED = "”’》）】)]"
_MARKER = regex(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[章节条部]"
)
_BEGINS_DATE = frozenset("0123456789二〇○")
_LAST_NARROW = "\u02ff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line of a page, and where its words stand in the text."""

    page: int
    line: Line
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The text of all pages, a paragraph a line, and the lines it was made of."""

    text: str
    lines: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A line with the column it stands in; `drop` is its distance from the line above it."""

    page: int
    line: Line
    left: float
    right: float
    drop: float | None
    rough: bool

    @property
    def indent(self) -> float:
        return (self.line.left - self.left) / self.line.size

    @property
    def lack(self) -> float:
        """How far from the right margin it ends, in em."""
        return (self.right - self.line.right) / self.line.size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Habits:
    """How the file is set: distance of its lines in em, 0 if unknown; whether paragraphs indent."""

    leading: float
    indented: bool


def make_flow(pages: Sequence[Page]) -> Flow:
    """One paragraph a line; headers, footers and page numbers are left out."""
    entries = _list_entries(strip_frame(pages))
    habits = _Habits(leading=_measure_leading(entries), indented=_is_indented(entries))
    pieces: list[str] = []
    placed: list[Placed] = []
    offset = 0
    for group in _group(entries, habits):
        for above, entry in zip((None, *group[:-1]), group, strict=True):
            glue = "" if above is None else _find_glue(above.line.text, entry.line.text)
            start = offset + len(glue)
            offset = start + len(entry.line.text)
            pieces += (glue, entry.line.text)
            placed.append(Placed(page=entry.page, line=entry.line, span=Span(start, offset)))
        pieces.append("\n")
        offset += 1
    return Flow(text="".join(pieces), lines=tuple(placed))


def _find_glue(above: str, below: str) -> str:
    letters = above[-1] <= _LAST_NARROW and below[0] <= _LAST_NARROW
    figures = above[-1].isdigit() and below[0].isdigit()
    return " " if letters and not figures else ""


def _list_entries(pages: Sequence[Page]) -> list[_Entry]:
    usual = _measure_column(pages)
    entries: list[_Entry] = []
    for number, page in enumerate(pages):
        left, right = _measure_column([page]) if len(page.lines) >= _FEWEST_LINES else usual
        above: Line | None = None
        for line in page.lines:
            drop = None if above is None else line.y - above.y
            entries.append(
                _Entry(page=number, line=line, left=left, right=right, drop=drop, rough=page.rough)
            )
            above = line
    return entries


def _measure_column(pages: Sequence[Page]) -> tuple[float, float]:
    """The margins that at least two lines keep to; the right one like the left if none is clear."""
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return 0.0, 0.0
    size = median_low(line.size for line in lines)
    width = max(page.width for page in pages)
    left = _find_shared(sorted(line.left for line in lines), _SHARED_LEFT * size)
    rights = sorted((line.right for line in lines), reverse=True)
    right = _find_shared(rights, _SHARED_RIGHT * size)
    return left, right if right - left >= _NARROWEST * width else max(right, width - left)


def _find_shared(places: Sequence[float], tolerance: float) -> float:
    """The outermost place that another line keeps to as well."""
    shared = (one for one, other in pairwise(places) if abs(one - other) <= tolerance)
    return next(shared, places[0])


def _measure_leading(entries: Sequence[_Entry]) -> float:
    """The usual distance of lines that follow each other in a paragraph, in em; 0 if unknown."""
    inner = [
        below.drop / below.line.size
        for above, below in pairwise(entries)
        if below.drop is not None and abs(below.indent) <= _AT_MARGIN and above.lack <= _OPEN_SLACK
    ]
    return median(inner) if inner else 0.0


def _is_indented(entries: Sequence[_Entry]) -> bool:
    """Whether lines stand two characters in above others that begin at the margin."""
    first = sum(
        1
        for above, below in pairwise(entries)
        if _INDENT[0] <= above.indent <= _INDENT[1] and abs(below.indent) <= _AT_MARGIN
    )
    return first >= _FEWEST_INDENTED


def _group(entries: Sequence[_Entry], habits: _Habits) -> Iterator[list[_Entry]]:
    group: list[_Entry] = []
    for entry in entries:
        if group and not _goes_on(group, entry, habits):
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _goes_on(group: Sequence[_Entry], below: _Entry, habits: _Habits) -> bool:
    """Whether the line is the next one of the paragraph."""
    above = group[-1]
    if _is_row(above) or _is_row(below) or _is_centred(above):
        return False
    if not (_alike(above, below) and _follows(below, habits.leading)):
        return False
    if _is_centred(below):
        return len(group) == 1 and _is_full(above, below, closed=True)
    overflows = _is_overflow(group, below, habits)
    if overflows or _is_inset(group, below, habits):
        return overflows or _is_full(above, below, closed=False)
    closed = _is_closed(above.line.text)
    anew = closed and _MARKER.match(below.line.text) is not None
    return abs(below.indent) <= _AT_MARGIN and not anew and _is_full(above, below, closed=closed)


def _is_row(entry: _Entry) -> bool:
    return "\t" in entry.line.text


def _alike(above: _Entry, below: _Entry) -> bool:
    rough = above.rough or below.rough
    sizes = sorted((above.line.size, below.line.size))
    return sizes[1] <= sizes[0] * (1 + (_ROUGH_SIZE if rough else _SAME_SIZE))


def _follows(below: _Entry, leading: float) -> bool:
    """Whether no gap parts it from the line above; a page turn is none."""
    return below.drop is None or not leading or below.drop <= _LEADING * leading * below.line.size


def _is_centred(entry: _Entry) -> bool:
    return abs(entry.indent - entry.lack) <= _CENTRED and entry.lack > _INSET


def _is_overflow(group: Sequence[_Entry], below: _Entry, habits: _Habits) -> bool:
    """Whether it holds the last words of a line set at the right, such as a long signature."""
    above = group[-1]
    if len(group) > 1 or _is_closed(above.line.text) or below.line.text[0] in _BEGINS_DATE:
        return False
    ends_there = abs(above.line.right - below.line.right) <= _AT_MARGIN * above.line.size
    # Set in from the right, it may be indented as a paragraph is.
    inset = above.lack > _AT_MARGIN and habits.indented
    room = (above.indent - (_PARAGRAPH if inset else 0)) * above.line.size
    at_right = below.line.left - below.left > (below.right - below.left) / 2
    return ends_there and at_right and room <= below.line.head


def _is_inset(group: Sequence[_Entry], below: _Entry, habits: _Habits) -> bool:
    """Whether the line keeps to an indent of its own: of the lines before it, or of a list item."""
    above = group[-1]
    if below.indent <= _AT_MARGIN or _MARKER.match(below.line.text):
        return False
    same = abs(below.indent - above.indent) <= _SHARED_LEFT
    if len(group) > 1 or not habits.indented:
        return same
    return below.indent > above.indent and _MARKER.match(above.line.text) is not None


def _is_full(above: _Entry, below: _Entry, *, closed: bool) -> bool:
    """Whether the first piece of the line below had no room on the line above."""
    slack = _ROUGH_SLACK if above.rough else _SLACK
    if not closed and not _MARKER.match(below.line.text):
        slack = max(slack, _OPEN_SLACK) if abs(below.indent) <= _AT_MARGIN else slack
    return above.lack < below.line.head / above.line.size + slack


def _is_closed(words: str) -> bool:
    return words.rstrip(_QUOTED)[-1:] in _CLOSED
