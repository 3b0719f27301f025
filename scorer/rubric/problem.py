"""One thing wrong with a rubric, with its place, and how all of them are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorer.errors import RubricError

_LONGEST_CITED = 30


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """A Chinese line for the author; `line` and `column` count from 1, in characters."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        # What is quoted may hold line ends; the message is one line all the same.
        return " ".join(f"{self.file}:{self.line}:{self.column}: {self.message}".splitlines())


def refuse(problems: Iterable[Problem], first: str) -> None:
    """Raise all problems as one error, those of the file `first` before those of others.

    Raises:
        RubricError: there is at least one problem.
    """
    ordered = sorted(set(problems), key=lambda problem: (problem.file != first, problem))
    if ordered:
        raise RubricError("\n".join(map(str, ordered)))


def cite(text: str) -> str:
    """A text as it is quoted in a message: one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line[:_LONGEST_CITED]}{'…' if len(line) > _LONGEST_CITED else ''}”"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant."""
    # Imported here: only a broken rubric needs it.
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return close[0] if close else None


def advise(word: str, known: Iterable[str]) -> str:
    """The mend for an unknown word: the nearest known one, else the list of all."""
    names = tuple(known) if isinstance(known, Sequence) else tuple(sorted(known))
    close = nearest(word, names)
    if close is not None:
        return f"是否想写“{close}”？"
    return f"可以写：{'、'.join(names)}" if names else "请删去"
