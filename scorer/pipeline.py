"""The whole program as one page of calls: a file in, scorecards out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from scorer import ingest, masthead, mentions, reading, resources, rubric
from scorer.document import Document
from scorer.errors import IngestError
from scorer.ingest import Member
from scorer.parcels import Order, Parcel, pack
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch, Failure, Refusal, Scorecard
from scorer.scoring.admission import refusing_type
from scorer.scoring.judge import judge

SHIPPED_RUBRIC = "township.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredFile:
    """What became of one file: a file that holds two reports gives two scorecards.

    On its way between processes each scorecard is a parcel.
    """

    scorecards: tuple[Scorecard, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    refused: tuple[Refusal, ...] = ()
    errors: tuple[Failure, ...] = ()


def load_rubric(path: Path | None = None) -> Rubric:
    """The rubric at `path`, or the shipped one.

    Raises:
        RubricError: every error of the file, a line each.
    """
    if path is None:
        return rubric.load(resources.rubrics_folder() / SHIPPED_RUBRIC, SHIPPED_RUBRIC)
    return rubric.load(path)


def read_report(document: Document, standard: Rubric) -> reading.Reading:
    """Everything the judges look at, found once."""
    head = masthead.read(document)
    found = mentions.read(document.plain)
    return reading.read(document, head, found, standard.part_cues)


def score_path(path: Path, name: str, standard: Rubric) -> ScoredFile:
    """Score one file; what is wrong with it is part of the result, never an exception."""
    return merge(score_member(member, standard) for member in ingest.open_path(path, name))


def score_bytes(name: str, data: bytes, standard: Rubric) -> ScoredFile:
    """Score what was read from elsewhere, such as standard input."""
    return merge(score_member(member, standard) for member in ingest.open_bytes(name, data))


def score_member(member: Member, standard: Rubric) -> ScoredFile:
    """Score a file that was opened, be it by itself or from an archive."""
    try:
        documents = ingest.read_member(member)
    except IngestError as error:
        return ScoredFile(errors=(_failure(member.name, error),))
    return _score(documents, standard)


def wrap(file: ScoredFile, order: Order) -> ScoredFile:
    """The same with a parcel for each scorecard."""
    parcels = tuple(pack(card, order) for card in file.scorecards)
    return replace(file, scorecards=(), parcels=parcels)


def merge(files: Iterable[ScoredFile]) -> ScoredFile:
    """What became of several files, in their order, as if they were one."""
    done = tuple(files)
    return ScoredFile(
        scorecards=tuple(card for file in done for card in file.scorecards),
        parcels=tuple(parcel for file in done for parcel in file.parcels),
        refused=tuple(refusal for file in done for refusal in file.refused),
        errors=tuple(failure for file in done for failure in file.errors),
    )


def make_batch(standard: Rubric, files: Iterable[ScoredFile]) -> Batch:
    """All results of a run in the order of the files."""
    done = merge(files)
    return Batch(
        rubric=standard.stamp,
        scorecards=done.scorecards,
        refused=done.refused,
        errors=done.errors,
    )


def _failure(name: str, error: IngestError) -> Failure:
    """The reason without the file name in front: whoever shows it names the file."""
    return Failure(file=name, reason=str(error).removeprefix(f"{name}："))


def _score(documents: Iterable[Document], standard: Rubric) -> ScoredFile:
    scorecards: list[Scorecard] = []
    refused: list[Refusal] = []
    for document in documents:
        report = read_report(document, standard)
        other = refusing_type(standard, document, report.masthead)
        if other is None:
            scorecards.append(judge(standard, report))
        else:
            refused.append(
                Refusal(file=document.name, document_type=other.name, reason=other.reason)
            )
    return ScoredFile(scorecards=tuple(scorecards), refused=tuple(refused))
