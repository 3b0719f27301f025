"""Specimens on disk: thousands of reports are compared, and few of them at a time."""

from __future__ import annotations

import marshal
import pickle
import zlib
from collections import OrderedDict

from scorer.compare.specimen import Specimen
from scorer.sequences import Spooled

_KEPT = 256


class Spool:
    """Specimens by their number; the last ones used are at hand, the others in a file."""

    def __init__(self) -> None:
        self._whole = Spooled()
        #: Letters and set phrases alone: pairs ask for them by the thousand.
        self._brief = Spooled()
        self._recent: OrderedDict[int, Specimen] = OrderedDict()

    def __len__(self) -> int:
        return len(self._whole)

    def add(self, specimen: Specimen) -> int:
        """Keep a specimen; its number counts from 0."""
        data = pickle.dumps(specimen, pickle.HIGHEST_PROTOCOL)
        self._whole.append(zlib.compress(data, 1))
        self._brief.append(marshal.dumps((specimen.letters, specimen.fixed)))
        return len(self) - 1

    def brief(self, number: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The letters of a specimen and what of them is a set phrase, quicker than all of it."""
        letters, fixed = marshal.loads(self._brief[number])
        return letters, fixed

    def __getitem__(self, number: int) -> Specimen:
        if number not in self._recent:
            if len(self._recent) >= _KEPT:
                self._recent.popitem(last=False)
            self._recent[number] = pickle.loads(zlib.decompress(self._whole[number]))
        self._recent.move_to_end(number)
        return self._recent[number]
