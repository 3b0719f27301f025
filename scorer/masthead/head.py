"""Reads the head of a report: letterhead, title and addressee, from the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from scorer.document import RemovedKind, Span
from scorer.masthead.lines import Line, squeeze
from scorer.masthead.names import find_names

_LONGEST_HEAD_LINE = 70
_LONGEST_ADDRESSEE = 60
_LONGEST_CONTINUATION = 14
_SHORTEST_TITLE = 4
_MOST_TITLE_LINES = 4
_MOST_HEAD_LINES = 40
_SUBJECT_WEIGHT = 4

_HEADING = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[、)）.]|[(]?1[.、)]")
_TELLING = re.compile(r"[。;；!！?？]|现将|现就|报告如下|汇报如下|[一-鿿],[一-鿿]")
_LABEL = re.compile(r".{1,8}:")
_DOCUMENT = "报告|汇报|总结|情况|年报|通报|方案|通知|意见|办法|解读|公告|要点|计划|清单|说明|答复"
_CLOSES = re.compile(rf"(?:{_DOCUMENT})(?:\([^()]{{2,14}}\))?$")
_REPEATS = re.compile(r"(?:报告|汇报|总结|年报)(?:\([^()]{2,14}\))?$")
_GOES_ON = re.compile(r"(?:的|工作|建设|情况)*(?:的?报告|汇报|总结|情况)(?:\([^()]{2,14}\))?$")
_UNFINISHED = re.compile(r"关于|(?:年度?|法治|依法|政府|建设|推进|推动|工作|情况|的)$")
_BODY_LINE = re.compile(
    r"(?:(?:中国共产党|中共)?[一-鿿]{2,24}?"
    r"(?:人民政府|政府|工作委员会|委员会|党委|党工委|办事处|局|街道|镇|乡)[、,和]?)+"
)
_LETTERHEAD = re.compile(r"[一-鿿]{2,40}文件(?:\([^()]*\))?$")
_NUMBER_LINE = re.compile(r"[一-鿿]{1,8}[〔\[(]\d{4}[〕\])]\d*号?(?:签发人.*)?$")
_ADDRESSED = (
    r"(?:中共)?[一-鿿]{0,16}?"
    r"(?:委|政府|办|办公室|局|委员会|领导小组|常委会|人大|党组|工委|管委会|大会)"
)
_ADDRESSEES = rf"{_ADDRESSED}(?:[\s、,和并及]+{_ADDRESSED})*"
_ADDRESSEE = re.compile(rf"{_ADDRESSEES}\s*(?P<colon>[:;]?)$")
_ADDRESSEE_RUN_IN = re.compile(rf"{_ADDRESSEES}\s*:(?=\s*\S)")
_SUBJECT = re.compile("法治|依法|法制")
_YEAR = re.compile(r"\d{4}|[〇○零一二三四五六七八九]{4}")
_TITLE_RUN_IN = re.compile(
    r"""
    [^,。:;]{4,60}?法治政府[^,。:;]{0,12}?报告(?:\(\d{4}年?度?\))?
    (?=\s | \d{4}年 | 中共 | [省市县区旗]委 | 现将 | 根据 | 为)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the text; `titles` are all repeats of the title, in order.

    `others` are the lines that are none of it: lines of the page that were left standing.
    """

    titles: tuple[Words, ...] = ()
    letterhead: Words | None = None
    addressee: Words | None = None
    numbers: tuple[Span, ...] = ()
    others: tuple[Line, ...] = ()

    @property
    def title(self) -> Words | None:
        """The title; of several the one that says most, the first of equals."""
        return max(self.titles, key=lambda title: _weigh(title.text), default=None)

    @property
    def frame(self) -> tuple[Span, ...]:
        """Every line of it."""
        words = (*self.titles, self.letterhead, self.addressee)
        return (*self.numbers, *(span for part in words if part for span in part.spans))


def read_head(lines: Sequence[Line]) -> Head:
    """Read the report lines up to the first that tells something."""
    kept = [line for line in lines if line.removed in {None, RemovedKind.REPEATED_TITLE}]
    head = list(takewhile(_is_head_line, kept[:_MOST_HEAD_LINES]))
    first_told = kept[len(head) : len(head) + 1]
    groups = _find_title_groups(lines, head)
    titles = tuple(_words(group) for group in groups) or _find_title_run_in(first_told)
    in_title = [line for group in groups for line in group]
    rest = [line for line in head if line not in in_title]
    below = rest if not in_title else [line for line in rest if line.span > in_title[0].span]
    return Head(
        titles=titles,
        letterhead=_find_letterhead(rest),
        addressee=_find_addressee(below, titled=bool(titles)) or _find_addressee_run_in(first_told),
        numbers=tuple(line.span for line in rest if _NUMBER_LINE.match(squeeze(line.text))),
        others=tuple(rest),
    )


def _is_head_line(line: Line) -> bool:
    text = line.text
    if len(text) <= _LONGEST_ADDRESSEE and _ADDRESSEE.match(text):
        return True
    telling = _TELLING.search(text) or _HEADING.match(text)
    return telling is None and len(text) <= _LONGEST_HEAD_LINE


def _words(lines: Sequence[Line]) -> Words:
    text = "".join(squeeze(line.text) for line in lines)
    return Words(text=text, spans=tuple(line.span for line in lines))


def _weigh(title: str) -> int:
    """How much of a title is there: the subject counts most, then the body, then the year."""
    named = bool(find_names(title))
    return _SUBJECT_WEIGHT * bool(_SUBJECT.search(title)) + 2 * named + bool(_YEAR.search(title))


def _find_title_groups(lines: Sequence[Line], head: Sequence[Line]) -> list[list[Line]]:
    """The lines of each title: up from the line that closes it, and down where it is wrapped."""
    groups: list[list[Line]] = []
    taken: set[Span] = set()
    for line in head:
        if line.span in taken or not _closes_title(line.text, first=not groups):
            continue
        group = _gather_title(lines, head, line)
        groups.append(group)
        taken.update(part.span for part in group)
    return groups


def _closes_title(text: str, *, first: bool) -> bool:
    """Whether a line may end a title; after the first only a repeat of it does."""
    words = squeeze(text)
    if len(words) < _SHORTEST_TITLE or _LABEL.match(words) or _LETTERHEAD.match(words):
        return False
    if first:
        return _CLOSES.search(words) is not None
    told = _YEAR.search(words) or find_names(words)
    return _REPEATS.search(words) is not None and bool(told)


def _gather_title(lines: Sequence[Line], head: Sequence[Line], last: Line) -> list[Line]:
    at = lines.index(last)
    group = [last]
    for line in reversed(lines[max(0, at - _MOST_TITLE_LINES + 1) : at]):
        if line not in head or not _belongs_above(squeeze(line.text), squeeze(group[0].text)):
            break
        group.insert(0, line)
    below = next(iter(lines[at + 1 : at + 2]), None)
    if below in head and _belongs_below(squeeze(last.text), squeeze(below.text if below else "")):
        group += [below] if below else []
    return group


def _belongs_above(above: str, below: str) -> bool:
    """Whether a line above goes on in the line below: a body above 关于…, or a wrapped title."""
    if _CLOSES.search(above) or _LETTERHEAD.match(above) or _LABEL.match(above):
        return False
    if _BODY_LINE.fullmatch(above):
        return (
            below.startswith(("关于", "("))
            or _BODY_LINE.fullmatch(below) is not None
            or (not find_names(below))
        )
    return _UNFINISHED.search(above) is not None and not below.startswith("关于")


def _belongs_below(above: str, below: str) -> bool:
    """Whether …建设情况 goes on in the line below: 的报告."""
    short = 0 < len(below) <= _LONGEST_CONTINUATION
    return short and not _REPEATS.search(above) and _GOES_ON.match(below) is not None


def _find_title_run_in(first_told: Sequence[Line]) -> tuple[Words, ...]:
    """A title on one line with the text behind it."""
    for line in first_told:
        match = _TITLE_RUN_IN.match(line.text)
        if match and _weigh(match[0]) > _SUBJECT_WEIGHT:
            span = Span(line.span.start, line.span.start + match.end())
            return (Words(text=squeeze(match[0]), spans=(span,)),)
    return ()


def _find_letterhead(rest: Sequence[Line]) -> Words | None:
    return next((_words([line]) for line in rest if _LETTERHEAD.match(squeeze(line.text))), None)


def _find_addressee(below: Sequence[Line], *, titled: bool) -> Words | None:
    """The line of bodies with a colon; without one only below a title and naming no town."""
    for line in below:
        match = _ADDRESSEE.match(line.text)
        if match and (match["colon"] or (titled and not find_names(squeeze(line.text)))):
            return _words([line])
    return None


def _find_addressee_run_in(first_told: Sequence[Line]) -> Words | None:
    for line in first_told:
        match = _ADDRESSEE_RUN_IN.match(line.text[:_LONGEST_ADDRESSEE])
        if match:
            span = Span(line.span.start, line.span.start + match.end())
            return Words(text=squeeze(match[0]), spans=(span,))
    return None
