"""`scorer explain CHECK`: both examples, the norm with its force, what is said and the remedy."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer import pipeline, resources
from scorer.checks import CHECKS
from scorer.checks.base import Check
from scorer.rubric.model import Rubric

Run = Callable[..., Result]
FORCES = ("规定", "参照", "提示")


@pytest.fixture(scope="module")
def standard() -> Rubric:
    return pipeline.load_rubric()


@pytest.fixture
def explain(run: Run, standard: Rubric, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command with a rubric that is loaded once for all checks."""
    monkeypatch.setattr(pipeline, "load_rubric", lambda _path=None: standard)
    return lambda name: run("explain", name)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_is_explained_in_full(explain: Run, check: Check) -> None:
    told = explain(check.id)
    assert told.exit_code == 0
    for words in (check.id, check.title, check.why, check.norm.text, "扣分：不扣分"):
        assert words in told.stdout
    assert re.search(rf"（(?:{'|'.join(FORCES)})）\n", told.stdout)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_both_examples_are_shown_and_what_is_said_of_the_bad_one(
    explain: Run, check: Check
) -> None:
    shown = [line.strip() for line in explain(check.id).stdout.splitlines()]
    bad = [f"【报出】{check.bad}".split("\n"), f"【不报】{check.good}".split("\n")]
    assert all(line in shown for example in bad for line in example)
    after = shown[shown.index(bad[0][0]) :]
    assert any(line.startswith("意见：") for line in after)
    assert any(line.startswith("改法：") and line[-1] == "。" for line in after)


def test_what_a_rubric_charges_is_told(run: Run, tmp_path: Path) -> None:
    shipped = resources.rubrics_folder()
    for path in shipped.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(shipped)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    mine = tmp_path / "township.yaml"
    text = mine.read_text("utf-8")
    charged = "  - {id: rate-disagrees, deduct: 0.5, cap: 1}\n"
    mine.write_text(text.replace("  - rate-disagrees\n", charged), "utf-8")
    told = run("explain", "rate-disagrees", "-r", str(mine)).stdout
    assert "扣分：每处扣 0.5 分，一份报告最多扣 1 分" in told
