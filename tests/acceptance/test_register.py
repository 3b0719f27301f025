from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]

REGISTER = "乡镇,联系人\n青禾镇人民政府,甲\n白石镇,乙\n"


def write_register(folder: Path, text: str = REGISTER) -> Path:
    path = folder.parent / "名册.csv"
    path.write_text(text, encoding="gb18030")
    return path


def test_who_has_not_submitted_is_in_every_output(run: Run, folder: Path, tmp_path: Path) -> None:
    register = write_register(folder)
    result = run("score", folder, "--register", register, "-o", tmp_path / "结果")
    assert result.exit_code == 0
    assert "应报送2个单位：已报送1个，未报送1个，待核对0个。" in result.stdout
    document = json.loads((tmp_path / "结果" / "scorecards.json").read_text("utf-8"))
    assert document["not_submitted"] == ["白石镇"]
    assert document["roll_call"]["register"] == "名册.csv"
    index = (tmp_path / "结果" / "index.html").read_text("utf-8")
    assert "<bdi>白石镇</bdi>" in index


def test_a_bad_register_ends_the_run_before_anything_is_written(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    register = write_register(folder, "县,联系人\n云台县,甲\n")
    result = run("score", folder, "--register", register, "-o", tmp_path / "结果")
    assert result.exit_code == 2
    assert result.stderr == (
        f"错误：{register}：前10行没有找到“乡镇”“街道”“单位”之类的列名，"
        "请在第一行写上列名，如“县区”“乡镇”。\n"
    )
    assert not (tmp_path / "结果").exists()


def test_a_town_does_not_read_who_has_not_submitted(run: Run, folder: Path, tmp_path: Path) -> None:
    register = write_register(folder)
    result = run("score", folder, "--register", register, "--for", "town", "-o", tmp_path / "结果")
    assert result.exit_code == 0
    assert "白石镇" not in result.stdout
    assert "白石镇" not in (tmp_path / "结果" / "index.html").read_text("utf-8")
