"""A progress bar over the files of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from scorer.cli.consoles import open_screen
from scorer.cli.sources import Source


def track(sources: Sequence[Source]) -> Iterator[Source]:
    """Yield the files behind a bar on standard error that is gone at the end."""
    columns = (
        TextColumn("评分"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=open_screen(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(sources), name="")
        for source in sources:
            progress.update(task, name=source.name)
            yield source
            progress.advance(task)
