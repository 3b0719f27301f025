"""Rebuilds the dictionary of law titles from a table of laws (developers only).

Usage: python scripts/build_laws.py LAWS.csv   (columns title, level, published, ...)

Writes rubrics/references/laws.tsv: `title, kind, published` a line, sorted. The table tells which
names exist; what is in force is told by rubrics/references/instruments.yaml, by hand.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "rubrics" / "references" / "laws.tsv"
KINDS = {
    "宪法": "national",
    "法律": "national",
    "行政法规": "national",
    "党内法规": "national",
    "规划": "national",
    "部门规章": "ministry",
    "司法解释": "court",
    "其他": "other",
}


def main() -> None:
    """Keep the names with their kind; the same table gives the same bytes."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if KINDS.get(row["level"]) != "other"]
    latest: dict[tuple[str, str], str] = {}
    for row in rows:
        key = (row["title"].strip(), KINDS.get(row["level"], "local"))
        latest[key] = max(latest.get(key, ""), row["published"])
    lines = sorted("\t".join((*key, published)) for key, published in latest.items())
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} titles")


if __name__ == "__main__":
    main()
