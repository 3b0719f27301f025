"""`make bench`: how fast it is, beside ready peers and bare Python, in one run, as ratios.

    python scripts/bench/run.py [--reports 200] [--growth 2000] [--rounds 3] [--tools DIR]
                                [--write docs/performance.md] [--only throughput,cold,...]

`--tools` holds `bin/rg`, `bin/semgrep` and `node_modules/.bin/textlint`; what is not found there or
on PATH is left out and told. One core unless the row says otherwise. Ratios are of processor time:
on a machine with other work the wall tells of that work.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from make_corpus import write_corpus
from peers import find_commands, find_patterns, naive, write_peers
from special import add_idle_patterns, make_long
from timing import Command, Run, describe_machine, run_in_turns, run_once

ROOT = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
#: Peers as slow as this are run on so few reports.
SLOW, FEW = "semgrep", 20
COLD_ROUNDS = 11
#: A round of so many reports takes so long that another one to warm up changes nothing.
LONG = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a run has to hand."""

    work: Path
    tools: Path
    reports: int
    growth: int
    rounds: int

    def corpus(self, count: int) -> Path:
        """The folder of the first so many reports, made where it is not there."""
        folder = self.work / f"corpus-{count}"
        if not folder.exists():
            write_corpus(folder, count)
        return folder


def score(*words: str | Path) -> list[str]:
    """The command line of a scoring run with one worker, as far as this version knows of them."""
    jobs = [] if "--jobs" in words or not _knows("--jobs") else ["--jobs", "1"]
    return [sys.executable, "-m", "scorer", "score", "-q", *jobs, *map(str, words)]


def _knows(option: str) -> bool:
    page = subprocess.run(
        [sys.executable, "-m", "scorer", "score", "--help"],
        capture_output=True, check=False, cwd=ROOT,
    )  # fmt: skip
    return option.encode() in page.stdout


def measure_throughput(bench: Bench) -> Iterator[str]:
    """Ours, naive, bare and the peers over the same reports."""
    corpus, peers = bench.corpus(bench.reports), bench.work / "peers"
    patterns = find_patterns()
    write_peers(peers, patterns)
    out = bench.work / "out"
    commands: dict[str, Command] = {
        "scorer，JSON 行": score(corpus, "-f", "jsonl"),
        "scorer，JSON 行和每份一张 HTML": score(corpus, "-o", out, "-f", "jsonl", "-f", "html"),
        "naive（逐个模式 re.finditer）": naive(peers, corpus),
        **find_commands(peers, corpus, bench.tools),
    }
    slow = [name for name in commands if name.startswith(SLOW)]
    quick = {name: words for name, words in commands.items() if name not in slow}
    runs = run_in_turns(
        quick, rounds=bench.rounds, warm=int(bench.reports < LONG), cpus=(0,), folder=ROOT
    )
    counts = dict.fromkeys(quick, bench.reports)
    few = bench.corpus(FEW)
    for name in slow:
        words = find_commands(peers, few, bench.tools)[name]
        runs[name] = run_once(words, cpus=(0,), folder=ROOT)
        counts[name] = FEW
    size = sum(path.stat().st_size for path in corpus.rglob("*.txt"))
    yield (
        f"### 吞吐：{bench.reports} 份，平均 {size / bench.reports / 1000:.1f} KB，"
        f"{len(patterns.rules)} 个模式（其中固定短语 {len(patterns.literals)} 个），一个核"
    )
    yield "| 做法 | 毫秒/份 | 份/秒 | MB/秒 | 峰值内存 MB | 处理器时间与 scorer 之比 | 退出码 |"
    yield "| --- | --: | --: | --: | --: | --: | --: |"
    ours = runs["scorer，JSON 行"].cpu / bench.reports
    for name, run in runs.items():
        each = run.cpu / counts[name]
        yield (
            f"| {name} | {each * 1000:.2f} | {1 / each:.0f} | {size / bench.reports / each / 1e6:.2f} "
            f"| {run.megabytes:.0f} | {each / ours:.2f} | {run.code} |"
        )
    missing = [name for name in ("rg", "textlint", SLOW) if not any(name in each for each in runs)]
    yield f"\n没有装、没有比：{'、'.join(missing)}。" if missing else ""


def measure_workers(bench: Bench) -> Iterator[str]:
    """Two workers against one, on the wall."""
    yield "### 两个进程"
    if not _knows("--jobs"):
        yield "这个版本没有 --jobs。"
        return
    corpus = bench.corpus(bench.reports)
    runs = run_in_turns(
        {jobs: score(corpus, "-f", "jsonl", "--jobs", jobs) for jobs in ("1", "2")},
        rounds=bench.rounds,
        folder=ROOT,
    )
    yield "| 进程 | 秒（墙钟） | 快多少 |"
    yield "| --: | --: | --: |"
    for jobs, run in runs.items():
        yield f"| {jobs} | {run.wall:.2f} | {runs['1'].wall / run.wall:.2f} |"


def measure_whole(bench: Bench) -> Iterator[str]:
    """A run as a province has it: HTML pages, two processes; and once more with nothing changed."""
    yield "### 两个进程，JSON 行和每份一张 HTML，写进目录；内容不变再来一遍"
    yield "| 份 | 秒（墙钟） | 秒（处理器） | 份/秒（墙钟） | 最大进程的内存 MB | 再来一遍，秒（墙钟） | 快多少 |"
    yield "| --: | --: | --: | --: | --: | --: | --: |"
    for count in (bench.reports, bench.growth):
        out = bench.work / f"whole-{count}"
        words = ("-o", out, "-f", "jsonl", "-f", "html", "--jobs", "2", "--resume")
        first, again = (run_once(score(bench.corpus(count), *words), folder=ROOT) for _ in range(2))
        yield (
            f"| {count} | {first.wall:.1f} | {first.cpu:.1f} | {count / first.wall:.1f} "
            f"| {first.megabytes:.0f} | {again.wall:.1f} | {first.wall / again.wall:.0f} |"
        )
        shutil.rmtree(out)


def measure_growth(bench: Bench) -> Iterator[str]:
    """The rate and the memory as the number of reports grows."""
    yield "### 份数增长（JSON 行，一个核）"
    yield "| 份 | 秒（处理器） | 份/秒 | 速率之比 | 峰值内存 MB | 内存之比 |"
    yield "| --: | --: | --: | --: | --: | --: |"
    first: tuple[float, float] | None = None
    for count in (bench.reports, bench.growth):
        run = run_once(score(bench.corpus(count), "-f", "jsonl"), cpus=(0,), folder=ROOT)
        rate = count / run.cpu
        first = first or (rate, run.megabytes)
        yield (
            f"| {count} | {run.cpu:.1f} | {rate:.0f} | {rate / first[0]:.2f} "
            f"| {run.megabytes:.0f} | {run.megabytes / first[1]:.2f} |"
        )


def measure_idle_patterns(bench: Bench) -> Iterator[str]:
    """Seven more patterns that never hit for each that the rubric has."""
    yield "### 从不命中的模式"
    own = len(find_patterns().rules)
    rubric = add_idle_patterns(bench.work / "rubrics", 7 * own)
    corpus = bench.corpus(bench.reports)
    runs = run_in_turns(
        {
            f"{own}": score(corpus, "-f", "jsonl"),
            f"{8 * own}": score(corpus, "-f", "jsonl", "-r", rubric),
        },
        rounds=bench.rounds,
        cpus=(0,),
        folder=ROOT,
    )
    yield from _list_runs("模式", runs)


def measure_long(bench: Bench) -> Iterator[str]:
    """One report of 2 MB against its share by length."""
    yield "### 一份 2 MB 的报告"
    long = bench.work / "long" / "long.txt"
    long.parent.mkdir(exist_ok=True)
    long.write_text(make_long(), "utf-8")
    corpus, one = bench.corpus(bench.reports), bench.corpus(1)
    runs = run_in_turns(
        {
            "全部报告": score(corpus, "-f", "jsonl"),
            "一份": score(one, "-f", "jsonl"),
            "2 MB": score(long, "-f", "jsonl", "--limit-seconds", "3600", "--limit-memory", "8192"),
        },
        rounds=1,
        warm=0,
        cpus=(0,),
        folder=ROOT,
    )
    sizes = sum(path.stat().st_size for path in corpus.rglob("*.txt"))
    begin = runs["一份"].cpu
    share = (runs["全部报告"].cpu - begin) / sizes * long.stat().st_size
    took = runs["2 MB"].cpu - begin
    yield (
        f"{took:.1f} 秒（启动除外），按长度应占 {share:.1f} 秒，是 {took / share:.2f} 倍；"
        f"峰值内存 {runs['2 MB'].megabytes:.0f} MB；退出码 {runs['2 MB'].code}。"
    )


def measure_cold(bench: Bench) -> Iterator[str]:
    """A fresh process: the help page, one text report, and nothing at all."""
    report = next(iter(sorted(bench.corpus(1).rglob("*.txt"))))
    runs = run_in_turns(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            "scorer --help": [sys.executable, "-m", "scorer", "--help"],
            "一份文本报告": score(report, "-f", "jsonl"),
        },
        rounds=COLD_ROUNDS,
        folder=ROOT,
    )
    yield f"### 冷启动（{COLD_ROUNDS} 轮的中位数）"
    yield from _list_runs("命令", runs, share="bare")


def _list_runs(head: str, runs: dict[str, Run], share: str = "第一行") -> Iterator[str]:
    yield f"| {head} | 毫秒（处理器） | 毫秒（墙钟） | 处理器时间与{share}之比 | 峰值内存 MB | 退出码 |"
    yield "| --- | --: | --: | --: | --: | --: |"
    base = next(iter(runs.values())).cpu
    for name, run in runs.items():
        yield (
            f"| {name} | {run.cpu * 1000:.0f} | {run.wall * 1000:.0f} | {run.cpu / base:.2f} "
            f"| {run.megabytes:.0f} | {run.code} |"
        )


MEASURES: dict[str, Callable[[Bench], Iterator[str]]] = {
    "cold": measure_cold,
    "throughput": measure_throughput,
    "workers": measure_workers,
    "idle": measure_idle_patterns,
    "long": measure_long,
    "growth": measure_growth,
    "whole": measure_whole,
}


def main() -> None:
    """Run the measures asked for, print them as they come, write them where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--growth", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", type=Path, default=ROOT / "out" / "bench-tools")
    parser.add_argument("--work", type=Path)
    parser.add_argument("--only", default=",".join(MEASURES))
    parser.add_argument("--write", type=Path)
    parser.add_argument("--busy", default="", help="what else the machine was doing")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(
            work=(given.work or Path(scratch)).absolute(),
            tools=given.tools.absolute(),
            reports=given.reports,
            growth=given.growth,
            rounds=given.rounds,
        )
        bench.work.mkdir(parents=True, exist_ok=True)
        busy = f"；{given.busy}" if given.busy else ""
        lines = [f"{time.strftime('%Y-%m-%d')}。{describe_machine()}{busy}。", ""]
        print(lines[0], flush=True)
        for name in given.only.split(","):
            for line in (*MEASURES[name](bench), ""):
                print(line, flush=True)
                lines.append(line)
                if line.startswith("###"):
                    lines.append("")
    if given.write:
        _write(given.write, "\n".join(lines))


def _write(path: Path, table: str) -> None:
    before, _, rest = path.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{table.rstrip()}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
