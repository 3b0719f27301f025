"""Long work that a person may look at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def follow(
    items: Iterable[T],
    total: int,
    work: str = "评分",
    name_of: Callable[[T], str] | None = None,
    *,
    quiet: bool = False,
) -> Iterator[T]:
    """The items as they come; on a terminal a bar tells what is done, how fast and until when.

    Items that have names are files, and so many a second; of others only the time left is told.
    """
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    # rich's progress bar is slow to import, and only a person at a terminal gets to see it.
    from scorer.cli.progress import track

    yield from track(items, total, work, name_of)
