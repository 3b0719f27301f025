from __future__ import annotations

import sys

import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner, Result

from scorer.cli.app import main
from scorer.cli.chinese import ChineseCommand, ChineseGroup
from scorer.cli.consoles import open_screen
from scorer.cli.mistakes import UsageError
from scorer.errors import RubricError


def end_with(error: BaseException | None) -> Result:
    """Run a program of one command that ends with the error."""
    return CliRunner().invoke(build(error), ["go"])


def build(error: BaseException | None) -> typer.Typer:
    app = typer.Typer(cls=ChineseGroup, add_completion=False)

    @app.callback()
    def start() -> None:
        """Nothing."""

    @app.command("go", cls=ChineseCommand)
    def go() -> None:
        if error is not None:
            raise error

    return app


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (None, 0, ""),
        (typer.Exit(3), 3, ""),
        (UsageError("没有这个目录。"), 2, "错误：没有这个目录。\n"),
        (RubricError("a.yaml:1:2: 写错了\na.yaml:3:4: 也错了"), 2, "a.yaml:1:2: 写错了\n"),
        (KeyboardInterrupt(), 130, "已中断。\n"),
    ],
)
def test_each_end_has_its_code_and_its_words(
    error: BaseException | None, code: int, words: str
) -> None:
    result = end_with(error)
    assert result.exit_code == code
    assert result.stderr.startswith(words)
    assert result.stdout == ""


def test_an_error_that_nobody_foresaw_is_not_hidden() -> None:
    assert isinstance(end_with(ZeroDivisionError()).exception, ZeroDivisionError)


def test_another_program_may_have_the_code_without_an_exit() -> None:
    command = get_command(build(UsageError("没有这个目录。")))
    assert command.main(["go"], standalone_mode=False) == 2


def test_a_console_leaves_a_closed_pipe_to_the_group() -> None:
    with pytest.raises(BrokenPipeError):
        open_screen().on_broken_pipe()


@pytest.mark.parametrize(("args", "code"), [(["--version"], 0), (["--nothing"], 2)])
def test_the_entry_point_exits_with_the_code(
    args: list[str],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["scorer", *args])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    assert bool(capsys.readouterr().out) is (code == 0)
