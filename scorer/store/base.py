"""The file of a results store: made, opened, and never trusted to be whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scorer.errors import ScorerError

#: The name of the file in a folder of results.
STORE = "results.sqlite"
#: Counts up where the tables change: an older store is not gone on with.
_VERSION = 1
_SCHEMA = Path(__file__).with_name("schema.sql")


class StoreError(ScorerError):
    """A results store that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unscored:
    """A file without a scorecard; `document_type` is None where it could not be read at all."""

    file: str
    document_type: str | None
    reason: str


def make(path: Path | None) -> sqlite3.Connection:
    """A new store; without a path one that is gone when it is closed."""
    if path is not None:
        _remove(path)
    connection = _connect(path)
    connection.executescript(_SCHEMA.read_text("utf-8"))
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    return connection


def go_on(path: Path) -> sqlite3.Connection | None:
    """The store of an earlier run; None where there is none that can be used."""
    if not path.is_file():
        return None
    try:
        connection = _connect(path)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        return None
    if version != _VERSION:
        connection.close()
        return None
    return connection


@contextmanager
def look_into(folder: Path) -> Iterator[sqlite3.Connection]:
    """The store of a folder of results, to read only.

    Raises:
        StoreError: there is none, or it is none of ours.
    """
    path = folder / STORE
    if not path.is_file():
        raise StoreError(f"{folder}：没有 {STORE}，请先用 scorer score 报告目录 -o 这个目录 评分。")
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            raise StoreError(f"{path}：不是结果库，或者已经损坏，请重新评分。") from error
        if version != _VERSION:
            raise StoreError(f"{path}：由另一版本的程序写成，请重新评分。")
        yield connection


def _connect(path: Path | None) -> sqlite3.Connection:
    """Changes are kept in groups that are written whole; readers are not kept waiting."""
    connection = sqlite3.connect(path or "", isolation_level=None)
    if path is not None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _remove(path: Path) -> None:
    try:
        for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path}：无法改写，请关闭正在使用它的程序后再试。") from error
