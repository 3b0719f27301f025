"""Proves a run: what its receipt says against what is on disk now."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorer.batch.intake import hash_file
from scorer.batch.receipt import RECEIPT, SCHEMA_ID, hash_store
from scorer.batch.task import hash_engine
from scorer.errors import ScorerError
from scorer.store import STORE, StoreError
from scorer.store.base import look_into


class ReceiptError(ScorerError):
    """A receipt that is not there, or is none."""


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


def verify(folder: Path, inputs: Path, rubric_sha256: Callable[[], str]) -> Proof:
    """Hash every file again; the names of inputs count from `inputs`.

    Raises:
        ReceiptError: the folder has no receipt.
    """
    receipt = _read(folder)
    differences = (
        *_compare_inputs(receipt["inputs"], inputs),
        *_compare(receipt["outputs"], folder, "结果"),
        *_check_store(folder, receipt["store"]["content_sha256"]),
    )
    return Proof(
        inputs=len(receipt["inputs"]),
        outputs=len(receipt["outputs"]),
        complete=receipt["complete"],
        differences=differences,
        notes=tuple(_note(receipt, rubric_sha256)),
    )


def _read(folder: Path) -> dict[str, Any]:
    path = folder / RECEIPT
    try:
        receipt = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ReceiptError(
            f"{folder}：没有 {RECEIPT}，请指明 scorer score -o 写成的结果目录。"
        ) from error
    except ValueError as error:
        raise ReceiptError(f"{path}：内容已经损坏，无法核对，请重新评分。") from error
    if not isinstance(receipt, dict) or receipt.get("schema") != SCHEMA_ID:
        raise ReceiptError(f"{path}：不是本程序这一版本写的回执，无法核对。")
    return receipt


def _compare_inputs(told: Sequence[dict[str, Any]], folder: Path) -> Iterator[str]:
    """Where none of several is there, the folder is the wrong one: one line says so."""
    if len(told) > 1 and not any((folder / each["file"]).exists() for each in told):
        where = "当前目录" if folder == Path() else str(folder)
        yield f"报告一份也找不到：名称从{where}算起，报告在别处时请用 --reports 指明"
    else:
        yield from _compare(told, folder, "报告")


def _compare(told: Iterable[dict[str, Any]], folder: Path, word: str) -> Iterator[str]:
    for each in told:
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


def _note(receipt: dict[str, Any], rubric_sha256: Callable[[], str]) -> Iterator[str]:
    engine, rubric = receipt["engine"], receipt["rubric"]
    if engine["sha256"] != hash_engine():
        yield f"评分程序不是当时的（scorer {engine['version']}），重新评分结果可能不同"
    if rubric["sha256"] != rubric_sha256():
        was = f"{rubric['id']} {rubric['version']}"
        yield f"评分标准不是当时的（{was}），重新评分结果可能不同"
