"""ZIP and RAR 5 archives; members of the latter are stored as they are."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

_SIGNATURE = b"Rar!\x1a\x07\x01\x00"
_DATE = (2025, 1, 10, 9, 0, 0)


def write_zip(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, compress_type=method)
    return buffer.getvalue()


def read_zip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_rar(files: Mapping[str, bytes], packing: int = 0) -> bytes:
    """`packing` names a method that the members are only said to be packed by."""
    blocks = [_SIGNATURE, _write_block(1, 0, 0)]
    for name, data in files.items():
        shown = name.encode()
        crc = zlib.crc32(data).to_bytes(4, "little")
        after = crc + b"".join(map(_write_number, (packing, 0, len(shown)))) + shown
        blocks += [_write_block(2, 2, len(data), 4, len(data), 0, tail=after), data]
    return b"".join((*blocks, _write_block(5, 0, 0)))


def _write_block(*numbers: int, tail: bytes = b"") -> bytes:
    fields = b"".join(map(_write_number, numbers)) + tail
    sized = _write_number(len(fields)) + fields
    return zlib.crc32(sized).to_bytes(4, "little") + sized


def _write_number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; a set high bit says that more follow."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _write_number(rest) if rest else bytes([low])
