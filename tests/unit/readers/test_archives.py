"""Reports in archives come out one by one under harmless names; what is wrong is told of each."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from scorer.readers.archives import Member, open_members
from scorer.readers.limits import ZipLimits
from tests.makers.archives import write_zip

REPORT = "石桥镇2024年法治政府建设情况报告\n2024年，全镇调解纠纷32件。\n".encode()
CASES = yaml.safe_load((Path(__file__).parent / "archive_names.yaml").read_text("utf-8"))


def zip_raw(names: Sequence[bytes], flags: int = 0) -> bytes:
    """Stored members whose names are these very bytes."""
    bodies, entries = b"", b""
    sizes = struct.pack("<III", zlib.crc32(REPORT), len(REPORT), len(REPORT))
    for name in names:
        common = struct.pack("<HHHHH", 20, flags, 0, 0, 0x21) + sizes + struct.pack("<H", len(name))
        place = struct.pack("<HHHHII", 0, 0, 0, 0, 0, len(bodies))
        entries += b"PK\x01\x02" + struct.pack("<H", 20) + common + place + name
        bodies += b"PK\x03\x04" + common + b"\0\0" + name + REPORT
    count = len(names)
    ends = struct.pack("<HHHHIIH", 0, 0, count, count, len(entries), len(bodies), 0)
    return bodies + entries + b"PK\x05\x06" + ends


def open_all(data: bytes, limits: ZipLimits | None = None) -> list[Member]:
    return list(open_members("包.zip", data, limits or ZipLimits()))


def tell(data: bytes, limits: ZipLimits | None = None) -> str:
    """The one line on the one thing that is wrong."""
    (error,) = [member.error for member in open_all(data, limits) if member.error]
    message = str(error)
    assert message.startswith("包.zip")
    assert message.endswith("。")
    assert "\n" not in message
    return message


def test_each_report_comes_with_the_archive_in_its_name() -> None:
    data = write_zip({"城关/白石镇.txt": REPORT, "青禾镇.html": b"<p>1</p>", "说明.exe": b"MZ"})
    assert open_all(data) == [
        Member(name="包.zip/城关/白石镇.txt", data=REPORT),
        Member(name="包.zip/青禾镇.html", data=b"<p>1</p>"),
    ]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_a_mark_are_read_as_they_were_written(encoding: str) -> None:
    data = zip_raw([name.encode(encoding) for name in ("白石镇.txt", "青禾镇/报告.txt")])
    assert [m.name for m in open_all(data)] == ["包.zip/白石镇.txt", "包.zip/青禾镇/报告.txt"]


def test_a_name_in_no_encoding_is_still_a_name() -> None:
    assert [m.data for m in open_all(zip_raw([b"\xff\xff\x81.txt"]))] == [REPORT]


@pytest.mark.parametrize("case", CASES["harmless"], ids=lambda case: repr(case["name"]))
def test_a_name_leads_nowhere(case: dict[str, str]) -> None:
    (member,) = open_all(zip_raw([case["name"].encode()], flags=0x800))
    assert member.name == f"包.zip/{case['shown']}"


@pytest.mark.parametrize("name", CASES["left_out"])
def test_what_is_no_report_is_left_out(name: str) -> None:
    assert [m.name for m in open_all(write_zip({name: b"1", "a.txt": REPORT}))] == ["包.zip/a.txt"]


def test_the_folder_of_a_saved_page_is_left_out_and_others_of_such_a_name_are_not() -> None:
    names = ["报告.html", "报告_files/标志.png", "报告_files/框架.html", "县_files/a.txt"]
    found = [m.name for m in open_all(write_zip(dict.fromkeys(names, b"1")))]
    assert found == ["包.zip/报告.html", "包.zip/县_files/a.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_of_one_name_are_told_apart() -> None:
    data = zip_raw([b"a.txt", b"a.txt", b"../a.txt"])
    names = ["包.zip/a.txt", "包.zip/a（2）.txt", "包.zip/a（3）.txt"]
    assert [m.name for m in open_all(data)] == names


def test_archives_in_archives_are_opened_down_to_a_depth() -> None:
    data = write_zip({"甲.txt": REPORT})
    for name in ("二.zip", "一.zip"):
        data = write_zip({name: data})
    assert [m.name for m in open_all(data)] == ["包.zip/一.zip/二.zip/甲.txt"]
    message = tell(write_zip({"零.zip": data}))
    assert message.startswith("包.zip/零.zip/一.zip/二.zip：压缩包一层套一层")


def test_an_office_document_is_a_file_not_an_archive() -> None:
    document = write_zip({"word/document.xml": b"<w/>", "a.txt": REPORT})
    assert open_all(write_zip({"甲.docx": document})) == [
        Member(name="包.zip/甲.docx", data=document)
    ]


def test_a_damaged_member_is_told_and_the_others_come() -> None:
    data = write_zip({"甲.txt": b"a" * 50, "乙.txt": b"b" * 50}, zipfile.ZIP_STORED)
    members = open_all(data.replace(b"a" * 50, b"a" * 49 + b"c"))
    assert [bool(m.error) for m in members] == [True, False]
    assert str(members[0].error).startswith("包.zip/甲.txt：压缩包里的这个文件已损坏")


def test_a_locked_archive_is_told_once() -> None:
    assert "密码" in tell(zip_raw([b"a.txt", b"b.txt"], flags=1))


def test_a_locked_member_is_told_and_the_others_come() -> None:
    data = bytearray(zip_raw([b"a.txt", b"b.txt"]))
    first = data.index(b"PK\x01\x02")
    data[first + 8] |= 1
    members = open_all(bytes(data))
    assert "密码" in str(members[0].error)
    assert members[1].data == REPORT


@pytest.mark.parametrize("cut", [30, 100, 0.5, -1])
def test_a_cut_archive_is_told(cut: float) -> None:
    data = write_zip({"甲.txt": REPORT, "乙.txt": REPORT})
    end = int(len(data) * cut) if isinstance(cut, float) else cut
    assert "不完整或已损坏" in tell(data[:end])


def test_an_archive_without_reports_is_told() -> None:
    assert "没有可以读取的报告" in tell(write_zip({"a.exe": b"MZ"}))
    assert "没有可以读取的报告" in tell(write_zip({}))


def test_a_rare_packing_is_told() -> None:
    assert "压缩方式" in tell(write_zip({"甲.txt": REPORT}, zipfile.ZIP_LZMA))


def test_a_member_that_grows_beyond_measure_is_not_unpacked() -> None:
    assert "压缩炸弹" in tell(write_zip({"甲.txt": bytes(8 * 1024 * 1024)}))


def test_a_member_may_not_be_larger_than_a_file() -> None:
    assert "上限" in tell(write_zip({"甲.txt": REPORT}), ZipLimits(member=10))


def test_a_member_that_lies_about_its_size_is_damaged() -> None:
    data = write_zip({"甲.txt": bytes(5000)}).replace(struct.pack("<I", 5000), struct.pack("<I", 9))
    assert "已损坏" in tell(data)


def test_too_many_members_end_the_reading() -> None:
    data = write_zip({f"{number}.txt": REPORT for number in range(4)})
    members = open_all(data, ZipLimits(members=2))
    assert [bool(m.error) for m in members] == [False, False, True]
    assert "超过 2 个" in str(members[-1].error)


def test_too_many_entries_are_refused_before_the_list_is_read() -> None:
    assert "太多" in tell(write_zip(dict.fromkeys("abcdefg", b"")), ZipLimits(members=3))


def test_too_much_in_all_ends_the_reading_whatever_archive_it_is_in() -> None:
    inner = write_zip({"甲.txt": REPORT, "乙.txt": REPORT})
    members = open_all(write_zip({"内.zip": inner}), ZipLimits(total=len(inner) + len(REPORT)))
    assert [bool(m.error) for m in members] == [False, True]
    assert "余下的没有读取" in str(members[-1].error)
