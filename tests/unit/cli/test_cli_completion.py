from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from scorer.cli.completion import install_for, write_script
from scorer.cli.mistakes import UsageError

Run = Callable[..., Result]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_a_script_that_calls_the_program(shell: str) -> None:
    assert "_SCORER_COMPLETE" in write_script(shell)


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", ".bash_completions/scorer.sh"),
        ("zsh", ".zfunc/_scorer"),
        ("fish", ".config/fish/completions/scorer.fish"),
    ],
)
def test_the_script_is_written_where_the_shell_reads_it_and_the_place_is_told(
    shell: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    told = install_for(shell)
    assert told.startswith(f"已为 {shell} 装好补全：")
    assert str(tmp_path / place) in told
    assert (tmp_path / place).read_text("utf-8").strip() == write_script(shell).strip()


@pytest.mark.parametrize("shell", [None, "cmd"])
def test_an_unknown_shell_is_answered_with_the_known_ones(shell: str | None) -> None:
    with pytest.raises(UsageError, match="bash、zsh、fish、powershell"):
        install_for(shell)
    with pytest.raises(UsageError, match="认不出当前的终端"):
        write_script(shell)


def test_a_home_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(UsageError, match="无法写入补全脚本"):
        install_for("fish")


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_the_options_answer_for_the_shell_that_runs_them(
    run: Run, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = run(option)
    if result.exit_code == 0:
        assert "scorer" in result.stdout
    else:
        assert (result.exit_code, result.stderr.startswith("错误：认不出")) == (2, True)
