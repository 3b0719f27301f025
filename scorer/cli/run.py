"""A run from the command line: who scores, the bar, Ctrl-C, and what need not be done."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from scorer import pipeline
from scorer.batch.crew import Crew, HereCrew, PoolCrew, choose_size, is_heavy_name
from scorer.batch.folder import make_folder
from scorer.batch.intake import Intake, take_in
from scorer.batch.run import Counts, Run
from scorer.batch.task import Task
from scorer.cli.following import follow
from scorer.cli.sources import read_standard_input
from scorer.cli.stopping import Stopping
from scorer.cli.streams import Pipe
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch
from scorer.worker import WorkerPool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How it ended: `batch` is for the screen; `unchanged` says that nothing had to be done."""

    batch: Batch
    counts: Counts
    unchanged: bool = False


def carry_out(task: Task, jobs: int | None, cluster: str | None, *, quiet: bool) -> Ended:
    """Score every file of the task and write its outputs."""
    size = jobs or (1 if cluster else choose_size(task.sources))
    read_input = cache(read_standard_input)  # it can be read but once
    with WorkerPool(task.rubric, task.limits, size) as pool:
        if not (task.resume or cluster) and (size > 1 or any(map(is_heavy_name, task.sources))):
            pool.start()  # they load the rubric while this process does
        standard = pipeline.load_rubric(task.rubric)
        pool.agree(standard.stamp.sha256)
        gc.freeze()  # it stays: no search for garbage need look at it again
        if task.output is not None:
            make_folder(task.output)
            earlier = _find_earlier(task, standard, read_input)
            if earlier is not None:
                return earlier
        with (
            _open_crew(task, standard, pool, size, cluster) as crew,
            _open(task, standard) as run,
            Stopping(heed=task.output is not None) as stop,
        ):
            names = run.score(_take_in(task, read_input), crew, lambda: stop.asked)
            for _ in follow(names, len(task.sources), name_of=str, quiet=quiet):
                pass
            return Ended(batch=run.finish(), counts=run.counts)


@contextmanager
def _open_crew(
    task: Task, standard: Rubric, pool: WorkerPool, size: int, cluster: str | None
) -> Iterator[Crew]:
    if cluster is None:
        alone = size == 1
        yield HereCrew(standard, pool) if alone else PoolCrew(pool, size, len(task.sources))
        return
    from scorer.batch.cluster import open_cluster  # dask is an extra, and slow to import

    with open_cluster(cluster, task, standard, pool) as crew:
        yield crew


@contextmanager
def _open(task: Task, standard: Rubric) -> Iterator[Run]:
    # sqlite3 and what writes into folders stay off the start-up path of a run without one.
    from scorer.batch.conduct import file_run, pipe_run
    from scorer.batch.task import mark

    if task.output is None:
        with pipe_run(task, standard, Pipe()) as run:
            yield run
    else:
        with file_run(task, standard, mark(task, standard), task.output) as run:
            yield run


def _find_earlier(task: Task, standard: Rubric, read_input: Callable[[], bytes]) -> Ended | None:
    """The result of an earlier run that had the same to do."""
    if not task.resume or task.output is None:
        return None
    from scorer.batch.receipt import describe_settings
    from scorer.batch.task import mark
    from scorer.batch.unchanged import find_unchanged

    settings = describe_settings(task, standard.stamp, mark(task, standard))
    earlier = find_unchanged(task.output, settings, _take_in(task, read_input))
    if earlier is None:
        return None
    counts = Counts(files=len(task.sources), reports=earlier.reports, lowest=earlier.lowest)
    batch = Batch(rubric=standard.stamp, scorecards=(), refused=earlier.refused)
    return Ended(batch=batch, counts=counts, unchanged=True)


def _take_in(task: Task, read_input: Callable[[], bytes]) -> Iterator[Intake]:
    return (take_in(source, read_input) for source in task.sources)
