"""One report judged under one rubric: reading and checks in, scorecard out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scorer.evidence.base import Item, Look
from scorer.evidence.contest import (
    ELSEWHERE,
    WINS_TIES,
    Contestant,
    hold_contest,
)
from scorer.evidence.facts import find_facts, is_own_document, without_told
from scorer.evidence.lexicon import Hits
from scorer.evidence.nearness import set_arena
from scorer.evidence.spoken import keep_learned
from scorer.evidence.topic import OwnedFact
from scorer.evidence.topics import hear
from scorer.finding import Finding
from scorer.reading.model import Actor, Placement, Reading
from scorer.rubric.model import Part, Rubric
from scorer.scorecard import CriterionScore, PartScore, ReportFacts, Scorecard
from scorer.scoring.closure import find_closure
from scorer.scoring.criteria import score_criterion
from scorer.scoring.totals import charge, total, total_part

#: Duties whose acts are a measure of the town as well: what a head teaches, somebody learns.
_SHARED = {"duty.study": ("measures.study", "measures.outreach")}
#: Criteria of these parts compete for facts; measures and systems with each other.
_LEAGUES = {"measures": "deeds", "systems": "deeds", "duty": "duty"}


def judge(rubric: Rubric, reading: Reading) -> Scorecard:
    """Score every criterion, run every check, add up."""
    looks = find_looks(rubric, reading)
    parts = score_parts(rubric, reading, looks)
    findings = charge(rubric, _run_checks(rubric, reading))
    return Scorecard(
        report=_report_facts(reading),
        rubric=rubric.stamp,
        total=total(rubric, parts, findings),
        parts=parts,
        closure=find_closure(rubric, looks),
        findings=findings,
        text=reading.document.text,
    )


def find_looks(rubric: Rubric, reading: Reading) -> Mapping[str, Look]:
    """Each criterion's view; facts are handed to their owners once for all criteria.

    The contest is held again without the learned model: what it alone decides is explained.
    """
    hits = find_hits(rubric, reading)
    heard = hear(rubric.topics, reading) if rubric.topics else None
    facts = find_facts(reading, heard)
    contestants = find_contestants(rubric)
    arena = set_arena(reading, hits, heard)
    ownership = hold_contest(arena, facts, contestants)
    by_words = ownership
    if heard is not None:
        unheard = replace(arena, heard=None)
        by_words = hold_contest(unheard, without_told(facts), contestants)
    learned = keep_learned(arena, ownership, by_words)
    lists: dict[str, tuple[Item, ...]] = {}
    return {
        criterion.id: Look(
            criterion=criterion.id,
            what=criterion.what,
            reading=reading,
            hits=hits,
            ownership=ownership,
            heard=heard,
            learned=learned,
            actor=criterion.actor,
            lists=lists,
        )
        for criterion in rubric.criteria
    }


def score_parts(
    rubric: Rubric, reading: Reading, looks: Mapping[str, Look]
) -> tuple[PartScore, ...]:
    """Score every part."""
    scores = []
    for part in rubric.parts:
        criteria = [score_criterion(criterion, looks[criterion.id]) for criterion in part.criteria]
        scores.append(total_part(part, _placement(part, reading, criteria), criteria))
    return tuple(scores)


def find_hits(rubric: Rubric, reading: Reading) -> Hits:
    """The rubric's words in the report.

    Words of a title cited say nothing of what was done, those of a document drawn up here do.
    """
    titles = [
        (citation.at, citation.stop)
        for citation in reading.citations
        if not is_own_document(citation, reading)
    ]
    return rubric.lexicon.scan(reading.document.plain.text).outside(titles)


def _placement(
    part: Part, reading: Reading, criteria: Sequence[CriterionScore]
) -> Placement | None:
    """Where the part stands; one that no cue opens stands inside others if it earned anything."""
    if part.cues is None:
        return None
    placement = reading.place(part.id).placement
    earned = any(criterion.points for criterion in criteria)
    return Placement.EMBEDDED if placement is Placement.ABSENT and earned else placement


def find_contestants(rubric: Rubric) -> tuple[Contestant, ...]:
    """Who competes for facts: measures and systems with each other, the duties among themselves."""
    duties = (
        Contestant(
            id=criterion.id,
            league="deeds",
            actor=Actor.HEADS,
            absorbs=True,
            yields_to=_SHARED.get(criterion.id, ()),
        )
        for part in rubric.parts
        if _LEAGUES.get(part.id) == "duty"
        for criterion in part.criteria
    )
    elsewhere = (
        Contestant(id=ELSEWHERE, league=league, absorbs=True, edge=WINS_TIES)
        for league in dict.fromkeys(_LEAGUES.values())
    )
    return (*elsewhere, *duties, *_criteria_in_contest(rubric))


def _criteria_in_contest(rubric: Rubric) -> tuple[Contestant, ...]:
    return tuple(
        Contestant(
            id=criterion.id,
            league=_LEAGUES[part.id],
            actor=criterion.actor,
            takes_orphans=criterion.takes_orphans,
            by_topic=part.id != "duty",
            edge=WINS_TIES if part.id == "systems" else 0,
        )
        for part in rubric.parts
        if part.id in _LEAGUES
        for criterion in part.criteria
        if any(isinstance(level.evidence, OwnedFact) for level in criterion.levels)
    )


def _run_checks(rubric: Rubric, reading: Reading) -> Sequence[Finding]:
    """All findings, in the order of the text and then of the rules; the same one once."""
    found = {
        finding: None for deduction in rubric.checks for finding in deduction.check.run(reading)
    }
    return sorted(found, key=lambda f: (f.quotes[0].start if f.quotes else 0, f.rule))


def _report_facts(reading: Reading) -> ReportFacts:
    head = reading.masthead
    sources = {
        "issuer": head.issuer,
        "year": head.year,
        "signed": head.signed,
        "published": head.published,
    }
    document = reading.document
    return ReportFacts(
        file=document.name,
        title=head.title.value if head.title else None,
        issuer=head.issuer.value if head.issuer else None,
        issuer_kind=head.issuer_kind,
        region=head.region,
        year=head.year.value if head.year else None,
        signed=head.signed.value if head.signed else None,
        published=head.published.value if head.published else None,
        span=document.extent,
        read_from={
            name: str(source.origin) if source else None for name, source in sources.items()
        },
        conflicts=head.conflicts,
        doubts=tuple(doubt.message for doubt in document.doubts),
    )
