"""Two workers on this machine, started by the public commands; one of them dies."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from tests.acceptance.conftest import REPORT
from tests.makers.ofd import write_ofd

pytest.importorskip("distributed")
Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
SCORE = (sys.executable, "-m", "scorer", "score")


class Loopback:
    """A scheduler and workers, each a process that can be ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def start(self, name: str, *args: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *args, "--no-dashboard"],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        self.processes.append(process)
        return process

    def read(self, name: str, pattern: str) -> str:
        """What a process said of itself, once it did."""
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            found = re.search(pattern, (self.folder / f"{name}.log").read_text("utf-8"))
            if found:
                return found[0]
            time.sleep(0.1)
        raise AssertionError(f"{name} did not start")


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loopback]:
    loopback = Loopback(tmp_path_factory.mktemp("cluster"))
    loopback.start("scheduler", "scheduler", "--host", "127.0.0.1", "--port", "0")
    loopback.address = loopback.read("scheduler", r"tcp://127\.0\.0\.1:\d+")
    for name in ("one", "two"):
        loopback.start(name, "worker", loopback.address, "--nthreads", "1", "--no-nanny")
    for name in ("one", "two"):
        loopback.read(name, "Registered to")
    yield loopback
    for process in loopback.processes:
        process.kill()
        process.wait()


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_what_one_machine_gives_though_a_worker_dies(
    cluster: Loopback, folder: Path, run: Run
) -> None:
    for number in range(60):
        text = REPORT.replace("46", str(50 + number))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "石桥镇.ofd").write_bytes(write_ofd())
    (folder / "坏.txt").write_bytes(b"")
    process = subprocess.Popen(
        [*SCORE, folder.name, "-q", "-f", "jsonl", "-o", "远", "--cluster", cluster.address],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    _await_line(Path("远/.scorecards.jsonl.tmp"))
    cluster.processes[1].send_signal(signal.SIGKILL)
    _, told = process.communicate(timeout=300)
    assert process.returncode == 3, told.decode()
    run("score", folder.name, "-q", "-f", "jsonl", "-o", "近", "--jobs", "1")
    assert Path("远/scorecards.jsonl").read_bytes() == Path("近/scorecards.jsonl").read_bytes()


def test_an_address_where_nobody_answers_is_one_line(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorer.batch.cluster._SECONDS_TO_ANSWER", 1)
    result = run("score", folder.name, "--cluster", "tcp://127.0.0.1:1")
    assert result.exit_code == 2
    assert "没有连上集群" in result.stderr


def test_without_the_extra_it_is_one_line(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorer.batch.cluster.find_spec", lambda _name: None)
    result = run("score", folder.name, "--cluster", "tcp://127.0.0.1:1")
    assert result.exit_code == 2
    assert 'pip install "scorer[cluster]"' in result.stderr


def _await_line(path: Path) -> None:
    """The draft of the lines exists; it may all still wait in a buffer."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not path.exists():
        time.sleep(0.05)
    time.sleep(1)
