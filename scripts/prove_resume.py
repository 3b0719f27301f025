"""Kill a run at random moments, go on with --resume, and compare with a run that nobody disturbed.

    python scripts/prove_resume.py [--reports 2000] [--kills 50] [--seed 1] [--work DIR]

Both are written as HTML pages, JSON lines and the store. Prints what was compared; exit code 1
where anything differs. POSIX only: the whole group of processes is killed with SIGKILL.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from make_corpus import write_corpus

STORE = "results.sqlite"
FORMATS = ("html", "jsonl")


def command(corpus: Path, output: Path) -> list[str]:
    """A scoring run with two processes that goes on where it was broken off."""
    formats = [word for name in FORMATS for word in ("-f", name)]
    words = [corpus, "-o", output, *formats, "--jobs", "2", "--resume"]
    return [sys.executable, "-m", "scorer", "score", "-q", *map(str, words)]


def run(corpus: Path, output: Path, limit: float | None = None) -> bool:
    """Whether it came to its end before it was killed."""
    process = subprocess.Popen(
        command(corpus, output), start_new_session=True, stdout=subprocess.DEVNULL
    )
    try:
        code = process.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    if code not in (0, 3):
        sys.exit(f"exit code {code}")
    return True


def dump(store: Path) -> list[str]:
    """All rows of all tables, sorted."""
    with sqlite3.connect(store) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        return sorted(
            f"{table}: {row}"
            for table in tables
            for row in connection.execute(f'SELECT * FROM "{table}"')
        )


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the store, by its name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(STORE)
    }


def main() -> int:
    """Run, kill, go on, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path)
    wishes = parser.parse_args()
    work = wishes.work or Path(tempfile.mkdtemp())
    corpus, whole, broken = work / "corpus", work / "whole", work / "broken"
    if not corpus.exists():
        write_corpus(corpus, wishes.reports)
    begun = time.monotonic()
    run(corpus, whole)
    took = time.monotonic() - begun
    print(f"undisturbed: {wishes.reports} reports in {took:.0f} s")
    rng = random.Random(wishes.seed)
    ended = 0
    for _ in range(wishes.kills):
        ended += run(corpus, broken, rng.uniform(0.05, 2.5 * took / wishes.kills + 3))
    print(f"killed {wishes.kills - ended} times, {ended} runs ended before")
    run(corpus, broken)
    begun = time.monotonic()
    run(corpus, broken)
    print(f"unchanged run: {time.monotonic() - begun:.1f} s")
    same_rows = dump(whole / STORE) == dump(broken / STORE)
    one, other = files(whole), files(broken)
    different = sorted({name for name in {*one, *other} if one.get(name) != other.get(name)})
    print(f"store: {'the same' if same_rows else 'DIFFERENT'}; files: {len(one)}")
    print(f"different files: {different[:10] or 'none'}")
    return 0 if same_rows and not different else 1


if __name__ == "__main__":
    sys.exit(main())
