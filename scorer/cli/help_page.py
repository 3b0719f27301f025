"""The help page of a command, in Chinese."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text
from typer._click.core import Command, Context
from typer.core import TyperArgument, TyperGroup, TyperOption

from scorer.cli.consoles import open_screen

Row = tuple[str, str]

_FIRST_COLUMN = 30
_HELP_WORDS = "显示这份说明"


def write_help(command: Command, context: Context) -> str:
    """The whole page, styled if standard output is a terminal."""
    console = open_screen()
    with console.capture() as page:
        _print_help(console, command, context)
    return "\n".join(line.rstrip() for line in page.get().rstrip().splitlines())


def _print_help(console: Console, command: Command, context: Context) -> None:
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    console.print(Text.assemble(("用法：", "bold"), usage), soft_wrap=True)
    console.print(Text("\n" + inspect.cleandoc(command.help or "")))
    parameters = command.get_params(context)
    arguments = [p for p in parameters if isinstance(p, TyperArgument)]
    options = [p for p in parameters if isinstance(p, TyperOption) and not p.hidden]
    _print_rows(console, "参数", (_describe_argument(a, context) for a in arguments))
    _print_rows(console, "选项", (_describe_option(o, context) for o in options))
    if isinstance(command, TyperGroup):
        _print_rows(console, "命令", _describe_commands(command, context))
    if command.epilog:
        console.print(Text("\n例子", style="bold"))
        console.print(Text(_indent(command.epilog)), soft_wrap=True)


def _print_rows(console: Console, title: str, rows: Iterable[Row]) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(min_width=_FIRST_COLUMN, no_wrap=True, style="cyan")
    grid.add_column(overflow="fold")
    for name, words in rows:
        grid.add_row(Text("  " + name), Text(words))
    if grid.row_count:
        console.print(Text("\n" + title, style="bold"))
        console.print(grid)


def _describe_argument(argument: TyperArgument, context: Context) -> Row:
    words = argument.help or ""
    return argument.make_metavar(context), words + (" [必填]" if argument.required else "")


def _describe_option(option: TyperOption, context: Context) -> Row:
    names = ", ".join(sorted(option.opts, key=len))
    value = f" {option.metavar}" if option.metavar else ""
    return names + value, _HELP_WORDS if _is_help(option, context) else (option.help or "")


def _is_help(option: TyperOption, context: Context) -> bool:
    return set(option.opts) == set(context.help_option_names)


def _describe_commands(group: TyperGroup, context: Context) -> Iterable[Row]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield name, inspect.cleandoc(command.help or "").partition("\n")[0]


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in inspect.cleandoc(text).splitlines())
