"""Regexes compiled once and kept: compiling all takes a second, reading them a fiftieth.

`re` has no way to write down what it compiled. What it hands to its own engine is kept here, for
one version of Python. A check sum vouches for the file, and the engine looks every code over
before it takes it; where this Python is put together otherwise, `re.compile` does it all.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import re
import sys
import zlib
from array import array
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from scorer.cache.folder import find_folder, write_whole

_SUFFIX = ".regexes"
#: More than the program has: then what others left goes, and what this process used is kept.
_MOST = 4_000
#: What an engine of another make, or a damaged file, can end in; `re.error` is none of them.
_UNUSABLE = (
    AttributeError,
    ImportError,
    LookupError,
    OSError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
)

_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Code:
    """What the engine takes; `flags` are those the pattern itself sets too."""

    flags: int
    words: bytes
    groups: int
    names: dict[str, int]


@cache
def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, which forgets some where there are many; this forgets none.

    For the patterns of the program and of rubrics, which lie on disk afterwards: never for words
    of a report.
    """
    return _shelf().take(pattern, int(flags))


def keep_regexes() -> None:
    """Keep those that were compiled since the start; the next process finds them.

    Done at the end of a process too, unless it is killed.
    """
    if _shelf.cache_info().currsize:
        with suppress(*_UNUSABLE):
            _shelf().write()


@cache
def _shelf() -> _Shelf:
    atexit.register(keep_regexes)
    return _Shelf(_find_place())


def _find_place() -> Path | None:
    folder = find_folder()
    version = hashlib.sha256(f"{sys.implementation.name} {sys.version}".encode()).hexdigest()
    return folder / f"{version[:16]}{_SUFFIX}" if folder else None


class _Shelf:
    """The kept regexes of one file, and those that are not in it yet."""

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._kept: Mapping[_Key, _Code] = _read(place)
        self._new: dict[_Key, _Code] = {}
        self._used: set[_Key] = set()

    def take(self, pattern: str, flags: int) -> re.Pattern[str]:
        key = (pattern, flags)
        if self._place is None:
            return re.compile(pattern, flags)
        with suppress(*_UNUSABLE):
            code = self._kept.get(key)
            if code is None:
                code = self._new[key] = _encode(pattern, flags)
            self._used.add(key)
            return _build(pattern, code)
        return re.compile(pattern, flags)

    def write(self) -> None:
        if not self._new or self._place is None:
            return
        mine = {**self._kept, **self._new}
        others = _read(self._place)
        if len({*others, *mine}) <= _MOST:
            self._kept = {**others, **mine}
        else:
            self._kept = {key: mine[key] for key in self._used}
        write_whole(self._place, _pack(self._kept))
        self._new = {}


def _encode(pattern: str, flags: int) -> _Code:
    """The two first of the three steps of `re.compile`; raises `re.error` as it does."""
    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 - there is no other
    state = parsed.state
    return _Code(flags | state.flags, array("I", code).tobytes(), state.groups - 1, state.groupdict)


def _build(pattern: str, code: _Code) -> re.Pattern[str]:
    """The third."""
    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    words = array("I", code.words).tolist()
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, code.flags, words, code.groups, code.names, tuple(names)
    )
    return made


def _pack(codes: Mapping[_Key, _Code]) -> bytes:
    """A line with the check sum of the rest, a line with what is where, and the codes."""
    rows = [
        (*key, code.flags, len(code.words), code.groups, code.names) for key, code in codes.items()
    ]
    rest = json.dumps(rows).encode() + b"\n" + b"".join(code.words for code in codes.values())
    return f"{zlib.crc32(rest)}\n".encode() + rest


def _read(place: Path | None) -> dict[_Key, _Code]:
    """All that are kept; none where there is no such file or it is damaged."""
    if place is None:
        return {}
    with suppress(*_UNUSABLE):
        check, _, rest = place.read_bytes().partition(b"\n")
        if int(check) == zlib.crc32(rest):
            return _unpack(rest)
    return {}


def _unpack(content: bytes) -> dict[_Key, _Code]:
    index = content.index(b"\n")
    rows: list[Any] = json.loads(content[:index])
    codes = {}
    start = index + 1
    for pattern, asked, flags, length, groups, names in rows:
        codes[pattern, asked] = _Code(flags, content[start : start + length], groups, names)
        start += length
    return codes
