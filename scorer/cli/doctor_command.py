"""The command `doctor` with the words a user reads about it."""

from __future__ import annotations

import typer

from scorer.cli.formats import TableFormat
from scorer.cli.options import TableOption

DOCTOR_HELP = """检查这台机器上哪些功能可用。

    逐项列出能读的文件、能写的结果、所用组件的版本，缺的写明怎样装；基本功能不全时退出码为 1。"""
DOCTOR_EPILOG = """scorer doctor
    scorer doctor -f json"""


def doctor(table_format: TableOption = TableFormat.TERMINAL) -> None:
    """Tell what works on this machine."""
    from scorer.cli.doctor import run

    raise typer.Exit(run(as_json=table_format is TableFormat.JSON))
