from __future__ import annotations

from pathlib import Path

import pytest

from scorer.cli.progress import track
from scorer.cli.sources import Source


def test_every_file_passes_and_the_bar_names_it_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    sources = tuple(Source(name=name, path=Path(name)) for name in ("甲.txt", "[red]乙.txt"))
    assert tuple(track(sources)) == sources
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2/2" in shown.err
