from __future__ import annotations

from pathlib import Path

import pytest

from scorer.batch.intake import Source
from scorer.cli.mistakes import UsageError
from scorer.cli.sources import find_sources


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("乙/二.html", "乙/一.txt", "乙/深/三.TXT", "乙/图.svg", "甲.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("报告", encoding="utf-8")
    return tmp_path


def list_names(*given: str) -> list[str]:
    return [source.name for source in find_sources(given, "来信.txt")]


def test_files_come_in_the_order_given_and_folders_are_searched_deep(place: Path) -> None:
    assert place.is_dir()
    assert list_names("乙", "甲.txt")[-1] == "甲.txt"
    assert set(list_names("乙")) == {"乙/一.txt", "乙/二.html", "乙/深/三.TXT"}


def test_a_file_given_by_name_is_read_whatever_its_suffix(place: Path) -> None:
    assert place.is_dir()
    assert list_names("乙/图.svg") == ["乙/图.svg"]


def test_a_file_given_twice_comes_once_under_its_first_name(place: Path) -> None:
    assert list_names("./甲.txt", str(place / "甲.txt"), "甲.txt") == ["甲.txt"]


def test_an_absolute_path_is_named_without_its_place_on_the_machine(place: Path) -> None:
    assert list_names(str(place / "甲.txt")) == ["甲.txt"]
    assert set(list_names(str(place / "乙"))) == {"乙/一.txt", "乙/二.html", "乙/深/三.TXT"}


def test_every_source_is_where_its_name_says(place: Path) -> None:
    for given in ("乙", ".", str(place), str(place / "乙"), str(place / "甲.txt")):
        for source in find_sources([given], ""):
            assert source.path is not None
            assert source.path.read_text("utf-8") == "报告"
            assert source.path.is_absolute() == Path(given).is_absolute()
    assert list_names(".") == ["乙/一.txt", "乙/二.html", "乙/深/三.TXT", "甲.txt"]


def test_standard_input_has_the_name_it_is_given_and_comes_once(place: Path) -> None:
    assert place.is_dir()
    assert find_sources(["-", "-"], "来信.txt") == (Source(name="来信.txt", above=None),)


@pytest.mark.parametrize("given", ["没有", "甲.txt/里面", "\0"])
def test_a_path_that_leads_nowhere_is_named(place: Path, given: str) -> None:
    assert place.is_dir()
    with pytest.raises(UsageError, match="没有这个文件或目录"):
        find_sources([given], "")
