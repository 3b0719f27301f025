"""Heading numbers that do not follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scorer.document import Block, BlockKind
from scorer.reading.model import Reading

_DIGITS = "零一二三四五六七八九十"
#: Below these levels numbers also count items of a list, which may start again anywhere.
_LOWEST_LEVEL = 3
#: A line so short that ends with no mark may be a title that numbers start again under.
_LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A numbered heading with the headings above it."""

    block: Block
    number: int
    parents: tuple[int, ...]


def find_slips(reading: Reading) -> Iterator[tuple[NumberedHeading, NumberedHeading]]:
    """Neighbours of one level under one parent whose numbers repeat, skip or run back.

    Silent where text was lost, and where the number stands in between without being a heading.
    """
    if reading.document.loses_text:
        return
    for before, after in _neighbours(_numbered(reading)):
        follows = after.number == before.number + 1
        if not follows and not _is_explained(reading, before, after):
            yield before, after


def _is_explained(reading: Reading, before: NumberedHeading, after: NumberedHeading) -> bool:
    """Whether the skipped number or a new parent stands in between without being a heading."""
    plain = reading.document.plain
    start, stop = plain.range(before.block.span)[1], plain.range(after.block.span)[0]
    between = plain.text[start:stop]
    if any(marker in between for marker in _missing_markers(before, after)):
        return True
    line = between.rstrip("\n").rpartition("\n")[2]
    bare_title = 0 < len(line) <= _LONGEST_TITLE and line[-1] not in "。；：，！？"
    return after.number == 1 and bare_title


def _numbered(reading: Reading) -> list[NumberedHeading]:
    found: list[NumberedHeading] = []
    stack: list[tuple[int, int]] = []
    for index, block in enumerate(reading.document.blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        while stack and stack[-1][0] >= block.level:
            stack.pop()
        parents = tuple(number for _, number in stack)
        stack.append((block.level, index))
        if block.number is not None and block.level <= _LOWEST_LEVEL:
            found.append(NumberedHeading(block, block.number, parents))
    return found


def _neighbours(
    headings: list[NumberedHeading],
) -> Iterator[tuple[NumberedHeading, NumberedHeading]]:
    """Headings of one level that follow one another under the same parents."""
    groups: dict[tuple[int, tuple[int, ...]], list[NumberedHeading]] = {}
    for heading in headings:
        groups.setdefault((heading.block.level, heading.parents), []).append(heading)
    for group in groups.values():
        yield from pairwise(group)


def _missing_markers(before: NumberedHeading, after: NumberedHeading) -> Iterator[str]:
    """How the skipped numbers would be printed if they stand in the text unrecognised."""
    for number in range(before.number + 1, after.number):
        if number < len(_DIGITS):
            digit = _DIGITS[number]
            yield from (f"{digit}、", f"（{digit}）", f"{digit}）", f"{digit}是")
        yield from (f"{number}.", f"{number}、", f"（{number}）")
