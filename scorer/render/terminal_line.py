"""The three shapes of a line on the console: words, an item with its number, a heading."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from scorer.render.visible import show_line
from scorer.zh.folding import fold

#: Wider lines are hard to read back to their start; in narrower ones nothing folds well.
_WIDEST = 100
_NARROWEST = 20


def show_words(console: Console, words: str, *, indent: int = 0, style: str = "") -> None:
    """Words folded to the console, every line indented by so many cells."""
    for line in fold(show_line(words), _width(console) - indent):
        _show(console, " " * indent + line, style)


def show_item(console: Console, number: int, words: str, *, style: str = "") -> None:
    """A numbered item; the lines after its first stand under its words."""
    first, *rest = fold(show_line(words), _width(console) - 4)
    _show(console, f"{number:>2}. {first}", style)
    for line in rest:
        _show(console, f"    {line}", style)


def show_heading(console: Console, words: str) -> None:
    """A heading with an empty line above it."""
    console.print()
    show_words(console, words, style="bold")


def _width(console: Console) -> int:
    return max(_NARROWEST, min(console.width, _WIDEST))


def _show(console: Console, line: str, style: str) -> None:
    console.print(Text(line, style=style), soft_wrap=True)
