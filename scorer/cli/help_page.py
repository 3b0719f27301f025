"""The help page of a command, in Chinese; without rich, whose import would take half its time."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size

import typer
from rich.cells import cell_len
from typer._click.core import Command, Context
from typer.core import TyperArgument, TyperGroup, TyperOption

from scorer.cli.streams import PLAIN_WIDTH
from scorer.zh.folding import fold, pad

Row = tuple[str, str]

#: Cells of the left column, if no name is longer, and before and behind a name.
_FIRST_COLUMN = 32
_GAP = 2
#: In fewer cells nothing folds well.
_NARROWEST = 20
_HELP_WORDS = "显示这份说明"


def write_help(command: Command, context: Context) -> str:
    """The whole page, with codes for bold and colour, which `typer.echo` drops in a pipe."""
    return "\n".join(_lay_out(command, context))


def _lay_out(command: Command, context: Context) -> Iterator[str]:
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    width = max(_NARROWEST, get_terminal_size((PLAIN_WIDTH, 1)).columns)
    yield _bold("用法：") + usage
    yield ""
    for line in inspect.cleandoc(command.help or "").splitlines():
        yield from fold(line, width)
    for title, rows in _list_tables(command, context):
        yield from _lay_rows(title, tuple(rows), width)
    if command.epilog:
        yield from ("", _bold("例子"))
        yield from (f"  {line}" for line in inspect.cleandoc(command.epilog).splitlines())


def _list_tables(command: Command, context: Context) -> Iterator[tuple[str, Iterable[Row]]]:
    parameters = command.get_params(context)
    arguments = [p for p in parameters if isinstance(p, TyperArgument)]
    options = [p for p in parameters if isinstance(p, TyperOption) and not p.hidden]
    yield "参数", (_describe_argument(a, context) for a in arguments)
    yield "选项", (_describe_option(o, context) for o in options)
    if isinstance(command, TyperGroup):
        yield "命令", _describe_commands(command, context)


def _lay_rows(title: str, rows: tuple[Row, ...], width: int) -> Iterator[str]:
    """Names on the left, what they mean on the right."""
    if not rows:
        return
    yield from ("", _bold(title))
    left = max(_FIRST_COLUMN, *(cell_len(name) + 2 * _GAP for name, _ in rows))
    for name, words in rows:
        first, *rest = fold(words, max(_NARROWEST, width - left))
        yield _coloured(pad(f"  {name}", left)) + first
        yield from (" " * left + line for line in rest)


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


def _bold(words: str) -> str:
    return typer.style(words, bold=True) if _may_style() else words


def _coloured(words: str) -> str:
    return typer.style(words, fg=typer.colors.CYAN) if _may_style() else words


def _may_style() -> bool:
    """What https://no-color.org asks for, and no codes for a terminal that knows none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
