"""Many files: in several processes, gone on with after an end, proved afterwards."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer import pipeline
from scorer.render import dashboard
from tests.acceptance.conftest import REPORT
from tests.makers.archives import write_zip
from tests.makers.ofd import write_ofd

Run = Callable[..., Result]
FORMATS = ("-f", "json", "-f", "jsonl", "-f", "html", "-f", "terminal", "-f", "xlsx")
#: Tables that answer questions; `kept` is for going on.
TABLES = ("runs", "reports", "criteria", "findings", "unscored", "inputs", "outputs", "kept")


@pytest.fixture
def reports(folder: Path) -> Path:
    """Twelve towns, two of one name, another document, a broken file, an archive and an OFD."""
    for number in range(12):
        text = REPORT.replace("青禾镇", f"第{number // 2}禾镇").replace("46", str(50 + number))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "坏.txt").write_bytes(b"")
    (folder / "包.zip").write_bytes(write_zip({"甲.txt": REPORT.encode(), "乙.txt": b""}))
    (folder / "石桥镇.ofd").write_bytes(write_ofd())
    return folder


def read_all(output: Path) -> dict[str, object]:
    """Every file, and of the store every row."""
    files: dict[str, object] = {
        path.name: path.read_bytes() for path in output.iterdir() if path.suffix != ".sqlite"
    }
    with sqlite3.connect(output / "results.sqlite") as store:
        for table in TABLES:
            files[table] = sorted(map(repr, store.execute(f"SELECT * FROM {table}")))
    store.close()
    return files


def test_several_processes_give_what_one_gives(reports: Path, run: Run) -> None:
    one = run("score", reports.name, "-o", "一", "--jobs", "1", *FORMATS)
    two = run("score", reports.name, "-o", "二", "--jobs", "2", *FORMATS)
    assert one.exit_code == two.exit_code == 3
    assert one.stdout == two.stdout
    assert read_all(Path("一")) == read_all(Path("二"))


def test_a_second_run_does_nothing_where_nothing_changed(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("score", folder.name, "-o", "结果", *FORMATS)
    before = read_all(Path("结果"))
    monkeypatch.setattr(pipeline, "score_member", _fail)
    second = run("score", folder.name, "-o", "结果", *FORMATS, "--resume")
    assert second.exit_code == 0
    assert "1 个文件都没有变化" in second.stderr
    assert read_all(Path("结果")) == before


def test_what_changed_is_done_again_and_the_rest_is_not(
    reports: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("score", reports.name, "-o", "结果", *FORMATS)
    (reports / "00.txt").unlink()
    (reports / "03.txt").write_text(REPORT.replace("18份", "28份"), encoding="utf-8")
    scored: list[str] = []
    original = pipeline.score_member
    monkeypatch.setattr(
        pipeline, "score_member", lambda m, r: scored.append(m.name) or original(m, r)
    )
    run("score", reports.name, "-o", "结果", *FORMATS, "--resume")
    # What could not be read is tried again too; the OFD and the archive go to a process.
    assert scored == [f"{reports.name}/03.txt", f"{reports.name}/坏.txt"]
    monkeypatch.undo()
    os.chdir(reports.parent)
    run("score", reports.name, "-o", "新", *FORMATS)
    assert read_all(Path("结果")) == read_all(Path("新"))


def test_pages_of_the_index_that_are_no_longer_needed_are_taken_away(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dashboard, "_LINES", 1)
    another = REPORT.replace("青禾镇", "白石镇")
    (folder / "另.txt").write_text(another, encoding="utf-8")
    run("score", folder.name, "-o", "结果", "-f", "html")
    assert {"index.html", "index.2.html"} < set(read_all(Path("结果")))
    (folder / "另.txt").unlink()
    run("score", folder.name, "-o", "结果", "-f", "html", "--resume")
    assert "index.2.html" not in read_all(Path("结果"))
    assert run("verify", "结果").exit_code == 0


def test_what_was_made_of_a_withdrawn_report_is_taken_away_in_the_formats_of_the_run(
    folder: Path, run: Run
) -> None:
    (folder / "另.txt").write_text(REPORT.replace("青禾镇", "白石镇"), encoding="utf-8")
    run("score", folder.name, "-o", "结果", "-f", "html", "-f", "letter")
    Path("结果/白石镇-说明.docx").write_bytes(b"not ours")
    (folder / "另.txt").unlink()
    run("score", folder.name, "-o", "结果", "-f", "letter", "--resume")
    assert _find("白石镇") == ["白石镇-2023.html", "白石镇-说明.docx"]
    assert run("verify", "结果").exit_code == 0
    run("score", folder.name, "-o", "结果", "-f", "html", "--resume")
    assert _find("白石镇") == ["白石镇-说明.docx"]
    assert len(_find("青禾镇")) == 2


def test_what_somebody_changed_is_never_taken_away(folder: Path, run: Run) -> None:
    (folder / "另.txt").write_text(REPORT.replace("青禾镇", "白石镇"), encoding="utf-8")
    run("score", folder.name, "-o", "结果", "-f", "html")
    Path("结果/白石镇-2023.html").write_text("批注", encoding="utf-8")
    (folder / "另.txt").unlink()
    run("score", folder.name, "-o", "结果", "-f", "html", "--resume")
    assert _find("白石镇") == ["白石镇-2023.html"]


def test_what_is_left_over_is_remembered_over_a_run_that_broke_off(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "另.txt").write_text(REPORT.replace("青禾镇", "白石镇"), encoding="utf-8")
    run("score", folder.name, "-o", "结果", "-f", "html")
    (folder / "另.txt").unlink()
    (folder / "新.txt").write_text(REPORT, encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(pipeline, "score_member", _fail)
        assert run("score", folder.name, "-o", "结果", "-f", "html", "--resume").exit_code == 1
    assert _find("白石镇")
    run("score", folder.name, "-o", "结果", "-f", "html", "--resume")
    assert not _find("白石镇")


def test_a_run_that_does_not_go_on_takes_nothing_away(folder: Path, run: Run) -> None:
    run("score", folder.name, "-o", "结果", "-f", "letter")
    (folder / "好.txt").write_text(REPORT.replace("青禾镇", "白石镇"), encoding="utf-8")
    run("score", folder.name, "-o", "结果", "-f", "letter")
    assert len(_find("青禾镇")) == len(_find("白石镇")) == 1


def test_other_templates_give_other_pages_from_kept_results(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("score", folder.name, "-o", "结果", "-f", "html")
    Path("模板").mkdir()
    Path("模板/scorecard.html.j2").write_text("<p>{{ card.total }}</p>\n", encoding="utf-8")
    monkeypatch.setattr(pipeline, "score_member", _fail)
    run("score", folder.name, "-o", "结果", "-f", "html", "--templates", "模板", "--resume")
    assert Path("结果/青禾镇-2023.html").read_text("utf-8").startswith("<p>")


def test_a_page_that_someone_changed_is_made_again(folder: Path, run: Run) -> None:
    run("score", folder.name, "-o", "结果", "-f", "html")
    page = Path("结果/青禾镇-2023.html")
    good = page.read_bytes()
    page.write_bytes(good + b"\n")
    run("score", folder.name, "-o", "结果", "-f", "html", "--resume")
    assert page.read_bytes() == good


def test_a_store_of_nobody_is_no_hindrance(folder: Path, run: Run) -> None:
    Path("结果").mkdir()
    Path("结果/results.sqlite").write_bytes(b"no database at all, but long enough" * 99)
    Path("结果/run.json").write_text("[]", encoding="utf-8")
    assert run("score", folder.name, "-o", "结果", "--resume").exit_code == 0
    assert json.loads(Path("结果/run.json").read_bytes())["counts"]["reports"] == 1


def test_a_damaged_store_is_one_line_that_says_how_to_begin_anew(folder: Path, run: Run) -> None:
    run("score", folder.name, "-o", "结果")
    (folder / "另.txt").write_text(REPORT, encoding="utf-8")
    store = Path("结果/results.sqlite")
    store.write_bytes(store.read_bytes()[:4096] + b"x" * 999_999)
    result = run("score", folder.name, "-o", "结果", "--resume", "-q")
    assert result.exit_code == 2
    assert result.stderr.strip() == f"错误：{store}：已经损坏，请去掉 --resume 重新评分。"
    assert run("score", folder.name, "-o", "结果", "-q").exit_code == 0


def test_a_kept_scorecard_that_is_damaged_is_made_again(folder: Path, run: Run) -> None:
    run("score", folder.name, "-o", "结果", "-f", "jsonl")
    before = read_all(Path("结果"))
    with sqlite3.connect("结果/results.sqlite") as store:
        store.execute("UPDATE kept SET data = substr(data, 1, 900)")
    store.close()
    Path("结果/run.json").unlink()
    assert run("score", folder.name, "-o", "结果", "-f", "jsonl", "--resume").exit_code == 0
    assert read_all(Path("结果")) == before


def test_a_receipt_that_cannot_be_removed_is_one_line(folder: Path, run: Run) -> None:
    Path("结果/run.json").mkdir(parents=True)
    result = run("score", folder.name, "-o", "结果", "-q")
    assert result.exit_code == 2
    assert result.stderr.startswith("错误：结果/run.json：无法删去")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("name", ["scorecards.json", "scorecards.jsonl", "index.html", "run.json"])
def test_a_full_disk_is_one_line_and_leaves_no_draft(folder: Path, run: Run, name: str) -> None:
    Path("结果").mkdir()
    draft = Path(f"结果/.{name}.tmp")
    draft.symlink_to("/dev/full")
    formats = ("-f", "json", "-f", "jsonl", "-f", "html")
    result = run("score", folder.name, "-o", "结果", *formats, "-q")
    assert result.exit_code == 2
    assert result.stderr.strip().startswith(
        f"错误：结果/{name}：无法写入，请检查目录权限和剩余空间"
    )
    assert not draft.is_symlink()


def test_going_on_needs_a_folder(folder: Path, run: Run) -> None:
    result = run("score", folder.name, "--resume")
    assert result.exit_code == 2
    assert "请用 -o 目录" in result.stderr


def test_the_receipt_names_no_place_of_the_machine(folder: Path, run: Run) -> None:
    run("score", folder, "-o", "结果")
    text = Path("结果/run.json").read_text("utf-8")
    assert str(folder.parent) not in text
    assert [each["file"] for each in json.loads(text)["inputs"]] == ["报告/好.txt"]


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupted_run_keeps_what_is_done_and_says_how_to_go_on(reports: Path) -> None:
    _multiply(reports, 400)
    process = _start(reports, "结果")
    _await(Path("结果"), ".html", 3)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "已停止：评完" in told
    assert "--resume" in told
    receipt = json.loads(Path("结果/run.json").read_bytes())
    assert not receipt["complete"]
    assert 0 < receipt["counts"]["files"] < 400
    lines = Path("结果/scorecards.jsonl").read_text("utf-8").splitlines()
    assert (
        sum(json.loads(line)["scorecard"] is not None for line in lines)
        == (receipt["counts"]["reports"])
    )


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_run_that_was_killed_is_gone_on_with(reports: Path, run: Run) -> None:
    _multiply(reports, 60)
    chance = random.Random(7)
    for done in sorted(chance.sample(range(1, 60), 2)):
        process = _start(reports, "结果", "--resume")
        _await(Path("结果"), ".html", done)
        process.kill()
        process.communicate()
    run("score", reports.name, "-o", "结果", "--jobs", "2", "-f", "jsonl", "-f", "html", "--resume")
    run("score", reports.name, "-o", "新", "--jobs", "2", "-f", "jsonl", "-f", "html")
    assert read_all(Path("结果")) == read_all(Path("新"))


def _find(town: str) -> list[str]:
    return sorted(path.name for path in Path("结果").iterdir() if path.name.startswith(town))


def _fail(*_: object) -> None:
    raise AssertionError("it was scored again")


def _multiply(folder: Path, count: int) -> None:
    for number in range(count):
        shutil.copy(folder / f"{number % 12:02}.txt", folder / f"份{number:03}.txt")


def _start(folder: Path, output: str, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "scorer", "score", folder.name, "-o", output, "--jobs", "2"]
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [*command, "-q", "-f", "jsonl", "-f", "html", *options],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )


def _await(output: Path, suffix: str, count: int) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        if output.is_dir() and len([p for p in output.iterdir() if p.suffix == suffix]) >= count:
            return
        time.sleep(0.01)
    raise AssertionError("nothing came")
