"""A file of a rubric: its text, its data with places, and what is wrong with it as a file."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass, field

from scorer.rubric.compose import Composed, Path, Place, SyntaxFaultError, compose
from scorer.rubric.problem import Problem

_MOST_BYTES = 4 * 1024 * 1024
_EMPTY = Composed(data=None, places={}, keys={}, repeated=())
_START = (1, 1)
_UNREADABLE = "无法读取；请检查文件名和权限"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as the user named it. Where it is `broken` there is no data, only problems."""

    name: str
    text: str = field(repr=False)
    composed: Composed = field(repr=False)
    problems: tuple[Problem, ...] = ()
    broken: bool = False

    def place(self, path: Path) -> Place:
        """Where the value stands, or the nearest thing around it that has a place."""
        places = self.composed.places
        while path and path not in places:
            path = path[:-1]
        return places.get(path, _START)

    def problem(self, path: Path, message: str) -> Problem:
        """Say something of the value at `path`."""
        return _problem(self.name, self.place(path), message)

    def key_problem(self, path: Path, message: str) -> Problem:
        """Say something of the key that `path` ends in."""
        place = self.composed.keys.get(path)
        return _problem(self.name, place or self.place(path), message)


def read_source(path: pathlib.Path, name: str) -> Source:
    """Read a YAML file of a rubric; whatever is wrong with it is told in its problems."""
    source = read_plain(path, name)
    return source if source.broken else parse_source(source.text, name)


def read_plain(path: pathlib.Path, name: str) -> Source:
    """Read a file without looking into it.

    The text has Unix line ends and no byte order mark, on every system alike.
    """
    try:
        return Source(name=name, text=_read_text(path), composed=_EMPTY)
    except SyntaxFaultError as fault:
        return _broken(name, "", fault)


def parse_source(text: str, name: str) -> Source:
    """Look into text that is at hand."""
    try:
        composed = compose(text)
    except SyntaxFaultError as fault:
        return _broken(name, text, fault)
    problems = tuple(
        _problem(name, place, f"键“{key}”重复；请删去多余的一个")
        for place, key in composed.repeated
    )
    return Source(name=name, text=text, composed=composed, problems=problems)


def _read_text(path: pathlib.Path) -> str:
    content = _read_bytes(path)
    if len(content) > _MOST_BYTES:
        raise SyntaxFaultError("文件超过 4 MB，不像评分标准；请核对文件", _START)
    try:
        return normalize(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise SyntaxFaultError("文件不是 UTF-8 编码；请另存为 UTF-8", (line, column)) from error


def normalize(content: bytes) -> str:
    """The text of a file; raises UnicodeDecodeError where it is no UTF-8."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _read_bytes(path: pathlib.Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise SyntaxFaultError("找不到这个文件；请核对路径和文件名", _START) from error
    except (IsADirectoryError, PermissionError) as error:  # Windows says the latter of folders
        words = "这是文件夹；请给出 YAML 文件" if path.is_dir() else _UNREADABLE
        raise SyntaxFaultError(words, _START) from error
    except (OSError, ValueError) as error:  # a name too long, or with a NUL
        raise SyntaxFaultError(_UNREADABLE, _START) from error


def _broken(name: str, text: str, fault: SyntaxFaultError) -> Source:
    problem = _problem(name, fault.place, fault.message)
    return Source(name=name, text=text, composed=_EMPTY, problems=(problem,), broken=True)


def _problem(name: str, place: Place, message: str) -> Problem:
    return Problem(file=name, line=place[0], column=place[1], message=message)
