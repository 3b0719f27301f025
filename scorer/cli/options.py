"""Options that several commands share, and values of options that need a look."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer

import scorer

STDIN_NAME = "标准输入.txt"
_SHIPPED = "不写则用内置的乡镇标准"

RubricOption = Annotated[
    Path | None,
    typer.Option("--rubric", "-r", metavar="文件", help=f"评分标准（YAML）；{_SHIPPED}"),
]
RubricFile = Annotated[
    Path | None, typer.Argument(metavar="[文件]", help=f"评分标准（YAML）；{_SHIPPED}")
]
StdinName = Annotated[
    str,
    typer.Option("--stdin-filename", metavar="名称", help="标准输入（-）在结果里叫什么名字"),
]
LimitSeconds = Annotated[
    float,
    typer.Option(
        "--limit-seconds", min=1, metavar="秒", help="一个文件（识别图片时是一页）最多处理多久"
    ),
]
LimitMemory = Annotated[
    int,
    typer.Option(
        "--limit-memory",
        min=64,
        metavar="兆字节",
        help="处理一个文件最多用多少内存（识别图片时加倍）",
    ),
]


def parse_threshold(text: str) -> Decimal:
    """A total between 0 and 100."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal(-1)
    if not (value.is_finite() and 0 <= value <= 100):  # noqa: PLR2004 - out of a hundred
        raise typer.BadParameter(f"“{text}”应为 0 到 100 之间的数。")
    return value


def show_version(context: typer.Context, wanted: bool) -> None:
    """Option callback: print the version."""
    if wanted and not context.resilient_parsing:
        typer.echo(f"scorer {scorer.__version__}")
        raise typer.Exit
