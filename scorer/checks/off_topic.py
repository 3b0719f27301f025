"""A heading of one matter over a body that speaks of another and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.checks.themes import STRONG, THEMES, WIDE_HEADING
from scorer.reading.model import Clause, Reading

_SHORTEST, _SHORTEST_SURE = 60, 30
#: So many different words of another matter show what the body is about.
_ENOUGH, _ENOUGH_SURE = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OffTopic:
    """A heading by its block, what its body speaks of, where that stands; `sure` beyond doubt."""

    heading: int
    theme: str
    at: int
    stop: int
    sure: bool


def find_off_topic(reading: Reading) -> Iterator[OffTopic]:
    """Headings of known matters whose paragraphs have no word of them and several of one other."""
    for heading, clauses in _bodies(reading).items():
        title = reading.document.plain.within(reading.document.blocks[heading].span)
        own = [theme for theme in THEMES if theme.heading.search(title)]
        body = "".join(clause.text for clause in clauses)
        if not own or any(theme.body.search(body) for theme in own):
            continue
        sure = None if WIDE_HEADING.search(title) else _name_sure(body)
        theme = sure or (_name_likely(body) if len(own) == 1 else None)
        if theme is not None:
            at, stop = clauses[0].at, clauses[0].stop
            yield OffTopic(heading=heading, theme=theme, at=at, stop=stop, sure=bool(sure))


def _name_sure(body: str) -> str | None:
    """The one matter of which the body has strong words; none where it has those of several."""
    if len(body) < _SHORTEST_SURE:
        return None
    counts = {name: len(set(words.findall(body))) for name, words in STRONG.items()}
    told = [name for name, count in counts.items() if count]
    return told[0] if len(told) == 1 and counts[told[0]] >= _ENOUGH_SURE else None


def _name_likely(body: str) -> str | None:
    """The one matter of the report of which the body has several words."""
    if len(body) < _SHORTEST:
        return None
    others = [theme for theme in THEMES if len(set(theme.body.findall(body))) >= _ENOUGH]
    return others[0].name if len(others) == 1 else None


def _bodies(reading: Reading) -> dict[int, list[Clause]]:
    """The clauses right below each heading; one over other headings is told by those."""
    headings = reading.headings
    held: dict[int, list[Clause]] = {}
    for clause in reading.clauses:
        if clause.path and clause.paragraph not in headings:
            held.setdefault(clause.path[-1], []).append(clause)
    parents = {block for clause in reading.clauses for block in clause.path[:-1]}
    return {heading: body for heading, body in held.items() if heading not in parents}
