"""Regexes around the name of a town, tried only where what stands behind the name is there."""

from __future__ import annotations

import re
from functools import cached_property

from scorer.cache import regex
from scorer.zh.gated import Gated

#: What the name of a town ends in; four words, so that the engine can skip to their first letters.
ENDS = "街道|苏木|镇|乡"
#: Farther than any of the regexes looks.
_REACH = 60


class OfTown(Gated):
    """A regex that is `before`, a name that ends in one of `ENDS` and `behind`, in this order.

    Towns end everywhere, but few are followed by the words behind: these are the gate.
    """

    def __init__(self, before: str, name: str, behind: str) -> None:
        super().__init__(ENDS.replace("|", " "), f"{before}{name}{behind}", reach=_REACH)
        self.name = name
        self.behind = behind

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """Finds the first end of a town's name with the words behind it."""
        return regex(f"(?:{ENDS})(?:{self.behind})")
