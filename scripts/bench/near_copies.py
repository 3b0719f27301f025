"""How many planted copies `scorer compare` finds, how many it tells wrongly, and what that costs.

    python scripts/bench/near_copies.py [FOLDER] [-n 2000] [--copies 0.1] [--seed 7] [--jobs 2]
                                        [--keep OUT] [--busy "..."]

FOLDER is made by `make_corpus.py` where it is not there; a folder that is there is used as it is,
with the truth in its `copies.jsonl`. Without one the corpus is made in a temporary folder. What
counts as found and as right, `near_counts.py` says. The tables go to the screen, as Chinese
Markdown; peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from make_corpus import write_corpus
from near_counts import (
    ENOUGH,
    KINDS,
    SIBLINGS,
    STRANGERS,
    TRUTH,
    Counts,
    Told,
    count,
    number_of,
    read_told,
    read_truth,
    share_formulas,
)
from timing import Run, describe_machine, run_once

from scorer.compare.formulas import load_formulas

ROOT = Path(__file__).resolve().parents[2]


def compare(folder: Path, out: Path, jobs: int) -> Run:
    """Compare all reports of a folder in a process of its own; its result stands in `out`."""
    words = ("compare", folder.absolute(), "-f", "json", "-o", out.absolute(), "-j", str(jobs))
    run = run_once([sys.executable, "-m", "scorer", *words], folder=ROOT)
    if run.code != 0:
        raise SystemExit(f"scorer compare ended with {run.code}")
    return run


def list_cost(folder: Path, run: Run, jobs: int) -> Iterator[str]:
    """What the comparison cost, as a table."""
    sizes = [path.stat().st_size for path in folder.rglob("*.txt")]
    yield "| 份 | 平均 KB | 进程 | 秒（墙钟） | 秒（处理器） | 毫秒/份（处理器） | 峰值内存 MB |"
    yield "| --: | --: | --: | --: | --: | --: | --: |"
    yield (
        f"| {len(sizes)} | {sum(sizes) / len(sizes) / 1000:.1f} | {jobs} | {run.wall:.1f} "
        f"| {run.cpu:.1f} | {run.cpu / len(sizes) * 1000:.1f} | {run.megabytes:.0f} |"
    )


def list_counts(counts: Counts) -> Iterator[str]:
    """Recall and precision by kind of copy, as a table."""
    yield "| 抄录 | 抄入的 200 字以上文字 | 找到 | 召回率 | 列出的 200 字以上段落 | 确为抄入 | 准确率 | 列出的不足 200 字段落 | 确为抄入 |"
    yield "| --- | --: | --: | --: | --: | --: | --: | --: | --: |"
    rows = sorted(set(counts.planted) | set(counts.told) | set(counts.told_short), key=_order)
    for row in rows:
        yield _list_row(row, [each[row] for each in counts.columns()])
    yield _list_row("合计", [each.total() for each in counts.columns()])


def _order(row: str) -> tuple[int, str]:
    """Kinds as they are listed, what is no kind behind them."""
    kinds = [*KINDS.values(), SIBLINGS, STRANGERS]
    return kinds.index(row.partition("，")[0]), row


def _list_row(name: str, figures: list[int]) -> str:
    planted, found, told, right, short, right_short = figures
    return (
        f"| {name} | {planted} | {found} | {_percent(found, planted)} "
        f"| {told} | {right} | {_percent(right, told)} | {short} | {right_short} |"
    )


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "—"


def tell_formulas(told: Iterable[Told]) -> str:
    """Whether a passage told lies in the official formulas."""
    formulas = load_formulas()
    shares = [share_formulas(passage.words, formulas) for passage in told]
    inside = sum(share >= ENOUGH for share in shares)
    return (
        f"固定表述（rubrics/references/formulas.yaml）占五分之四以上的段落：{len(shares)} 段中 {inside} 段；"
        f"占得最多的一段占 {max(shares, default=0):.0%}。"
    )


def measure(folder: Path, out: Path, jobs: int) -> Iterator[str]:
    """All lines of the report on one corpus."""
    run = compare(folder, out, jobs)
    yield from list_cost(folder, run, jobs)
    yield ""
    told = read_told(out / "compare.json")
    paths = {number_of(path.name): path for path in folder.rglob("*.txt")}
    yield from list_counts(
        count(read_truth(folder), told, lambda number: paths[number].read_text("utf-8"))
    )
    yield ""
    yield tell_formulas(told)


def main() -> None:
    """Make the corpus where it is not there, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("-n", type=int, default=2000)
    parser.add_argument("--copies", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--jobs", "-j", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="where compare.json is kept")
    parser.add_argument("--busy", default="", help="what else the machine was doing")
    given = parser.parse_args()
    busy = f"；{given.busy}" if given.busy else ""
    print(f"{time.strftime('%Y-%m-%d')}。{describe_machine()}{busy}。\n", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch) / "corpus"
        if not (folder / TRUTH).exists():
            write_corpus(folder, given.n, seed=given.seed, copies=given.copies)
        for line in measure(folder, given.keep or Path(scratch) / "out", given.jobs):
            print(line, flush=True)


if __name__ == "__main__":
    main()
