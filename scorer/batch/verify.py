"""Proves a run: what its receipt says against what is on disk now."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorer.batch.intake import hash_file
from scorer.batch.receipt import hash_store
from scorer.batch.task import hash_installation
from scorer.batch.told import Told
from scorer.store import STORE, StoreError
from scorer.store.base import look_into

#: A file as a receipt tells of it.
Entry = dict[str, Any]

#: Who looks on, in three words: the files as they are taken, how many, and the step's name.
Watch = Callable[[Iterable[Entry], int, str], Iterable[Entry]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How many files were looked at, and a sentence for each thing that is not as it was.

    `notes` is what differs without changing any result on disk: another program, another rubric.
    """

    inputs: int
    outputs: int
    complete: bool
    differences: tuple[str, ...]
    notes: tuple[str, ...]


def verify(
    folder: Path,
    inputs: Path,
    rubric_sha256: Callable[[], str],
    watch: Watch = lambda entries, _total, _work: entries,
) -> Proof:
    """Hash every file again; the names of inputs count from `inputs`, or it is the folder scored.

    Raises:
        ReceiptError: the folder has no receipt, or a damaged one.
    """
    receipt = Told(folder)
    reports, results = (sum(1 for _ in receipt.files(name)) for name in ("inputs", "outputs"))
    base = _find_base(receipt, inputs) or (inputs if reports <= 1 else None)
    piped = receipt.head["settings"]["standard_input"]
    looked_at = watch(receipt.files("inputs"), reports, "核对报告") if base else ()
    on_disk = (each for each in looked_at if each["file"] != piped)
    differences = (
        *(() if base else (_tell_elsewhere(inputs),)),
        *_compare(on_disk, base or inputs, "报告"),
        *_compare(watch(receipt.files("outputs"), results, "核对结果"), folder, "结果"),
        *_check_store(folder, receipt.head["store"]["content_sha256"]),
    )
    return Proof(
        inputs=reports,
        outputs=results,
        complete=receipt.head["complete"],
        differences=differences,
        notes=tuple(_note(receipt.head, rubric_sha256)),
    )


def _find_base(receipt: Told, folder: Path) -> Path | None:
    """Where names count from: the folder, or the one it lies in if they begin with its own name."""
    parent, own_name = folder.resolve().parent, folder.resolve().name
    for base in (folder, parent):
        for each in receipt.files("inputs"):
            own = base == folder or Path(each["file"]).parts[0] == own_name
            if own and (base / each["file"]).exists():
                return base
    return None


def _tell_elsewhere(folder: Path) -> str:
    where = "当前目录" if folder == Path() else str(folder)
    return f"报告一份也找不到：名称从{where}算起，报告在别处时请用 --reports 指明"


def _compare(entries: Iterable[Entry], folder: Path, word: str) -> Iterator[str]:
    for each in entries:
        try:
            sha256 = hash_file(folder / each["file"])
        except OSError:
            if each["sha256"] is not None:
                yield f"{word}找不到：{each['file']}"
            continue
        if sha256 != each["sha256"]:
            yield f"{word}有改动：{each['file']}"


def _check_store(folder: Path, sha256: str) -> Iterator[str]:
    try:
        with look_into(folder) as connection:
            if hash_store(connection) != sha256:
                yield f"结果有改动：{STORE}"
    except (StoreError, sqlite3.Error):
        yield f"结果库找不到，或者已经损坏：{STORE}"


def _note(head: dict[str, Any], rubric_sha256: Callable[[], str]) -> Iterator[str]:
    piped = head["settings"]["standard_input"]
    if piped is not None:
        yield f"{piped} 是从标准输入读入的，没有文件可以核对"
    engine, rubric = head["engine"], head["rubric"]
    if engine["sha256"] != hash_installation():
        was = f"scorer {engine['version']}"
        yield f"评分程序或读文件的组件不是当时的（{was}），重新评分结果可能不同"
    if rubric["sha256"] != rubric_sha256():
        was = f"{rubric['id']} {rubric['version']}"
        yield f"评分标准不是当时的（{was}），重新评分结果可能不同"
