from __future__ import annotations

import sys

import pytest
from rich.cells import cell_len
from rich.text import Text

from scorer.cli.following import follow
from scorer.cli.progress import track


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("screen")
def test_every_name_is_taken_and_the_bar_counts_them_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(track(("甲.txt", "乙.txt"), 2, "评分", str)) == ["甲.txt", "乙.txt"]
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2/2" in shown.err


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("[red]乙.txt", "[red]乙.txt"),
        ("[/red]丙/报告[2023].txt", "[/red]丙/报告[2023].txt"),
        ("丁\x1b[2J.txt", "丁[U+001B][2J.txt"),
    ],
)
def test_a_name_is_shown_as_it_is_and_steers_nothing(
    name: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    list(track((name,), 1, "评分", str))
    assert shown in capsys.readouterr().err


@pytest.mark.usefixtures("screen")
def test_a_long_name_leaves_room_for_the_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    list(track(("某县/" * 30 + "报告.txt" for _ in range(3)), 3, "评分", str))
    last = Text.from_ansi(capsys.readouterr().err.replace("\r", "\n")).plain
    lines = [line for line in last.splitlines() if "3/3" in line]
    assert all("，还要0秒 某县/" in line and line.rstrip().endswith("…") for line in lines)
    assert lines
    assert max(cell_len(line) for line in lines) <= 80


@pytest.mark.usefixtures("screen")
def test_steps_without_names_tell_the_time_left_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(track((1, 2, 3), 3, "逐对比较")) == [1, 2, 3]
    shown = capsys.readouterr().err
    assert "逐对比较" in shown
    assert "还要0秒" in shown
    assert "份" not in shown


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(follow((1, 2), 2)) == [1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("quiet", [True, False])
def test_a_person_at_a_terminal_sees_the_bar_unless_told_otherwise(
    quiet: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(follow((1, 2), 2, quiet=quiet)) == [1, 2]
    assert ("评分" in capsys.readouterr().err) is not quiet
