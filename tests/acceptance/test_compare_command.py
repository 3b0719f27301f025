"""`scorer compare` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest
from typer.testing import CliRunner

from scorer.cli.app import app

EXAMPLES = Path(__file__).parents[2] / "examples"
XILING = EXAMPLES / "xiling-zhen" / "report.txt"


def test_examples_share_no_text_and_every_file_is_written(tmp_path: Path) -> None:
    reports = [str(path) for path in sorted(EXAMPLES.glob("*/report.*"))]
    result = CliRunner().invoke(app, ["compare", *reports, "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    document = json.loads((tmp_path / "compare.json").read_text("utf-8"))
    assert document["pairs"] == []
    assert len(document["reports"]) >= len(reports)
    assert (tmp_path / "compare.html").exists()
    assert "没有发现80字以上相同的文字" in result.output


@pytest.mark.parametrize("more", [["-f", "html"], ["-f", "json", "--last-year", str(EXAMPLES)]])
def test_what_needs_files_asks_for_a_folder(more: list[str]) -> None:
    result = CliRunner().invoke(app, ["compare", str(EXAMPLES), *more])
    assert result.exit_code == 2
    assert "请用 -o 目录 说明写到哪里" in result.output
    assert result.stdout == ""


def test_json_on_standard_output_is_the_comparison() -> None:
    result = CliRunner().invoke(app, ["compare", str(XILING), "-f", "json"])
    assert result.exit_code == 0
    assert [each["file"] for each in json.loads(result.stdout)["reports"]] == ["report.txt"]


def test_last_year_writes_what_became_of_each_town(tmp_path: Path) -> None:
    text = XILING.read_text("utf-8")
    for year in ("2023", "2024"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "溪岭镇.txt").write_text(text.replace("2024年", f"{year}年"), "utf-8")
    out, words = tmp_path / "out", [str(tmp_path / "2024"), "--last-year", str(tmp_path / "2023")]
    result = CliRunner().invoke(app, ["compare", *words, "-o", str(out)])
    assert result.exit_code == 0, result.output
    (town,) = json.loads((out / "years.json").read_text("utf-8"))["towns"]
    assert (town["last"]["year"], town["now"]["year"]) == (2023, 2024)
    assert {line["fate"] for line in town["shortcomings"]} == {"repeated"}
    assert "溪岭镇" in (out / "years.html").read_text("utf-8")


def test_what_was_not_held_against_last_year_is_told(tmp_path: Path) -> None:
    now, last = tmp_path / "2024", tmp_path / "2023"
    for folder in (now, last):
        folder.mkdir()
    text = XILING.read_text("utf-8")
    (now / "溪岭镇.txt").write_text(text, "utf-8")
    other = text.replace("溪岭镇", "青禾镇").replace("2024", "2023")
    (last / "青禾镇.txt").write_text(other, "utf-8")
    copy(EXAMPLES / "refused" / "xinwen.txt", last)
    words = ["compare", str(now), "--last-year", str(last), "-f", "terminal"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 3
    for told in ("上年没有读到报告：", "今年没有读到报告：", "没有对照的文件（1个）"):
        assert told in result.stdout


def test_standard_input_has_no_name_to_be_compared_under() -> None:
    result = CliRunner().invoke(app, ["compare", "-"], input="报告")
    assert result.exit_code == 2
    assert "标准输入（-）没有文件名，不能比对" in result.output


def test_a_wrong_rubric_is_told_before_anything_is_compared(tmp_path: Path) -> None:
    rubric, last, out = tmp_path / "错的.yaml", tmp_path / "去年", tmp_path / "out"
    rubric.write_text("{", "utf-8")
    last.mkdir()
    (last / "a.txt").write_text("报告", "utf-8")
    words = ["compare", str(EXAMPLES), "--last-year", str(last), "-r", str(rubric), "-o", str(out)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "错的.yaml:2:1" in result.output
    assert not out.exists()
