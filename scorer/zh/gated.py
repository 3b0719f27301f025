"""Regexes that are tried only where one of the words stands that none of their matches lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from scorer.cache import regex


class Gated:
    """A regex behind a gate: `needs` are words, parted by spaces, one of which is in every match.

    Most texts have none of them and are told apart at the cost of one plain search. The regex is
    compiled when the gate opens for the first time.

    With a `reach`, no match with what it looks at reaches further than so many characters from the
    word; long texts are then searched only around the words. `tests/unit/zh/test_gated.py` proves
    both for every gate of the program.
    """

    def __init__(self, needs: str, pattern: str, flags: int = 0, *, reach: int = 0) -> None:
        self.needs = tuple(needs.split())
        self.pattern = pattern
        self.flags = flags
        self.reach = reach

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """Finds the first of the words."""
        return regex("|".join(map(re.escape, self.needs)))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regex itself."""
        return regex(self.pattern, self.flags)

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands there; where none does, nothing in it matches."""
        return self.gate.search(text) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.regex.search(text) if self.gate.search(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.regex.match(text) if self.gate.search(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        if self.reach:
            for start, stop in self._windows(text):
                yield from self.regex.finditer(text, start, stop)
        elif self.gate.search(text):
            yield from self.regex.finditer(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.regex.sub(by, text) if self.gate.search(text) else text

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches around the words; those that touch are one."""
        start = stop = -1
        for word in self.gate.finditer(text):
            if word.start() - self.reach > stop:
                if stop >= 0:
                    yield start, stop
                start = max(0, word.start() - self.reach)
            stop = word.end() + self.reach
        if stop >= 0:
            yield start, stop
