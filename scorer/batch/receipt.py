"""The receipt of a run: hashes of what went in, what it was judged by, and what came out."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scorer.batch.folder import write_pieces
from scorer.batch.task import Marks, Task
from scorer.render.engine import engine_version
from scorer.render.json_text import Node
from scorer.scorecard import RubricStamp
from scorer.store import STORE

#: The name of the file in a folder of results.
RECEIPT = "run.json"
SCHEMA_ID = "run/2"

#: The tables that the receipt vouches for, each in an order of its own.
_VOUCHED = {
    "runs": "id",
    "reports": "report",
    "criteria": "report, criterion",
    "findings": "report, number",
    "unscored": "place, number",
}


def write_receipt(
    folder: Path, settings: Node, connection: sqlite3.Connection, *, complete: bool
) -> None:
    """Write what proves the run; a line a file, so that two receipts can be compared."""
    head: Node = {
        "schema": SCHEMA_ID,
        "complete": complete,
        **settings,
        "counts": _count(connection),
        "store": {"file": STORE, "content_sha256": hash_store(connection)},
    }
    lists = {
        "inputs": _rows(connection, "SELECT file, sha256 FROM inputs ORDER BY place"),
        "unscored": _rows(
            connection, "SELECT file, document_type, reason FROM unscored ORDER BY place, number"
        ),
        "outputs": _rows(connection, "SELECT file, bytes, sha256 FROM outputs ORDER BY file"),
    }
    pieces = _lay_out(head, lists)
    write_pieces(folder / RECEIPT, (piece.encode() for piece in pieces))


def describe_settings(task: Task, stamp: RubricStamp, marks: Marks) -> Node:
    """All that results depend on besides the files."""
    return {
        "engine": {"version": engine_version(), "sha256": marks.engine},
        "rubric": {"id": stamp.id, "version": stamp.version, "sha256": stamp.sha256},
        "settings": {
            "formats": list(task.formats),
            "for": task.wishes.audience.value,
            "pages_sha256": marks.pages,
            "register_sha256": task.register_sha256,
            "standard_input": next((s.name for s in task.sources if s.above is None), None),
        },
    }


def hash_store(connection: sqlite3.Connection) -> str:
    """Of every row that a question can be answered from."""
    digest = hashlib.sha256()
    for table, order in _VOUCHED.items():
        digest.update(table.encode())
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}"):
            digest.update(repr(row).encode("utf-8"))
    return digest.hexdigest()


def _lay_out(head: Node, lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    for name, lines in lists.items():
        yield f',\n  "{name}": ['
        for at, line in enumerate(lines):
            yield f"{',' if at else ''}\n    {line}"
        yield "\n  ]"
    yield "\n}\n"


def _count(connection: sqlite3.Connection) -> Node:
    names = ("files", "reports", "refused", "errors")
    row = connection.execute(f"SELECT {', '.join(names)} FROM runs").fetchone()
    (lowest,) = connection.execute("SELECT min(high) FROM reports").fetchone()
    return {**dict(zip(names, row, strict=True)), "lowest_high": lowest}


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[str]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
