"""Runs an installed scorer on a tiny report in every format; see prove_install.sh."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from scorer.doctor import sample

CORE = {
    "text.txt": sample.make_text(),
    "page.html": sample.make_html(),
    "word.docx": sample.make_docx(),
    "old.doc": sample.make_doc(),
    "old.wps": sample.make_doc(),
    "paper.pdf": sample.make_pdf(),
    "paper.ofd": sample.make_ofd(),
    "all.zip": sample.make_zip(),
}
OFFICE = 'pip install "scorer[office]"'
EXTRAS = {
    "rich.rtf": (sample.make_rtf(), OFFICE),
    "packed.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(60), OFFICE),
    "photo.png": (sample.write_png([b"\xff" * 99] * 99), 'pip install "scorer[ocr]"'),
}
REGISTER = "old.xls"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def run(scorer: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    return subprocess.run(
        [scorer, *arguments], check=False, capture_output=True, text=True, encoding="utf-8"
    )


def main(scorer: str) -> None:
    """Every format alone; the first surprise ends it."""
    points = set()
    for name, data in CORE.items():
        Path(name).write_bytes(data)
        done = run(scorer, "score", name, "-f", "json")
        (card,) = json.loads(done.stdout)["scorecards"]
        points.add(card["total"]["points"])
        print(f"{name}: {card['total']['points']}")
    assert len(points) == 1, points
    for name, (data, command) in EXTRAS.items():
        Path(name).write_bytes(data)
        done = run(scorer, "score", name, "-f", "json")
        lines = done.stderr.splitlines()
        assert (done.returncode, len(lines)) == (3, 1), done
        assert command in lines[0], lines
        print(lines[0])
    Path(REGISTER).write_bytes(OLE)
    done = run(scorer, "score", "text.txt", "--register", REGISTER)
    assert done.returncode == 2, done  # noqa: PLR2004
    assert OFFICE in done.stderr, done
    print(done.stderr.strip())
    done = run(scorer, "doctor", "-f", "json")
    assert done.returncode == 0, done
    print("doctor: works")


if __name__ == "__main__":
    main(sys.argv[1])
