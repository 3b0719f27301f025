"""The worker's side: jobs in, answers out, until the pipe is closed or the process is ended."""

from __future__ import annotations

import gc
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from scorer import pipeline
from scorer.cache import keep_regexes
from scorer.errors import RubricError
from scorer.readers.beat import listen
from scorer.rubric.model import Rubric
from scorer.worker.doing import score_job
from scorer.worker.job import Begun, Done, Ended, FileLimits, Lot, Ready, SlowPage
from scorer.worker.memory import bound_memory

#: The exit code of a process that ran into its bound.
OUT_OF_MEMORY = 77
#: Addresses that libraries reserve and never use, as a multiple of what they do use.
_RESERVED = 2


def serve(pipe: Connection, rubric: Path | None, limits: FileLimits) -> None:
    """Answer jobs one after the other; the process is its own group, with all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()

    def tell() -> None:
        bound_memory(_RESERVED * limits.ocr_memory)
        pipe.send(SlowPage())

    try:
        standard = _load(rubric)
        pipe.send(Ready(None if standard is None else standard.stamp.sha256))
        if standard is None:
            return
        gc.freeze()  # it stays: no search for garbage need look at it again
        listen(tell)
        while True:
            _answer(pipe, pipe.recv(), standard, limits)
    except (EOFError, OSError):
        return  # nobody listens any more
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _load(rubric: Path | None) -> Rubric | None:
    try:
        return pipeline.load_rubric(rubric)
    except RubricError:  # who started this process loads it too, and tells them
        return None


def _answer(pipe: Connection, lot: Lot, standard: Rubric, limits: FileLimits) -> None:
    bound_memory(_RESERVED * limits.memory)
    for place, job in enumerate(lot.jobs):
        for name, result in score_job(job, standard, 0 if place else lot.skip):
            pipe.send(Begun(name) if result is None else Done(result))
        if place == len(lot.jobs) - 1:
            keep_regexes()  # whoever gets the last answer may end this process at once
        pipe.send(Ended())
