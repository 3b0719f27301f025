"""A run's results on disk as they come, and read back one at a time."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, overload

from scorer.parcels import Parcel, unpack
from scorer.parcels.codec import decode, encode
from scorer.parcels.rows import Record, Value
from scorer.pipeline import ScoredFile
from scorer.scorecard import Refusal, Scorecard
from scorer.store import base
from scorer.worker import Kept

#: Files between two moments from which an interrupted run can go on.
_FILES_AT_ONCE = 32
_CARD = "scorecard"
_TABLES = ("runs", "reports", "criteria", "findings", "unscored", "inputs", "outputs")
_CARDS = """SELECT kept.data FROM reports
    JOIN inputs USING (place)
    JOIN kept ON kept.result_key = inputs.result_key AND kept.number = reports.number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file of the run: its place in the order, its hash, and the key of its results."""

    place: int
    file: str
    sha256: str | None
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file that the run wrote; `made_of` tells a page that need not be made again."""

    file: str
    size: int
    sha256: str
    made_of: str | None = None


class ResultStore:
    """The store while a run fills it; used as a context, which writes what is left."""

    def __init__(self, path: Path | None, *, resume: bool = False) -> None:
        earlier = base.go_on(path) if resume and path is not None else None
        self.resumed = earlier is not None
        self._db = earlier or base.make(path)
        self._earlier: tuple[Output, ...] = ()
        self._reports = 0
        self._open = 0
        self._db.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if self._db.in_transaction:  # none where a full disk ended it
                self._db.execute("COMMIT")
        finally:
            base.shut(self._db)

    def commit(self) -> None:
        """Write what came so far."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")
        self._open = 0

    def start(self) -> None:
        """Begin anew with the tables; results and pages of an earlier run can still be used."""
        self._db.execute("INSERT OR REPLACE INTO earlier SELECT * FROM outputs")
        for table in _TABLES:
            self._db.execute(f"DELETE FROM {table}")
        rows = self._db.execute("SELECT file, bytes, sha256, made_of FROM earlier")
        self._earlier = tuple(map(_output, rows))

    def find_kept(self, key: str) -> Kept | None:
        """What an earlier run made of a file, if it was scored without an error."""
        rows = self._db.execute(
            "SELECT kind, data FROM kept WHERE result_key = ? ORDER BY number", (key,)
        ).fetchall()
        if not rows or not all(_is_whole(data) for kind, data in rows if kind == _CARD):
            return None
        return Kept(
            packed=tuple(data for kind, data in rows if kind == _CARD),
            refused=tuple(decode(Refusal, data) for kind, data in rows if kind != _CARD),
        )

    @property
    def earlier(self) -> tuple[Output, ...]:
        """What earlier runs wrote and no complete one has looked after since."""
        return self._earlier

    def put(self, entry: Entry, result: ScoredFile) -> None:
        """Take in what became of a file, all or nothing; with an error it will be tried again."""
        with self._whole():
            self._put(entry, result)
        self._count()

    def put_output(self, output: Output) -> None:
        """Take in that a file was written."""
        self._replace("outputs", (output.file, output.size, output.sha256, output.made_of))

    def put_run(self, row: Sequence[Value]) -> None:
        """Take in the run itself; the counts are those of the tables."""
        (refused,), (errors,) = (
            self._db.execute("SELECT count(*) FROM unscored WHERE state = ?", (state,)).fetchone()
            for state in ("refused", "error")
        )
        (files,) = self._db.execute("SELECT count(*) FROM inputs").fetchone()
        self._insert("runs", (1, *row, files, self._reports, refused, errors))

    def forget(self) -> None:
        """Drop the results of files that are no part of this run, which is complete."""
        self._db.execute("DELETE FROM kept WHERE result_key NOT IN (SELECT result_key FROM inputs)")
        self._db.execute("DELETE FROM earlier WHERE file IN (SELECT file FROM outputs)")

    def left_over(self) -> tuple[Output, ...]:
        """What earlier runs wrote and this one did not."""
        made = {name for (name,) in self._db.execute("SELECT file FROM outputs")}
        return tuple(output for output in self._earlier if output.file not in made)

    def disown(self, output: Output) -> None:
        """It was taken away, or is somebody else's by now."""
        self._db.execute("DELETE FROM earlier WHERE file = ?", (output.file,))

    @property
    def connection(self) -> sqlite3.Connection:
        """For reading."""
        return self._db

    @property
    def cards(self) -> Sequence[Scorecard]:
        """Every scorecard of the run in its order, each read when it is asked for."""
        return _StoredCards(self._db, self._reports)

    def _put(self, entry: Entry, result: ScoredFile) -> None:
        key = f"{entry.key}!" if result.errors else entry.key
        self._insert("inputs", (entry.place, _text(entry.file), entry.sha256, key))
        for number, parcel in enumerate(result.parcels):
            self._put_report(entry.place, number, parcel)
        kept: list[tuple[str, bytes]] = [(_CARD, each.packed) for each in result.parcels]
        kept += [("refused", encode(each)) for each in result.refused]
        for number, (kind, data) in enumerate(kept):
            self._replace("kept", (key, number, kind, data))
        for number, each in enumerate(_unscored(result)):
            state = "error" if each.document_type is None else "refused"
            told = (_text(each.file), state, each.document_type, each.reason)
            self._insert("unscored", (entry.place, number, *told))

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is written in it stays only where it comes to its end."""
        self._db.execute("SAVEPOINT file")
        try:
            yield
        except BaseException:  # Ctrl-C too
            if self._db.in_transaction:
                self._db.execute("ROLLBACK TO file")
            raise
        finally:
            if self._db.in_transaction:
                self._db.execute("RELEASE file")

    def _put_report(self, place: int, number: int, parcel: Parcel) -> None:
        self._reports += 1
        records = parcel.records
        if records is None:
            return
        report = self._reports
        self._insert("reports", (report, place, number, *records.report))
        self._insert_all("criteria", [(report, *each) for each in records.criteria])
        self._insert_all("findings", [(report, *each) for each in records.findings])

    def _count(self) -> None:
        self._open += 1
        if self._open >= _FILES_AT_ONCE:
            self.commit()

    def _insert(self, table: str, row: Sequence[Value | bytes]) -> None:
        self._db.execute(f"INSERT INTO {table} VALUES ({_marks(row)})", row)

    def _replace(self, table: str, row: Sequence[Value | bytes]) -> None:
        self._db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({_marks(row)})", row)

    def _insert_all(self, table: str, rows: Sequence[Record]) -> None:
        if rows:
            self._db.executemany(f"INSERT INTO {table} VALUES ({_marks(rows[0])})", rows)


class _StoredCards(Sequence[Scorecard]):
    """Reads scorecards from the store, in the order of the reports."""

    def __init__(self, db: sqlite3.Connection, count: int) -> None:
        self._db = db
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Scorecard]:
        for (data,) in self._db.execute(f"{_CARDS} ORDER BY reports.report"):
            yield unpack(data)

    @overload
    def __getitem__(self, index: int) -> Scorecard: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Scorecard]: ...
    def __getitem__(self, index: int | slice) -> Scorecard | Sequence[Scorecard]:
        places = range(self._count)[index]
        if isinstance(places, range):
            return tuple(self[place] for place in places)
        query = f"{_CARDS} WHERE reports.report = ?"
        (data,) = self._db.execute(query, (places + 1,)).fetchone()
        return unpack(data)


def _is_whole(packed: bytes) -> bool:
    """SQLite looks after its pages, not after what is in them."""
    try:
        zlib.decompress(packed)
    except (TypeError, zlib.error):
        return False
    return True


def _unscored(result: ScoredFile) -> Iterator[base.Unscored]:
    for refusal in result.refused:
        yield base.Unscored(
            file=refusal.file, document_type=refusal.document_type, reason=refusal.reason
        )
    for failure in result.errors:
        yield base.Unscored(file=failure.file, document_type=None, reason=failure.reason)


def _output(row: tuple[str, int, str, str | None]) -> Output:
    return Output(file=row[0], size=row[1], sha256=row[2], made_of=row[3])


def _marks(row: Sequence[object]) -> str:
    return ",".join("?" * len(row))


def _text(words: str) -> str:
    """A file name that is not UTF-8 cannot stand in a database."""
    return words.encode("utf-8", "replace").decode("utf-8")
