"""Those who score lots: this process, killable processes beside it, or machines elsewhere.

All of them answer as `concurrent.futures` does: a lot in, a future of its results out.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from contextlib import suppress
from typing import Protocol

from scorer.batch.intake import Intake, Source
from scorer.pipeline import ScoredFile
from scorer.rubric.model import Rubric
from scorer.worker import Job, WorkerPool, do_job

#: From so many small texts on several processes pay; any other file counts for ten.
_WORTH = 40
_HEAVY = 10
_QUICK = (".txt", ".html", ".htm")

Results = tuple[ScoredFile, ...]

#: Files of a lot: it takes longer than its way between processes, and its results stay small.
_LOT_FILES = 8

#: How often a wait is broken off to see whether the user wants to stop.
_LOOK_EVERY = 0.2


class Crew(Protocol):
    """Scores lots; `ahead` is how many may be under way before the first is waited for."""

    @property
    def ahead(self) -> int:
        """Lots under way at once, so that nobody waits for work and few results wait in memory."""

    @property
    def lot(self) -> int:
        """How many small files are handed over at once."""

    def submit(self, lot: Sequence[Intake]) -> Future[Results]:
        """Have the files scored; the future never fails for what is wrong with a file."""


class HereCrew:
    """Light files in this process, at once; all others in the one process of a pool."""

    ahead = 0
    lot = 1

    def __init__(self, standard: Rubric, pool: WorkerPool) -> None:
        self._standard = standard
        self._pool = pool

    def submit(self, lot: Sequence[Intake]) -> Future[Results]:
        """Have the files scored."""
        if not all(intake.light for intake in lot):
            return self._pool.submit(jobs_of(lot))
        done: Future[Results] = Future()
        done.set_result(tuple(do_job(job, self._standard) for job in jobs_of(lot)))
        return done


class PoolCrew:
    """Every file in one of several processes, which can be ended."""

    #: Lots a process: enough for the others while one has a file that takes long.
    _LOTS = 16
    #: Lots a process at least, so that all of them are busy to the end.
    _SHARES = 8

    def __init__(self, pool: WorkerPool, size: int, files: int) -> None:
        self._pool = pool
        self.ahead = size * self._LOTS
        self.lot = max(1, min(_LOT_FILES, files // (size * self._SHARES)))

    def submit(self, lot: Sequence[Intake]) -> Future[Results]:
        """Have the files scored."""
        return self._pool.submit(jobs_of(lot))


def choose_size(sources: Sequence[Source]) -> int:
    """How many processes are worth their start: one for few small texts, else one a core."""
    weight = sum(_HEAVY if is_heavy_name(source) else 1 for source in sources)
    return count_cores() if weight >= _WORTH else 1


def is_heavy_name(source: Source) -> bool:
    """Whether the file, by its name, is none of those that are quickly done."""
    return source.above is not None and not source.name.lower().endswith(_QUICK)


def count_cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs_of(lot: Sequence[Intake]) -> tuple[Job, ...]:
    """What a crew has to know of a lot."""
    return tuple(intake.job for intake in lot)


def stream(
    lots: Iterable[Sequence[Intake]], crew: Crew, stopped: Callable[[], bool]
) -> Iterator[tuple[Intake, ScoredFile]]:
    """The results in the order of the files; once stopped, those that are done and no more."""
    waiting: deque[tuple[Sequence[Intake], Future[Results]]] = deque()
    for lot in lots:
        waiting.append((lot, crew.submit(lot)))
        while len(waiting) > crew.ahead or (stopped() and waiting):
            first, future = waiting.popleft()
            if not _is_done(future, stopped):
                return
            yield from zip(first, future.result(), strict=True)
        if stopped():
            return
    while waiting:
        first, future = waiting.popleft()
        if not _is_done(future, stopped):
            return
        yield from zip(first, future.result(), strict=True)


def _is_done(future: Future[Results], stopped: Callable[[], bool]) -> bool:
    """Wait for it, unless stopped."""
    while not future.done():
        if stopped():
            return False
        with suppress(NotYetError):
            future.result(timeout=_LOOK_EVERY)
    return True
