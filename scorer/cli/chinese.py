"""typer's commands and groups with help pages and usage errors in Chinese.

typer words both in English without a way to translate them. The two classes here print their own;
with the help page they are all that knows typer's inside (pinned below 0.29).
"""

from __future__ import annotations

import sys
from collections.abc import MutableMapping, Sequence
from typing import Any

import typer
from typer._click.core import Command, Context
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer._completion_classes import completion_init
from typer.core import TyperArgument, TyperCommand, TyperGroup

from scorer.cli.mistakes import ExitCode, word_usage_error
from scorer.cli.streams import drop_output, say
from scorer.errors import RubricError, ScorerError, TemplateFileError


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """What stands behind the command's name in its usage line."""
        return _list_usage_pieces(self, ctx)

    def get_help(self, ctx: Context) -> str:
        """The page."""
        return _write_help(self, ctx)


class ChineseGroup(TyperGroup):
    """A group whose help page is Chinese, and the one place where errors become words."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """What stands behind the group's name in its usage line."""
        return [*_list_usage_pieces(self, ctx), "命令 ..."]

    def get_help(self, ctx: Context) -> str:
        """The page."""
        return _write_help(self, ctx)

    def invoke(self, ctx: Context) -> object:
        """Run the command; a reader that stopped reading ends it without a word."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            drop_output()
            raise typer.Exit(ExitCode.PIPE_CLOSED) from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401 - typer's signature
    ) -> int:
        """Run the program, say what went wrong, and exit; or return the code."""
        try:
            answer = super().main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )
            code = answer if isinstance(answer, int) else ExitCode.OK
        except ClickException as error:
            code = _tell_usage_error(error)
        except ScorerError as error:
            say(
                str(error)
                if isinstance(error, (RubricError, TemplateFileError))
                else f"错误：{error}"
            )
            code = ExitCode.WRONG_USAGE
        if code == ExitCode.INTERRUPTED:
            say("已中断。")
        if standalone_mode:
            sys.exit(code)
        return code

    def _main_shell_completion(
        self,
        ctx_args: MutableMapping[str, Any],
        prog_name: str,
        complete_var: str | None = None,
    ) -> None:
        completion_init()
        super()._main_shell_completion(ctx_args, prog_name, complete_var)


def _list_usage_pieces(command: Command, ctx: Context) -> list[str]:
    arguments = [p.make_metavar(ctx) for p in command.params if isinstance(p, TyperArgument)]
    return ["[选项]", *arguments]


def _write_help(command: Command, ctx: Context) -> str:
    # What lays out the page is imported for it alone.
    from scorer.cli.help_page import write_help

    return write_help(command, ctx)


def _tell_usage_error(error: ClickException) -> ExitCode:
    if isinstance(error, NoArgsIsHelpError):
        typer.echo(error.format_message(), err=True)
        return ExitCode.WRONG_USAGE
    say(f"错误：{word_usage_error(error.format_message())}")
    ctx: Context | None = getattr(error, "ctx", None)
    if ctx is not None:
        usage = " ".join((ctx.command_path, *ctx.command.collect_usage_pieces(ctx)))
        say(f"用法：{usage}")
        say(f"说明：{ctx.command_path} --help")
    return ExitCode.WRONG_USAGE
