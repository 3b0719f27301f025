"""Files on disk: which are reports, and their bytes."""

from __future__ import annotations

import os
from pathlib import Path

from scorer.errors import IngestError

MAX_BYTES = 64 * 1024 * 1024
_SUFFIXES = frozenset((".txt", ".html", ".htm"))
_LOCK = "~$"
_HIDDEN = "."
_MEBI = 1024 * 1024


def can_read(path: Path) -> bool:
    """Whether there is a reader for files of this suffix."""
    return path.suffix.lower() in _SUFFIXES


def find_reports(folder: Path) -> list[Path]:
    """Readable files at any depth, sorted; hidden files and office lock files are left out.

    A folder that may not be listed is among them: reading it says so, and the others go on.
    """
    closed: list[Path] = []
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: _note(error, closed)):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        paths = (Path(parent, name) for name in names if not name.startswith((_HIDDEN, _LOCK)))
        found.extend(path for path in paths if can_read(path))
    return sorted((*found, *closed), key=lambda path: path.parts)


def _note(error: OSError, closed: list[Path]) -> None:
    closed.append(Path(error.filename))


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; `name` is what error messages call it."""
    try:
        if path.is_dir():
            raise IngestError(_describe_folder(path, name))
        check_size(path.stat().st_size, name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise IngestError(f"{name}：文件不存在，请检查路径是否正确。") from error
    except PermissionError as error:
        raise IngestError(f"{name}：没有读取权限，请修改文件权限后重试。") from error
    except OSError as error:
        raise IngestError(f"{name}：文件读取失败（{error.strerror}），请检查后重试。") from error


def _describe_folder(path: Path, name: str) -> str:
    """What to do about a folder: name a file in it, or be allowed to list it first."""
    if _can_list(path):
        return f"{name}：这是文件夹，不是文件，请指定其中的 .txt 或 .html 文件。"
    return f"{name}：没有列出这个文件夹的权限，其中的文件无法读取，请修改文件夹权限后重试。"


def _can_list(folder: Path) -> bool:
    """Whether the names in a folder may be seen."""
    try:
        next(folder.iterdir(), None)
    except PermissionError:
        return False
    return True


def check_size(size: int, name: str) -> None:
    """Refuse what is too large to be a report."""
    if size > MAX_BYTES:
        raise IngestError(
            f"{name}：文件有 {size / _MEBI:.0f} MB，超过 {MAX_BYTES // _MEBI} MB 的上限，"
            "请检查是否选错文件。"
        )
