"""What a renderer makes of a batch: named files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from scorer.scorecard import Batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file for the output folder; `name` has no folder in it."""

    name: str
    text: str = field(repr=False)


Renderer = Callable[[Batch], Iterator[Page]]
