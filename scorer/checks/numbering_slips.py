"""Heading numbers that repeat, skip or start again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scorer.checks.base import Check
from scorer.checks.norms import FINISHED_TEXT
from scorer.document import Quote, Span
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading
from scorer.reading.numbering import NumberedHeading, find_slips

_CHARGED_LEVELS = (1, 2)
_SHOWN = 16


def run(reading: Reading) -> Iterator[Finding]:
    """One finding for every slip; below the second level a hint."""
    for before, after in find_slips(reading):
        yield _report(reading, before, after)


def _report(reading: Reading, before: NumberedHeading, after: NumberedHeading) -> Finding:
    step = after.number - before.number
    how = "重复" if step == 0 else "跳号" if step > 0 else "倒退"
    first, second = (reading.document.plain.within(h.block.span) for h in (before, after))
    found = CHECK.finding(
        message=f"标题序号{how}：“{first[:_SHOWN]}”之后是“{second[:_SHOWN]}”，请按顺序重编。",
        quotes=tuple(_quote(reading, heading) for heading in (after, before)),
        computed=f"{before.number}→{after.number}",
        remedy="按一、（一）1.（1）的顺序重新编号，核对有无漏排的部分。",
    )
    charged = before.block.level in _CHARGED_LEVELS
    return found if charged else replace(found, strength=Strength.HINT)


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
