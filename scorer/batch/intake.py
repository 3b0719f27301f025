"""Files on their way in: read or hashed once, and gathered into lots."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scorer.worker import LIGHT_BYTES, Job, is_light


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read: its name in all output, and the folder from which that counts.

    Without a folder it is standard input. There may be tens of thousands, and a Path of each would
    take five times the memory.
    """

    name: str
    above: str | None

    @property
    def path(self) -> Path | None:
        """Where it is."""
        return None if self.above is None else Path(self.above, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A file and what is to be done with it; `sha256` is None where it cannot be read.

    `light` tells files that are quickly done.
    """

    job: Job
    sha256: str | None
    light: bool


def take_in(source: Source, read_input: Callable[[], bytes]) -> Intake:
    """Look at a file once; a small one is kept in mind, of a large one its place."""
    path = source.path
    if path is None:
        data = read_input()
    else:
        try:
            data = _read_small(path)
            if len(data) > LIGHT_BYTES:
                job = Job(name=source.name, path=path)
                return Intake(job=job, sha256=hash_file(path), light=False)
        except OSError:  # whoever reads it says what is wrong
            job = Job(name=source.name, path=path)
            return Intake(job=job, sha256=None, light=True)
    job = Job(name=source.name, data=data)
    return Intake(job=job, sha256=hashlib.sha256(data).hexdigest(), light=is_light(data))


def hash_file(path: Path) -> str:
    """SHA-256 of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def make_lots(intakes: Iterable[Intake], size: int) -> Iterator[tuple[Intake, ...]]:
    """Light files by `size`, each other file by itself; the order stays."""
    lot: list[Intake] = []
    for intake in intakes:
        if lot and (not intake.light or len(lot) == size):
            yield tuple(lot)
            lot = []
        if intake.light:
            lot.append(intake)
        else:
            yield (intake,)
    if lot:
        yield tuple(lot)


def _read_small(path: Path) -> bytes:
    """The file, or so much of it as shows that it is large."""
    with path.open("rb", buffering=0) as file:
        return file.read(LIGHT_BYTES + 1) or b""
