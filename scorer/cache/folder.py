"""Where things are kept, and how they are written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

#: The folder to keep things in, instead of the user's own; empty: keep nothing.
VARIABLE = "SCORER_CACHE"


def find_folder() -> Path | None:
    """The folder, which need not be there yet; None where nothing is to be kept."""
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    return Path(named) if named else platformdirs.user_cache_path("scorer", appauthor=False)


def write_whole(place: Path, content: bytes) -> None:
    """Write all of it or nothing, whoever reads or writes the same file meanwhile.

    Raises OSError where the folder cannot be made or written.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(place)
    except BaseException:  # Ctrl-C too leaves nothing behind
        Path(temporary).unlink(missing_ok=True)
        raise
