"""Page chrome goes: whole lines, by their shape and by where they stand about the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.document import Removed, RemovedKind
from scorer.ingest.frame import Kept, Role, assign_roles
from scorer.ingest.landmarks import (
    find_unit,
    is_addressee,
    is_afterword,
    is_body_name,
    is_date,
    is_letterhead,
    is_prose,
    is_signature,
    is_title,
)
from scorer.ingest.lines import Line
from scorer.ingest.numbering import find_item, find_marker
from scorer.ingest.page_numbers import find_page_numbers
from scorer.ingest.related import find_related
from scorer.ingest.shapes import find_shape, is_disclaimer, is_notice_title
from scorer.ingest.titles import Title, find_titles, is_repeated

_LABELLED = (RemovedKind.CATALOGUE, RemovedKind.PAGE_LINE)
_CLOSING_MARKS = frozenset("。；！？;!?…”》）)")
_LONGEST_STRAY = 60
_SHORTEST_HEADLINE = 10
_LONGEST_NOTICE = 16
_INTRODUCTION = 8
_FEW_TITLES = 4
_REPORT_ENDS = ("报告", "总结", "汇报")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """The lines of one report and what was cut from around and between them."""

    kept: tuple[Kept, ...]
    removed: tuple[Removed, ...]


def strip_chrome(lines: Sequence[Line]) -> Stripped:
    """Cut what the page put before the title, under it, between pages and after the report."""
    pages = find_page_numbers(lines)
    start = find_body_start(lines)
    cut = dict.fromkeys(pages, RemovedKind.PAGE_NUMBER)
    titles = find_titles(lines[:start])
    cut.update(_find_head(lines[:start], titles))
    cut.update(_find_tail(lines, start))
    named = {index for title in titles for index in title.lines}
    kept = tuple(
        Kept(
            line=line,
            role=Role.TITLE if index in named else Role.TEXT,
            turned=index - 1 in pages,
            parted=index - 1 in cut and index - 1 not in pages,
        )
        for index, line in enumerate(lines)
        if index not in cut
    )
    removed = (Removed(kind=cut[index], span=lines[index].span) for index in sorted(cut))
    return Stripped(kept=assign_roles(kept), removed=tuple(removed))


def find_body_start(lines: Sequence[Line]) -> int:
    """Index of the first line that is neither chrome nor frame: prose, addressee or heading."""
    starts = (index for index, line in enumerate(lines) if _begins_body(line))
    start = next(starts, len(lines))
    if find_titles(lines[:start]):
        return start
    title = _find_title_below(lines, start)
    return next((index for index in starts if index > title), len(lines)) if title else start


def _find_title_below(lines: Sequence[Line], start: int) -> int | None:
    """Index of a report's title under a line of introduction that the page put above it."""
    for index in range(start + 1, min(start + _INTRODUCTION, len(lines))):
        line = lines[index]
        if is_title(line.key) and line.key.endswith(_REPORT_ENDS) and "法治" in line.key:
            return index
        if _begins_body(line):
            return None
    return None


def _begins_body(line: Line) -> bool:
    words = line.text
    fits = is_prose(words) or is_addressee(line.key) or find_marker(words) or find_item(words)
    return bool(fits) and find_shape(words) is None


def _find_head(lines: Sequence[Line], titles: tuple[Title, ...]) -> dict[int, RemovedKind]:
    """What goes of the lines above the body.

    Above the title (above the last chrome line where there is no title) everything goes that is
    no letterhead; below it only what has a shape of its own.
    """
    shapes = dict(_find_shapes(lines))
    cut = dict(shapes)
    named = {index for title in titles for index in title.lines}
    limit = titles[0].lines[0] if titles else max(shapes, default=0)
    strays = (index for index in range(limit) if index not in cut and index not in named)
    for index in strays:
        heads_page = not titles and _heads_page(lines[index].key, shapes.get(index + 1))
        if not heads_page and _is_stray(lines[index].key, titles, chrome_near=bool(shapes)):
            cut[index] = RemovedKind.WIDGET
    for place, title in enumerate(titles):
        if is_repeated(title, titles[place + 1 : place + 1 + _FEW_TITLES]):
            cut.update(dict.fromkeys(title.lines, RemovedKind.REPEATED_TITLE))
    return cut


def _heads_page(key: str, below: RemovedKind | None) -> bool:
    """A line right above the date line, in a page whose title has none of a report's words."""
    named = below is RemovedKind.PAGE_LINE and len(key) >= _SHORTEST_HEADLINE
    return named and not is_body_name(key)


def _is_stray(key: str, titles: tuple[Title, ...], *, chrome_near: bool) -> bool:
    """The name of a site or column above the title; in bare text only another body's name."""
    if not 0 < len(key) <= _LONGEST_STRAY or is_letterhead(key):
        return False
    if chrome_near:
        return True
    unit = find_unit(titles[0].words) if titles else None
    return unit is not None and is_body_name(key) and find_unit(key) != unit


def _find_shapes(lines: Sequence[Line]) -> Iterator[tuple[int, RemovedKind]]:
    """Lines with a shape, and the value lines under a label that stands alone."""
    label: RemovedKind | None = None
    for index, line in enumerate(lines):
        shape = find_shape(line.text)
        if shape is not None:
            yield index, shape
            label = shape if shape in _LABELLED and line.key.endswith(":") else None
        elif label is not None and _is_value(line.key):
            yield index, label
            label = None
        else:
            label = None


def _is_value(key: str) -> bool:
    """A code, a date or a short name; no title, which would be the report's own."""
    return 0 < len(key) <= _LONGEST_STRAY and not is_title(key)


def _find_tail(lines: Sequence[Line], start: int) -> dict[int, RemovedKind]:
    """What goes below the report: all from the first chrome line or other page's title on.

    Right below a signature the name of a site or the like goes too, if chrome follows it.
    """
    related = find_related(lines, start)
    begin = min(_find_report_end(lines, start), _find_notice(lines, start), related)
    shapes = {index: _find_tail_shape(lines[index]) for index in range(begin, len(lines))}
    first = next(
        (index for index, shape in shapes.items() if shape or index == related), len(lines)
    )
    if first < len(lines) and begin and _closes(lines[begin - 1]):
        first = begin
    return {
        index: shape or RemovedKind.FOOTER
        for index, shape in shapes.items()
        if index >= first and (shape or not is_afterword(lines[index].key))
    }


def _closes(line: Line) -> bool:
    return is_date(line.key) or is_signature(line.key)


def _find_tail_shape(line: Line) -> RemovedKind | None:
    if _closes(line):
        return None
    shape = find_shape(line.text)
    return RemovedKind.DISCLAIMER if shape is None and is_disclaimer(line.text) else shape


def _find_report_end(lines: Sequence[Line], start: int) -> int:
    """Index behind the last line that is the report's: prose, marker, signature or date."""
    for index in range(len(lines) - 1, start - 1, -1):
        if _is_report_line(lines[index]):
            return index + 1
    return len(lines)


def _is_report_line(line: Line) -> bool:
    if _closes(line):
        return True
    words = line.text
    if is_afterword(line.key) or is_disclaimer(words) or find_shape(words) is not None:
        return False
    closed = words[-1] in _CLOSING_MARKS
    return closed or find_marker(words) is not None or is_prose(words)


def _find_notice(lines: Sequence[Line], start: int) -> int:
    """Index of 免责声明 alone on its line, behind the signature or above a disclaimer."""
    signed = False
    for index in range(start, len(lines)):
        line = lines[index]
        signed = signed or _closes(line)
        if len(line.key) <= _LONGEST_NOTICE and is_notice_title(line.key):
            below = lines[index + 1].text if index + 1 < len(lines) else ""
            if signed or is_disclaimer(below):
                return index
    return len(lines)
