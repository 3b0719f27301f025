from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

TESTS = Path(__file__).parents[1]
EXAMPLES = TESTS.parent / "examples"
#: The shipped rubric's exemplars are tried in tests/unit/scoring; here the command is what counts.
SMALL_RUBRIC = TESTS / "cases" / "rubric" / "valid" / "small.yaml"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Two labelled examples, in a folder of their own."""
    for name in ("xiling-zhen", "zhugaoxu-zhen"):
        shutil.copytree(EXAMPLES / name, tmp_path / "标注" / name)
    return tmp_path / "标注"


def test_convert_prints_the_text_verbatim_and_its_summary_aside(run: Run, folder: Path) -> None:
    data = "\r\n".join((folder / "好.txt").read_text("utf-8").splitlines()).encode("gb18030")
    (folder / "旧.txt").write_bytes(data)
    result = run("convert", "报告/旧.txt")
    assert result.exit_code == 0
    assert result.stdout_bytes == data.decode("gb18030").encode()
    assert result.stderr.startswith("报告/旧.txt：1份报告，")


def test_convert_puts_a_line_between_several_files(run: Run, folder: Path) -> None:
    (folder / "乙.txt").write_bytes((folder / "好.txt").read_bytes())
    result = run("convert", "报告")
    assert result.stdout.count("==> 报告/") == 2


def test_quotes_stand_where_convert_prints_them(run: Run, folder: Path) -> None:
    text = run("convert", folder / "好.txt").stdout
    (card,) = json.loads(run("score", folder, "-f", "json").stdout)["scorecards"]
    quotes = [q for part in card["parts"] for c in part["criteria"] for q in c["quotes"]]
    assert quotes
    for quote in quotes:
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_the_outline_shows_facts_headings_and_what_was_taken_out(run: Run, folder: Path) -> None:
    page = "您当前的位置：首页 > 政务公开\n" + (folder / "好.txt").read_text("utf-8")
    (folder / "好.txt").write_text(page, encoding="utf-8")
    result = run("convert", "--outline", "报告/好.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "单位：" in result.stdout
    assert "青禾镇人民政府" in result.stdout
    assert "一、2023年主要举措和成效（1级，第4行）" in result.stdout
    assert "面包屑" in result.stdout


def test_convert_reads_standard_input(run: Run, folder: Path) -> None:
    data = (folder / "好.txt").read_bytes()
    result = run("convert", "-", stdin=data)
    assert result.stdout_bytes == data


def test_the_shipped_rubric_is_sound_and_is_shown(run: Run) -> None:
    check = run("rubric", "check")
    assert (check.exit_code, check.stderr) == (0, "")
    assert "29 项指标" in check.stdout
    shown = run("rubric", "show")
    assert shown.exit_code == 0
    assert "第一责任人" in shown.stdout


def test_trying_a_rubric_tells_each_exemplar_that_fails_and_counts_them(run: Run) -> None:
    result = run("rubric", "test", SMALL_RUBRIC)
    told = result.stderr.splitlines()
    assert result.stdout.endswith(f"{len(told)} 个不符。\n")
    assert result.exit_code == (1 if told else 0)


def test_an_exemplar_that_does_not_earn_its_level_is_told_with_its_line(
    run: Run, folder: Path
) -> None:
    place = shutil.copytree(SMALL_RUBRIC.parent, folder.parent / "标准") / SMALL_RUBRIC.name
    lines = place.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if "全年修建道路3公里。" in line)
    lines[number] = lines[number].replace("全年修建道路3公里。", "镇里认真组织学法。")
    place.write_text("\n".join(lines), encoding="utf-8")
    result = run("rubric", "test", place)
    assert result.exit_code == 1
    assert f"small.yaml:{number + 1}：" in result.stderr
    assert "评为" in result.stderr


def test_explain_lists_everything_and_explains_any_of_it(run: Run) -> None:
    listed = run("explain")
    assert listed.exit_code == 0
    ids = [line.split()[0] for line in listed.stdout.splitlines() if line.startswith("  ")]
    assert len(ids) > 29
    for name in ("systems.review", ids[-1]):
        told = run("explain", name)
        assert (told.exit_code, told.stderr) == (0, "")
        assert name in told.stdout


def test_explain_names_the_words_that_spoke_for_an_example(run: Run) -> None:
    heading = "例文中凭用词相近认定的原文（依据词权表）"
    told = run("explain", "systems.review").stdout
    assert "相近的用词：“" in told[told.index(heading) :]
    assert heading not in run("explain", "form.title").stdout


def test_evaluate_prints_agreement_and_lists_differences_when_asked(
    run: Run, labelled: Path
) -> None:
    plain = run("evaluate", labelled)
    assert plain.exit_code == 0
    assert plain.stdout.startswith("2 份报告，")
    for words in ("一致率", "二次加权κ", "宏F1", "查准率", "查全率", "单位"):
        assert words in plain.stdout
    assert run("evaluate", labelled, "--differences").stdout.startswith(plain.stdout)


def test_evaluate_gives_the_same_figures_as_json(run: Run, labelled: Path) -> None:
    figures = json.loads(run("evaluate", labelled, "-f", "json").stdout)
    assert figures["reports"] == 2
    assert figures["unscored"] == []
    assert 0 <= figures["overall"]["exact"] <= 1


def test_evaluate_tells_a_labelled_file_that_cannot_be_read(run: Run, folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    labels = {"id": "空", "items": {"form.title": {"label": "missing"}}}
    (folder / "空.json").write_text(json.dumps(labels), encoding="utf-8")
    result = run("evaluate", "报告")
    assert result.exit_code == 3
    assert "无法读取" in result.stderr
    assert "没有评分结果（全部按缺失计）：空" in result.stdout


SHARED = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports lie outside the checkout")
def test_every_shared_label_file_finds_its_report(run: Run) -> None:
    figures = json.loads(run("evaluate", SHARED, "-f", "json").stdout)
    assert figures["unscored"] == []
