"""A page of an OFD document to its glyphs as a person sees them: upright, in page coordinates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from scorer.readers.layout.lines import Glyph
from scorer.readers.ofd_numbers import UNTURNED, Matrix, read_deltas, read_matrix, read_numbers

#: How far off a right angle, in turns of 90 degrees, text may stand: what is awry is a watermark.
_AWRY = 0.12
#: How far off the page, in em, text may stand.
_OVERHANG = 0.5
_DEEPEST = 8
_WIDEST_LETTER = 1.0
_LAST_NARROW = "\u02ff"
_BROAD = frozenset("mwMW@%—")
_SLIM = frozenset("iljtfI1.,:;'!|()[]")
_GROUPS = frozenset(("Content", "Layer", "PageBlock"))
_UNPRINTED = str.maketrans("", "", "\r\n\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a page draws; `covered` is the area of its pictures, `outlines` counts its shapes."""

    marks: tuple[Mark, ...] = ()
    covered: float = 0.0
    outlines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A character with its baseline from `start` to `end` in the page's own coordinates."""

    text: str
    start: tuple[float, float]
    end: tuple[float, float]
    size: float
    turn: int


class Units(Protocol):
    """Drawings that are kept apart and used by their ids."""

    def find_unit(self, number: str) -> etree._Element | None:
        """The drawing; none where there is none of that id."""


def name_of(element: etree._Element) -> str:
    """The name without its namespace: files disagree on that."""
    return etree.QName(element).localname


def draw(content: etree._Element, units: Units) -> Drawn:
    """Everything that the element shows, its layers and blocks in their order."""
    found = tuple(_walk(content, UNTURNED, units, depth=0))
    return Drawn(
        marks=tuple(mark for each in found for mark in each.marks),
        covered=sum(each.covered for each in found),
        outlines=sum(each.outlines for each in found),
    )


def _walk(element: etree._Element, above: Matrix, units: Units, *, depth: int) -> Iterator[Drawn]:
    if depth > _DEEPEST:
        return
    for child in element.iterchildren("*"):
        kind = name_of(child)
        if child.get("Visible", "").lower() == "false":
            continue
        if kind in _GROUPS:
            yield from _walk(child, above, units, depth=depth + 1)
        elif kind == "CompositeObject":
            unit = units.find_unit(child.get("ResourceID", ""))
            if unit is not None:
                yield from _walk(unit, _place(child).then(above), units, depth=depth + 1)
        else:
            yield _draw_object(child, kind, above)


def _draw_object(thing: etree._Element, kind: str, above: Matrix) -> Drawn:
    if kind == "TextObject":
        return Drawn(marks=tuple(_read_text(thing, _place(thing).then(above))))
    if kind == "ImageObject":
        return Drawn(covered=_measure_area(thing))
    return Drawn(outlines=1 if kind == "PathObject" else 0)


def _place(thing: etree._Element) -> Matrix:
    """From the object's own coordinates to those around it."""
    x, y, *_ = (*read_numbers(thing.get("Boundary")), 0.0, 0.0)
    return read_matrix(thing.get("CTM")).moved(x, y)


def _measure_area(thing: etree._Element) -> float:
    *_, width, height = (0.0, 0.0, *read_numbers(thing.get("Boundary")))
    return max(0.0, width) * max(0.0, height)


def _read_text(thing: etree._Element, place: Matrix) -> Iterator[Mark]:
    quarters = place.angle / (math.pi / 2)
    size, *_ = (*read_numbers(thing.get("Size")), 0.0)
    scale, *_ = (*read_numbers(thing.get("HScale")), 1.0)
    if size * place.scale <= 0 or abs(quarters - round(quarters)) > _AWRY:
        return
    downwards = thing.get("ReadDirection") in {"90", "270"}
    pen = (0.0, 0.0)
    for code in thing.iterchildren("{*}TextCode"):
        words = "".join(map(str, code.itertext())).translate(_UNPRINTED)
        x, y = (
            next(iter(read_numbers(code.get(key))), old) for key, old in zip("XY", pen, strict=True)
        )
        steps = _list_steps(code, words, (size * scale, size), downwards=downwards)
        for character, (right, down, width) in zip(words, steps, strict=True):
            yield Mark(
                text=character,
                start=place.apply(x, y),
                end=place.apply(x + width, y),
                size=size * place.scale,
                turn=round(quarters) % 4,
            )
            x, y = x + right, y + down
        pen = (x, y)


def _list_steps(
    code: etree._Element, words: str, em: tuple[float, float], *, downwards: bool
) -> Iterator[tuple[float, float, float]]:
    """By character: how far to the next one, right and down, and its own width."""
    right = read_deltas(code.get("DeltaX"), len(words))
    down = read_deltas(code.get("DeltaY"), len(words))
    told = bool(right or down)
    for index, character in enumerate(words):
        width = _guess_width(character) * em[0]
        if not told:
            yield (0.0, em[1], width) if downwards else (width, 0.0, width)
            continue
        step = right[index] if index < len(right) else 0.0
        yield step, down[index] if index < len(down) else 0.0, _fit(character, width, step, em[0])


def _fit(character: str, width: float, step: float, em: float) -> float:
    """Letters reach to the next one, whatever their font; a Chinese character is one em."""
    if not 0 < step <= _WIDEST_LETTER * em:
        return width
    return step if character <= _LAST_NARROW else min(width, step)


def _guess_width(character: str) -> float:
    """In em: files do not tell, and their fonts are not looked at."""
    if character > _LAST_NARROW:
        return 1.0
    if character in _BROAD:
        return 0.8
    if character in _SLIM:
        return 0.4
    return 0.65 if character.isupper() else 0.5


def find_turn(marks: Sequence[Mark]) -> int:
    """In which of four directions most of the text runs."""
    turns = Counter(mark.turn for mark in marks)
    return max(turns.items(), key=lambda item: item[1], default=(0, 0))[0]


def set_upright(marks: Sequence[Mark], box: tuple[float, float], turn: int) -> Iterator[Glyph]:
    """The glyphs of text that runs so, on a page of that width and height turned upright."""
    for mark in marks:
        (left, y), (right, _) = (_turn(point, box, turn) for point in (mark.start, mark.end))
        width, height = box if turn % 2 == 0 else box[::-1]
        slack = _OVERHANG * mark.size
        if mark.turn == turn and -slack <= left <= width + slack and 0 <= y <= height + slack:
            yield Glyph(
                text=" " if mark.text.isspace() else mark.text,
                left=min(left, right),
                right=max(left, right),
                y=y,
                size=mark.size,
            )


def _turn(point: tuple[float, float], box: tuple[float, float], turn: int) -> tuple[float, float]:
    """Where a point is once the page is turned back; both are measured from the upper left."""
    x, y = point
    width, height = box
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]
