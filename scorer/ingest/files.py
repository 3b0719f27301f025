"""Files on disk: which are reports, and their bytes."""

from __future__ import annotations

import os
from pathlib import Path

from scorer.errors import IngestError
from scorer.readers.choice import choose, is_hidden
from scorer.readers.formats import may_be_archive

_MEBI = 1024 * 1024
MAX_BYTES = 64 * _MEBI
MAX_ARCHIVE_BYTES = 512 * _MEBI
_LONGEST_MARK = 8


def find_reports(folder: Path) -> list[str]:
    """Files that may be reports, at any depth, sorted; names from the folder on, with slashes.

    Hidden files, lock files of editors and the folders of saved web pages are left out. A folder
    that may not be listed is among them ("" is the one given): reading it says so, and the others
    go on.
    """
    closed: list[str] = []
    names: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=lambda e: closed.append(e.filename)):
        folders[:] = [name for name in folders if not is_hidden(name)]
        below = _name_below(folder, parent)
        names.extend(f"{below}/{name}" if below else name for name in files)
    found = (*choose(names), *(_name_below(folder, each) for each in closed))
    return sorted(found, key=lambda name: name.replace("/", "\0"))  # folder by folder


def _name_below(folder: Path, path: str) -> str:
    name = Path(path).relative_to(folder).as_posix()
    return "" if name == "." else name


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; `name` is what error messages call it."""
    try:
        if path.is_dir():
            raise IngestError(_describe_folder(path, name))
        with path.open("rb") as file:
            packed = may_be_archive(file.read(_LONGEST_MARK))
            check_size(path.stat().st_size, name, packed=packed)
            file.seek(0)
            return file.read()
    except FileNotFoundError as error:
        raise IngestError(f"{name}：文件不存在，请检查路径是否正确。") from error
    except PermissionError as error:
        raise IngestError(f"{name}：没有读取权限，请修改文件权限后重试。") from error
    except OSError as error:
        raise IngestError(f"{name}：文件读取失败（{error.strerror}），请检查后重试。") from error


def _describe_folder(path: Path, name: str) -> str:
    """What to do about a folder: name a file in it, or be allowed to list it first."""
    if _can_list(path):
        return f"{name}：这是文件夹，不是文件，请指定其中的报告文件。"
    return f"{name}：没有列出这个文件夹的权限，其中的文件无法读取，请修改文件夹权限后重试。"


def _can_list(folder: Path) -> bool:
    """Whether the names in a folder may be seen."""
    try:
        next(folder.iterdir(), None)
    except PermissionError:
        return False
    return True


def check_size(size: int, name: str, *, packed: bool = False) -> None:
    """Refuse what is too large to be a report, or too large an archive of reports."""
    limit = MAX_ARCHIVE_BYTES if packed else MAX_BYTES
    if size > limit:
        raise IngestError(
            f"{name}：文件有 {size / _MEBI:.0f} MB，超过 {limit // _MEBI} MB 的上限，"
            "请检查是否选错文件。"
        )
