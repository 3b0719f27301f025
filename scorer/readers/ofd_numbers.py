"""Numbers in attributes of OFD: arrays, advances, matrices; what is no number counts as 0."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_LARGEST = 1e6
_REPEAT = "g"


@dataclass(frozen=True, slots=True)
class Matrix:
    """An affine map as the format writes it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @property
    def angle(self) -> float:
        """How far the writing direction turns, clockwise, in radians."""
        return math.atan2(self.b, self.a)

    @property
    def scale(self) -> float:
        """How much taller characters become."""
        return math.hypot(self.c, self.d)

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def moved(self, x: float, y: float) -> Matrix:
        """The same, and then a shift."""
        return Matrix(self.a, self.b, self.c, self.d, self.e + x, self.f + y)

    def then(self, after: Matrix) -> Matrix:
        """This map and then the other."""
        a, b = after.apply(self.a, self.b)
        c, d = after.apply(self.c, self.d)
        e, f = after.apply(self.e, self.f)
        return Matrix(a - after.e, b - after.f, c - after.e, d - after.f, e, f)


UNTURNED = Matrix(1, 0, 0, 1, 0, 0)


def read_numbers(text: str | None) -> tuple[float, ...]:
    """The numbers of an array, in millimetres mostly; absurd ones are 0."""
    return tuple(_read_number(word) for word in (text or "").split())


def read_matrix(text: str | None) -> Matrix:
    """The map; where there is none, or only part of one, the map that changes nothing."""
    numbers = read_numbers(text)
    return Matrix(*numbers) if len(numbers) == 6 else UNTURNED  # noqa: PLR2004 - a to f


def read_deltas(text: str | None, most: int) -> Sequence[float]:
    """The advances, `g 3 2.1` being three of 2.1; no more than there are characters."""
    return tuple(islice(_expand(iter((text or "").split()), most), most))


def _expand(words: Iterator[str], most: int) -> Iterator[float]:
    for word in words:
        if word != _REPEAT:
            yield _read_number(word)
            continue
        times = min(int(_read_number(next(words, "0"))), most)
        value = _read_number(next(words, "0"))
        yield from (value for _ in range(times))


def _read_number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        return 0.0
    return value if abs(value) <= _LARGEST else 0.0  # NaN is neither
