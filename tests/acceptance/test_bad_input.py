from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer import resources

Run = Callable[..., Result]

HUGE = 200 * 1024 * 1024
PLAN = (
    "青禾镇普法工作实施方案\n\n为进一步做好普法工作，制定本方案。\n一、实施步骤\n动员部署阶段。\n"
)


def assert_wrong_usage(result: Result, *words: str) -> None:
    """Exit code 2, nothing scored, one Chinese message that holds the words."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert re.search("[一-鿿]", result.stderr)
    for word in words:
        assert word in result.stderr


def read_json(result: Result) -> dict[str, list[dict[str, str]]]:
    assert "Traceback" not in result.stderr
    document: dict[str, list[dict[str, str]]] = json.loads(result.stdout)
    return document


def test_a_path_that_is_not_there_stops_the_run(run: Run, folder: Path) -> None:
    result = run("score", folder / "好.txt", "没有.txt")
    assert_wrong_usage(result, "没有.txt：没有这个文件或目录，请检查路径。")


def test_a_path_that_no_system_takes_is_answered_alike(run: Run, folder: Path) -> None:
    assert_wrong_usage(run("score", "长" * 5000), "没有这个文件或目录")
    assert_wrong_usage(run("score", folder / "好.txt" / "里面"), "没有这个文件或目录")


def test_a_folder_without_reports_stops_the_run(run: Run, folder: Path) -> None:
    empty = folder.parent / "空"
    empty.mkdir()
    (empty / "名册.xlsx").write_bytes(b"PK")
    assert_wrong_usage(run("score", folder, "空"), "空：目录里没有可以读取的报告")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.txt", b"", "空"),
        ("白.txt", "  \n　\n".encode(), ""),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, ""),
        ("乱.txt", bytes(range(256)) * 64, ""),
        ("旧.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "Word"),
        ("新.txt", b"PK\x03\x04" + b"word/document.xml" + bytes(64), "Word"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_scored(
    run: Run, folder: Path, name: str, content: bytes, words: str
) -> None:
    (folder / name).write_bytes(content)
    result = run("score", "报告", "-f", "json")
    assert result.exit_code == 3
    document = read_json(result)
    assert [card["report"]["file"] for card in document["scorecards"]] == ["报告/好.txt"]
    assert [error["file"] for error in document["errors"]] == [f"报告/{name}"]
    assert words in document["errors"][0]["reason"]
    assert f"报告/{name}" in result.stderr


def test_each_report_of_an_archive_is_scored_and_what_is_wrong_in_it_is_told(
    run: Run, folder: Path
) -> None:
    with zipfile.ZipFile(folder / "包.zip", "w") as archive:
        archive.writestr("空.txt", b"")
        archive.write(folder / "好.txt", "城关/好.txt")
    result = run("score", "报告", "-f", "json")
    assert result.exit_code == 3
    document = read_json(result)
    scored = [card["report"]["file"] for card in document["scorecards"]]
    assert scored == ["报告/包.zip/城关/好.txt", "报告/好.txt"]
    assert [error["file"] for error in document["errors"]] == ["报告/包.zip/空.txt"]


def test_convert_prints_each_report_of_an_archive(run: Run, folder: Path) -> None:
    with zipfile.ZipFile(folder / "包.zip", "w") as archive:
        archive.write(folder / "好.txt", "甲.txt")
        archive.write(folder / "好.txt", "乙.txt")
    result = run("convert", folder / "包.zip")
    assert result.exit_code == 0
    assert result.stdout.startswith("==> 包.zip/甲.txt <==\n青禾镇")
    assert "==> 包.zip/乙.txt <==\n青禾镇" in result.stdout


def test_a_file_of_200_mb_is_refused_without_reading_it_whole(run: Run, folder: Path) -> None:
    with (folder / "大.txt").open("wb") as file:
        file.truncate(HUGE)
    result = run("score", "报告", "-f", "json")
    assert result.exit_code == 3
    document = read_json(result)
    assert [error["file"] for error in document["errors"]] == ["报告/大.txt"]
    assert "MB" in document["errors"][0]["reason"]
    assert len(document["scorecards"]) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told_and_the_others_are_scored(
    run: Run, folder: Path
) -> None:
    secret = folder / "锁.txt"
    secret.write_text("锁", encoding="utf-8")
    secret.chmod(0)
    result = run("score", "报告", "-f", "json")
    assert result.exit_code == 3
    assert [error["file"] for error in read_json(result)["errors"]] == ["报告/锁.txt"]


def test_another_kind_of_document_is_refused_with_its_name_and_reason(
    run: Run, folder: Path
) -> None:
    (folder / "方案.txt").write_text(PLAN, encoding="utf-8")
    result = run("score", "报告", "-f", "json")
    assert result.exit_code == 3
    (refusal,) = read_json(result)["refused"]
    assert (refusal["file"], refusal["document_type"]) == ("报告/方案.txt", "实施方案")
    assert refusal["reason"]


def test_empty_standard_input_is_told_under_the_name_it_was_given(run: Run) -> None:
    result = run("score", "-", "--stdin-filename", "来信.txt", "-f", "json")
    assert result.exit_code == 3
    assert [error["file"] for error in read_json(result)["errors"]] == ["来信.txt"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("id: [township\n", r"坏\.yaml:\d+:\d+"),
        ("schema: rubric/1\nschema: rubric/1\n", r"坏\.yaml:2:1"),
        ("schema: rubric/1\nparts: 3\n", r"坏\.yaml:\d+:\d+"),
        ("schema: rubric/99\nid: x\n", r"坏\.yaml:1:\d+"),
        ("- 只有一项\n", r"坏\.yaml:1:1"),
        ("", r"坏\.yaml:1:1"),
    ],
)
@pytest.mark.parametrize("command", ["score 报告 -r", "rubric check", "rubric test", "rubric show"])
def test_a_broken_rubric_is_told_with_its_place(
    run: Run, folder: Path, command: str, content: str, place: str
) -> None:
    (folder.parent / "坏.yaml").write_text(content, encoding="utf-8")
    result = run(*command.split(), "坏.yaml")
    assert_wrong_usage(result)
    assert re.search(place, result.stderr)


def test_a_rubric_of_a_later_engine_is_told_so(run: Run, folder: Path) -> None:
    shipped = (resources.rubrics_folder() / "township.yaml").read_text("utf-8")
    later = re.sub(r"(?m)^schema: rubric/1$", "schema: rubric/2", shipped)
    (folder.parent / "新.yaml").write_text(later, encoding="utf-8")
    assert_wrong_usage(run("score", "报告", "-r", "新.yaml"), "新.yaml:", "rubric/2")


def test_a_rubric_that_is_not_there_is_told(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert_wrong_usage(run("score", "报告", "-r", "没有.yaml"), "没有.yaml")


def test_html_without_a_folder_to_write_to_is_wrong_usage(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert_wrong_usage(run("score", "报告", "-f", "html"), "请用 -o")


def test_an_output_folder_that_is_a_file_is_wrong_usage(run: Run, folder: Path) -> None:
    result = run("score", "报告", "-o", folder / "好.txt")
    assert_wrong_usage(result, "无法建立这个输出目录")


def test_gold_that_is_not_there_or_broken_is_wrong_usage(run: Run, folder: Path) -> None:
    assert_wrong_usage(run("evaluate", "没有"), "没有这个标注目录")
    (folder / "好.json").write_text("{", encoding="utf-8")
    assert_wrong_usage(run("evaluate", "报告"), "好.json:1:2")


def test_an_id_that_nobody_knows_gets_a_suggestion(run: Run) -> None:
    assert_wrong_usage(run("explain", "systems.reviw"), "是否想写 systems.review")
    assert_wrong_usage(run("explain", "qqqq"), "请用 scorer explain 列出全部编号")


def test_convert_tells_what_it_cannot_read_and_goes_on(run: Run, folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    result = run("convert", folder / "空.txt", folder / "好.txt")
    assert result.exit_code == 3
    assert "空.txt" in result.stderr
    assert "青禾镇2023年" in result.stdout
