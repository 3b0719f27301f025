"""Clauses with every count written as one sign, so that a pattern can say where a count stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.checks.counts import PERCENT, is_count, numbers_between
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading, Standing
from scorer.zh.gated import Gated

#: Stands for a count with its measure word, or for a rate: 现有五名队员 is 现有①队员.
COUNT = "①"
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
_MOST = 60


@dataclass(frozen=True, slots=True)
class Masked:
    """A clause that tells facts, its words with signs for counts, and the counts by place."""

    clause: Clause
    words: str
    counts: dict[int, NumberMention]

    def before(self, place: int, ends: str = "，。；：、（）") -> str:
        """The words of the segment before a place."""
        start = max((self.words.rfind(end, 0, place) for end in ends), default=-1)
        return self.words[start + 1 : place]

    def find(
        self, pattern: re.Pattern[str] | Gated
    ) -> Iterator[tuple[NumberMention, re.Match[str]]]:
        """Every match with the count that its group `n` holds."""
        for match in pattern.finditer(self.words):
            if match.start("n") in self.counts:
                yield self.counts[match.start("n")], match


def mask_facts(reading: Reading) -> Iterator[Masked]:
    """The clauses that tell what is or was done, outside the plan."""
    for clause in reading.clauses:
        counts = _numbers_of(reading, clause)
        if clause.standing in _TOLD and clause.part != "plan" and 0 < len(counts) <= _MOST:
            yield _mask(clause, counts)


def _numbers_of(reading: Reading, clause: Clause) -> tuple[NumberMention, ...]:
    """The counts and rates of the clause."""
    told = numbers_between(reading, clause.at, clause.stop)
    return tuple(n for n in told if is_count(n) or (n.unit == PERCENT and not n.ordinal))


def _mask(clause: Clause, counts: tuple[NumberMention, ...]) -> Masked:
    words, places, end = "", {}, 0
    for count in counts:
        words += clause.text[end : count.at - clause.at]
        places[len(words)] = count
        words += COUNT
        end = count.stop - clause.at
    return Masked(clause, words + clause.text[end:], places)
