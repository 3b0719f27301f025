"""One thing wrong with a rubric, with its place, and how all of them are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scorer.errors import RubricError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """A Chinese line for the author; `line` and `column` count from 1, in characters."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


def refuse(problems: Iterable[Problem], first: str) -> None:
    """Raise all problems as one error, those of the file `first` before those of others.

    Raises:
        RubricError: there is at least one problem.
    """
    ordered = sorted(set(problems), key=lambda problem: (problem.file != first, problem))
    if ordered:
        raise RubricError("\n".join(map(str, ordered)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant."""
    # Imported here: only a broken rubric needs it.
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return close[0] if close else None


def advise(word: str, known: Iterable[str]) -> str:
    """The mend for an unknown word: the nearest known one, else the list of all."""
    names = tuple(known)
    close = nearest(word, names)
    if close is not None:
        return f"是否想写“{close}”？"
    return f"可以写：{'、'.join(names)}" if names else "请删去"
