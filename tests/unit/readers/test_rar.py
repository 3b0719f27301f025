"""RAR archives, written here as RAR 5 lays them out, their members stored as they are."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Mapping

import pytest

from scorer.readers.archives import Member, open_members

REPORT = "石桥镇2024年法治政府建设情况报告\n2024年，全镇调解纠纷32件。\n".encode()
SIGNATURE = b"Rar!\x1a\x07\x01\x00"
_LZ_BEST = 5 << 7


def write_number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; a set high bit says that more follow."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + write_number(rest) if rest else bytes([low])


def write_block(*numbers: int, tail: bytes = b"") -> bytes:
    fields = b"".join(map(write_number, numbers)) + tail
    sized = write_number(len(fields)) + fields
    return zlib.crc32(sized).to_bytes(4, "little") + sized


def write_rar(files: Mapping[str, bytes], packing: int = 0) -> bytes:
    blocks = [SIGNATURE, write_block(1, 0, 0)]
    for name, data in files.items():
        shown = name.encode()
        crc = zlib.crc32(data).to_bytes(4, "little")
        after = crc + b"".join(map(write_number, (packing, 0, len(shown)))) + shown
        blocks += [write_block(2, 2, len(data), 4, len(data), 0, tail=after), data]
    return b"".join((*blocks, write_block(5, 0, 0)))


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
