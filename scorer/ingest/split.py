"""Where one report of a file ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from scorer.ingest.landmarks import (
    find_unit,
    is_addressee,
    is_attachment,
    is_date,
    is_dated_signature,
    is_prose,
    is_signature,
    is_title,
)
from scorer.ingest.lines import Line
from scorer.ingest.shapes import find_shape, is_disclaimer
from scorer.ingest.titles import find_titles

_SUBSTANTIAL = 60
_HEAD_LINES = 12
_TITLE_LINES = 3
_CLOSED = frozenset("。！？!?")
_MATTERS = ("法治政府", "法治建设", "依法行政")
_REPORT_WORDS = ("报告", "总结", "汇报", "计划", "方案", "要点", "情况")


def split_reports(lines: Sequence[Line]) -> tuple[Sequence[Line], ...]:
    """The lines of each report, in order; a file with one report gives all its lines."""
    starts: list[int] = [0]
    for end, following in pairwise((*_find_signed_ends(lines), len(lines))):
        rest = _report_lines(lines[end:following])
        if _may_be_report(rest) and _is_other_report(lines[starts[-1] : end], rest):
            starts.append(_skip_footer(lines, end))
    parts = (lines[start:stop] for start, stop in pairwise((*starts, len(lines))))
    return tuple(report for part in parts for report in _split_at_titles(part))


def _find_signed_ends(lines: Sequence[Line]) -> Iterator[int]:
    """Indices behind a signature with its date."""
    for index, line in enumerate(lines):
        if is_dated_signature(line.key) or (is_date(line.key) and _is_signed(lines, index)):
            yield index + 1


def _split_at_titles(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Cut an unsigned report off at another report's title between closed prose and prose."""
    start = 0
    for index, line in enumerate(lines):
        if index == start or not _names_report(line.key):
            continue
        named = find_titles(lines[max(start, index - _TITLE_LINES) : index + 1])[-1].lines
        begin = index + 1 - len(named)
        below = _report_lines(lines[index + 1 : index + 1 + _HEAD_LINES])
        if _has_prose(below) and _is_finished(lines, start, begin):
            yield lines[start:begin]
            start = begin
    yield lines[start:]


def _names_report(key: str) -> bool:
    """A title that says report, its matter, and whose."""
    if not key.endswith("报告") or not any(matter in key for matter in _MATTERS):
        return False
    return is_title(key) and find_unit(key) is not None


def _is_finished(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the lines are a report whose last words are closed."""
    above = (lines[index] for index in range(end - 1, start - 1, -1))
    last = next((line for line in above if not _is_chrome(line.text)), None)
    if last is None or last.text[-1] not in _CLOSED or is_attachment(last.key):
        return False
    return _has_prose(lines[index] for index in range(start, end))


def _is_signed(lines: Sequence[Line], date: int) -> bool:
    above = lines[max(0, date - 1) : date]
    return any(is_signature(line.key) for line in above)


def _skip_footer(lines: Sequence[Line], end: int) -> int:
    """Past the page footer that belongs to the report that ends here."""
    while end < len(lines) and _is_chrome(lines[end].text):
        end += 1
    return end


def _is_chrome(words: str) -> bool:
    return is_disclaimer(words) or find_shape(words) is not None


def _report_lines(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not _is_chrome(line.text)]


def _has_prose(lines: Iterable[Line]) -> bool:
    """Whether there is text to speak of: a title page alone has none."""
    size = 0
    for line in lines:
        size += len(line.text) if is_prose(line.text) else 0
        if size >= _SUBSTANTIAL:
            return True
    return False


def _may_be_report(rest: Sequence[Line]) -> bool:
    """Prose, and no appendix: asked first, since most signatures have nothing behind them."""
    return bool(rest) and not is_attachment(rest[0].key) and _has_prose(rest)


def _is_other_report(before: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether prose behind a signature is another report: it has a title or another signer."""
    if not _has_prose(before):
        return False
    return _is_titled(before, rest) or _is_signed_by_other(before, rest)


def _is_titled(before: Sequence[Line], rest: Sequence[Line]) -> bool:
    """A report's title above the first prose that no attachment list above has named."""
    near = before[-_HEAD_LINES:]
    listed = "".join(line.key for line in near if is_attachment(line.key))
    heads = takewhile(_stands_above_text, rest[:_HEAD_LINES])
    titles = (line.key for line in heads if is_title(line.key))
    return any(title.endswith(_REPORT_WORDS) and title not in listed for title in titles)


def _stands_above_text(line: Line) -> bool:
    return not (is_attachment(line.key) or is_addressee(line.key) or is_prose(line.text))


def _is_signed_by_other(before: Sequence[Line], rest: Sequence[Line]) -> bool:
    mine = _find_signer(before)
    theirs = _find_signer(rest)
    return theirs is not None and theirs != mine


def _find_signer(lines: Sequence[Line]) -> str | None:
    """The unit that signs last among the lines."""
    for line in reversed(lines):
        if is_signature(line.key):
            return find_unit(line.key)
    return None
