"""The files that a rubric names, and the one hash over all of them."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Callable, Iterable

from scorer.rubric.node import Node
from scorer.rubric.problem import Problem, cite
from scorer.rubric.source import Source

Read = Callable[[pathlib.Path, str], Source]


def read_files(
    names: Node, folder: pathlib.Path, read: Read
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read the files of a list; their names count from `folder`, where the rubric lies.

    The problems are those of the files; one that is not there is told where it is named.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    shown = pathlib.PurePath(names.source.name).parent
    for item in names.items():
        if not item.text:
            continue
        path = folder / item.text
        if _is_file(path):
            source = read(path, (shown / item.text).as_posix())
            sources.append(source)
            problems.extend(source.problems)
        else:
            words = f"找不到文件{cite(item.text)}；请核对文件名，路径从本文件所在文件夹算起"
            problems.append(item.problem(words))
    return tuple(sources), tuple(problems)


def hash_files(root: Node, sources: Iterable[Source]) -> str:
    """SHA-256 over the rubric and the files it names: names as written, lengths and texts."""
    named = [*root["words"].texts, *root["topics"].texts, *root["references"].texts]
    return hash_texts(root.source.name, named, (each.text for each in (root.source, *sources)))


def hash_texts(name: str, named: Iterable[str], texts: Iterable[str]) -> str:
    """The same from the name of the rubric, the names in it, and the texts of all of them."""
    digest = hashlib.sha256()
    for each, text in zip((pathlib.PurePath(name).name, *named), texts, strict=True):
        content = text.encode("utf-8")
        digest.update(f"{each}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _is_file(path: pathlib.Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False
