"""Options that several commands share, and values of options that need a look."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer

import scorer
from scorer.cli.formats import FILED_NAMES, FORMAT_NAMES, Format, Reader, TableFormat

STDIN_NAME = "标准输入.txt"
_SHIPPED = "不写则用内置的乡镇标准"

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        max=256,
        metavar="个数",
        help="同时用几个进程；不写时文件少用一个，文件多则有几个核用几个",
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="tcp://地址",
        help="交给这个 Dask 集群评分（要装 scorer[cluster]）；只有写了它才使用网络",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume", help="接着 -o 目录里上次的结果做：没有变化的报告不再重评，评错或变化的重评"
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


def parse_day(text: str) -> date:
    """A day, as 2025-03-20."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}”应为日期，如 2025-03-20。") from error


ReportPaths = Annotated[list[str], typer.Argument(metavar="路径...", help="报告文件、目录，或 -")]
OutputFolder = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="目录", help="结果写到哪个目录")
]
FormatNames = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="格式",
        help=f"格式，可以写几次：{FORMAT_NAMES}；{FILED_NAMES} 要有 -o",
    ),
]
ForReader = Annotated[
    Reader,
    typer.Option(
        "--for",
        metavar="reviewer|town",
        help="给谁看：审核人（不写时）内容齐全；乡镇不含提示和存疑，隐去人名和号码",
    ),
]
RegisterFile = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="名册",
        help="应报送单位的名册，列出谁没有报、谁报了两次、哪些文件对不上",
    ),
]
Letterhead = Annotated[
    str, typer.Option("--letterhead", metavar="单位名", help="反馈函（letter）的红头和落款")
]
ReplyBy = Annotated[
    date | None,
    typer.Option(
        "--reply-by",
        parser=parse_day,
        metavar="日期",
        help="反馈函要求在哪一天之前答复，如 2025-03-20",
    ),
]
TemplatesFolder = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        metavar="目录",
        help="改过的模板所在的目录，里面没有的用内置的",
    ),
]
FailUnder = Annotated[
    Decimal | None,
    typer.Option(
        "--fail-under",
        parser=parse_threshold,
        metavar="分数",
        help="有报告的得分上限低于这个分数时，退出码为 1",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="屏幕上只留错误，不显示结果和进度")]
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
        min=256,
        metavar="兆字节",
        help="处理一个文件最多用多少内存（识别图片时加倍）",
    ),
]

TableOption = Annotated[
    TableFormat, typer.Option("--format", "-f", metavar="terminal|json", help="结果的格式")
]


def show_version(context: typer.Context, wanted: bool) -> None:
    """Option callback: print the version."""
    if wanted and not context.resilient_parsing:
        typer.echo(f"scorer {scorer.__version__}")
        raise typer.Exit
