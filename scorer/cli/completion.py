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
    if wanted and not context.resilient_parsing:
        typer.echo(install_for(_get_shell_name()))
        raise typer.Exit


def show_completion(context: typer.Context, wanted: bool) -> None:
    """Option callback: print the script for the current shell."""
    if wanted and not context.resilient_parsing:
        typer.echo(write_script(_get_shell_name()))
        raise typer.Exit


def install_for(shell: str | None) -> str:
    """Install the script for a shell (None is an unknown one) and say where it lies."""
    known = _require_known(shell)
    try:
        _, path = install(known, _PROGRAM, _VARIABLE)
    except OSError as error:
        raise UsageError(f"{error.filename}：无法写入补全脚本，请检查目录权限。") from error
    return f"已为 {known} 装好补全：{path}，重新打开终端后生效。"


def write_script(shell: str | None) -> str:
    """The script for a shell; None is an unknown one."""
    known = _require_known(shell)
    return get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=known)


def _require_known(shell: str | None) -> str:
    if shell not in _SHELLS:
        raise UsageError(f"认不出当前的终端，请在 {'、'.join(_SHELLS[:4])} 里运行这条命令。")
    return shell
