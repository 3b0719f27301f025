"""RAR archives, through rarfile and whatever unpacker the machine has (extra `office`).

The unpacker is another program: rarfile hands it the archive as a temporary file, and reads what
it writes to its standard output. No member touches the disk.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import rarfile

from scorer.errors import IngestError
from scorer.readers.limits import ZipLimits
from scorer.readers.packed import ZIP_ERRORS, Packed, check_bounds, give_names

#: What rarfile lets through besides its own errors, for archives that are not as they should be.
_ERRORS = (rarfile.Error, *ZIP_ERRORS, LookupError, TypeError, AttributeError)
#: rarfile reads a number byte by byte as long as the high bit is set, each time copying it all.
_HIGH = bytes(range(0x80, 0x100))
_BLOCK = 50_000
_LOCKED = "压缩包加了密码，无法打开，请解开后提供没有密码的文件。"
_DAMAGED = "RAR 压缩包不完整或已损坏，无法打开，请重新压缩后提供。"
_NO_TOOL = "本机没有能解开 RAR 的程序，请安装 unrar、unar 或 7-Zip，或改用 ZIP 压缩包提供。"


def list_rar(name: str, data: bytes, limits: ZipLimits) -> Sequence[Packed]:
    """The reports in a RAR archive, none of them unpacked yet; other volumes are not looked for."""
    if _has_endless_number(data):
        raise IngestError(f"{name}：{_DAMAGED}")
    try:
        archive = rarfile.RarFile(io.BytesIO(data), part_only=True)
        locked = archive.needs_password()
        infos = archive.infolist()
    except _ERRORS as error:
        raise IngestError(f"{name}：{_DAMAGED}") from error
    if locked:
        raise IngestError(f"{name}：{_LOCKED}")
    names = give_names(name, [info.filename for info in infos])
    return [
        Packed(
            name=names[place],
            size=info.file_size,
            unpack=_make_unpacker(archive, info, names[place], limits),
        )
        for place, info in enumerate(infos)
        if place in names and info.is_file()
    ]


def _has_endless_number(data: bytes) -> bool:
    """Whether a whole block is of such bytes, as one is in every run of two blocks' length."""
    starts = range(0, len(data) - _BLOCK, _BLOCK)
    return any(not data[start : start + _BLOCK].translate(None, _HIGH) for start in starts)


def _make_unpacker(
    archive: rarfile.RarFile, info: rarfile.RarInfo, name: str, limits: ZipLimits
) -> Callable[[], bytes]:
    def unpack() -> bytes:
        check_bounds(name, info.file_size, info.compress_size, limits)
        try:
            return bytes(archive.read(info))
        except rarfile.RarCannotExec as error:
            raise IngestError(f"{name}：{_NO_TOOL}") from error
        except _ERRORS as error:
            raise IngestError(f"{name}：{_DAMAGED}") from error

    return unpack
