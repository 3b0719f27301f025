"""A progress bar over the files of a run, or the steps of other long work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text

from scorer.cli.consoles import open_screen
from scorer.render.visible import show_line

T = TypeVar("T")

_MINUTE = 60
_BAR_WIDTH = 20


def track(
    items: Iterable[T], total: int, work: str, name_of: Callable[[T], str] | None = None
) -> Iterator[T]:
    """Hand on the items as they are done, behind a bar that is gone at the end."""
    columns = (
        TextColumn(work),
        BarColumn(_BAR_WIDTH),
        MofNCompleteColumn(),
        _Pace(Column(no_wrap=True)),
        _Name(Column(no_wrap=True, overflow="ellipsis", ratio=1)),
    )
    screen = open_screen(stderr=True)
    with Progress(*columns, console=screen, transient=True, expand=True) as progress:
        task = progress.add_task("", total=total, name="")
        for item in items:
            progress.update(task, advance=1, name=name_of(item) if name_of else "")
            yield item


class _Pace(ProgressColumn):
    """How many files a second, and how long it will take."""

    def render(self, task: Task) -> Text:
        """Nothing before there is anything to tell it by."""
        speed, left = task.finished_speed or task.speed, task.time_remaining
        if not speed or left is None:
            return Text("")
        pace = f"{_show_speed(speed)}，" if task.fields["name"] else ""
        return Text(f"{pace}还要{_show_time(left)}")


class _Name(ProgressColumn):
    """The file that was done last, in what room the others leave."""

    def render(self, task: Task) -> Text:
        """The name as it is: brackets are no markup, and a code in it steers no screen."""
        return Text(show_line(task.fields["name"]))


def _show_speed(speed: float) -> str:
    if speed >= 1:
        return f"每秒{speed:.0f}份"
    return f"每份{1 / speed:.0f}秒"


def _show_time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), _MINUTE)
    if minutes >= _MINUTE:
        return f"{minutes // _MINUTE}小时{minutes % _MINUTE}分"
    return f"{minutes}分{rest}秒" if minutes else f"{rest}秒"
