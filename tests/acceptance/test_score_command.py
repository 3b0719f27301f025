from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from typer.testing import Result

from scorer.cli.formats import Reader
from scorer.render import wire
from scorer.render.audience import Audience

Run = Callable[..., Result]

#: What every folder of results holds, whatever its formats.
KEPT = ("results.sqlite", "run.json")


def read_scorecards(result: Result) -> dict[str, list[dict[str, dict[str, object]]]]:
    document: dict[str, list[dict[str, dict[str, object]]]] = json.loads(result.stdout)
    jsonschema.validate(document, wire.load_schema())
    return document


def test_without_options_the_scorecard_is_shown_on_standard_output(run: Run, folder: Path) -> None:
    result = run("score", folder / "好.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "青禾镇" in result.stdout
    assert "分值为本评分标准口径" in result.stdout


def test_json_alone_goes_to_standard_output_and_all_else_to_the_other(
    run: Run, folder: Path
) -> None:
    result = run("score", folder, "-f", "terminal", "-f", "json")
    assert result.exit_code == 0
    assert len(read_scorecards(result)["scorecards"]) == 1
    assert "青禾镇" in result.stderr


def test_files_are_named_as_given_without_a_place_on_the_machine(run: Run, folder: Path) -> None:
    (folder / "深").mkdir()
    shutil.copy(folder / "好.txt", folder / "深" / "也好.txt")
    given = read_scorecards(run("score", "报告", "-f", "json"))["scorecards"]
    assert [card["report"]["file"] for card in given] == ["报告/好.txt", "报告/深/也好.txt"]
    absolute = read_scorecards(run("score", folder / "好.txt", "-f", "json"))["scorecards"]
    assert absolute[0]["report"]["file"] == "好.txt"


def test_a_file_that_two_paths_name_is_scored_once(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    cards = read_scorecards(run("score", "报告/好.txt", "报告", "-f", "json"))["scorecards"]
    assert [card["report"]["file"] for card in cards] == ["报告/好.txt"]


def test_standard_input_is_scored_like_a_file(run: Run, folder: Path) -> None:
    data = (folder / "好.txt").read_bytes()
    piped = read_scorecards(
        run("score", "-", "--stdin-filename", "报告/好.txt", "-f", "json", stdin=data)
    )
    assert piped == read_scorecards(run("score", "报告/好.txt", "-f", "json"))


def test_with_a_folder_every_format_is_written_and_shown_only_once(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    result = run("score", "报告", "-o", "结果/一")
    assert result.exit_code == 0
    assert result.stderr == "结果已写入 结果/一\n"
    written = {path.name for path in Path("结果/一").iterdir()}
    assert written == {"青禾镇-2023.html", "index.html", "scorecards.json", "scorecards.txt", *KEPT}
    document = json.loads(Path("结果/一/scorecards.json").read_text("utf-8"))
    jsonschema.validate(document, wire.load_schema())
    assert "青禾镇" in Path("结果/一/scorecards.txt").read_text("utf-8")
    assert "青禾镇" in result.stdout


def test_the_index_links_every_page_that_is_written(run: Run, folder: Path) -> None:
    for name in ("乙.txt", "丙.txt"):
        shutil.copy(folder / "好.txt", folder / name)
    assert run("score", "报告", "-o", "结果", "-f", "html").exit_code == 0
    pages = {path.name for path in Path("结果").iterdir()} - {"index.html", *KEPT}
    index = Path("结果/index.html").read_text("utf-8")
    assert len(pages) == 3
    assert pages == {unquote(link) for link in re.findall(r'href="([^"#]+\.html)"', index)}


def test_only_the_formats_asked_for_are_written(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    result = run("score", "报告", "-o", "结果", "-f", "json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert {path.name for path in Path("结果").iterdir()} == {"scorecards.json", *KEPT}


def test_quiet_leaves_the_screen_to_errors(run: Run, folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    result = run("score", "报告", "-q", "-o", "结果")
    assert (result.exit_code, result.stdout) == (3, "")
    assert [line for line in result.stderr.splitlines() if "空.txt" not in line] == []


def test_several_reports_end_in_a_table_and_what_they_miss_most(run: Run, folder: Path) -> None:
    shutil.copy(folder / "好.txt", folder / "乙.txt")
    result = run("score", "报告")
    assert result.exit_code == 0
    assert result.stdout.count("青禾镇") >= 2
    assert "缺失最多的内容" in result.stdout


@pytest.mark.parametrize(("threshold", "code"), [("0", 0), ("100", 1)])
def test_a_report_certainly_below_the_threshold_is_answered_with_one(
    run: Run, folder: Path, threshold: str, code: int
) -> None:
    assert run("score", folder, "--fail-under", threshold).exit_code == code


def test_what_cannot_be_read_weighs_more_than_a_low_total(run: Run, folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    assert run("score", folder, "--fail-under", "100").exit_code == 3


def test_same_input_gives_same_bytes_in_any_folder_and_any_hash_order(
    folder: Path, tmp_path: Path
) -> None:
    outputs = []
    for seed in ("1", "2"):
        place = tmp_path / f"处所{seed}"
        shutil.copytree(folder, place / "报告")
        subprocess.run(
            [sys.executable, "-m", "scorer", "score", "报告", "-o", "结果", "-q"],
            cwd=place,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        outputs.append({p.name: p.read_bytes() for p in (place / "结果").iterdir()})
    assert outputs[0] == outputs[1]
    assert str(tmp_path).encode() not in b"".join(outputs[0].values())


def test_the_print_for_the_town_hides_names_and_json_does_not(run: Run, folder: Path) -> None:
    report = folder / "好.txt"
    report.write_text(
        report.read_text("utf-8") + "\n联系人：郭长海，电话：13800001234\n", encoding="utf-8"
    )
    out = folder.parent / "反馈"
    assert run("score", report, "-o", out, "--for", "town").exit_code == 0
    read = (out / "scorecards.txt").read_text("utf-8") + next(
        page.read_text("utf-8") for page in out.glob("青禾镇*.html")
    )
    assert "郭长海" not in read
    assert "13800001234" not in read
    assert run("score", report, "--for", "nobody").exit_code == 2


def test_the_readers_a_user_may_name_are_those_of_the_prints() -> None:
    assert [reader.value for reader in Reader] == [audience.value for audience in Audience]


@pytest.mark.parametrize("form", ["jsonl", "csv", "sarif", "junit", "github"])
def test_a_form_for_programs_is_the_same_on_a_pipe_and_in_a_folder(
    run: Run, folder: Path, form: str
) -> None:
    assert folder.is_dir()
    piped = run("score", "报告", "-f", form)
    assert run("score", "报告", "-f", form, "-o", "结果").exit_code == 0
    written = {path.name: path.read_bytes() for path in Path("结果").iterdir()}
    assert piped.stdout_bytes in written.values()
    assert "青禾镇" in piped.stdout


def test_two_forms_cannot_share_standard_output(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    result = run("score", "报告", "-f", "json", "-f", "csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "错误：-f json 和 -f csv 不能一起输出，请用 -o 目录 写成文件。\n"
