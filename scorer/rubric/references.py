"""The reference tables that a rubric names; those it does not name are the shipped ones."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

from scorer.checks.tables import TABLE_NAMES, TableError, Tables, read_tables
from scorer.rubric.node import Node
from scorer.rubric.problem import Problem
from scorer.rubric.source import Source


def find_table_problems(names: Node, sources: Sequence[Source]) -> Iterator[Problem]:
    """A table named twice, or one that is no such table."""
    seen: set[str] = set()
    for item, name, _ in _named(names, sources):
        if name in seen:
            yield item.problem(f"参考资料“{name}”列了两次；请删去一处")
        seen.add(name)
    try:
        tables_of(names, sources)
    except TableError as error:
        items = (item for item, name, _ in _named(names, sources) if name == error.name)
        yield next(items).problem(f"{error}；请对照程序自带的同名文件改正")


def tables_of(names: Node, sources: Sequence[Source]) -> Tables:
    """The tables by which the checks of the rubric run.

    Raises:
        TableError: a table that the rubric names is no such table.
    """
    return read_tables({name: source.text for _, name, source in _named(names, sources)})


def _named(names: Node, sources: Sequence[Source]) -> Iterator[tuple[Node, str, Source]]:
    """The listed files that bear the name of a table; others are only under the hash."""
    found = {source.name: source for source in sources}
    folder = pathlib.PurePath(names.source.name).parent
    for item in names.items():
        source = found.get((folder / item.text).as_posix())
        name = pathlib.PurePath(item.text).name
        if source is not None and name in TABLE_NAMES:
            yield item, name, source
