"""The `references` of a rubric: tables under its hash, which take the place of the shipped ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer import ingest, masthead, mentions, reading, resources
from scorer.checks.base import EXAMPLE_TITLE
from scorer.checks.tables import TABLE_NAMES
from scorer.errors import RubricError
from scorer.rubric import load
from scorer.rubric.model import Rubric

CASES = Path(__file__).parents[2] / "cases" / "rubric" / "valid"
SHIPPED = resources.rubrics_folder() / "references"
OWN_TYPOS = (
    "pairs:\n  - {wrong: 镇调为会, right: 镇调委会, hit: 镇调为会受理。, miss: 镇调委会受理。}\n"
)
ADVICE = "请对照程序自带的同名文件改正"


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    """The small rubric with the check for typos and a table of its own to name in line 16."""
    folder = tmp_path / "valid"
    shutil.copytree(CASES, folder)
    path = folder / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  - rate-disagrees\n", "  - term-typo\n", 1), "utf-8")
    return path


@pytest.fixture
def name_table(rubric: Path) -> Callable[[str, str], Path]:
    """Write a table beside the rubric and name it."""

    def write(name: str, text: str) -> Path:
        (rubric.parent / "references" / name).write_text(text, "utf-8")
        named = rubric.read_text("utf-8").replace("laws.yaml]", f"laws.yaml, references/{name}]")
        rubric.write_text(named, "utf-8")
        return rubric

    return write


def found(standard: Rubric, text: str) -> list[str]:
    (document,) = ingest.read("example.txt", (EXAMPLE_TITLE + text).encode())
    head = masthead.read(document)
    report = reading.read(document, head, mentions.read(document.plain), ())
    return [f.computed for d in standard.checks for f in d.check.run(report)]


def errors_of(path: Path) -> list[str]:
    with pytest.raises(RubricError) as caught:
        load(path, path.name)
    return str(caught.value).splitlines()


def test_the_shipped_rubric_names_every_table() -> None:
    text = (resources.rubrics_folder() / "township.yaml").read_text("utf-8")
    assert all(f"  - references/{name}\n" in text for name in TABLE_NAMES)


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_a_table_is_under_the_hash(name: str, name_table: Callable[[str, str], Path]) -> None:
    text = (SHIPPED / name).read_text("utf-8")
    more = "镇政府工作法\tnational\t\n" if name == "laws.tsv" else "# 改动\n"
    before = load(name_table(name, text)).stamp
    assert load(name_table(name, text + more)).stamp.sha256 != before.sha256


def test_without_a_table_the_shipped_one_is_read(rubric: Path) -> None:
    standard = load(rubric)
    assert found(standard, "严格落实三项治度。") == ["治度→制度"]
    assert found(standard, "镇调为会受理纠纷46件。") == []


def test_a_table_of_the_rubric_takes_the_place_of_the_shipped_one(
    name_table: Callable[[str, str], Path],
) -> None:
    standard = load(name_table("typos.yaml", OWN_TYPOS))
    assert found(standard, "严格落实三项治度。") == []
    assert found(standard, "镇调为会受理纠纷46件。") == ["镇调为会→镇调委会"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("typos.yaml", "pairs:\n  - {wrong: 甲}\n"),
        ("typos.yaml", "[]\n"),
        ("typos.yaml", "pairs: {\n"),
        ("typos.yaml", OWN_TYPOS.replace("hit:", "where: '(', hit:")),
        ("calendar.yaml", "dated: 3\n"),
        ("instruments.yaml", "repealed: []\n"),
        ("laws.tsv", "没有列的一行\n"),
    ],
)
def test_a_broken_table_is_one_line_at_its_name(
    name: str, text: str, name_table: Callable[[str, str], Path]
) -> None:
    (error,) = errors_of(name_table(name, text))
    assert error.startswith("small.yaml:16:")
    assert f"{name} 不是这种参考资料（" in error
    assert error.endswith(ADVICE)


def test_a_table_named_twice_is_refused(rubric: Path) -> None:
    for folder in ("references", "words"):
        (rubric.parent / folder / "typos.yaml").write_text(OWN_TYPOS, "utf-8")
    text = rubric.read_text("utf-8")
    named = "laws.yaml, references/typos.yaml, words/typos.yaml]"
    rubric.write_text(text.replace("laws.yaml]", named), "utf-8")
    assert errors_of(rubric) == ["small.yaml:16:59: 参考资料“typos.yaml”列了两次；请删去一处"]
