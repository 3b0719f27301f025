"""Files in, specimens out, with as many processes as asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from scorer import ingest, masthead
from scorer.compare.formulas import load_formulas
from scorer.compare.specimen import Specimen, make_specimen
from scorer.errors import IngestError
from scorer.scorecard import Failure

T = TypeVar("T")

_LOT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, what it is called in all output, and whether it only serves as reference."""

    path: Path
    name: str
    reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was read in one file."""

    source: Source
    specimens: tuple[Specimen, ...] = ()
    failures: tuple[Failure, ...] = ()


def gather(sources: Sequence[Source], jobs: int) -> Iterator[Gathered]:
    """Read every file, in order; what is wrong with one does not stop the others."""
    return spread(read_source, sources, jobs)


def spread(work: Callable[[Source], T], sources: Sequence[Source], jobs: int) -> Iterator[T]:
    """What becomes of every file, in order; `work` must find its way into other processes."""
    if jobs == 1 or len(sources) <= _LOT:
        yield from map(work, sources)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        lots = _cut(sources)
        running = [pool.submit(_do_lot, work, lot) for lot in islice(lots, 2 * jobs)]
        while running:
            done = running.pop(0).result()
            running.extend(pool.submit(_do_lot, work, lot) for lot in islice(lots, 1))
            yield from done


def read_source(source: Source) -> Gathered:
    """Every report in a file, or why there is none."""
    formulas = load_formulas()
    specimens: list[Specimen] = []
    failures: list[Failure] = []
    for member in ingest.open_path(source.path, source.name):
        try:
            documents = ingest.read_member(member)
        except IngestError as error:
            reason = str(error).removeprefix(f"{member.name}：")
            failures.append(Failure(file=member.name, reason=reason))
            continue
        specimens.extend(make_specimen(each, masthead.read(each), formulas) for each in documents)
    return Gathered(source=source, specimens=tuple(specimens), failures=tuple(failures))


def _do_lot(work: Callable[[Source], T], sources: Sequence[Source]) -> list[T]:
    return [work(source) for source in sources]


def _cut(sources: Iterable[Source]) -> Iterator[list[Source]]:
    rest = iter(sources)
    while lot := list(islice(rest, _LOT)):
        yield lot
