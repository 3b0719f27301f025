"""Completion of commands and options in the user's shell."""

from __future__ import annotations

import typer
from typer._completion_shared import _get_shell_name, get_completion_script, install

from scorer.cli.mistakes import UsageError

_PROGRAM = "scorer"
_VARIABLE = "_SCORER_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def install_completion(context: typer.Context, wanted: bool) -> None:
    """Option callback: write the script where the current shell reads it."""
    if not wanted or context.resilient_parsing:
        return
    try:
        shell, path = install(_find_shell(), _PROGRAM, _VARIABLE)
    except OSError as error:
        raise UsageError(f"{error.filename}：无法写入补全脚本，请检查目录权限。") from error
    typer.echo(f"已为 {shell} 装好补全：{path}，重新打开终端后生效。")
    raise typer.Exit


def show_completion(context: typer.Context, wanted: bool) -> None:
    """Option callback: print the script for the current shell."""
    if not wanted or context.resilient_parsing:
        return
    shell = _find_shell()
    typer.echo(get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=shell))
    raise typer.Exit


def _find_shell() -> str:
    shell = _get_shell_name()
    if shell not in _SHELLS:
        raise UsageError(f"认不出当前的终端外壳，请在 {'、'.join(_SHELLS[:4])} 里运行这条命令。")
    return shell
