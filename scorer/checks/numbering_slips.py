"""Heading numbers that repeat, skip or start again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.norms import FINISHED_TEXT
from scorer.checks.rows import Mark, find_all_marks, find_clashes, find_late_starts, find_row_slips
from scorer.checks.segments import end_of_segment
from scorer.document import Quote, Span
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading
from scorer.reading.numbering import NumberedHeading, find_slips
from scorer.zh.numerals import parse_number

_CHARGED_LEVELS = (1, 2)
_SHOWN = 16
_LONGEST_QUOTE = 40
_SHORT_QUOTE = 12
_FEW = 3
_DOTTED = regex(
    r"^(?P<chapter>\d{1,2})\.(?P<number>\d{1,2})(?=[ 、\u4e00-\u9fff“《])"
    r"(?![万亿元个件人次年月日倍米公平])[^，。；：\n]{2,24}",
    re.MULTILINE,
)
#: A line of its own; the text may go on behind a title.
_PART = regex(
    r"^第(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>部分|章)(?:[：、 ]?[^，。；\n]{0,24})?$",
    re.MULTILINE,
)


def run(reading: Reading) -> Iterator[Finding]:
    """One finding for every slip; below the second level a hint."""
    plain = reading.document.plain
    places = set()
    marks = find_all_marks(reading.document)
    for before, after in find_row_slips(reading.document, marks):
        places.add(after.at)
        yield _tell(*((mark.number, _quote_item(reading, mark)) for mark in (before, after)))
    for before, odd in find_clashes(marks):
        places.add(odd.at)
        yield _tell_clash(reading, before, odd)
    for head in find_late_starts(reading.document, marks):
        places.add(head.at)
        yield _tell_late(reading, head)
    for above, below in find_slips(reading):
        if not places & {plain.range(each.block.span)[0] for each in (above, below)}:
            yield _report(reading, above, below)
    yield from _find_part_slips(reading)
    if not reading.document.loses_text:
        yield from _find_dotted_slips(reading)


def _find_dotted_slips(reading: Reading) -> Iterator[Finding]:
    """1.4 after 1.4: lines that begin so, where at least three of one chapter do."""
    lines = tuple(_DOTTED.finditer(reading.document.plain.text))
    for before, after in pairwise(lines):
        chapter = [line for line in lines if line["chapter"] == before["chapter"]]
        step = int(after["number"]) - int(before["number"])
        alike = before["chapter"] == after["chapter"] and len(chapter) >= _FEW
        if alike and step != 1 and int(after["number"]) != 1:
            yield _tell(
                *((int(line["number"]), reading.quote(*line.span())) for line in (before, after))
            )


def _find_part_slips(reading: Reading) -> Iterator[Finding]:
    """第一部分 and 第三部分: lines of their own that are numbered so."""
    if reading.document.loses_text:
        return
    lines = tuple(_PART.finditer(reading.document.plain.text))
    for before, after in pairwise(lines):
        numbers = [parse_number(line["number"]) or 0 for line in (before, after)]
        if before["kind"] == after["kind"] and numbers[1] != numbers[0] + 1:
            yield _tell(
                (int(numbers[0]), reading.quote(*before.span())),
                (int(numbers[1]), reading.quote(*after.span())),
            )


def _report(reading: Reading, before: NumberedHeading, after: NumberedHeading) -> Finding:
    told = [(heading.number, _quote(reading, heading)) for heading in (before, after)]
    found = _tell(told[0], told[1])
    charged = before.block.level in _CHARGED_LEVELS
    return found if charged else replace(found, strength=Strength.HINT)


def _tell(before: tuple[int, Quote], after: tuple[int, Quote]) -> Finding:
    """The heading at which the sequence breaks comes first."""
    step = after[0] - before[0]
    how = "重复" if step == 0 else "跳号" if step > 0 else "倒退"
    first, second = ("".join(quote.text.split()).rstrip("。") for _, quote in (before, after))
    return CHECK.finding(
        message=f"标题序号{how}：“{first[:_SHOWN]}”之后是“{second[:_SHOWN]}”，请按顺序重编。",
        quotes=(after[1], before[1]),
        computed=f"{before[0]}→{after[0]}",
        remedy="按一、（一）1.（1）的顺序重新编号，核对有无漏排的部分。",
    )


def _tell_clash(reading: Reading, before: Mark, odd: Mark) -> Finding:
    told = [_quote_item(reading, mark) for mark in (odd, before)]
    first, second = (quote.text.strip()[:_SHOWN] for quote in reversed(told))
    return CHECK.finding(
        message=f"标题序号层次混用：“{first}”之后同一层的标题写成“{second}”，请统一序号写法。",
        quotes=tuple(told),
        remedy="按一、（一）1.（1）的顺序重新编号，同一层的标题用同一种序号。",
    )


def _tell_late(reading: Reading, head: Mark) -> Finding:
    quote = _quote_item(reading, head)
    return CHECK.finding(
        message=f"标题序号不从一起编：这一部分从“{quote.text.strip()[:_SHOWN]}”开始，请按顺序重编。",
        quotes=(quote,),
        remedy="核对前面有无漏排的内容；没有漏排的，从一起重新编号。",
    )


def _quote_item(reading: Reading, mark: Mark) -> Quote:
    """The item with its number, to the end of its first segment; with the full stop behind it."""
    document = reading.document
    text = document.plain.text
    end = end_of_segment(text, mark.stop)
    if end - mark.at < _SHORT_QUOTE and text.startswith(("，", ","), end):
        end = end_of_segment(text, end + 1)
    quote = reading.quote(mark.at, min(end, mark.stop + _LONGEST_QUOTE))
    stop = quote.end + document.text.startswith("。", quote.end)
    return document.quote(Span(quote.start, stop))


def _quote(reading: Reading, heading: NumberedHeading) -> Quote:
    """The heading with the full stop that ends it where text follows in its line."""
    span = heading.block.span
    stop = span.end + reading.document.text.startswith("。", span.end)
    return reading.document.quote(Span(span.start, stop))


CHECK = Check(
    id="numbering-slips",
    kind="numbering",
    strength=Strength.FINDING,
    title="标题序号不连续",
    why="同一层次的标题序号应当连续；重复、跳号或倒退的提出来，文本有缺失时不提。",
    norm=FINISHED_TEXT,
    bad="一、主要举措和成效\n开展普法宣传12场。\n三、存在的不足\n执法力量偏弱。",
    good="一、主要举措和成效\n开展普法宣传12场。\n二、存在的不足\n执法力量偏弱。",
    run=run,
)
