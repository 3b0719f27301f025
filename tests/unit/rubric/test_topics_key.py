"""The `topics` key of a rubric: one file of a learned model, or one line on what is wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scorer.errors import RubricError
from scorer.rubric import load
from scorer.rubric.model import Exemplar
from scorer.scorecard import Outcome
from scorer.scoring.exemplars import try_exemplar

CASES = Path(__file__).parents[2] / "cases"
TOPICS: dict[str, Any] = yaml.safe_load((CASES / "evidence" / "topics.yaml").read_text("utf-8"))
KEY: list[dict[str, str]] = yaml.safe_load(
    (CASES / "rubric" / "topics_key.yaml").read_text("utf-8")
)
AGAIN = "请用 scripts/train_topics.py 重新训练"


def write_model(folder: Path, weights: Mapping[str, int]) -> None:
    """A model of one criterion, measures.training."""
    model = {
        "schema": "topics/1",
        "criteria": ["measures.training"],
        "bias": [0],
        "weights": {word: [[0, weight]] for word, weight in weights.items()},
    }
    (folder / "topics.json").write_text(json.dumps(model, ensure_ascii=False), "utf-8")


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    """The small rubric with a `topics` key in line 16 and a model that hears nothing."""
    folder = tmp_path / "valid"
    shutil.copytree(CASES / "rubric" / "valid", folder)
    path = folder / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("references:", "topics: [topics.json]\nreferences:", 1), "utf-8")
    write_model(folder, {})
    return path


@pytest.fixture
def earn(rubric: Path) -> Callable[..., Outcome]:
    """What a passage earns in measures.training under a model of these weights."""

    def try_passage(text: str, part: str | None = None, **weights: int) -> Outcome:
        write_model(rubric.parent, weights)
        loaded = load(rubric, rubric.name)
        (criterion,) = (c for c in loaded.criteria if c.id == "measures.training")
        return try_exemplar(loaded, criterion, Exemplar(level=Outcome.MET, text=text, part=part))

    return try_passage


def refusal_of(path: Path) -> str:
    with pytest.raises(RubricError) as caught:
        load(path, path.name)
    return str(caught.value)


def test_the_model_of_the_file_named_is_read(rubric: Path) -> None:
    write_model(rubric.parent, {"练兵": 7})
    model = load(rubric).topics
    assert model is not None
    assert (model.criteria, dict(model.weights)) == (("measures.training",), {"练兵": ((0, 7),)})


@pytest.mark.parametrize("key", ["", "topics: []\n"], ids=["absent", "empty"])
def test_a_rubric_that_names_no_model_has_none(rubric: Path, key: str) -> None:
    text = rubric.read_text("utf-8")
    rubric.write_text(text.replace("topics: [topics.json]\n", key), "utf-8")
    assert load(rubric).topics is None


def test_the_hash_covers_the_model(rubric: Path) -> None:
    before = load(rubric).stamp.sha256
    write_model(rubric.parent, {"练兵": 7})
    assert load(rubric).stamp.sha256 != before


@pytest.mark.parametrize("case", TOPICS["refused"], ids=lambda case: case["name"])
def test_a_broken_model_is_one_line_where_it_is_named(rubric: Path, case: dict[str, str]) -> None:
    (rubric.parent / "topics.json").write_text(case["file"], "utf-8")
    assert refusal_of(rubric) == f"small.yaml:16:10: {case['error']}；{AGAIN}"


def test_a_model_in_another_encoding_is_told_by_its_own_name(rubric: Path) -> None:
    (rubric.parent / "topics.json").write_bytes('{"schema": "词"}'.encode("gb18030"))
    assert (
        "topics.json:1:13: 文件不是 UTF-8 编码；请另存为 UTF-8" in refusal_of(rubric).splitlines()
    )


@pytest.mark.parametrize("case", KEY, ids=lambda case: case["key"])
def test_a_key_that_names_no_one_file_is_refused(rubric: Path, case: dict[str, str]) -> None:
    text = rubric.read_text("utf-8")
    rubric.write_text(text.replace("topics: [topics.json]", case["key"]), "utf-8")
    assert refusal_of(rubric) == case["error"]


@pytest.mark.parametrize(("weight", "outcome"), [(200, Outcome.MISSING), (201, Outcome.PARTIAL)])
def test_a_matter_heard_clearly_needs_no_word(
    earn: Callable[..., Outcome], weight: int, outcome: Outcome
) -> None:
    assert earn("队员进课堂练兵。", 练=weight) is outcome


@pytest.mark.parametrize(("weight", "outcome"), [(-200, Outcome.MISSING), (-199, Outcome.PARTIAL)])
def test_a_word_counts_for_nothing_where_another_matter_is_heard_clearly(
    earn: Callable[..., Outcome], weight: int, outcome: Outcome
) -> None:
    assert earn("不断加强干部学法培训。", 断=weight) is outcome


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("开展农业技术培训，天天练。", None),
        ("队员进课堂练兵。", "plan"),
        ("下一步，队员将进课堂练兵。", None),
        ("要求各村进课堂练兵。", None),
        ("（一）练兵", None),
    ],
    ids=["trap", "plan", "next", "demand", "heading"],
)
def test_a_matter_heard_in_a_trap_or_not_told_as_done_is_nothing(
    earn: Callable[..., Outcome], text: str, part: str | None
) -> None:
    assert earn(text, part, 练=900) is Outcome.MISSING
