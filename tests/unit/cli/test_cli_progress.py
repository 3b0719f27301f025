from __future__ import annotations

import pytest

from scorer.cli.progress import track


def test_every_name_is_taken_and_the_bar_counts_them_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    names = iter(("甲.txt", "[red]乙.txt"))
    track(names, 2)
    assert list(names) == []
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2/2" in shown.err
