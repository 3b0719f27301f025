"""A Document and its masthead become a Reading."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.document import BlockKind, Document
from scorer.masthead.model import Masthead
from scorer.mentions.model import Mentions
from scorer.reading.actor import find_actors
from scorer.reading.model import Clause, PartCues, Reading
from scorer.reading.outline import read_outline
from scorer.reading.parts import find_parts, place_parts
from scorer.reading.segments import cut_clauses
from scorer.reading.standing import find_standings


def read(
    document: Document, masthead: Masthead, mentions: Mentions, cues: Sequence[PartCues]
) -> Reading:
    """Cut the body into clauses and decide part, standing and actor of each, once for all."""
    year = masthead.year.value if masthead.year else None
    outline = read_outline(document, masthead.frame, cues, year)
    cuts = cut_clauses(document, masthead.frame)
    parts = find_parts(document, cuts, outline, cues, year)
    text = document.plain.text
    standings = find_standings(text, cuts, parts, year)
    actors = find_actors(text, cuts, parts)
    judged = zip(cuts, parts, standings, actors, strict=True)
    clauses = tuple(
        Clause(
            index=index,
            span=document.plain.span(cut.at, cut.stop),
            at=cut.at,
            text=text[cut.at : cut.stop],
            sentence=cut.sentence,
            paragraph=cut.paragraph,
            path=outline.stations[cut.paragraph].path,
            part=part,
            standing=standing,
            actor=actor,
        )
        for index, (cut, part, standing, actor) in enumerate(judged)
    )
    return Reading(
        document=document,
        masthead=masthead,
        parts=place_parts(document, cuts, parts, outline, cues),
        clauses=clauses,
        numbers=mentions.numbers,
        dates=mentions.dates,
        citations=mentions.citations,
        headings=_find_headings(document),
        opening=_find_opening(clauses),
    )


def _find_headings(document: Document) -> frozenset[int]:
    blocks = enumerate(document.blocks)
    return frozenset(number for number, b in blocks if b.kind is BlockKind.HEADING)


def _find_opening(clauses: Sequence[Clause]) -> frozenset[int]:
    first = next((clause.path[0] for clause in clauses if clause.path), None)
    if first is None:
        return frozenset()
    return frozenset(c.paragraph for c in clauses if c.paragraph < first)
