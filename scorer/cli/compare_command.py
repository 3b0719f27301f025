"""The command `compare` with the words a user reads about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli.formats import CompareFormat
from scorer.cli.options import Jobs, OutputFolder, RubricOption

HELP = """找出报告之间相同的文字。

    先去掉标题、固定表述和许多单位都有的文字，再列出每两份报告相同的段落，左右对照，写明各在第几行；
    给出每份报告的自有文字占比、彼此相同较多的成组报告，以及段落里写着的其他单位名称。
    文字相同有多种原因，是否妥当由审核人判断。"""
EPILOG = """scorer compare 报告目录
    scorer compare 报告目录 -o 比对结果
    scorer compare 今年目录 --last-year 去年目录 -o 比对结果"""


def compare(
    paths: Annotated[list[str], typer.Argument(metavar="路径...", help="报告文件或目录")],
    last_year: Annotated[
        Path | None,
        typer.Option(
            "--last-year", metavar="目录", help="上年的报告：逐个单位对照得分、安排、不足和数字"
        ),
    ] = None,
    rubric: RubricOption = None,
    output: OutputFolder = None,
    formats: Annotated[
        list[CompareFormat] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="terminal|html|json",
            help="结果的格式，可以写几次；html 要有 -o",
        ),
    ] = None,
    at_least: Annotated[
        int, typer.Option("--at-least", min=40, metavar="字数", help="至少相同多少字才列出")
    ] = 80,
    jobs: Jobs = None,
) -> None:
    """Compare reports with each other."""
    # The rooms of a comparison are slow to import.
    from scorer.cli.compare import CompareOptions, run

    options = CompareOptions(
        paths=tuple(paths),
        last_year=last_year,
        output=output,
        formats=tuple(dict.fromkeys(formats or ())),
        at_least=at_least,
        jobs=jobs,
        rubric=rubric,
    )
    raise typer.Exit(run(options))
