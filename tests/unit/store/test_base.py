"""What SQLite cannot do, as a user reads it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from scorer.store import STORE, ResultStore, StoreError
from scorer.store.base import look_into, tell_errors


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with ResultStore(tmp_path / STORE):
        return tmp_path / STORE


def change(path: Path, *pragmas: str) -> None:
    with tell_errors(path), closing(sqlite3.connect(path, timeout=0)) as connection:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("INSERT INTO kept VALUES ('a', 0, 'scorecard', zeroblob(99999))")


def test_a_store_in_use_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"results\.sqlite：正被别的程序使用"):
            change(path)


def test_a_full_disk_is_told(path: Path) -> None:
    with pytest.raises(StoreError, match=r"磁盘已满，.*--resume"):
        change(path, "max_page_count = 20")


def test_a_store_that_cannot_be_written_is_told(path: Path) -> None:
    with pytest.raises(StoreError, match="无法写入"):
        change(path, "query_only = 1")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="无法写入"):
        change(tmp_path / "none" / STORE)


def test_a_damaged_store_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"x" * 99999)
    with pytest.raises(StoreError, match="已经损坏，请去掉 --resume"):
        change(path)


def test_without_a_place_of_its_own_the_temporary_folder_is_named() -> None:
    with pytest.raises(StoreError, match=r"^临时目录写不下"), tell_errors(None):
        sqlite3.connect("/none/at/all")


def test_a_fault_of_the_program_stays_one(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), tell_errors(path):
        sqlite3.connect(":memory:").execute("SELECT * FROM none")


def test_a_store_in_use_is_not_begun_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))  # else 5 seconds
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            ResultStore(path, resume=True)
    assert path.is_file()


def test_a_store_that_was_closed_is_one_file_that_opens_where_nothing_can_be_written(
    path: Path,
) -> None:
    assert [each.name for each in path.parent.iterdir()] == [STORE]
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_store_that_someone_reads_is_closed_all_the_same(tmp_path: Path) -> None:
    with ResultStore(tmp_path / STORE) as store:
        store.commit()
        reader = sqlite3.connect(tmp_path / STORE)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM reports").fetchone() == (0,)
    reader.close()
    with look_into(tmp_path) as connection:
        assert connection.execute("SELECT count(*) FROM runs").fetchone() == (0,)


@pytest.mark.skipif(os.name == "nt", reason="a link takes a right there")
def test_a_store_that_cannot_be_opened_is_told_apart_from_a_damaged_one(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")  # as a killed run leaves it
    index = path.with_name(f"{STORE}-shm")
    index.symlink_to(index)  # it can no more be made than on a disk that cannot be written
    with pytest.raises(StoreError, match="打不开"), look_into(path.parent):
        pass
    index.unlink()
    path.write_bytes(b"x" * 999)
    with pytest.raises(StoreError, match="已经损坏"), look_into(path.parent):
        pass
