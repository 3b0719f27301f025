from __future__ import annotations

import builtins
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from scorer.errors import RegisterError
from scorer.register import Register, load_register
from scorer.register import sheets as sheets_module
from scorer.register.names import Place

Rows = list[list[object]]
Save = Callable[..., Path]

COUNTIES: Rows = [
    ["云台县2023年度应报送单位名册", None, None, None],
    ["序号", "县区", "乡镇（街道）名称", "联系人"],
    [1, "云台县", "白石镇", "甲"],
    [2, None, "清溪乡", "乙"],
    [3, "建屏县", "白石镇人民政府", None],
    [None, None, "合计", 3],
]


def bodies(register: Register) -> list[tuple[str, Place]]:
    return [(body.name, body.place) for body in register.bodies]


def names(register: Register) -> list[str]:
    return [body.name for body in register.bodies]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """A workbook of sheets given as rows by title."""

    def save(sheets: dict[str, Rows], name: str = "名册.xlsx") -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        path = tmp_path / name
        book.save(path)
        return path

    return save


def save_text(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "名册.csv"
    path.write_bytes(text.encode(encoding))
    return path


COUNTED = [
    ("白石镇", Place(unit="白石镇", outer=("云台县",))),
    ("清溪乡", Place(unit="清溪乡", outer=("云台县",))),
    ("白石镇人民政府", Place(unit="白石镇", outer=("建屏县",))),
]


def test_columns_are_known_by_their_heads_and_counties_run_down(save: Save) -> None:
    register = load_register(save({"Sheet1": COUNTIES}))
    assert register.file == "名册.xlsx"
    assert bodies(register) == COUNTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_a_csv_in_the_encodings_of_office_programs(
    tmp_path: Path, encoding: str, comma: str
) -> None:
    rows = [["县", "单位", "电话"], ["云台县", "白石镇", "1"], ["", "清溪乡", ""]]
    path = save_text(tmp_path, "\r\n".join(map(comma.join, rows)), encoding)
    assert bodies(load_register(path)) == COUNTED[:2]


@pytest.mark.parametrize(
    "head",
    [
        "乡镇",
        "乡镇名称",
        "街道",
        "乡（镇）",
        "单位名称",
        "报送单位",
        "应报送单位",
        "镇街",
        "名称",
        "镇/街道",
    ],
)
def test_the_words_of_a_heading(tmp_path: Path, head: str) -> None:
    path = save_text(tmp_path, f"序号,备注,{head}\n1,甲,白石镇\n2,,清溪乡\n")
    assert names(load_register(path)) == ["白石镇", "清溪乡"]


def test_towns_stand_where_the_heading_says_so_first(tmp_path: Path) -> None:
    path = save_text(tmp_path, "主管单位,单位,乡镇\n县局,县局,白石镇\n")
    assert names(load_register(path)) == ["白石镇"]


@pytest.mark.parametrize(
    "text",
    [
        "白石镇\n清溪乡\n",
        "1,白石镇\n2,清溪乡\n",
        "云台县乡镇名册\n白石镇\n\n清溪乡",
        "白石镇\n清溪乡\n白石镇\n",
    ],
)
def test_a_list_without_heading(tmp_path: Path, text: str) -> None:
    assert names(load_register(save_text(tmp_path, text))) == ["白石镇", "清溪乡"]


def test_a_sheet_for_each_county(save: Save) -> None:
    path = save({"云台县": [["乡镇"], ["白石镇"]], "建屏县": [["乡镇"], ["白石镇"]], "空": []})
    assert [body.place.outer for body in load_register(path).bodies] == [("云台县",), ("建屏县",)]


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["白石镇"])
    hidden = book.create_sheet("旧")
    hidden.append(["黑水镇"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "名册.xlsx")
    assert names(load_register(tmp_path / "名册.xlsx")) == ["白石镇"]


def test_the_short_name_of_the_county_before_a_town(tmp_path: Path) -> None:
    path = save_text(tmp_path, "县,乡镇\n云台县,云台白石镇\n")
    assert load_register(path).bodies[0].place.unit == "白石镇"


def test_namesakes_are_labelled_with_their_county(save: Save) -> None:
    register = load_register(save({"Sheet1": COUNTIES}))
    assert [register.label(body) for body in register.bodies] == [
        "云台县白石镇",
        "清溪乡",
        "建屏县白石镇人民政府",
    ]


def test_an_old_workbook(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    path = tmp_path / "名册.xls"
    path.write_bytes((Path(__file__).parents[2] / "cases/register/old.xls").read_bytes())
    assert names(load_register(path)) == ["白石镇", "清溪乡"]


def refuse(path: Path) -> str:
    with pytest.raises(RegisterError) as caught:
        load_register(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message.removeprefix(str(path))


def locked() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(40_000_000))
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "名册里没有单位"),
        ("县,联系人\n云台县,甲\n".encode(), "前10行没有找到"),
        ("乡镇\n合计\n".encode(), "名册里没有单位"),
        (f"乡镇\n{'长' * 41}\n".encode(), "第2行"),
        (b"PK\x03\x04xl/workbook.xml", "已损坏或不完整"),
        (bomb(), "内容过多"),
        (b"%PDF-1.4", "这是PDF文件"),
        (b"\x80\x81\xff\xff", "无法识别文字编码"),
        ("乡镇\n白石\0镇\n".encode(), "无法识别文字编码"),
        (("白石镇\n" * 20_001).encode(), "超过 20000 行"),
        (b'"' + b"x" * 200_000, "不合 CSV 的写法"),
        (bytes(17 * 1024 * 1024), "超过 16 MB"),
    ],
)
def test_a_register_that_cannot_be_used(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes(data)
    assert words in refuse(path)


def test_a_sheet_is_named_where_its_heading_is_missing(save: Save) -> None:
    message = refuse(save({"第一季度": [["甲", "乙"], ["丙", "丁"]]}))
    assert "工作表“第一季度”" in message
    assert "请在第一行写上列名" in message


def test_a_broken_sheet_in_a_sound_archive(save: Save) -> None:
    path = save({"Sheet1": COUNTIES})
    data = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(data, "w") as after:
        for info in before.infolist():
            whole = before.read(info)
            after.writestr(info.filename, whole[:80] if "sheet1" in info.filename else whole)
    path.write_bytes(data.getvalue())
    assert "已损坏或不完整" in refuse(path)


def test_a_locked_workbook(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    path = tmp_path / "名册.xlsx"
    path.write_bytes(locked())
    assert "加了密码或已损坏" in refuse(path)


def test_an_old_workbook_without_its_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "名册.xls"
    path.write_bytes(locked())
    monkeypatch.setattr(sheets_module, "find_spec", lambda _name: None)
    assert 'pip install "scorer[office]"' in refuse(path)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert "不存在" in refuse(tmp_path / "没有.xlsx")
    assert "文件夹" in refuse(tmp_path)


@pytest.mark.parametrize(
    ("error", "words"), [(PermissionError(), "没有读取权限"), (OSError(5, "坏"), "读取失败（坏）")]
)
def test_a_file_that_the_system_does_not_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def fail(_path: Path) -> bytes:
        raise error

    path = save_text(tmp_path, "白石镇")
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert words in refuse(path)


def test_csv_needs_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def refuse_openpyxl(name: str, *rest: object) -> object:
        assert not name.startswith("openpyxl")
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse_openpyxl)
    assert names(load_register(save_text(tmp_path, "乡镇\n白石镇\n"))) == ["白石镇"]
