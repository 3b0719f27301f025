"""Workers that are started when needed, watched, ended at their limits, and started anew."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from types import TracebackType

from scorer.errors import ScorerError
from scorer.pipeline import ScoredFile, merge
from scorer.scorecard import Failure
from scorer.worker.child import OUT_OF_MEMORY, serve
from scorer.worker.job import (
    DEFAULT_LIMITS,
    Answer,
    Begun,
    Done,
    Ended,
    FileLimits,
    Job,
    Lot,
    Ready,
    SlowPage,
)
from scorer.worker.memory import measure_memory

_MEBI = 1024 * 1024
_LOOK_EVERY = 0.1
_LONGEST_LOOK = 1.0
#: A process that is not ready by then will never be; machines of towns are slow.
_START_SECONDS = 120.0
#: Members of one archive that may end the worker before the rest of it is left.
_MOST_ENDS = 3
_DIED = "读取时程序意外退出，没有评分，请用 Word、WPS 等打开另存后重新提供。"
_CHANGED = "评分标准在评分途中有改动，已经停止，请重新评分。"
_LEFT = "压缩包里多个文件读取失败，余下的没有读取，请把它们解开后分别提供。"


class RubricChangedError(ScorerError):
    """A process loaded another rubric than the run began with."""


class _StoppedError(Exception):
    """The worker was ended, or ended itself; the message says why, for the user."""


class WorkerPool:
    """Scores files in `size` processes; jobs wait for a free one, results are futures.

    It is used as a context: leaving it ends every process, whatever it does.
    """

    def __init__(
        self, rubric: Path | None, limits: FileLimits = DEFAULT_LIMITS, size: int = 1
    ) -> None:
        self._workers = tuple(_Worker(rubric, limits) for _ in range(size))
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(max_workers=size)

    def agree(self, rubric_sha256: str) -> None:
        """From now on no process may score by another rubric, whenever it loads it."""
        for worker in self._workers:
            worker.rubric_sha256 = rubric_sha256

    def start(self) -> None:
        """Start the processes ahead of their first job; they get ready by themselves."""
        for worker in self._workers:
            worker.start()

    def submit(self, jobs: Sequence[Job]) -> Future[tuple[ScoredFile, ...]]:
        """Score the files as soon as a process is free; what is wrong is part of the result.

        The future fails with RubricChangedError alone.
        """
        return self._threads.submit(self._score, jobs)

    def _score(self, jobs: Sequence[Job]) -> tuple[ScoredFile, ...]:
        worker = self._idle.get()
        try:
            return worker.score(jobs)
        finally:
            self._idle.put(worker)

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()
        self._threads.shutdown()
        for worker in self._workers:
            worker.stop()


class _Course:
    """How far a lot has come: what is done of each job, and the file that is being scored."""

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        self._jobs = jobs
        self.members: list[list[ScoredFile]] = [[] for _ in jobs]
        self._at = 0
        self._stops = 0
        self._name: str | None = None

    @property
    def job(self) -> Job | None:
        """The job under way, None where all are done."""
        return self._jobs[self._at] if self._at < len(self._jobs) else None

    def left(self) -> Lot:
        """What is still to be done."""
        return Lot(jobs=self._jobs[self._at :], skip=len(self.members[self._at]))

    def take(self, answer: Answer) -> None:
        """Go on by one answer."""
        if isinstance(answer, Begun):
            self._name = answer.name
        elif isinstance(answer, Done):
            self.members[self._at].append(answer.result)
        elif isinstance(answer, Ended):
            self._next()

    def stop(self, reason: str, *, for_good: bool) -> None:
        """The worker was ended: fail the file, and leave an archive that ends it time and again."""
        job, members = self._jobs[self._at], self.members[self._at]
        name = self._name or job.name
        members.append(_fail(name, reason))
        self._stops += 1
        if for_good:
            self._at = len(self._jobs)
        elif name == job.name:  # no archive, or one that cannot be opened
            self._next()
        elif self._stops == _MOST_ENDS:
            members.append(_fail(job.name, _LEFT))
            self._next()

    def _next(self) -> None:
        self._at, self._stops, self._name = self._at + 1, 0, None


class _Worker:
    """One process at a time, which only one thread talks to; any thread may end it for good."""

    def __init__(self, rubric: Path | None, limits: FileLimits) -> None:
        self.rubric_sha256: str | None = None
        self._rubric = rubric
        self._limits = limits
        self._running: tuple[SpawnProcess, Connection] | None = None
        self._ready = False
        self._ended = False
        self._changing = Lock()

    def start(self) -> tuple[SpawnProcess, Connection]:
        """The process and the pipe to it; it may still be getting ready."""
        with self._changing:
            if self._ended:
                raise _StoppedError(_DIED)
            if self._running is None:
                self._running, self._ready = self._spawn(), False
            return self._running

    def _spawn(self) -> tuple[SpawnProcess, Connection]:
        context = get_context("spawn")
        near, far = context.Pipe()
        process = context.Process(target=serve, args=(far, self._rubric, self._limits), daemon=True)
        process.start()
        far.close()
        return process, near

    def end(self) -> None:
        """Kill the process for good; whoever talks to it finds the pipe at its end."""
        with self._changing:
            self._ended = True
            if self._running is not None:
                _kill(self._running[0])

    def stop(self) -> None:
        """Leave nothing of the process; another may be started, unless it is ended for good."""
        with self._changing:
            running, self._running = self._running, None
        if running is not None:
            process, pipe = running
            _kill(process)
            process.join()
            pipe.close()

    def score(self, jobs: Sequence[Job]) -> tuple[ScoredFile, ...]:
        """What became of each file; a member that ends the worker ends neither archive nor lot."""
        course = _Course(tuple(jobs))
        while course.job is not None:
            try:
                for answer in self._ask(course.left()):
                    course.take(answer)
            except _StoppedError as stop:
                self.stop()
                course.stop(str(stop), for_good=self._ended)
        return tuple(merge(members) for members in course.members)

    def _ask(self, lot: Lot) -> Iterator[Answer]:
        """The answers to a lot, up to the last; each must come in time and within the memory."""
        process, pipe = self.start()
        memory, seconds = self._limits.memory, self._limits.seconds
        try:
            if not self._ready:  # its start is charged to no file
                self._take_ready(_await(process, pipe, _START_SECONDS, memory))
            pipe.send(lot)
            ended = 0
            while ended < len(lot.jobs):
                answer = _await(process, pipe, seconds, memory)
                if isinstance(answer, SlowPage):
                    memory = self._limits.ocr_memory
                ended += isinstance(answer, Ended)
                yield answer
        except (EOFError, OSError) as error:
            process.join()
            full = process.exitcode == OUT_OF_MEMORY
            raise _StoppedError(_word_memory(memory) if full else _DIED) from error

    def _take_ready(self, answer: Answer) -> None:
        found = answer.rubric_sha256 if isinstance(answer, Ready) else None
        if found is None or self.rubric_sha256 not in (None, found):
            raise RubricChangedError(f"{self._rubric}：{_CHANGED}" if self._rubric else _CHANGED)
        self._ready = True


def _await(process: SpawnProcess, pipe: Connection, seconds: float, memory: int) -> Answer:
    left, last = seconds, time.monotonic()
    while not pipe.poll(_LOOK_EVERY):
        now = time.monotonic()
        # A machine that slept, or stood still, has not worked at the file meanwhile.
        left, last = left - min(now - last, _LONGEST_LOOK), now
        if left < 0:
            raise _StoppedError(_word_seconds(seconds))
        if (measure_memory(process.pid or 0) or 0) > memory:
            raise _StoppedError(_word_memory(memory))
    answer: Answer = pipe.recv()
    return answer


def _word_seconds(seconds: float) -> str:
    return f"处理超过 {seconds:g} 秒仍未完成，已经停止，请检查文件，或用 --limit-seconds 放宽。"


def _word_memory(memory: int) -> str:
    size = memory // _MEBI
    return f"处理时内存超过 {size} MB 的上限，已经停止，请检查文件，或用 --limit-memory 放宽。"


def _fail(name: str, reason: str) -> ScoredFile:
    return ScoredFile(errors=(Failure(file=name, reason=reason),))


def _kill(process: SpawnProcess) -> None:
    """End it, and on POSIX all that it started, such as a converter."""
    process.kill()
    if process.pid is not None and hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):  # it had no group of its own yet
            os.killpg(process.pid, signal.SIGKILL)
