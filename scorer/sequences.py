"""Sequences that take little memory: elements on disk, or made when they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from tempfile import SpooledTemporaryFile, gettempdir
from typing import IO, Generic, TypeVar, overload
from weakref import finalize

from scorer.errors import ScorerError

S = TypeVar("S")
T = TypeVar("T")

#: Bytes that stay in memory; what goes beyond is all on disk.
_IN_MEMORY = 4 * 1024 * 1024


_FULL = "临时目录 {} 写不下，请清理磁盘，或用环境变量 TMPDIR（Windows 上是 TEMP）换一个目录。"


class SpoolError(ScorerError):
    """No room for what waits on disk."""


class Spooled(Sequence[bytes]):
    """Byte strings in a file that is gone with the sequence; `append` may raise SpoolError."""

    def __init__(self) -> None:
        self._file: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - see finalize
        self._edges = array("Q", (0,))
        finalize(self, _close, self._file)

    def append(self, data: bytes) -> None:
        """Put one behind the others."""
        try:
            self._file.seek(self._edges[-1])
            self._file.write(data)
        except OSError as error:
            raise SpoolError(_FULL.format(gettempdir())) from error
        self._edges.append(self._edges[-1] + len(data))

    def __len__(self) -> int:
        return len(self._edges) - 1

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[bytes]: ...
    def __getitem__(self, index: int | slice) -> bytes | Sequence[bytes]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return tuple(self[place] for place in places)
        begin, end = self._edges[places : places + 2]
        self._file.seek(begin)
        return self._file.read(end - begin)


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # what could not be written then cannot be written now
        file.close()


class Mapped(Sequence[T], Generic[S, T]):
    """What `make` makes of each element of another sequence, anew whenever it is asked for."""

    def __init__(self, make: Callable[[S], T], source: Sequence[S]) -> None:
        self._make = make
        self._source = source

    def __len__(self) -> int:
        return len(self._source)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self._source)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return Mapped(self._make, self._source[index])
        return self._make(self._source[index])
