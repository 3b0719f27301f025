"""Files on disk: which are read, and what is said of those that cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorer.errors import IngestError
from scorer.ingest import MAX_BYTES, find_reports, open_path, read, read_path

REPORT = "柏树镇2024年法治政府建设情况报告\n2024年，全镇办案32件，无一复议撤销。\n"


def test_a_file_is_read_under_the_name_the_user_gave(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, "utf-8")
    (document,) = read_path(path, "柏树镇/a.txt")
    assert document.name == "柏树镇/a.txt"
    assert document.text == REPORT


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"^无\.txt：文件不存在.*。$"):
        read_path(tmp_path / "无.txt", "无.txt")


def test_a_path_through_a_file_is_an_error_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    with pytest.raises(IngestError, match=r"^b\.txt：文件读取失败"):
        read_path(tmp_path / "a.txt" / "b.txt", "b.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"^资料：这是文件夹"):
        read_path(tmp_path, "资料")


class ClosedPath(type(Path())):  # type: ignore[misc]  # the class of this system's paths
    """A file that nobody may look at; permission bits do not stop an administrator."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        raise PermissionError(13, "denied", str(self), None, int(follow_symlinks))


def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"^a\.txt：没有读取权限.*。$"):
        read_path(ClosedPath(tmp_path, "a.txt"), "a.txt")


class ClosedFolder(type(Path())):  # type: ignore[misc]  # the class of this system's paths
    """A folder that nobody may list."""

    def iterdir(self) -> Iterator[Path]:
        raise PermissionError(13, "denied", str(self))


def test_a_folder_that_may_not_be_listed_is_no_wrong_choice(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"^资料：没有列出这个文件夹的权限.*。$"):
        read_path(ClosedFolder(tmp_path), "资料")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(IngestError, match=r"^大\.txt：文件有 200 MB，超过 64 MB 的上限"):
        read_path(path, "大.txt")


def test_too_many_bytes_are_refused_wherever_they_come_from() -> None:
    with pytest.raises(IngestError, match="上限"):
        read("-", b" " * (MAX_BYTES + 1))


def test_an_archive_may_be_larger_than_a_file(tmp_path: Path) -> None:
    path = tmp_path / "包.zip"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(MAX_BYTES + 1)
    (member,) = open_path(path, "包.zip")
    assert "ZIP 压缩包不完整或已损坏" in str(member.error)


def test_a_file_that_is_no_archive_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, "utf-8")
    (member,) = open_path(path, "柏树镇/a.txt")
    assert (member.name, member.data, member.error) == ("柏树镇/a.txt", REPORT.encode(), None)


def test_what_cannot_be_opened_is_told_by_the_member(tmp_path: Path) -> None:
    (member,) = open_path(tmp_path / "无.txt", "无.txt")
    assert str(member.error).startswith("无.txt：文件不存在")


def test_a_folder_is_searched_deep_in_a_stable_order(tmp_path: Path) -> None:
    wanted = ["a.txt", "b/c.html", "b/d/e.htm", "b/f.TXT", "b/j.docx", "乡/g.txt", "乡/k.zip"]
    others = [
        "~$a.txt",
        ".h.txt",
        ".git/i.txt",
        "b/~$c.html",
        "名册.xlsx",
        "b/k",
        "b/c_files/l.png",
    ]
    for name in (*wanted, *others):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT, "utf-8")
    assert find_reports(tmp_path) == sorted(wanted, key=lambda name: Path(name).parts)


def test_an_empty_folder_has_no_reports(tmp_path: Path) -> None:
    assert find_reports(tmp_path) == []


def test_a_folder_that_cannot_be_listed_is_among_the_reports(tmp_path: Path) -> None:
    assert find_reports(tmp_path / "没有") == [""]
