"""Files in, specimens out, with as many processes as asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer import ingest, masthead
from scorer.compare.formulas import load_formulas
from scorer.compare.specimen import Specimen, make_specimen
from scorer.compare.spread import spread
from scorer.errors import IngestError
from scorer.scorecard import Failure

_DIED = "读取时程序意外退出，没有比对，请用 Word、WPS 等打开另存后重新提供。"


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
    return spread(read_source, _lose, sources, jobs)


def tell_lost(source: Source) -> Failure:
    """What is said of a file that ended the process in which it was read."""
    return Failure(file=source.name, reason=_DIED)


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


def _lose(source: Source) -> Gathered:
    return Gathered(source=source, failures=(tell_lost(source),))
