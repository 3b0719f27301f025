"""`scorer verify`: a folder of results held against its receipt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scorer import pipeline
from scorer.batch.verify import Entry, verify
from scorer.cli.following import follow
from scorer.cli.mistakes import ExitCode
from scorer.cli.streams import say, write_exactly


def run(folder: Path, inputs: Path, rubric: Path | None) -> ExitCode:
    """Say what differs, a line each; the exit code is 1 where anything does."""
    proof = verify(folder, inputs, lambda: pipeline.load_rubric(rubric).stamp.sha256, _watch)
    for line in proof.differences:
        write_exactly(f"{line}\n")
    for note in proof.notes:
        say(f"注意：{note}。")
    if not proof.complete:
        say("注意：这次评分中途停止，没有评完，可用 scorer score 加 --resume 接着评。")
    if proof.differences:
        say(f"核对不符：{len(proof.differences)}处，报告{proof.inputs}个，结果{proof.outputs}个。")
        return ExitCode.DIFFERENT
    say(f"核对相符：报告{proof.inputs}个，结果{proof.outputs}个，都与回执一致。")
    return ExitCode.OK


def _watch(entries: Iterable[Entry], total: int, work: str) -> Iterable[Entry]:
    return follow(entries, total, work, name_of=lambda each: str(each["file"]))
