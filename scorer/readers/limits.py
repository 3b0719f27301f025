"""How much of a hostile file is looked at before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MEBI = 1024 * 1024


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
