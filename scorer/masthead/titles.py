"""Finds the title of a report, and every repeat of it, among the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.cache import regex
from scorer.document import Span
from scorer.masthead.lines import Line, squeeze
from scorer.masthead.names import find_names

_LONGEST_CONTINUATION = 14
_SHORTEST_TITLE = 4
_MOST_TITLE_LINES = 4
_SUBJECT_WEIGHT = 4
_NAME_WEIGHT = 2

_LABEL = regex(r".{1,8}:")
_DOCUMENT = "报告|汇报|总结|情况|年报|通报|方案|通知|意见|办法|解读|公告|要点|计划|清单|说明|答复"
_CLOSES = regex(rf"(?:{_DOCUMENT})(?:\([^()]{{2,14}}\))?$")
_REPEATS = regex(r"(?:报告|汇报|总结|年报)(?:\([^()]{2,14}\))?$")
_GOES_ON = regex(r"(?:的|工作|建设|情况)*(?:的?报告|汇报|总结|情况)(?:\([^()]{2,14}\))?$")
_UNFINISHED = regex(r"关于|(?:年度?|法治|依法|政府|建设|推进|推动|工作|情况|的)$")
_BODY_LINE = regex(
    r"(?:(?:中国共产党|中共)?[一-鿿]{2,24}?"
    r"(?:人民政府|政府|工作委员会|委员会|党委|党工委|办事处|局|街道|镇|乡)[、,和]?)+"
)
_LETTERHEAD = regex(r"[一-鿿]{2,40}文件(?:\([^()]*\))?$")
_SUBJECT = regex("法治|依法|法制")
_YEAR = regex(r"\d{4}|[〇○零一二三四五六七八九]{4}")
_RUN_IN = regex(
    r"""
    [^,。:;]{4,60}?法治政府[^,。:;]{0,12}?报告(?:\(\d{4}年?度?\))?
    (?=\s | \d{4}年 | 中共 | [省市县区旗]委 | 现将 | 根据 | 为 | [一1][、.])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Folded words of the head, white space left out, with the places of their lines."""

    text: str
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first of the words to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


def join_words(lines: Sequence[Line]) -> Words:
    """The words of lines that belong together."""
    text = "".join(squeeze(line.text) for line in lines)
    return Words(text=text, spans=tuple(line.span for line in lines))


def is_letterhead(words: str) -> bool:
    """Whether squeezed words are a letterhead: 云岫县栈溪镇人民政府文件."""
    return _LETTERHEAD.match(words) is not None


def is_body_line(words: str) -> bool:
    """Whether squeezed words are bodies and nothing else."""
    return _BODY_LINE.fullmatch(words) is not None


def weigh_title(title: str) -> int:
    """How much of a title is there: the subject counts most, then the body, then the year."""
    subject = _SUBJECT_WEIGHT * bool(_SUBJECT.search(title))
    return subject + _NAME_WEIGHT * bool(find_names(title)) + bool(_YEAR.search(title))


def find_titles(lines: Sequence[Line], head: Sequence[Line]) -> tuple[Words, ...]:
    """The title and its repeats: up from each line that closes one, and down where it is wrapped.

    `head` are the report lines among `lines` that may hold it; a line of the page between two of
    them parts them.
    """
    groups: list[list[Line]] = []
    taken: set[Span] = set()
    for line in head:
        if line.span in taken or not _closes_title(line.text, first=not groups):
            continue
        group = _gather(lines, head, line)
        groups.append(group)
        taken.update(part.span for part in group)
    return tuple(join_words(group) for group in groups)


def find_title_run_in(line: Line) -> Words | None:
    """A title on one line with the text behind it; it needs body or year to be believed."""
    match = _RUN_IN.match(line.text)
    if match is None or weigh_title(match[0]) <= _SUBJECT_WEIGHT:
        return None
    span = Span(line.span.start, line.span.start + match.end())
    return Words(text=squeeze(match[0]), spans=(span,))


def _closes_title(text: str, *, first: bool) -> bool:
    """Whether a line may end a title; after the first only a repeat of it does."""
    words = squeeze(text)
    if len(words) < _SHORTEST_TITLE or _LABEL.match(words) or is_letterhead(words):
        return False
    if first:
        return _CLOSES.search(words) is not None
    told = _YEAR.search(words) or find_names(words)
    return _REPEATS.search(words) is not None and bool(told)


def _gather(lines: Sequence[Line], head: Sequence[Line], last: Line) -> list[Line]:
    at = lines.index(last)
    group = [last]
    for line in reversed(lines[max(0, at - _MOST_TITLE_LINES + 1) : at]):
        if line not in head or not _belongs_above(squeeze(line.text), squeeze(group[0].text)):
            break
        group.insert(0, line)
    group += [
        line
        for line in lines[at + 1 : at + 2]
        if line in head and _belongs_below(squeeze(last.text), squeeze(line.text))
    ]
    return group


def _belongs_above(above: str, below: str) -> bool:
    """Whether a line above goes on in the line below: a body above 关于…, or a wrapped title."""
    if _CLOSES.search(above) or is_letterhead(above) or _LABEL.match(above):
        return False
    if is_body_line(above):
        return below.startswith("关于") or is_body_line(below) or not find_names(below)
    return _UNFINISHED.search(above) is not None and not below.startswith("关于")


def _belongs_below(above: str, below: str) -> bool:
    """Whether …建设情况 goes on in the line below: 的报告."""
    short = len(below) <= _LONGEST_CONTINUATION
    return short and not _REPEATS.search(above) and _GOES_ON.match(below) is not None
