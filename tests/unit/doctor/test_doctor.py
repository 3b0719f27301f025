from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scorer import ingest, pipeline, resources
from scorer.cli.app import app
from scorer.doctor import (
    Ability,
    Diagnosis,
    Group,
    State,
    examination,
    examine,
    reading,
    sample,
    trial,
    writing,
)
from scorer.errors import RenderError, RubricError
from scorer.readers.formats import Format, find_format
from scorer.rubric.model import Rubric

KINDS: dict[Format, Callable[[], bytes]] = {
    Format.TEXT: sample.make_text,
    Format.HTML: sample.make_html,
    Format.DOCX: sample.make_docx,
    Format.DOC: sample.make_doc,
    Format.OFD: sample.make_ofd,
    Format.PDF: sample.make_pdf,
    Format.RTF: sample.make_rtf,
    Format.ZIP: sample.make_zip,
}
CORE = {"text", "html", "docx", "doc", "pdf", "ofd", "zip", "json", "xlsx"}


@pytest.fixture(autouse=True)
def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser, no LibreOffice and no OCR are started by these tests."""

    def fail() -> Path:
        raise RenderError("没有找到浏览器。")

    monkeypatch.delenv("SCORER_BROWSER", raising=False)
    monkeypatch.setattr(writing, "find_browser", fail)
    monkeypatch.setattr(writing, "find_soffice", lambda: None)
    monkeypatch.setattr(reading, "_see", lambda: None)


def lose(monkeypatch: pytest.MonkeyPatch, *packages: str) -> None:
    whole = trial.version

    def version(package: str) -> str:
        if package in packages:
            raise PackageNotFoundError(package)
        return whole(package) if package not in {"rapidocr", "onnxruntime"} else "1"

    monkeypatch.setattr(trial, "version", version)


def ability(found: Diagnosis, id_: str) -> Ability:
    return next(each for each in found.abilities if each.id == id_)


@pytest.mark.parametrize("form", KINDS)
def test_a_sample_is_of_its_format_and_scored_as_its_text(form: Format, township: Rubric) -> None:
    data = KINDS[form]()
    assert find_format(data) is form
    text, other = (
        pipeline.score_bytes("自检", each, township).scorecards[0]
        for each in (sample.make_text(), data)
    )
    assert [c.outcome for c in other.criteria] == [c.outcome for c in text.criteria]
    assert (other.report.issuer, other.report.year) == ("青禾镇", 2023)
    assert text.total.points > 0


def test_the_picture_is_a_picture() -> None:
    pytest.importorskip("pypdfium2")
    data = sample.write_png([bytes(4), bytes([255] * 4)])
    assert find_format(data) is Format.PICTURE
    assert find_format(sample.make_picture_page("2024")) is Format.PDF


def test_a_sound_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch)
    found = examine()
    assert found.sound
    core = [each for each in found.abilities if each.core]
    assert {each.id for each in core} >= {
        *["text", "html", "docx", "doc", "pdf", "ofd", "zip", "json", "xlsx"]
    }
    assert all(each.tried for each in core)
    assert all((each.note, each.remedy) == ("", "") for each in core)
    assert [folder.installed for folder in found.folders] == [False] * 3


@pytest.mark.parametrize(
    ("package", "id_", "remedy"),
    [
        ("rapidocr", "scan", 'pip install "scorer[ocr]"'),
        ("onnxruntime", "scan", 'pip install "scorer[ocr]"'),
        ("striprtf", "rtf", 'pip install "scorer[office]"'),
        ("rarfile", "rar", 'pip install "scorer[office]"'),
        ("python-calamine", "xls", 'pip install "scorer[office]"'),
    ],
)
def test_a_missing_extra_names_its_command(
    monkeypatch: pytest.MonkeyPatch, package: str, id_: str, remedy: str
) -> None:
    lose(monkeypatch, package)
    found = examine()
    assert found.sound
    lost = ability(found, id_)
    assert (lost.state, lost.remedy, lost.tried) == (State.MISSING, remedy, False)
    assert package in [part.name for part in lost.parts if part.version is None]


def test_a_missing_part_of_the_core(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "msdoc2docx")
    found = examine()
    assert not found.sound
    assert ability(found, "doc").remedy == "pip install msdoc2docx"


def test_a_part_that_fails_tells_how_and_hides_the_home_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_name: str, _data: bytes) -> None:
        raise ImportError(f"DLL load failed: {Path.home()}/lib\nsecond line")

    lose(monkeypatch)
    monkeypatch.setitem(ingest.READERS, Format.OFD, fail)
    broken = ability(examine(), "ofd")
    assert broken.state is State.BROKEN
    assert broken.note == "ImportError：DLL load failed: ~/lib second line"
    assert broken.remedy == "pip install --force-reinstall lxml"


def test_a_reader_that_reads_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch)
    monkeypatch.setattr(sample, "make_docx", "青禾镇\n2023年工作总结".encode)
    broken = ability(examine(), "docx")
    assert broken.state is State.BROKEN
    assert broken.note


def test_a_broken_rubric(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Rubric:
        raise RubricError("township.yaml:1:1：坏了\n第二行")

    monkeypatch.setattr(examination.pipeline, "load_rubric", fail)
    found = examine()
    assert not found.sound
    assert ability(found, "rubric").note == "township.yaml:1:1：坏了"


def test_rar_needs_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    rarfile = pytest.importorskip("rarfile")

    def fail() -> None:
        raise rarfile.RarCannotExec("none")

    lose(monkeypatch)
    monkeypatch.setattr(rarfile, "tool_setup", fail)
    rar = ability(examine(), "rar")
    assert rar.state is State.BROKEN
    assert "unrar" in rar.note


def test_a_browser_that_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "find_browser", lambda: Path("/bin/true"))
    monkeypatch.setattr(writing, "print_pdf", lambda _browser, _page: b"%PDF-1.4")
    pdf = writing.examine_browser()
    assert (pdf.state, pdf.tried, pdf.parts[0].name) == (State.WORKS, True, "true")


def test_a_browser_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "find_browser", lambda: Path("/bin/none"))
    monkeypatch.setattr(writing, "print_pdf", lambda _browser, _page: b"")
    pdf = writing.examine_browser()
    assert (pdf.state, pdf.parts[0].version) == (State.BROKEN, "")
    assert "SCORER_BROWSER" in pdf.remedy


def test_a_browser_that_is_named_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORER_BROWSER", "none")
    pdf = writing.examine_browser()
    assert (pdf.state, pdf.note) == (State.BROKEN, "没有找到浏览器。")


def test_libreoffice_is_asked_for_its_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho LibreOffice 7.4.7.2 40 Build:2\n")
    program.chmod(0o755)
    monkeypatch.setattr(writing, "find_soffice", lambda: program)
    assert writing.examine_soffice().parts[0].version == "7.4.7.2"
    monkeypatch.setattr(writing, "_ANSWERS", False)
    assert writing._ask_version(program) == ""


def test_installed_resources_are_told_from_a_checkout() -> None:
    folder = Path(resources.__file__).parent / "_data" / "rubrics"
    assert examination._is_installed(folder)


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["doctor", *args], prog_name="scorer")
    return result.exit_code, result.stdout


def test_the_screen_names_the_command_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "rapidocr")
    monkeypatch.setenv("COLUMNS", "160")
    code, told = run()
    assert code == 0
    assert 'pip install "scorer[ocr]"' in told
    assert "基本功能都可用。" in told
    assert told.encode("gbk")


def test_the_exit_code_tells_that_the_core_is_not_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "lxml")
    code, told = run()
    assert code == 1
    assert "基本功能有缺" in told


def test_a_terminal_that_shows_no_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch)
    told = examination._examine_machine()
    monkeypatch.setattr(
        examination,
        "_examine_machine",
        lambda: type(told)(
            python="3",
            system="s",
            processor="p",
            terminal="ascii",
            file_names="utf-8",
            preferred="ascii",
        ),
    )
    assert "PYTHONUTF8=1" in run()[1]


def test_json_holds_no_folder_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "rarfile")
    code, told = run("-f", "json")
    document = json.loads(told)
    assert code == 0
    assert (document["schema"], document["works"]) == ("doctor/1", True)
    assert {each["source"] for each in document["resources"]} == {"checkout"}
    assert str(Path.home()) not in told
    assert str(Path(__file__).parents[3]) not in told
    rar = next(each for each in document["abilities"] if each["id"] == "rar")
    assert rar == {
        "id": "rar",
        "title": "RAR 压缩包",
        "group": Group.READ,
        "core": False,
        "state": "missing",
        "tried": False,
        "parts": [{"name": "rarfile", "version": None}],
        "note": None,
        "remedy": 'pip install "scorer[office]"',
    }


def test_the_archive_holds_the_report() -> None:
    with zipfile.ZipFile(io.BytesIO(sample.make_zip())) as archive:
        assert [Path(name).suffix for name in archive.namelist()] == [".txt"]
