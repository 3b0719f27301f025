"""Each extra that is not installed is told in one line that names its command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer.doctor import sample
from scorer.readers import ocr
from scorer.register import sheets

Run = Callable[..., Result]

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def read_alone(run: Run, name: str, data: bytes) -> str:
    Path(name).write_bytes(data)
    result = run("score", name, "--limit-seconds", "60", "-f", "json")
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    return line


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A patched import counts only in this process."""
    monkeypatch.setattr("scorer.batch.intake.is_light", lambda _data: True)


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(
    ("name", "data", "module"),
    [
        ("a.rtf", sample.make_rtf(), "striprtf.striprtf"),
        ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(60), "rarfile"),
    ],
)
def test_an_office_format(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, module: str
) -> None:
    monkeypatch.delitem(sys.modules, "scorer.readers.rar", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    assert 'pip install "scorer[office]"' in read_alone(run, name, data)


@pytest.mark.usefixtures("in_process")
def test_a_picture(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    line = read_alone(run, "a.png", sample.write_png([b"\xff" * 9] * 9))
    assert 'pip install "scorer[ocr]"' in line


def test_an_old_register(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "find_spec", lambda _name: None)
    Path("a.txt").write_bytes(sample.make_text())
    Path("a.xls").write_bytes(OLE)
    result = run("score", "a.txt", "--register", "a.xls")
    assert result.exit_code == 2
    assert 'pip install "scorer[office]"' in result.stderr
