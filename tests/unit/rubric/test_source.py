from __future__ import annotations

from pathlib import Path

import pytest

from scorer.rubric.source import parse_source, read_plain, read_source


def told(path: Path) -> list[str]:
    source = read_source(path, "标准.yaml")
    assert source.broken
    return [str(problem) for problem in source.problems]


def test_a_file_is_named_as_the_user_named_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\na: 2\n", "utf-8")
    source = read_source(path, "../标准/a.yaml")
    assert [str(problem) for problem in source.problems] == [
        "../标准/a.yaml:2:1: 键“a”重复；请删去多余的一个"
    ]
    assert not source.broken


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a.yaml") == ["标准.yaml:1:1: 找不到这个文件；请核对路径和文件名"]


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == ["标准.yaml:1:1: 这是文件夹；请给出 YAML 文件"]


@pytest.mark.parametrize("name", ["a\0b", "甲" * 300])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path / name) == ["标准.yaml:1:1: 无法读取；请检查文件名和权限"]


def test_another_encoding_is_told_where_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: 1\nb: 乡镇\n".encode("gb18030"))
    assert told(path) == ["标准.yaml:2:4: 文件不是 UTF-8 编码；请另存为 UTF-8"]


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (4 * 1024 * 1024 + 1))
    assert told(path) == ["标准.yaml:1:1: 文件超过 4 MB，不像评分标准；请核对文件"]


def test_a_byte_order_mark_and_line_ends_of_any_system_are_read_alike(tmp_path: Path) -> None:
    texts = set()
    for number, content in enumerate(
        (b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\nb: 2\n", b"a: 1\rb: 2\r")
    ):
        path = tmp_path / f"{number}.yaml"
        path.write_bytes(content)
        texts.add(read_source(path, "a").text)
    assert texts == {"a: 1\nb: 2\n"}


def test_a_plain_file_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a: [", "utf-8")
    source = read_plain(path, "a.csv")
    assert (source.text, source.problems, source.broken) == ("a: [", (), False)


def test_a_value_without_a_place_is_told_where_what_holds_it_stands() -> None:
    source = parse_source("a: &x {b: 1}\nc:\n  d: *x\n", "a.yaml")
    assert str(source.problem(("c", "d", "b"), "不对")) == "a.yaml:3:3: 不对"
    assert str(source.key_problem(("c", "d", "b"), "不对")) == "a.yaml:3:3: 不对"
    assert str(source.problem(("没有",), "不对")) == "a.yaml:1:1: 不对"
