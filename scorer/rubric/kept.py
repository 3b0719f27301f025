"""Compiled rubrics kept on disk by the hash of their content: reading one anew takes a second.

A kept rubric is used only where the rubric file, every file it names, the shipped tables and the
program are what they were. Nothing depends on it: where nothing can be kept, nothing is.
"""

from __future__ import annotations

import gc
import hashlib
import io
import json
import os
import pathlib
import pickle
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import MappingProxyType
from typing import Any

from scorer import resources
from scorer.cache import find_folder, write_whole
from scorer.rubric.model import Rubric

_SUFFIX = ".rubric"
#: Older ones are deleted.
_MOST = 8
#: What a kept rubric is made of: values of these rooms, and what else is harmless.
_ROOMS = tuple(
    f"scorer.{room}"
    for room in ("checks.", "evidence.", "finding", "reading.", "rubric.", "scorecard", "zh.")
)
_HARMLESS = {("decimal", "Decimal"), ("functools", "partial")}

#: What reading a file can end in that is not, or no longer, what was written.
_DAMAGED = (
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    pickle.UnpicklingError,
)


def fetch_rubric(path: pathlib.Path, name: str) -> Rubric | None:
    """The rubric as it was kept; None where it was not, or anything it depends on has changed."""
    with suppress(*_DAMAGED):
        place = _find_place(path.read_bytes(), name)
        if place is None:
            return None
        with place.open("rb") as file:
            head, content = json.loads(file.readline()), file.read()
        if zlib.crc32(content) != head["crc32"]:
            return None
        named = _read_named(path, head["files"])
        if _hash_named(head["files"], named) == head["sha256"]:
            return _restore(content)
    return None


def keep_rubric(path: pathlib.Path, name: str, rubric: Rubric) -> None:
    """Keep it if there is a place, and if nobody changed its files while it was read.

    Another process may do the same at the same time.
    """
    with suppress(OSError, ValueError):
        own, named = path.read_bytes(), _read_named(path, rubric.files)
        place = _find_place(own, name)
        if place is None or not _is_made_of(rubric, name, (own, *named)):
            return
        content = _pack(rubric)
        sha256 = _hash_named(rubric.files, named)
        head = {"files": rubric.files, "sha256": sha256, "crc32": zlib.crc32(content)}
        write_whole(place, json.dumps(head).encode() + b"\n" + content)
        _forget_oldest(place.parent)


def _is_made_of(rubric: Rubric, name: str, contents: Sequence[bytes]) -> bool:
    # They load YAML, which a rubric that is fetched does without.
    from scorer.rubric.files import hash_texts  # noqa: PLC0415
    from scorer.rubric.source import normalize  # noqa: PLC0415

    return hash_texts(name, rubric.files, map(normalize, contents)) == rubric.stamp.sha256


def _find_place(content: bytes, name: str) -> pathlib.Path | None:
    """By the program, the name that errors call the rubric, and the content of its file."""
    folder = find_folder()
    if folder is None:
        return None
    digest = hashlib.sha256(f"{sys.version}\0{name}\0".encode())
    for line in _list_program():
        digest.update(line.encode())
    digest.update(content)
    return folder / f"{digest.hexdigest()[:32]}{_SUFFIX}"


def _list_program() -> Iterator[str]:
    """Every file of the program and every shipped table, with its size and time."""
    folders = [pathlib.Path(resources.__file__).parent, resources.rubrics_folder()]
    for folder in folders:
        yield from _list_folder(os.fspath(folder))


def _list_folder(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_file():
                known = entry.stat()
                yield f"{entry.path}\0{known.st_size}\0{known.st_mtime_ns}\0"
            elif entry.name != "__pycache__":
                yield from _list_folder(entry.path)


def _read_named(path: pathlib.Path, names: Sequence[str]) -> list[bytes]:
    return [(path.parent / name).read_bytes() for name in names]


def _hash_named(names: Sequence[str], contents: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in zip(names, contents, strict=True):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _forget_oldest(folder: pathlib.Path) -> None:
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda place: place.stat().st_mtime_ns)
    for place in kept[:-_MOST]:
        place.unlink(missing_ok=True)


class _Packer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as the class above has it
        """Read-only mappings cannot be packed by themselves."""
        if isinstance(value, MappingProxyType):
            return _make_read_only, (dict(value),)
        return NotImplemented


def _make_read_only(values: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(values)


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        """Only what the rooms that a rubric is made of define themselves, under a plain name.

        A dotted name, or one that a module merely imported, would lead out of them.
        """
        if (module, name) in _HARMLESS:
            return super().find_class(module, name)
        if not module.startswith(_ROOMS) or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found: object = super().find_class(module, name)
        if getattr(found, "__module__", "") != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Looking for garbage among thousands of new objects, none of it any, takes half the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _pack(rubric: Rubric) -> bytes:
    buffer = io.BytesIO()
    _Packer(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(rubric)
    return buffer.getvalue()


def _restore(content: bytes) -> Rubric | None:
    with _no_collection():
        rubric = _Unpacker(io.BytesIO(content)).load()
    return rubric if isinstance(rubric, Rubric) else None
