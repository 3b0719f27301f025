"""`scorer compare` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from scorer.cli.app import app

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_examples_share_no_text_and_every_file_is_written(tmp_path: Path) -> None:
    reports = [str(path) for path in sorted(EXAMPLES.glob("*/report.*"))]
    result = CliRunner().invoke(app, ["compare", *reports, "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    document = json.loads((tmp_path / "compare.json").read_text("utf-8"))
    assert document["pairs"] == []
    assert len(document["reports"]) >= len(reports)
    assert (tmp_path / "compare.html").exists()
    assert "没有发现80字以上相同的文字" in result.output


def test_html_without_a_folder_is_refused_in_one_line() -> None:
    result = CliRunner().invoke(app, ["compare", str(EXAMPLES), "-f", "html"])
    assert result.exit_code != 0


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
