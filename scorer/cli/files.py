"""Output files, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from scorer.cli.mistakes import UsageError


def make_folder(folder: Path) -> None:
    """Create the folder with all above it, unless it is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}：无法建立这个输出目录，请换一个位置或检查权限。") from error


def write_file(path: Path, data: bytes) -> None:
    """Write beside the place and move it there: a reader sees the old file or the new."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UsageError(f"{path}：无法写入，请检查目录权限和剩余空间。") from error
