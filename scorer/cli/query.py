"""`scorer query`: answers from the results store, as a table, CSV, JSON or Parquet."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from scorer.batch.folder import make_folder
from scorer.cli.formats import AnswerFormat
from scorer.cli.mistakes import ExitCode, UsageError
from scorer.cli.streams import say, write_exactly
from scorer.render.tables import looks_like_formula
from scorer.render.visible import show_line
from scorer.store.base import look_into
from scorer.store.parquet import write_parquet
from scorer.store.questions import QUESTIONS, Answer, ask, list_tables

#: Rows that a screen shows; more are for files.
_MOST_ROWS = 1000


def run(
    folder: Path, question: str | None, form: AnswerFormat, town: str | None, output: Path | None
) -> ExitCode:
    """Answer a question; without one say which there are, or export every table."""
    with look_into(folder) as connection:
        if form is AnswerFormat.PARQUET:
            _export(connection, question, town, output)
        elif question is None:
            write_exactly("".join(f"{name}\n" for name in QUESTIONS))
        else:
            _WRITERS[form](ask(connection, question, town))
    return ExitCode.OK


def _export(
    connection: sqlite3.Connection, question: str | None, town: str | None, output: Path | None
) -> None:
    if output is None:
        raise UsageError("-f parquet 要写成文件，请用 -o 目录 说明写到哪里。")
    if question is None and town is not None:
        raise UsageError("--town 要和问题一起用：写出要问的问题，或者去掉 --town 导出全部表。")
    make_folder(output)
    if question is None:
        for table, answer in list_tables(connection):
            write_parquet(answer, output / f"{table}.parquet")
    else:
        name = question if question in QUESTIONS or question.isidentifier() else "answer"
        write_parquet(ask(connection, question, town), output / f"{name}.parquet")
    say(f"结果已写入 {output}")


def _write_table(answer: Answer) -> None:
    # rich is slow to import, and answers for programs do without it.
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from scorer.cli.consoles import open_screen

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_edge=False, pad_edge=False)
    for head in answer.heads:
        table.add_column(Text(head), overflow="fold")
    for number, row in enumerate(answer.rows):
        if number == _MOST_ROWS:
            say(f"只显示前 {_MOST_ROWS} 行，全部请用 -f csv。")
            break
        table.add_row(*(Text("" if v is None else show_line(_show(v))) for v in row))
    open_screen().print(table)


def _write_csv(answer: Answer) -> None:
    written = StringIO("\ufeff")  # Excel takes a file without it for one in an old code page
    written.seek(1)
    writer = csv.writer(written)
    writer.writerow(answer.heads)
    for row in answer.rows:
        writer.writerow(_guard(value) for value in row)
        write_exactly(written.getvalue())
        written.seek(0)
        written.truncate()
    write_exactly(written.getvalue())


def _write_json(answer: Answer) -> None:
    between = "[\n"
    for row in answer.rows:
        line = dict(zip(answer.heads, row, strict=True))
        write_exactly(f"{between}  {json.dumps(line, ensure_ascii=False, default=str)}")
        between = ",\n"
    write_exactly("[]\n" if between == "[\n" else "\n]\n")


_WRITERS: dict[AnswerFormat, Callable[[Answer], None]] = {
    AnswerFormat.TABLE: _write_table,
    AnswerFormat.CSV: _write_csv,
    AnswerFormat.JSON: _write_json,
}


def _guard(value: object) -> object:
    """No cell may be computed by the spreadsheet that opens it."""
    if isinstance(value, str) and looks_like_formula(value):
        return f"'{value}"
    return _show(value) if isinstance(value, float) else value


def _show(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
