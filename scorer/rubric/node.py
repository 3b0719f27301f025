"""A value of a rubric file that knows its place; asking it for what is not there is no error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from scorer.rubric.compose import Path
from scorer.rubric.problem import Problem
from scorer.rubric.source import Source


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its path.

    Every accessor gives the empty answer ("", (), None, False) where the value has another type,
    so that the rules can look at a file whose shape is wrong: the schema has told that already.
    """

    source: Source = field(repr=False)
    path: Path = ()
    value: object = None

    def __getitem__(self, key: str) -> Node:
        """The value under `key`; a node of None where there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(self.source, (*self.path, key), value)

    def __contains__(self, key: str) -> bool:
        """Whether the mapping has the key."""
        return isinstance(self.value, dict) and key in self.value

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping."""
        for key in self.value if isinstance(self.value, dict) else ():
            yield key, self[key]

    def items(self) -> Iterator[Node]:
        """The items of a list."""
        for index, value in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Node(self.source, (*self.path, index), value)

    @property
    def text(self) -> str:
        """The text without white space around it."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def number(self) -> Decimal | None:
        """The exact number."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return Decimal(self.value)
        return self.value if isinstance(self.value, Decimal) else None

    @property
    def flag(self) -> bool:
        """Whether `true` is written."""
        return self.value is True

    @property
    def texts(self) -> tuple[str, ...]:
        """The items of a list of texts."""
        return tuple(item.text for item in self.items() if item.text)

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.source.place(self.path)[0]

    def problem(self, message: str) -> Problem:
        """Say something of this value."""
        return self.source.problem(self.path, message)

    def key_problem(self, message: str) -> Problem:
        """Say something of the key this value stands under."""
        return self.source.key_problem(self.path, message)


def root_of(source: Source) -> Node:
    """The whole file."""
    return Node(source, (), source.composed.data)
