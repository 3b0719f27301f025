from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorer.batch.folder import Folder, FolderError, make_folder, write_file, write_pieces
from scorer.store.results import Output


def test_a_file_is_written_byte_for_byte(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", b"\x00\r\n\xff")
    assert (tmp_path / "a.bin").read_bytes() == b"\x00\r\n\xff"


def test_a_file_that_is_there_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", "旧".encode())
    write_file(tmp_path / "a.txt", "新".encode())
    assert {p.name: p.read_text("utf-8") for p in tmp_path.iterdir()} == {"a.txt": "新"}


def test_a_file_that_cannot_be_written_is_named_and_no_draft_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(FolderError, match="无法写入"):
        write_file(tmp_path / "a.txt", "新".encode())
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def break_off() -> Iterator[bytes]:
    yield b"half"
    raise LookupError("a fault on the way")


def test_pieces_that_break_off_leave_the_file_as_it_was(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", b"old")
    with pytest.raises(LookupError):
        write_pieces(tmp_path / "a.txt", break_off())
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.txt": b"old"}


def test_a_folder_keeps_whole_files_alone_and_tells_of_them(tmp_path: Path) -> None:
    told: list[Output] = []
    with Folder(tmp_path, told.append) as folder:
        folder.pour("a.txt", (b"on", b"e"))
        with pytest.raises(LookupError):
            folder.pour("b.txt", break_off())
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.txt": b"one"}
    digest = hashlib.sha256(b"one").hexdigest()
    assert told == [Output(file="a.txt", size=3, sha256=digest)]


def test_a_file_that_stays_in_the_way_leaves_no_draft(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).mkdir()
    with Folder(tmp_path, lambda _: None) as folder:
        with pytest.raises(FolderError, match="请先关闭"):
            folder.pour("a.txt", (b"one",))
        draft = folder.open("b.txt")
        draft.write(b"one")
        with pytest.raises(FolderError, match="请先关闭"):
            draft.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FolderError, match="无法建立这个输出目录"):
        make_folder(tmp_path / "file" / "out")


def test_a_folder_is_made_with_all_above_it_and_may_be_there(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert os.listdir(tmp_path / "a") == ["b"]  # noqa: PTH208 - names are enough
