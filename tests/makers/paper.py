"""Paragraphs set on pages: which characters stand where, in millimetres from the upper left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.makers.report import PARAGRAPHS, SIGNED

EM = 5.6  # size 16 pt
LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 28.0 + 28 * EM, 262.0
LEADING = 10.0
SIZE = (210.0, 297.0)
_NO_START = "，。、；：！？）”》"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """A line on paper: its words, and how far right each character and the line's end stand."""

    words: str
    places: tuple[float, ...]
    y: float

    @property
    def steps(self) -> tuple[float, ...]:
        return tuple(b - a for a, b in zip(self.places, self.places[1:], strict=False))


def width_of(character: str) -> float:
    return EM if character > "\u02ff" else EM / 2


def set_pages(paragraphs: Sequence[str] = PARAGRAPHS) -> list[list[SetLine]]:
    """The title in the middle, paragraphs with an indent, the signature on the right."""
    pages: list[list[SetLine]] = [[]]
    y = TOP
    for number, paragraph in enumerate(paragraphs):
        indent = 2 * EM
        if number == 0:
            indent = (RIGHT - LEFT - sum(map(width_of, paragraph))) / 2
        elif number >= len(paragraphs) - SIGNED:
            indent = RIGHT - LEFT - sum(map(width_of, paragraph)) - 2 * EM
        for words, start in break_lines(paragraph, indent):
            if y > BOTTOM:
                pages.append([])
                y = TOP
            pages[-1].append(SetLine(words=words, places=tuple(add_up(words, start)), y=y))
            y += LEADING
    return pages


def break_lines(paragraph: str, indent: float) -> Iterator[tuple[str, float]]:
    """Lines full to the margin; marks that may not begin a line take a character with them."""
    start, x, at = 0, LEFT + indent, LEFT + indent
    for index, character in enumerate(paragraph):
        if x + width_of(character) > RIGHT + 0.01:
            end = index
            while paragraph[end] in _NO_START or _in_figure(paragraph, end):
                end -= 1
            yield paragraph[start:end], at
            start, at = end, LEFT
            x = LEFT + sum(map(width_of, paragraph[end:index]))
        x += width_of(character)
    yield paragraph[start:], at


def _in_figure(paragraph: str, at: int) -> bool:
    return paragraph[at].isdigit() and paragraph[at - 1].isdigit()


def add_up(words: str, start: float) -> Iterator[float]:
    x = start
    for character in words:
        yield x
        x += width_of(character)
