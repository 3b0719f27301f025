from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer.render.templating import list_names
from scorer.resources import templates_folder

Run = Callable[..., Result]


def test_every_template_is_copied_as_it_is(run: Run, tmp_path: Path) -> None:
    result = run("templates", "copy", str(tmp_path / "我的" / "模板"))
    assert result.exit_code == 0
    copied = {path.name: path.read_bytes() for path in (tmp_path / "我的" / "模板").iterdir()}
    assert copied == {name: (templates_folder() / name).read_bytes() for name in list_names()}
    assert "letter.txt.j2" in copied


def test_what_was_changed_is_not_overwritten_unless_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("自己的", encoding="utf-8")
    result = run("templates", "copy", str(tmp_path))
    assert result.exit_code == 2
    assert "里已有 style.css，没有覆盖" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["style.css"]
    assert run("templates", "copy", str(tmp_path), "--force").exit_code == 0
    assert (tmp_path / "style.css").read_text("utf-8") != "自己的"


def test_a_copied_folder_gives_the_same_pages(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.txt").write_text("青禾镇2023年法治政府建设年度报告\n", encoding="utf-8")
    run("templates", "copy", "模板")
    run("score", "报告.txt", "-o", "甲", "-f", "html", "-q")
    run("score", "报告.txt", "-o", "乙", "-f", "html", "-q", "--templates", "模板")
    pages = {path.name: path.read_bytes() for path in Path("甲").glob("*.html")}
    assert pages == {path.name: path.read_bytes() for path in Path("乙").glob("*.html")}
    assert len(pages) == 2


def test_a_broken_template_ends_the_run_before_a_report_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("模板").mkdir()
    Path("模板/letter.txt.j2").write_text("甲\n{% nix %}\n", encoding="utf-8")
    result = run("score", "没有这份报告.txt", "--templates", "模板")
    assert result.exit_code == 2
    assert result.stderr == (
        "模板/letter.txt.j2:2：没有叫“nix”的标签，请检查拼写和前后标签是否成对。\n"
    )
