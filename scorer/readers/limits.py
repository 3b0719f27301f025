"""How much a container may hold; a report is far below, a bomb above."""

from __future__ import annotations

from dataclasses import dataclass

_MEBI = 1024 * 1024

#: Entries in the directory of an archive.
MAX_MEMBERS = 10_000
#: Bytes of one member, unpacked; parsed XML takes up to thirty times as much memory.
MAX_PART = 24 * _MEBI
#: Bytes of all members that are read of one container, unpacked.
MAX_UNPACKED = 64 * _MEBI
#: Unpacked bytes to each packed one, in members larger than `RATIO_FROM`.
MAX_RATIO = 400
RATIO_FROM = 4 * _MEBI
#: Tags of one XML member: what takes the time, however small the member is.
MAX_TAGS = 1_500_000
#: Characters of text that a reader hands on, a thousand times those of a report.
MAX_TEXT = 5_000_000
#: Seconds that another program may take to convert a file.
CONVERT_SECONDS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class ZipLimits:
    """Bounds on what is unpacked from one file; sizes in bytes, `depth` in archives inside it.

    `ratio` is unpacked to packed bytes, asked of members larger than `free` only: small ones are
    often all alike.
    """

    members: int = 5_000
    member: int = 64 * _MEBI
    total: int = 2048 * _MEBI
    ratio: int = 200
    free: int = 4 * _MEBI
    depth: int = 2


ZIP_LIMITS = ZipLimits()
