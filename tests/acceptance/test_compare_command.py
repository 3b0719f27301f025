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
