"""The program as a user runs it, and a report that nothing is wrong with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from scorer.cli.app import app

Run = Callable[..., Result]

REPORT = """\
青禾镇2023年法治政府建设年度报告

一、2023年主要举措和成效
（一）镇政府与律师事务所签订法律顾问合同，全年审查合同18份。
（二）镇人民调解委员会全年调解纠纷46件，调解成功44件。
二、党政主要负责人履行推进法治建设第一责任人职责情况
镇党委书记、镇长全年主持召开法治建设专题会议4次。
三、存在的不足
一是村级调解员力量薄弱，原因是报酬偏低；二是执法人员持证率不高。
四、2024年工作安排
一是为每个村配齐调解员；二是组织执法资格考试；三是公开执法事项清单。

青禾镇人民政府
2024年1月15日
"""


@pytest.fixture
def run() -> Run:
    def invoke(*args: str | Path, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin, prog_name="scorer")

    return invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with one sound report, `报告/好.txt`."""
    monkeypatch.chdir(tmp_path)
    reports = tmp_path / "报告"
    reports.mkdir()
    (reports / "好.txt").write_text(REPORT, encoding="utf-8")
    return reports
