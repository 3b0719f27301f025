from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.text import Text

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
    names = iter(("甲.txt", "乙.txt"))
    track(names, 2)
    assert list(names) == []
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
    track((name,), 1)
    assert shown in capsys.readouterr().err


@pytest.mark.usefixtures("screen")
def test_a_long_name_leaves_room_for_the_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    track(("某县/" * 30 + "报告.txt" for _ in range(3)), 3)
    last = Text.from_ansi(capsys.readouterr().err.replace("\r", "\n")).plain
    lines = [line for line in last.splitlines() if "3/3" in line]
    assert all("，还要0秒 某县/" in line and line.rstrip().endswith("…") for line in lines)
    assert lines
    assert max(cell_len(line) for line in lines) <= 80
