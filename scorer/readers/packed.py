"""What zip and rar share: a file still in its archive, how it is called, how large it may be."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorer.errors import IngestError
from scorer.readers.choice import choose
from scorer.readers.limits import ZipLimits
from scorer.readers.names import clean_name

#: Everything that zipfile raises for an archive or member that is not as it should be.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A file still in its archive; `unpack` raises IngestError."""

    name: str
    size: int
    unpack: Callable[[], bytes]


def give_names(archive: str, names: Sequence[str]) -> dict[int, str]:
    """By place in the archive: how each file that may be a report is called; no two alike."""
    clean = [clean_name(name) for name in names]
    wanted = frozenset(choose(clean))
    given: dict[int, str] = {}
    taken: set[str] = set()
    for place, name in enumerate(clean):
        if name in wanted:
            given[place] = f"{archive}/{_tell_apart(name, taken)}"
    return given


def _tell_apart(name: str, taken: set[str]) -> str:
    """The name, with a number where another file has it already."""
    stem, dot, suffix = name.rpartition(".")
    shown, number = name, 1
    while shown in taken:
        number += 1
        shown = f"{stem}（{number}）{dot}{suffix}"
    taken.add(shown)
    return shown


def check_bounds(name: str, size: int, packed: int, limits: ZipLimits) -> None:
    """Refuse a member that is too large, or grows beyond all measure.

    Raises:
        IngestError: with the name of the member.
    """
    if size > limits.member:
        raise IngestError(
            f"{name}：文件解开后有 {size // _MEBI} MB，超过 {limits.member // _MEBI} MB 的上限，"
            "请检查是否选错文件。"
        )
    if size > limits.free and size > limits.ratio * packed:
        raise IngestError(
            f"{name}：文件解开后是压缩时的 {size // max(packed, 1)} 倍，疑似压缩炸弹，没有读取，"
            "请检查文件来源。"
        )
