"""A second run over files that did not change: nothing has to be done, and little looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from scorer.batch.intake import Intake
from scorer.batch.told import ReceiptError, Told
from scorer.render.json_text import Node
from scorer.scorecard import Refusal
from scorer.store import STORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier run that was complete and had no errors; `lowest` as in `Counts`."""

    reports: int
    refused: tuple[Refusal, ...]
    lowest: Decimal | None


def find_unchanged(folder: Path, settings: Node, intakes: Iterable[Intake]) -> Earlier | None:
    """The earlier run, if this one would give every file of it again."""
    try:
        receipt = Told(folder)
        if _is_like(receipt.head, settings) and _are_there(folder, receipt.files("outputs")):
            return _describe(receipt) if _are_same(receipt.files("inputs"), intakes) else None
    except ReceiptError:
        return None
    return None


def _are_same(told: Iterator[Any], intakes: Iterable[Intake]) -> bool:
    """Whether these files, and no others, went in."""
    for intake in intakes:
        name = intake.job.name.encode("utf-8", "replace").decode("utf-8")
        if next(told, None) != {"file": name, "sha256": intake.sha256}:
            return False
    return next(told, None) is None


def _is_like(receipt: Mapping[str, Any], settings: Node) -> bool:
    """Whether it tells of a whole run with the same settings and no errors."""
    if receipt.get("complete") is not True:
        return False
    if any(receipt.get(key) != value for key, value in settings.items()):
        return False
    return bool(receipt["counts"]["errors"] == 0)


def _are_there(folder: Path, outputs: Iterable[Mapping[str, Any]]) -> bool:
    try:
        sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    except OSError:
        return False
    return STORE in sizes and all(sizes.get(each["file"]) == each["bytes"] for each in outputs)


def _describe(receipt: Told) -> Earlier:
    counts = receipt.head["counts"]
    lowest = counts["lowest_high"]
    return Earlier(
        reports=counts["reports"],
        refused=tuple(Refusal(**each) for each in receipt.files("unscored")),
        lowest=None if lowest is None else Decimal(str(lowest)),
    )
