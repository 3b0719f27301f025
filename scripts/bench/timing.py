"""Times whole commands in turns: A B C A B C …, so that drift of the machine meets all of them."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: seconds on the wall and of the processor, peak megabytes of the largest process."""

    wall: float
    cpu: float
    megabytes: float
    code: int


def run_once(command: Command, *, cpus: Sequence[int] = (), folder: Path | None = None) -> Run:
    """Run a command with its output thrown away; `cpus` are those it may use, none means all."""

    def pin() -> None:
        if cpus and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, set(cpus))

    begun = time.perf_counter()
    # A pipe that is read: some tools stop at the first match when they write to /dev/null.
    sink = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=sink.stdin,
        stderr=subprocess.DEVNULL,
        preexec_fn=pin,  # noqa: PLW1509 - no threads here
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", "LC_ALL": "C.UTF-8"},
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if sink.stdin:
        sink.stdin.close()
    sink.wait()
    return Run(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss / 1024,
        code=process.returncode,
    )


def run_in_turns(
    commands: Mapping[str, Command],
    *,
    rounds: int,
    warm: int = 1,
    cpus: Sequence[int] = (),
    folder: Path | None = None,
) -> dict[str, Run]:
    """Medians of each command's runs; the warm ones before them are not counted."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(warm + rounds):
        for name, command in commands.items():
            run = run_once(command, cpus=cpus, folder=folder)
            if number >= warm:
                runs[name].append(run)
    return {name: median_of(done) for name, done in runs.items()}


def median_of(runs: Sequence[Run]) -> Run:
    """The medians of each figure; the exit code is the last one's."""
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        megabytes=statistics.median(run.megabytes for run in runs),
        code=runs[-1].code,
    )


def describe_machine() -> str:
    """Processor, cores, memory, system, Python, and how busy it is, in one Chinese line."""
    model, memory = platform.processor() or platform.machine(), ""
    info, meminfo = Path("/proc/cpuinfo"), Path("/proc/meminfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    if meminfo.exists():
        memory = f"，内存 {int(meminfo.read_text().split()[1]) / 1024 / 1024:.0f} GB"
    load = "、".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{model}，{os.cpu_count()} 核{memory}；{platform.system()} {platform.release()}，"
        f"Python {platform.python_version()}；开始时一、五、十五分钟的平均负载 {load}"
    )
