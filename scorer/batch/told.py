"""What a receipt tells, a line at a time: of tens of thousands of files it is megabytes long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

#: How a list begins and ends in the file, as `write_receipt` lays it out.
_BEGIN = '  "{}": ['
_END = "  ]"


class Told:
    """A receipt on disk: its head is kept, its lists are read as often as they are asked for."""

    def __init__(self, path: Path) -> None:
        """Raises OSError and ValueError where it is not there, or is none."""
        self._path = path
        self.head: dict[str, Any] = self._read_head()

    def files(self, name: str) -> Iterator[dict[str, Any]]:
        """The elements of a list; ValueError where the file holds something else."""
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            begin = _BEGIN.format(name)
            for _ in takewhile(lambda line: line.rstrip("\n") != begin, lines):
                pass
            for line in lines:
                if line.startswith(_END):
                    return
                yield json.loads(line.rstrip().removesuffix(","))
        raise ValueError(f"{self._path}: {name} has no end")

    def _read_head(self) -> dict[str, Any]:
        begin = _BEGIN.format("inputs")
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            text = "".join(takewhile(lambda line: line.rstrip("\n") != begin, lines))
        # With the bracket that ends it this can be an object only, or no JSON.
        head: dict[str, Any] = json.loads(text.rstrip().removesuffix(",") + "}")
        return head
