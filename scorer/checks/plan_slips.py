"""A plan named in the text, and whether its period is told as past or still to come."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.cache import regex
from scorer.checks.history import is_history, words_around
from scorer.checks.segments import clause_at, sentence_bounds
from scorer.finding import Strength
from scorer.reading.model import Reading, Standing

#: A period that ended is still summed up, and the next one is prepared before it begins.
_SUMMED_UP = regex(
    r"总结|收官|收尾|终期|验收|评估|以来|期间|圆满|成果|基础上|先进|表彰|回顾|接续|转段|末|到期|期满|衔接|结束"
)
_PREPARED = regex(r"谋划|编制|启动|筹备|起草|制定|准备|迎接|开局|即将|规划好")
_REACH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSlip:
    """Where a plan is named, how it is called, what is wrong, and what it should be ("")."""

    at: int
    stop: int
    plan: str
    fault: str
    right: str
    computed: str
    strength: Strength = Strength.FINDING


def is_summed_up(reading: Reading, at: int, stop: int) -> bool:
    """Whether the words around tell of the plan as one that is over."""
    words = words_around(reading, at, stop, _REACH)
    return _SUMMED_UP.search(words) is not None or is_history(reading, at, stop)


def is_prepared(reading: Reading, at: int, stop: int) -> bool:
    """Whether the plan is still to come where it is named."""
    clause = clause_at(reading, at)
    planned = clause is not None and (clause.part == "plan" or clause.standing is Standing.PLANNED)
    return planned or _PREPARED.search(words_around(reading, at, stop, _REACH)) is not None


def year_spoken_of(reading: Reading, at: int, year: int) -> int:
    """The following year in a plan whose sentence or heading names it."""
    clause = clause_at(reading, at)
    if clause is None or clause.part != "plan":
        return year
    blocks, plain = reading.document.blocks, reading.document.plain
    heads = (plain.range(blocks[number].span) for number in clause.path)
    words = [plain.text[start:stop] for start, stop in heads]
    start, stop = sentence_bounds(reading, clause)
    named = str(year + 1) in "".join((*words, plain.text[start:stop]))
    return year + 1 if named else year


def told_year(reading: Reading, year: int) -> str:
    """The reporting year as it is shown, or that it is not told and how early it can be."""
    return f"报告年度{year}" if reading.masthead.year else f"报告年度不早于{year}"
