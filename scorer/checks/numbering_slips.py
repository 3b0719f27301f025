"""Heading numbers that repeat, skip or start again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from scorer.checks.base import Check
from scorer.checks.norms import FINISHED_TEXT
from scorer.document import Block, BlockKind
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_DIGITS = "零一二三四五六七八九十"
#: Below these levels numbers also count items of a list, which may start again anywhere.
_CHARGED_LEVELS = (1, 2)
_LOWEST_LEVEL = 3
_SHOWN = 16
#: A line so short that ends with no mark may be a title that numbers start again under.
_LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered heading with the headings above it."""

    block: Block
    number: int
    parents: tuple[int, ...]


def run(reading: Reading) -> Iterator[Finding]:
    """Compare neighbours of one level under one parent; silent where text was lost."""
    if reading.document.loses_text:
        return
    for before, after in _neighbours(_numbered(reading)):
        follows = after.number == before.number + 1
        if not follows and not _is_explained(reading, before, after):
            yield _report(reading, before, after)


def _is_explained(reading: Reading, before: _Numbered, after: _Numbered) -> bool:
    """Whether the skipped number or a new parent stands in between without being a heading."""
    plain = reading.document.plain
    start, stop = plain.range(before.block.span)[1], plain.range(after.block.span)[0]
    between = plain.text[start:stop]
    if any(marker in between for marker in _missing_markers(before, after)):
        return True
    line = between.rstrip("\n").rpartition("\n")[2]
    bare_title = 0 < len(line) <= _LONGEST_TITLE and line[-1] not in "。；：，！？"
    return after.number == 1 and bare_title


def _numbered(reading: Reading) -> list[_Numbered]:
    found: list[_Numbered] = []
    stack: list[tuple[int, int]] = []
    for index, block in enumerate(reading.document.blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        while stack and stack[-1][0] >= block.level:
            stack.pop()
        parents = tuple(number for _, number in stack)
        stack.append((block.level, index))
        if block.number is not None and block.level <= _LOWEST_LEVEL:
            found.append(_Numbered(block, block.number, parents))
    return found


def _neighbours(headings: list[_Numbered]) -> Iterator[tuple[_Numbered, _Numbered]]:
    """Headings of one level that follow one another under the same parents."""
    groups: dict[tuple[int, tuple[int, ...]], list[_Numbered]] = {}
    for heading in headings:
        groups.setdefault((heading.block.level, heading.parents), []).append(heading)
    for group in groups.values():
        yield from pairwise(group)


def _missing_markers(before: _Numbered, after: _Numbered) -> Iterator[str]:
    """How the skipped numbers would be printed if they stand in the text unrecognised."""
    for number in range(before.number + 1, after.number):
        if number < len(_DIGITS):
            digit = _DIGITS[number]
            yield from (f"{digit}、", f"（{digit}）", f"{digit}）", f"{digit}是")
        yield from (f"{number}.", f"{number}、", f"（{number}）")


def _report(reading: Reading, before: _Numbered, after: _Numbered) -> Finding:
    step = after.number - before.number
    how = "重复" if step == 0 else "跳号" if step > 0 else "倒退"
    first, second = (reading.document.plain.within(h.block.span) for h in (before, after))
    found = CHECK.finding(
        message=f"标题序号{how}：“{first[:_SHOWN]}”之后是“{second[:_SHOWN]}”，请按顺序重编。",
        quotes=tuple(reading.document.quote(heading.block.span) for heading in (before, after)),
        computed=f"{before.number}→{after.number}",
        remedy="按一、（一）1.（1）的顺序重新编号，核对有无漏排的部分。",
    )
    charged = before.block.level in _CHARGED_LEVELS
    return found if charged else replace(found, strength=Strength.HINT)


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
