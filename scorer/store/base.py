"""The file of a results store: made, opened, and never trusted to be whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scorer.errors import ScorerError

#: The name of the file in a folder of results.
STORE = "results.sqlite"
#: Counts up where the tables change: an older store is not gone on with.
_VERSION = 2
_SCHEMA = Path(__file__).with_name("schema.sql")

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_IN_USE = "正被别的程序使用，请关闭那个程序（或者等另一次评分结束）后再试。"
_BROKEN = "已经损坏，请去掉 --resume 重新评分。"
_UNWRITABLE = "无法写入，请检查目录权限和剩余空间，或者换一个输出目录。"
#: What a user can mend, by the error codes of SQLite; any other is a fault of the program.
_ADVICE = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_FULL: "磁盘已满，请腾出空间，再用同一条命令加 --resume 接着评。",
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_IOERR: _UNWRITABLE,
    **dict.fromkeys(_DAMAGED, _BROKEN),
}
_UNREADABLE = "打不开，请检查权限；所在的磁盘不能写时，请把整个目录复制到本机磁盘再试。"
_NO_ROOM = "临时目录写不下，请清理磁盘，或用环境变量 TMPDIR（Windows 上是 TEMP）换一个目录。"


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
    connection = sqlite3.connect(path or "", isolation_level=None)
    if path is not None:
        _prepare(connection)
    connection.executescript(_SCHEMA.read_text("utf-8"))
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    return connection


def go_on(path: Path) -> sqlite3.Connection | None:
    """The store of an earlier run; None where there is none that can be used."""
    if not path.is_file():
        return None
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == _VERSION:
            return _prepare(connection)
    except sqlite3.Error as error:
        if _code(error) not in _DAMAGED:
            connection.close()
            raise
    connection.close()
    return None


@contextmanager
def tell_errors(path: Path | None) -> Iterator[None]:
    """While it is open, what SQLite cannot do with the store is told in words.

    Raises:
        StoreError: the store, or the disk it is on, cannot be used.
    """
    try:
        yield
    except sqlite3.Error as error:
        advice = _ADVICE.get(_code(error))
        if advice is None:
            raise
        raise StoreError(_NO_ROOM if path is None else f"{path}：{advice}") from error


@contextmanager
def look_into(folder: Path) -> Iterator[sqlite3.Connection]:
    """The store of a folder of results, to read only.

    Raises:
        StoreError: there is none, or it is none of ours.
    """
    path = folder / STORE
    if not path.is_file():
        raise StoreError(f"{folder}：没有 {STORE}，请先用 scorer score 报告目录 -o 这个目录 评分。")
    with closing(_open_to_read(path)) as connection:
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            damaged = _code(error) in _DAMAGED
            words = "不是结果库，或者已经损坏，请重新评分。" if damaged else _UNREADABLE
            raise StoreError(f"{path}：{words}") from error
        if version != _VERSION:
            raise StoreError(f"{path}：由另一版本的程序写成，请重新评分。")
        yield connection


def shut(connection: sqlite3.Connection) -> None:
    """Close a store that was written, as one file that opens where nothing can be written too."""
    with closing(connection), suppress(sqlite3.Error):  # someone is reading it
        connection.execute("PRAGMA journal_mode = DELETE")


def _open_to_read(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise StoreError(f"{path}：{_UNREADABLE}") from error


def _prepare(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Changes are kept in groups that are written whole; readers are not kept waiting.

    FULL: what is written outlasts a power cut.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _code(error: sqlite3.Error) -> int:
    """SQLite's own number, less what tells apart cases of the same; 0 for an error of Python."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _remove(path: Path) -> None:
    try:
        for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path}：无法改写，请关闭正在使用它的程序后再试。") from error
