"""Agreement with labels on what the engine was not built on may not fall (docs/accuracy.md)."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer import rubric as rubrics

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT / "corpus").is_dir(), reason="corpus/ is not part of an installed copy"
)


@pytest.mark.parametrize(
    ("folder", "exact", "false_findings"),
    [("corpus/held-out", 0.92, 6), ("corpus/reports", 0.94, 2), ("examples", 0.97, 0)],
)
def test_agreement_does_not_fall(
    run: Callable[..., Result], folder: str, exact: float, false_findings: int
) -> None:
    figures = json.loads(run("evaluate", str(ROOT / folder), "-f", "json").stdout)
    assert figures["overall"]["exact"] >= exact
    assert figures["findings"]["overall"]["wrong"] <= false_findings


@pytest.mark.parametrize(
    ("folder", "recall", "precision"),
    [("corpus/findings", 0.70, 0.95), ("corpus/held-out", 0.70, 0.92)],
)
def test_findings_do_not_fall(
    run: Callable[..., Result], folder: str, recall: float, precision: float
) -> None:
    figures = json.loads(run("evaluate", str(ROOT / folder), "-f", "json").stdout)
    found = figures["findings"]["overall"]
    assert found["recall"] >= recall
    assert found["precision"] >= precision


@pytest.mark.parametrize(("name", "paraphrase"), [("blind", 0.86), ("blind2", 0.87)])
def test_blind_wordings_do_not_fall(name: str, paraphrase: float) -> None:
    measure = runpy.run_path(str(ROOT / "scripts" / "wordings.py"))["measure_file"]
    rubric = rubrics.load(ROOT / "rubrics" / "township.yaml")
    figures = measure(rubric, ROOT / "corpus" / f"{name}.jsonl")
    least = {
        "standard": 0.98,
        "paraphrase": paraphrase,
        "general": 0.92,
        "planned": 0.97,
        "demanded": 0.97,
        "shortcoming": 0.92,
        "neighbour": 0.80,
    }
    shares = {wording: right / count for wording, (right, count) in figures.items()}
    fallen = {wording: shares[wording] for wording, bar in least.items() if shares[wording] < bar}
    assert fallen == {}
