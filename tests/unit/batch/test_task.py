"""When results of an earlier run are no longer taken for those of the same program."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import scorer
from scorer.batch import task
from scorer.batch.task import hash_engine, hash_installation
from scorer.resources import rubrics_folder


def test_a_shipped_table_that_changed_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(rubrics_folder() / "references", tmp_path / "references")
    monkeypatch.setattr(task, "rubrics_folder", lambda: tmp_path)
    before = hash_engine()
    with (tmp_path / "references" / "laws.tsv").open("a", encoding="utf-8") as table:
        table.write("\n")
    assert hash_engine() != before


def test_a_list_inside_the_program_that_changed_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    divisions = tmp_path / "places" / "data" / "divisions.txt.gz"
    divisions.parent.mkdir(parents=True)
    divisions.write_bytes(b"one")
    monkeypatch.setattr(scorer, "__file__", str(tmp_path / "__init__.py"))
    before = hash_engine()
    divisions.write_bytes(b"two")
    assert hash_engine() != before


@pytest.mark.skipif(os.name == "nt", reason="LibreOffice is elsewhere")
def test_libreoffice_makes_another_installation_of_the_same_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    program, before = hash_engine(), hash_installation()
    (tmp_path / "soffice").touch(mode=0o755)
    assert hash_installation() != before
    assert hash_engine() == program


def test_another_version_of_a_library_makes_another_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, before = hash_engine(), hash_installation()
    told = tmp_path / "lxml-0.1.dist-info" / "METADATA"
    told.parent.mkdir()
    told.write_text("Metadata-Version: 2.1\nName: lxml\nVersion: 0.1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert hash_installation() != before
    assert hash_engine() == program
