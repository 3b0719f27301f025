"""What a worker is told, what it answers, and how much it may take."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scorer.parcels import Order
from scorer.pipeline import ScoredFile
from scorer.readers.formats import Format, find_format
from scorer.scorecard import Refusal

_MEBI = 1024 * 1024
#: A report as text has a tenth of that; scoring it is quicker than starting a process.
LIGHT_BYTES = 64 * 1024
_LIGHT_FORMATS = frozenset((Format.TEXT, Format.HTML))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimits:
    """What one file or member of an archive may take, and one page that goes to OCR."""

    seconds: float = 60.0
    memory: int = 1024 * _MEBI

    @property
    def ocr_memory(self) -> int:
        """Bytes once a page went to OCR, whose models are large."""
        return 2 * self.memory


DEFAULT_LIMITS = FileLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that was scored before, wholly: its scorecards, packed, and refusals."""

    packed: tuple[bytes, ...] = field(default=(), repr=False)
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A file by its path, or its bytes; or what an earlier run made of it, in `kept`.

    With an `order` the result holds parcels instead of scorecards.
    """

    name: str
    path: Path | None = None
    data: bytes = field(default=b"", repr=False)
    kept: Kept | None = field(default=None, repr=False)
    order: Order | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Jobs handed over together; the first `skip` members of the first were done before."""

    jobs: tuple[Job, ...]
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Ready:
    """The rubric is loaded: its hash, None where it has become one that cannot be used."""

    rubric_sha256: str | None


@dataclass(frozen=True, slots=True)
class Begun:
    """A file, or a member of an archive, is next."""

    name: str


@dataclass(frozen=True, slots=True)
class SlowPage:
    """A page goes to OCR."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the one that was begun."""

    result: ScoredFile


@dataclass(frozen=True, slots=True)
class Ended:
    """A whole job is done, and the next one of the lot begins."""


Answer = Ready | Begun | SlowPage | Done | Ended


def is_light(data: bytes) -> bool:
    """Whether the file is quicker scored than a process started: text or a page, and small."""
    return len(data) <= LIGHT_BYTES and find_format(data) in _LIGHT_FORMATS
