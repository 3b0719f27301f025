"""Questions to a folder of results, and the proof that it is what the run wrote."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import Result

from tests.acceptance.conftest import REPORT

Run = Callable[..., Result]


@pytest.fixture
def results(folder: Path, run: Run) -> Path:
    """Three years of one town, one of another that says less, and a file that is broken."""
    for year in (2021, 2022):
        text = REPORT.replace("2024", str(year + 1)).replace("2023", str(year))
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    short = REPORT.replace("青禾镇", "白石镇").replace("一是为每个村配齐调解员；二是", "一是")
    (folder / "白石.txt").write_text(short.replace("全年主持", "主持"), encoding="utf-8")
    (folder / "坏.txt").write_bytes(b"")
    run("score", folder.name, "-o", "结果", "-f", "html", "-q")
    return folder.parent / "结果"


def ask(run: Run, *args: str | Path) -> list[dict[str, str]]:
    result = run("query", *args, "-f", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    return list(csv.DictReader(StringIO(result.stdout.removeprefix("\ufeff"))))


def _change(results: Path, statement: str) -> None:
    with closing(sqlite3.connect(results / "results.sqlite")) as store:
        store.execute(statement)
        store.commit()


def test_the_ranking_is_by_year_and_by_interval(results: Path, run: Run) -> None:
    rows = ask(run, results, "排名")
    assert [row["年度"] for row in rows] == ["2023", "2023", "2022", "2021"]
    assert rows[0]["单位"] == "青禾镇"
    assert [row["名次"] for row in rows] == ["1", "2", "1", "1"]


def test_reports_whose_intervals_overlap_share_their_places(results: Path, run: Run) -> None:
    _change(results, "UPDATE reports SET low = 10, high = 99 WHERE town = '白石镇'")
    rows = ask(run, results, "排名")
    assert [row["名次"] for row in rows if row["年度"] == "2023"] == ["1–2", "1–2"]


def test_what_is_missed_most_is_counted_among_those_judged(results: Path, run: Run) -> None:
    rows = ask(run, results, "缺失")
    counts = [int(row["缺失"]) for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert all(int(row["缺失"]) <= int(row["可判定"]) == 4 for row in rows)


def test_one_town_over_the_years(results: Path, run: Run) -> None:
    rows = ask(run, results, "历年", "--town", "青禾")
    assert [row["年度"] for row in rows] == ["2021", "2022", "2023"]
    first, second, third = (float(row["总分下限"]) for row in rows)
    assert [row["比上次"] for row in rows] == ["", f"{second - first:g}", f"{third - second:g}"]


def test_no_difference_is_told_of_a_total_that_is_not_certain(results: Path, run: Run) -> None:
    _change(results, "UPDATE reports SET low = 10 WHERE year = 2022")
    rows = ask(run, results, "历年", "--town", "青禾")
    assert [row["比上次"] for row in rows] == ["", "", ""]


def test_no_difference_is_told_between_two_reports_of_one_year(results: Path, run: Run) -> None:
    _change(results, "UPDATE reports SET year = 2022 WHERE town = '青禾镇' AND year = 2023")
    rows = ask(run, results, "历年", "--town", "青禾")
    assert [row["比上次"] for row in rows] == ["", "", ""]


def test_no_difference_is_told_between_two_bodies_unknown(results: Path, run: Run) -> None:
    unknown = "town = NULL, issuer = NULL, province = NULL, city = NULL, county = NULL"
    _change(results, f"UPDATE reports SET {unknown}")
    assert {row["比上次"] for row in ask(run, results, "历年")} == {""}


def test_a_table_of_one_town_holds_nothing_of_another(results: Path, run: Run) -> None:
    assert len(ask(run, results, "criteria", "--town", "白石镇")) == 29
    assert {row["town"] for row in ask(run, results, "reports", "--town", "白石镇")} == {"白石镇"}


@pytest.mark.parametrize("words", ["未评分", "runs", "SELECT * FROM reports"])
def test_what_cannot_be_narrowed_to_a_town_is_refused(results: Path, run: Run, words: str) -> None:
    result = run("query", results, words, "--town", "白石镇")
    assert result.exit_code == 2
    assert "不能用 --town" in result.stderr


def test_all_tables_are_not_exported_for_one_town(results: Path, run: Run) -> None:
    result = run("query", results, "--town", "白石镇", "-f", "parquet", "-o", "分析")
    assert result.exit_code == 2
    assert not Path("分析").exists()


def test_files_without_a_scorecard_are_told(results: Path, run: Run) -> None:
    (row,) = ask(run, results, "未评分")
    assert (row["文件"], row["情形"]) == ("报告/坏.txt", "无法读取")


def test_findings_are_counted_by_kind(results: Path, run: Run) -> None:
    assert all(int(row["涉及报告"]) <= int(row["处数"]) for row in ask(run, results, "问题"))


def test_plain_sql_works_and_changes_nothing(results: Path, run: Run) -> None:
    (row,) = ask(run, results, "SELECT count(*) AS n FROM criteria")
    assert row["n"] == str(4 * 29)
    result = run("query", results, "WITH a AS (SELECT 1) DELETE FROM reports")
    assert result.exit_code == 2
    assert "查询语句写得不对" in result.stderr
    assert len(ask(run, results, "reports")) == 4


def test_a_table_on_the_screen_and_json(results: Path, run: Run) -> None:
    assert "青禾镇" in run("query", results, "排名").stdout
    rows = json.loads(run("query", results, "reports", "-f", "json").stdout)
    assert {row["town"] for row in rows} == {"青禾镇", "白石镇"}
    assert json.loads(run("query", results, "SELECT 1 WHERE 0", "-f", "json").stdout) == []


def test_without_a_question_the_questions_are_listed(results: Path, run: Run) -> None:
    assert run("query", results).stdout.split() == ["排名", "缺失", "问题", "历年", "未评分"]


@pytest.mark.parametrize("words", ["最好", "SELECT x"])
def test_what_cannot_be_asked_is_said(results: Path, run: Run, words: str) -> None:
    assert run("query", results, words).exit_code == 2


def test_a_folder_without_a_store_is_told(tmp_path: Path, run: Run) -> None:
    result = run("query", tmp_path, "排名")
    assert result.exit_code == 2
    assert "没有 results.sqlite" in result.stderr
    (tmp_path / "results.sqlite").write_bytes(b"x" * 999)
    assert "不是结果库" in run("query", tmp_path, "排名").stderr


def test_every_table_becomes_a_parquet_file(results: Path, run: Run) -> None:
    polars = pytest.importorskip("polars")
    assert run("query", results, "-f", "parquet", "-o", "分析").exit_code == 0
    table = polars.read_parquet("分析/criteria.parquet")
    assert (table.height, table["points"].dtype) == (4 * 29, polars.Float64)
    assert run("query", results, "排名", "-f", "parquet", "-o", "分析").exit_code == 0
    assert Path("分析/排名.parquet").exists()


def test_parquet_without_its_extra_is_one_line(
    results: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorer.store.parquet.find_spec", lambda _name: None)
    result = run("query", results, "-f", "parquet", "-o", "分析")
    assert result.exit_code == 2
    assert 'pip install "scorer[analytics]"' in result.stderr
    assert "请用 -o 目录" in run("query", results, "-f", "parquet").stderr


def test_a_folder_as_it_was_written_is_proved(results: Path, run: Run) -> None:
    result = run("verify", results)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "核对相符：报告5个，结果5个" in result.stderr


def test_every_change_is_named(results: Path, run: Run) -> None:
    (results / "青禾镇-2021.html").write_text("好", encoding="utf-8")
    (results / "index.html").unlink()
    Path("报告/好.txt").write_text(REPORT + "。", encoding="utf-8")
    Path("报告/2021.txt").unlink()
    with closing(sqlite3.connect(results / "results.sqlite")) as store:
        store.execute("UPDATE reports SET low = 100")
        store.commit()
    result = run("verify", results)
    assert result.exit_code == 1
    assert sorted(result.stdout.splitlines()) == sorted(
        [
            "报告找不到：报告/2021.txt",
            "报告有改动：报告/好.txt",
            "结果找不到：index.html",
            "结果有改动：青禾镇-2021.html",
            "结果有改动：results.sqlite",
        ]
    )


@pytest.mark.parametrize("change", ["UPDATE runs SET complete = 0", "DELETE FROM unscored"])
def test_a_change_of_any_table_is_found(results: Path, run: Run, change: str) -> None:
    with closing(sqlite3.connect(results / "results.sqlite")) as store:
        store.execute(change)
        store.commit()
    assert run("verify", results).stdout == "结果有改动：results.sqlite\n"


def test_reports_that_lie_elsewhere_are_found_there(
    results: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")
    elsewhere = run("verify", results)
    assert elsewhere.exit_code == 1
    assert elsewhere.stdout.startswith("报告一份也找不到：名称从当前目录算起")
    assert "--reports" in elsewhere.stdout
    assert len(elsewhere.stdout.splitlines()) == 1
    assert run("verify", results, "--reports", "..").exit_code == 0
    assert run("verify", results, "--reports", Path("..", "报告")).exit_code == 0
    assert run("verify", results, "--reports", results).exit_code == 1


def test_standard_input_is_a_note(folder: Path, run: Run) -> None:
    report = folder / "好.txt"
    run("score", "-", report, "-o", "结果", "-f", "jsonl", stdin=REPORT.encode())
    result = run("verify", "结果", "--reports", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "标准输入.txt 是从标准输入读入的" in result.stderr
    report.unlink()
    assert run("verify", "结果", "--reports", folder).exit_code == 1


def test_another_rubric_is_a_note(results: Path, run: Run) -> None:
    receipt = results / "run.json"
    text = receipt.read_text("utf-8")
    told = json.loads(text)["rubric"]["sha256"]
    receipt.write_text(text.replace(told, "0" * 64), encoding="utf-8")
    result = run("verify", results)
    assert result.exit_code == 0
    assert "评分标准不是当时的（township" in result.stderr


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "run/0"}'])
def test_a_folder_without_a_receipt_cannot_be_proved(tmp_path: Path, run: Run, text: str) -> None:
    if text:
        (tmp_path / "run.json").write_text(text, encoding="utf-8")
    assert run("verify", tmp_path).exit_code == 2
