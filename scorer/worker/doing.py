"""A job done, in whichever process: its members one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scorer import ingest, pipeline
from scorer.ingest import Member
from scorer.parcels import unpack
from scorer.pipeline import ScoredFile
from scorer.rubric.model import Rubric
from scorer.worker.job import Job


def do_job(job: Job, standard: Rubric) -> ScoredFile:
    """What became of the whole file, in this process and without limits."""
    return pipeline.merge(result for _, result in score_job(job, standard) if result)


def score_job(job: Job, standard: Rubric, skip: int = 0) -> Iterator[tuple[str, ScoredFile | None]]:
    """Twice for each member: its name before it is begun, then its name and what became of it."""
    if job.kept is not None:
        cards = tuple(map(unpack, job.kept.packed))
        yield job.name, _wrap(ScoredFile(scorecards=cards, refused=job.kept.refused), job)
        return
    for member in islice(_open(job), skip, None):
        yield member.name, None
        yield member.name, _wrap(pipeline.score_member(member, standard), job)


def _open(job: Job) -> Iterator[Member]:
    if job.path is None:
        return ingest.open_bytes(job.name, job.data)
    return ingest.open_path(job.path, job.name)


def _wrap(file: ScoredFile, job: Job) -> ScoredFile:
    return file if job.order is None else pipeline.wrap(file, job.order)
