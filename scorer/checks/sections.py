"""The body of a report by its headings of the top level."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.reading.model import Clause, Reading


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the top level by its block, and the clauses of the paragraphs below it."""

    heading: int
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """The words of the paragraphs."""
        return "".join(clause.text for clause in self.clauses)

    @property
    def sentences(self) -> int:
        """How many sentences stand in the paragraphs."""
        return len({clause.sentence for clause in self.clauses})


def find_sections(reading: Reading) -> tuple[Section, ...]:
    """Every top heading that has paragraphs below it, in order of the text."""
    headings = reading.headings
    held: dict[int, list[Clause]] = {}
    for clause in reading.clauses:
        if clause.path and clause.paragraph not in headings:
            held.setdefault(clause.path[0], []).append(clause)
    return tuple(Section(heading, tuple(clauses)) for heading, clauses in held.items())
