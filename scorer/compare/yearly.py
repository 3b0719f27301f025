"""What is compared of one town's report of one year: scores, plan, shortcomings, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from scorer import ingest, pipeline
from scorer.checks.quantities import Quantity, find_quantities
from scorer.compare.gather import Source, tell_lost
from scorer.compare.specimen import Issuer
from scorer.document import Quote
from scorer.errors import IngestError
from scorer.evidence.base import Item, Look
from scorer.evidence.contest import Ownership
from scorer.evidence.items import find_matters, list_items
from scorer.evidence.lexicon import Weight
from scorer.evidence.topics import hear
from scorer.reading.model import Reading, Standing
from scorer.rubric.model import Rubric
from scorer.scorecard import Failure, Scorecard
from scorer.scoring.admission import refusing_type
from scorer.scoring.judge import find_hits, judge

#: Clauses shorter than this tell no deed.
_SHORTEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something a report says, where it stands, and the criteria whose matter it is."""

    text: str
    quote: Quote
    matters: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count with the words that say of what."""

    noun: str
    unit: str
    value: str
    number: float
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly:
    """A report of one year; `words` is its normalised text, for names that it mentions."""

    issuer: Issuer
    scorecard: Scorecard = field(repr=False)
    plan: tuple[Told, ...] = field(repr=False)
    shortcomings: tuple[Told, ...] = field(repr=False)
    done: tuple[Told, ...] = field(repr=False)
    figures: tuple[Figure, ...] = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class YearlyReader:
    """Reads and scores a file in whichever process; each loads the rubric once."""

    rubric: Path | None

    def __call__(self, source: Source) -> tuple[list[Yearly], list[Failure]]:
        """Every report in it."""
        return read_yearly(source, _load(self.rubric))

    def lose(self, source: Source) -> tuple[list[Yearly], list[Failure]]:
        """A file that ended the process in which it was read."""
        return [], [tell_lost(source)]


_load = cache(pipeline.load_rubric)


def read_yearly(source: Source, standard: Rubric) -> tuple[list[Yearly], list[Failure]]:
    """Every report in a file, scored; what is no such report is told as a failure."""
    found: list[Yearly] = []
    failures: list[Failure] = []
    for member in ingest.open_path(source.path, source.name):
        try:
            documents = ingest.read_member(member)
        except IngestError as error:
            reason = str(error).removeprefix(f"{member.name}：")
            failures.append(Failure(file=member.name, reason=reason))
            continue
        for document in documents:
            reading = pipeline.read_report(document, standard)
            other = refusing_type(standard, document, reading.masthead)
            if other is None:
                found.append(make_yearly(reading, standard))
            else:
                failures.append(Failure(file=document.name, reason=other.reason))
    return found, failures


def make_yearly(reading: Reading, standard: Rubric) -> Yearly:
    """Score a report and list what the next one is held against."""
    look = _look(reading, standard)
    head = reading.masthead
    return Yearly(
        issuer=Issuer(
            unit=head.unit,
            county=head.region[2],
            year=head.year.value if head.year else None,
            region=head.region,
        ),
        scorecard=judge(standard, reading),
        plan=tuple(_tell(look, item) for item in list_items(look, "plan")),
        shortcomings=tuple(_tell(look, item) for item in list_items(look, "shortcomings")),
        done=tuple(_list_done(look)),
        figures=tuple(_list_figures(reading)),
        words=reading.document.plain.text,
    )


def _look(reading: Reading, standard: Rubric) -> Look:
    """A view of the items of a report: nobody owns facts in it."""
    return Look(
        criterion="",
        what="",
        reading=reading,
        hits=find_hits(standard, reading),
        ownership=Ownership(by_criterion={}),
        heard=hear(standard.topics, reading) if standard.topics else None,
    )


def _tell(look: Look, item: Item) -> Told:
    return Told(
        text=item.text,
        quote=look.reading.quote(item.at, item.stop),
        matters=find_matters(look, item, Weight.STRONG),
    )


def _list_done(look: Look) -> Iterator[Told]:
    """The clauses that tell what was done this year."""
    headings = look.reading.headings
    for clause in look.reading.clauses:
        body = clause.paragraph not in headings and len(clause.text) >= _SHORTEST
        if (
            body
            and clause.standing is Standing.DONE
            and clause.part not in ("plan", "shortcomings")
        ):
            yield _tell(look, Item(clause.at, clause.stop, clause.text))


def _list_figures(reading: Reading) -> Iterator[Figure]:
    """Counts of what was done, each by words that no other count of the report has."""
    told: dict[tuple[str, str], list[Quantity]] = {}
    for quantity in find_quantities(reading):
        if quantity.clause.standing is Standing.DONE and not quantity.of_period:
            told.setdefault((quantity.told, quantity.count.unit), []).append(quantity)
    for (noun, unit), quantities in told.items():
        if len(quantities) == 1:
            (quantity,) = quantities
            start = quantity.count.at - len(quantity.lead)
            yield Figure(
                noun=noun,
                unit=unit,
                value=reading.document.plain.text[quantity.count.at : quantity.count.stop],
                number=float(quantity.count.value),
                quote=reading.quote(start, quantity.count.stop),
            )
