"""rich consoles on the standard streams."""

from __future__ import annotations

import os

from rich.console import Console

from scorer.cli.streams import PLAIN_WIDTH


class _ScreenConsole(Console):
    """A console that leaves a closed pipe to the caller; rich itself would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def open_screen(*, stderr: bool = False) -> Console:
    """A console on a standard stream, obeying COLUMNS, NO_COLOR and FORCE_COLOR."""
    console = _ScreenConsole(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PLAIN_WIDTH
    return console
