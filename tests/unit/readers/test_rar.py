"""Reports in RAR archives come out one by one; what stands in the way is told."""

from __future__ import annotations

import sys

import pytest

from scorer.readers.archives import Member, open_members
from tests.makers.archives import write_rar

REPORT = "石桥镇2024年法治政府建设情况报告\n2024年，全镇调解纠纷32件。\n".encode()
_LZ_BEST = 5 << 7


def open_all(data: bytes) -> list[Member]:
    return list(open_members("包.rar", data))


def tell(data: bytes) -> str:
    (member,) = open_all(data)
    assert member.error is not None
    assert "\n" not in str(member.error)
    return str(member.error)


def test_each_report_comes_with_the_archive_in_its_name() -> None:
    data = write_rar({"城关/白石镇.txt": REPORT, "../青禾镇.txt": REPORT, "a.exe": b"MZ"})
    names = ["包.rar/城关/白石镇.txt", "包.rar/青禾镇.txt"]
    assert open_all(data) == [Member(name=name, data=REPORT) for name in names]


@pytest.mark.parametrize("cut", [9, 20, -30])
def test_a_cut_archive_is_told(cut: int) -> None:
    data = write_rar({"白石镇.txt": REPORT})[:cut]
    assert "已损坏" in tell(data) or "没有可以读取" in tell(data)


def test_a_damaged_member_is_told() -> None:
    data = write_rar({"白石镇.txt": REPORT}).replace(b"2024", b"2025", 1)
    assert tell(data).startswith("包.rar/白石镇.txt：RAR 压缩包不完整或已损坏")


def test_without_a_program_that_unpacks_one_line_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    rarfile = pytest.importorskip("rarfile")
    monkeypatch.setattr(rarfile, "CURRENT_SETUP", None)
    message = tell(write_rar({"白石镇.txt": REPORT}, packing=_LZ_BEST))
    assert message.startswith("包.rar/白石镇.txt：本机没有能解开 RAR 的程序，请安装")


def test_without_the_extra_one_line_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rarfile", None)
    monkeypatch.delitem(sys.modules, "scorer.readers.rar", raising=False)
    assert 'pip install "scorer[office]"' in tell(write_rar({"白石镇.txt": REPORT}))


def test_a_number_without_end_is_told_at_once() -> None:
    assert "已损坏" in tell(write_rar({})[:12] + b"\xff" * 30_000_000)
