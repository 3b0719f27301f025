"""The commands `query` and `verify` with the words a user reads about them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli.chinese import ChineseCommand
from scorer.cli.formats import AnswerFormat
from scorer.cli.options import OutputFolder, RubricOption

QUERY_HELP = """从结果目录里查评分结果。

    问题写名称：排名、缺失（缺得最多的指标）、问题（按种类）、历年、未评分；
    也可以写表名（reports criteria findings unscored runs），或者一条 SELECT 语句。
    不写问题时列出全部问题；-f parquet 不写问题时各表都写成文件。"""
QUERY_EPILOG = """scorer query 结果目录 排名
    scorer query 结果目录 历年 --town 白石镇
    scorer query 结果目录 缺失 -f csv > 缺失.csv
    scorer query 结果目录 "SELECT town, low FROM reports WHERE low < 60"
    scorer query 结果目录 -f parquet -o 分析目录"""
VERIFY_HELP = """核对结果目录：报告、结果与评分时的回执（run.json）是否一致。

    逐个重新计算摘要，不符的逐条列出；全部相符时退出码为 0，否则为 1。
    报告按回执里的名称查找，从当前目录算起；在别处时用 --reports 写明
    评分时的报告目录，或者它的上一级目录。"""
VERIFY_EPILOG = """scorer verify 结果目录
    scorer verify 结果目录 --reports 报告目录"""

ResultsFolder = Annotated[
    Path, typer.Argument(metavar="结果目录", help="scorer score -o 写成的目录")
]


def add_results_commands(app: typer.Typer) -> None:
    """Put them behind the commands that are there."""
    app.command("query", cls=ChineseCommand, help=QUERY_HELP, epilog=QUERY_EPILOG)(query)
    app.command("verify", cls=ChineseCommand, help=VERIFY_HELP, epilog=VERIFY_EPILOG)(verify)


def query(
    folder: ResultsFolder,
    question: Annotated[
        str | None, typer.Argument(metavar="[问题]", help="问题名、表名，或者 SELECT 语句")
    ] = None,
    answer_format: Annotated[
        AnswerFormat,
        typer.Option(
            "--format", "-f", metavar="table|csv|json|parquet", help="结果的格式；parquet 要有 -o"
        ),
    ] = AnswerFormat.TABLE,
    town: Annotated[
        str | None, typer.Option("--town", metavar="单位", help="只看名称里有这几个字的单位")
    ] = None,
    output: OutputFolder = None,
) -> None:
    """Ask the results store."""
    # The rooms of an answer are slow to import.
    from scorer.cli.query import run

    raise typer.Exit(run(folder, question, answer_format, town, output))


def verify(
    folder: ResultsFolder,
    reports: Annotated[
        Path, typer.Option("--reports", metavar="目录", help="评分时的报告目录，或者它的上一级目录")
    ] = Path(),
    rubric: RubricOption = None,
) -> None:
    """Hold results against their receipt."""
    from scorer.cli.verify import run

    raise typer.Exit(run(folder, reports, rubric))
