"""Workers that are started when needed, watched, ended at their limits, and started anew."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from scorer.pipeline import ScoredFile, merge
from scorer.scorecard import Failure
from scorer.worker.child import OUT_OF_MEMORY, serve
from scorer.worker.job import DEFAULT_LIMITS, Answer, Begun, Done, Ended, FileLimits, Job, SlowPage
from scorer.worker.memory import measure_memory

_MEBI = 1024 * 1024
_LOOK_EVERY = 0.1
#: A process that is not ready by then will never be; machines of towns are slow.
_START_SECONDS = 120.0
#: Members of one archive that may end the worker before the rest of it is left.
_MOST_ENDS = 3
_DIED = "读取时程序意外退出，没有评分，请用 Word、WPS 等打开另存后重新提供。"
_LEFT = "压缩包里多个文件读取失败，余下的没有读取，请把它们解开后分别提供。"


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

    def start(self) -> None:
        """Start the processes ahead of their first job; they get ready by themselves."""
        for worker in self._workers:
            worker.start()

    def submit(self, job: Job) -> Future[ScoredFile]:
        """Score the file as soon as a process is free; what is wrong is part of the result."""
        return self._threads.submit(self._score, job)

    def _score(self, job: Job) -> ScoredFile:
        worker = self._idle.get()
        try:
            return worker.score(job)
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
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)


class _Worker:
    """One process at a time, which only one thread talks to."""

    def __init__(self, rubric: Path | None, limits: FileLimits) -> None:
        self._rubric = rubric
        self._limits = limits
        self._running: tuple[SpawnProcess, Connection] | None = None
        self._closed = False

    def start(self) -> tuple[SpawnProcess, Connection]:
        """The process and the pipe to it; it may still be getting ready."""
        if self._running is None:
            context = get_context("spawn")
            near, far = context.Pipe()
            process = context.Process(
                target=serve, args=(far, self._rubric, self._limits), daemon=True
            )
            process.start()
            far.close()
            self._running = (process, near)
        return self._running

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        self._stop()

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            process, pipe = running
            _kill(process)
            process.join()
            pipe.close()

    def score(self, job: Job) -> ScoredFile:
        """What became of the file; a member that ends the worker does not end the archive."""
        results: list[ScoredFile] = []
        for _ in range(_MOST_ENDS):
            name = job.name
            try:
                for answer in self._ask(replace(job, skip=len(results))):
                    if isinstance(answer, Begun):
                        name = answer.name
                    elif isinstance(answer, Done):
                        results.append(answer.result)
                return merge(results)
            except _StoppedError as stop:
                self._stop()
                results.append(_fail(name, str(stop)))
            if name == job.name or self._closed:  # no archive, or one that cannot be opened
                return merge(results)
        return merge((*results, _fail(job.name, _LEFT)))

    def _ask(self, job: Job) -> Iterator[Answer]:
        """The answers to a job, up to the last; each must come in time and within the memory."""
        fresh = self._running is None
        process, pipe = self.start()
        memory, seconds = self._limits.memory, self._limits.seconds
        try:
            pipe.send(job)
            answer: Answer | None = None
            while not isinstance(answer, Ended):
                spare = _START_SECONDS if answer is None and fresh else 0.0
                answer = _await(process, pipe, seconds + spare, memory)
                if isinstance(answer, SlowPage):
                    memory = self._limits.ocr_memory
                yield answer
        except (EOFError, OSError) as error:
            process.join()
            full = process.exitcode == OUT_OF_MEMORY
            raise _StoppedError(_word_memory(memory) if full else _DIED) from error


def _await(process: SpawnProcess, pipe: Connection, seconds: float, memory: int) -> Answer:
    deadline = time.monotonic() + seconds
    while not pipe.poll(_LOOK_EVERY):
        if time.monotonic() > deadline:
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
