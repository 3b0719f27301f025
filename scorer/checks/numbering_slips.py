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
    text = reading.document.plain.text
    for before, after in _neighbours(_numbered(reading)):
        if after.number == before.number + 1 or after.number == 0:
            continue
        between = text[
            reading.document.plain.range(before.block.span)[1] : reading.document.plain.range(
                after.block.span
            )[0]
        ]
        if any(marker in between for marker in _missing_markers(before, after)):
            continue
        yield _report(reading, before, after)


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
    how = (
        "重复"
        if after.number == before.number
        else "跳号"
        if after.number > before.number
        else "倒退"
    )
    quotes = tuple(reading.document.quote(heading.block.span) for heading in (before, after))
    found = CHECK.finding(
        message=f"标题序号{how}：第{before.number}之后是第{after.number}，请按顺序重编。",
        quotes=quotes,
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
