"""What a receipt tells, a line at a time: of tens of thousands of files it is megabytes long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from scorer.batch.receipt import RECEIPT, SCHEMA_ID
from scorer.errors import ScorerError

#: How a list begins and ends in the file, as `write_receipt` lays it out.
_BEGIN = '  "{}": ['
_END = "  ]"


class ReceiptError(ScorerError):
    """A receipt that is not there, or is none."""


class Told:
    """The receipt in a folder: its head is kept, its lists are read as often as they are asked for.

    Raises:
        ReceiptError: there is none, it is damaged, or another version of this program wrote it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / RECEIPT
        try:
            self.head: dict[str, Any] = self._read_head()
        except OSError as error:
            raise ReceiptError(
                f"{folder}：没有 {RECEIPT}，请指明 scorer score -o 写成的结果目录。"
            ) from error
        except ValueError as error:
            raise self._damaged() from error
        if self.head.get("schema") != SCHEMA_ID:
            raise self._damaged()

    def files(self, name: str) -> Iterator[dict[str, Any]]:
        """The elements of a list; ReceiptError where it is damaged, after those before."""
        try:
            yield from self._read_list(name)
        except (OSError, ValueError) as error:
            raise self._damaged() from error

    def _damaged(self) -> ReceiptError:
        return ReceiptError(f"{self._path}：不是本程序这一版本写的回执，或者已经损坏，请重新评分。")

    def _read_head(self) -> dict[str, Any]:
        begin = _BEGIN.format("inputs")
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            text = "".join(takewhile(lambda line: line.rstrip("\n") != begin, lines))
        # With the bracket that ends it this can be an object only, or no JSON.
        head: dict[str, Any] = json.loads(text.rstrip().removesuffix(",") + "}")
        return head

    def _read_list(self, name: str) -> Iterator[dict[str, Any]]:
        begin = _BEGIN.format(name)
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            for _ in takewhile(lambda line: line.rstrip("\n") != begin, lines):
                pass
            for line in lines:
                if line.startswith(_END):
                    return
                yield json.loads(line.rstrip().removesuffix(","))
        raise ValueError(f"{name} has no end")
