"""A sign of life from readers that need long: whoever limits their time counts anew."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar


def _ignore() -> None:
    """Nobody limits the time."""


_LISTENER: ContextVar[Callable[[], None]] = ContextVar("listener", default=_ignore)


def listen(listener: Callable[[], None]) -> None:
    """Have the listener called before each page that goes to OCR."""
    _LISTENER.set(listener)


def tell_slow_page() -> None:
    """Say that a page goes to OCR, which takes seconds and much memory."""
    _LISTENER.get()()
