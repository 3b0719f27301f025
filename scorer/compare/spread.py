"""Work on many files by several processes; a file that ends its process ends nothing else."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

_LOT = 50
#: Windows waits for no more handles at once.
_MOST_ON_WINDOWS = 61


def spread(
    work: Callable[[S], T], lost: Callable[[S], T], things: Sequence[S], jobs: int
) -> Iterator[T]:
    """What becomes of every thing, in order; `lost` says what of one that ended its process.

    `work` must find its way into other processes. Few things are done in this one, where nothing
    can be lost.
    """
    if jobs == 1 or len(things) <= _LOT:
        yield from map(work, things)
        return
    lots = deque(_cut(things))
    while lots:
        for done in _do_lots(work, lots, jobs):
            yield from done
        if lots:  # a process ended at one of those under way
            yield from _do_apart(work, lost, lots.popleft())


def _do_lots(work: Callable[[S], T], lots: deque[list[S]], jobs: int) -> Iterator[list[T]]:
    """Take off what is done, until all is or a process ends."""
    with _open_pool(jobs) as pool:
        running = deque(pool.submit(_do_lot, work, lot) for lot in islice(lots, 2 * jobs))
        while running:
            try:
                done = running.popleft().result()
                if len(lots) > len(running) + 1:
                    running.append(pool.submit(_do_lot, work, lots[len(running) + 1]))
            except BrokenProcessPool:
                return
            lots.popleft()
            yield done


def _do_apart(work: Callable[[S], T], lost: Callable[[S], T], lot: Iterable[S]) -> Iterator[T]:
    """One after the other, with a new process behind each that ended."""
    rest = deque(lot)
    while rest:
        with _open_pool(1) as pool:
            broken = False
            while rest and not broken:
                try:
                    done = pool.submit(work, rest[0]).result()
                except BrokenProcessPool:
                    done, broken = lost(rest[0]), True
                rest.popleft()
                yield done


@contextmanager
def _open_pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Left early, it does what it has begun and no more."""
    most = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
    pool = ProcessPoolExecutor(most, get_context("spawn"), initializer=_ignore_interrupt)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupt() -> None:
    """A Ctrl-C goes to all processes of a terminal; the one that was started answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do_lot(work: Callable[[S], T], things: Sequence[S]) -> list[T]:
    return [work(thing) for thing in things]


def _cut(things: Iterable[S]) -> Iterator[list[S]]:
    rest = iter(things)
    while lot := list(islice(rest, _LOT)):
        yield lot
