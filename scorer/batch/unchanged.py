"""A second run over files that did not change: nothing has to be done, and little looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from scorer.batch.intake import Intake
from scorer.batch.receipt import RECEIPT
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
        receipt = json.loads((folder / RECEIPT).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not _is_like(receipt, settings) or not _are_there(folder, receipt["outputs"]):
        return None
    told = iter(receipt["inputs"])
    for intake in intakes:
        name = intake.job.name.encode("utf-8", "replace").decode("utf-8")
        if next(told, None) != {"file": name, "sha256": intake.sha256}:
            return None
    return None if next(told, None) else _describe(receipt)


def _is_like(receipt: Any, settings: Node) -> bool:  # noqa: ANN401 - JSON
    """Whether it is a receipt, of a whole run with the same settings and no errors."""
    if not isinstance(receipt, dict) or receipt.get("complete") is not True:
        return False
    if any(receipt.get(key) != value for key, value in settings.items()):
        return False
    return bool(receipt["counts"]["errors"] == 0)


def _are_there(folder: Path, outputs: list[dict[str, Any]]) -> bool:
    try:
        sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    except OSError:
        return False
    return STORE in sizes and all(sizes.get(each["file"]) == each["bytes"] for each in outputs)


def _describe(receipt: dict[str, Any]) -> Earlier:
    lowest = receipt["counts"]["lowest_high"]
    return Earlier(
        reports=receipt["counts"]["reports"],
        refused=tuple(Refusal(**each) for each in receipt["unscored"]),
        lowest=None if lowest is None else Decimal(str(lowest)),
    )
