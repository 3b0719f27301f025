from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scorer.batch.told import ReceiptError, Told
from scorer.cli.app import app

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    given = [str(EXAMPLES / name) for name in ("xiling-zhen", "refused/xinwen.txt")]
    CliRunner().invoke(app, ["score", *given, "-o", str(tmp_path), "-f", "jsonl", "-q"])
    return tmp_path / "run.json"


def test_a_receipt_tells_line_by_line_what_it_tells_as_a_whole(receipt: Path) -> None:
    whole, told = json.loads(receipt.read_bytes()), Told(receipt.parent)
    lists = {name: list(told.files(name)) for name in ("inputs", "unscored", "outputs")}
    assert {**told.head, **lists} == whole
    assert [len(each) for each in lists.values()] == [2, 1, 1]


@pytest.mark.parametrize(
    "text", ["", "[]", "null", '{"schema": "run/2"}', '{\n  "schema": "run/1"']
)
def test_what_is_no_receipt_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, "utf-8")
    with pytest.raises(ReceiptError, match="不是本程序这一版本写的回执"):
        Told(tmp_path)


def test_a_folder_without_a_receipt_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReceiptError, match=r"没有 run\.json"):
        Told(tmp_path)


def test_a_receipt_that_breaks_off_is_refused_where_it_ends(receipt: Path) -> None:
    whole = receipt.read_text("utf-8")
    receipt.write_text(whole[: whole.index('"outputs"')], "utf-8")
    with pytest.raises(ReceiptError, match="已经损坏"):
        list(Told(receipt.parent).files("outputs"))
