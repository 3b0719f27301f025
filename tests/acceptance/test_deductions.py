"""What findings cost: nothing by default, and what the rubric says, up to its cap."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from scorer import resources

Run = Callable[..., Result]
RATES = (
    "全年受理信访事项50件，办结45件，办结率99%。",
    "共收到群众意见40条，采纳30条，采纳率80%。",
    "发放问卷200份，收回150份，回收率90%。",
)


@pytest.fixture
def faulty(folder: Path) -> Path:
    """The sound report with three rates that its own counts do not give."""
    path = folder / "好.txt"
    text = path.read_text("utf-8")
    wrong = "\n".join(("调解成功44件。", *RATES))
    path.write_text(text.replace("调解成功44件。", wrong), "utf-8")
    return path


@pytest.fixture
def charging(tmp_path: Path) -> Path:
    """The shipped rubric that takes half a point for a rate, at most one a report."""
    mine = tmp_path / "rubrics"
    shutil.copytree(resources.rubrics_folder(), mine)
    path = mine / "township.yaml"
    text = path.read_text("utf-8")
    charged = "  - {id: rate-disagrees, deduct: 0.5, cap: 1}\n"
    path.write_text(text.replace("  - rate-disagrees\n", charged, 1), "utf-8")
    return path


def score(run: Run, *args: str | Path) -> dict[str, Any]:
    card: dict[str, Any] = json.loads(run("score", *args, "-f", "json").stdout)["scorecards"][0]
    return card


def test_findings_cost_nothing_by_default(run: Run, faulty: Path) -> None:
    card = score(run, faulty)
    rates = [finding for finding in card["findings"] if finding["rule"] == "rate-disagrees"]
    assert len(rates) == len(RATES)
    assert {finding["deducted"] for finding in card["findings"]} == {0}


def test_a_rubric_charges_each_finding_up_to_its_cap(
    run: Run, faulty: Path, charging: Path
) -> None:
    free, charged = score(run, faulty), score(run, faulty, "-r", charging)
    costs = [f["deducted"] for f in charged["findings"] if f["rule"] == "rate-disagrees"]
    assert costs == [0.5, 0.5, 0]
    assert free["total"]["points"] - charged["total"]["points"] == 1
