"""Set phrases that every report may repeat: official formulas, and the form such reports have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from scorer import resources
from scorer.cache import regex
from scorer.evidence.literals import LiteralFinder, make_finder

FILE = "references/formulas.yaml"
_MARKS = regex(r"[^\u3400-\u9fff〇A-Za-z0-9]")
_FIGURE = regex(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulas:
    """Looks for set phrases in the letters of a report."""

    finder: LiteralFinder = field(repr=False)
    patterns: tuple[re.Pattern[str], ...] = field(repr=False)

    def find(self, letters: str) -> list[tuple[int, int]]:
        """Every stretch of the letters that is a set phrase."""
        literal = [(start, stop) for _, start, stop in self.finder.find(letters)]
        return literal + [m.span() for each in self.patterns for m in each.finditer(letters)]


@cache
def load_formulas() -> Formulas:
    """The shipped list."""
    text = (resources.rubrics_folder() / FILE).read_text("utf-8")
    listed = resources.read_yaml(text)
    return make_formulas(listed["phrases"], listed["patterns"])


def make_formulas(phrases: list[str], patterns: list[str]) -> Formulas:
    """Phrases as they are written, marks and all; patterns over letters alone, figures as 0."""
    bare = dict.fromkeys(_FIGURE.sub("0", _MARKS.sub("", phrase)) for phrase in phrases)
    return Formulas(
        finder=make_finder(tuple(bare)),
        patterns=tuple(regex(pattern) for pattern in patterns),
    )
