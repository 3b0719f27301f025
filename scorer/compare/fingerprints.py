"""Winnowing: of every window of shingles one is kept, so that equal text keeps equal ones.

Two texts that share `SHINGLE + WINDOW - 1` letters in a row share at least one fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

SHINGLE = 28
WINDOW = 29
_BYTES = 4


def find_fingerprints(letters: str) -> Iterator[tuple[int, int]]:
    """Hash and place of each shingle kept, in the order of the text."""
    hashes = _hash_shingles(letters)
    if not hashes:
        return
    kept: int | None = _lowest(hashes, 0, WINDOW)
    while kept is not None:
        yield hashes[kept], kept
        kept = _next(hashes, kept)


def _next(hashes: list[int], kept: int) -> int | None:
    """The first that is as low and comes into a window beside the one kept, or the next lowest."""
    low, entering = hashes[kept], hashes[kept + 1 : kept + WINDOW]
    if entering and min(entering) <= low:
        return kept + 1 + next(at for at, value in enumerate(entering) if value <= low)
    if kept + 1 + WINDOW > len(hashes):
        return None
    return _lowest(hashes, kept + 1, kept + 1 + WINDOW)


def _lowest(hashes: list[int], start: int, stop: int) -> int:
    """The last of the lowest in a window."""
    window = hashes[start:stop]
    low = min(window)
    return start + len(window) - 1 - window[::-1].index(low)


def _hash_shingles(letters: str) -> list[int]:
    data, size = letters.encode("utf-32-le", "surrogatepass"), SHINGLE * _BYTES
    return [crc32(data[at : at + size]) for at in range(0, len(data) - size + 1, _BYTES)]
