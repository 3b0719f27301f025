"""Who looks on while reports are compared: a country takes minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """What every step hands its items through."""

    def __call__(self, items: Sequence[T], work: str, /) -> Iterable[T]:
        """The items, one by one; `work` is the step's name for a user."""


def nobody(items: Sequence[T], _work: str, /) -> Iterable[T]:
    """Hand the items on as they are."""
    return items
