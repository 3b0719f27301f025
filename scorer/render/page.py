"""What a renderer makes of a batch: named files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from scorer.render.wishes import Wishes
from scorer.scorecard import Batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file for the output folder; `name` has no folder in it.

    The `pieces` are joined; a large file has many, made when they are asked for.
    """

    name: str
    pieces: Sequence[bytes] = field(repr=False)

    @property
    def data(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces)


def text_page(name: str, text: str) -> Page:
    """A file of UTF-8; what that cannot hold (a name in another encoding) becomes a `?`."""
    return Page(name=name, pieces=(text.encode("utf-8", "replace"),))


Renderer = Callable[[Batch, Wishes], Iterator[Page]]
