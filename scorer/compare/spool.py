"""Specimens on disk: thousands of reports are compared, and few of them at a time."""

from __future__ import annotations

import marshal
import pickle
import zlib
from collections import OrderedDict
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO

from scorer.compare.specimen import Specimen

_KEPT = 256


class Spool:
    """Specimens by their number; the last ones used are at hand, the others in a file."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed on leaving the context
        self._begins: list[int] = [0]
        #: Letters and set phrases alone: pairs ask for them by the thousand.
        self._brief: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed on leaving the context
        self._brief_begins: list[int] = [0]
        self._recent: OrderedDict[int, Specimen] = OrderedDict()

    def __len__(self) -> int:
        return len(self._begins) - 1

    def add(self, specimen: Specimen) -> int:
        """Keep a specimen; its number counts from 0."""
        data = zlib.compress(pickle.dumps(specimen, pickle.HIGHEST_PROTOCOL), 1)
        self._file.seek(self._begins[-1])
        self._file.write(data)
        self._begins.append(self._begins[-1] + len(data))
        brief = marshal.dumps((specimen.letters, specimen.fixed))
        self._brief.seek(self._brief_begins[-1])
        self._brief.write(brief)
        self._brief_begins.append(self._brief_begins[-1] + len(brief))
        return len(self) - 1

    def brief(self, number: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The letters of a specimen and what of them is a set phrase, quicker than all of it."""
        begin, end = self._brief_begins[number : number + 2]
        self._brief.seek(begin)
        letters, fixed = marshal.loads(self._brief.read(end - begin))
        return letters, fixed

    def __getitem__(self, number: int) -> Specimen:
        if number not in self._recent:
            if len(self._recent) >= _KEPT:
                self._recent.popitem(last=False)
            self._recent[number] = self._load(number)
        self._recent.move_to_end(number)
        return self._recent[number]

    def _load(self, number: int) -> Specimen:
        self._file.seek(self._begins[number])
        data = self._file.read(self._begins[number + 1] - self._begins[number])
        specimen: Specimen = pickle.loads(zlib.decompress(data))
        return specimen

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        self._brief.close()
