"""A list of other pages at the foot of a report: titles with nothing under them."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.cache import regex
from scorer.ingest.landmarks import is_attachment, is_date, is_signature, is_title, is_title_part
from scorer.ingest.lines import Line
from scorer.ingest.shapes import find_shape, is_disclaimer

_BULLET = regex(r"^[·•●■◆▪>*\-]+")
_DAY = r"(?:(?:19|20)\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}"
_POSTED = regex(rf"(?:\[{_DAY}\]|\({_DAY}\)|【{_DAY}】|{_DAY})$")
_PUBLISHED = ("报告", "年报", "总结", "通知", "公告", "公示", "通报", "意见", "方案", "解读")
_LONGEST = 60
_FEWEST_UNSIGNED = 2
_NEAR = 12


def find_related(lines: Sequence[Line], start: int) -> int:
    """Index of the first title of the list, the number of lines where there is none.

    One title is enough behind a signature or its date; behind closed prose it takes two, and behind
    a list of attachments they name the report's own.
    """
    first, entries, above = len(lines), 0, len(lines) - 1
    while above >= start and _may_stand_in_list(lines, above):
        if _names_page(lines[above].key):
            first, entries = above, entries + 1
        above -= 1
    if not entries or above < start:
        return len(lines)
    if any(is_attachment(line.key) for line in lines[max(start, above - _NEAR) : above + 1]):
        return len(lines)
    last = lines[above]
    signed = is_date(last.key) or is_signature(last.key)
    closed = last.text.endswith("。") and entries >= _FEWEST_UNSIGNED
    return first if signed or closed else len(lines)


def _may_stand_in_list(lines: Sequence[Line], index: int) -> bool:
    """A title, the date under one, or what has the shape of chrome."""
    line = lines[index]
    if _names_page(line.key):
        return True
    if is_date(line.key):
        return index > 0 and _names_page(lines[index - 1].key)
    return find_shape(line.text) is not None or is_disclaimer(line.text)


def _names_page(key: str) -> bool:
    """The title of a published document, be it with a bullet before it and a date behind."""
    words = _POSTED.sub("", _BULLET.sub("", key))
    published = len(words) <= _LONGEST and words.endswith(_PUBLISHED)
    return published and is_title(words) and is_title_part(words)
