"""Finding many literals at once, by a compiled automaton where one is installed."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Protocol


class LiteralFinder(Protocol):
    """Finds every occurrence of every literal, overlapping ones too."""

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Give (index of the literal, start, end); the order is not defined."""
        ...


class AutomatonFinder:
    """One pass with the compiled automaton of `ahocorasick_rs`."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        module = importlib.import_module("ahocorasick_rs")  # optional: no wheel for LoongArch
        self._automaton = module.AhoCorasick(literals)
        self._literals = literals

    def __reduce__(self) -> tuple[object, ...]:
        """Automata cannot be packed: they are built anew, in a few milliseconds."""
        return make_finder, (self._literals,)

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Give (index of the literal, start, end); the order is not defined."""
        matches: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
            text, overlapping=True
        )
        return matches


class PlainFinder:
    """`str.find` for each literal: slower, and needs nothing installed."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        self._literals = literals

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Give (index of the literal, start, end); the order is not defined."""
        for index, literal in enumerate(self._literals):
            at = text.find(literal)
            while at >= 0:
                yield index, at, at + len(literal)
                at = text.find(literal, at + 1)


def make_finder(literals: tuple[str, ...]) -> LiteralFinder:
    """The fastest finder this machine has; both find the same."""
    if not literals:
        return PlainFinder(literals)
    try:
        return AutomatonFinder(literals)
    except ImportError:
        return PlainFinder(literals)
