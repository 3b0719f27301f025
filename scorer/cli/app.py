"""The command line: every command and option with the words a user reads about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli.chinese import ChineseCommand, ChineseGroup
from scorer.cli.compare_command import EPILOG, HELP, compare
from scorer.cli.completion import install_completion, show_completion
from scorer.cli.doctor_command import DOCTOR_EPILOG, DOCTOR_HELP, doctor
from scorer.cli.formats import Reader, TableFormat
from scorer.cli.options import (
    STDIN_NAME,
    Cluster,
    FailUnder,
    FormatNames,
    ForReader,
    Jobs,
    Letterhead,
    LimitMemory,
    LimitSeconds,
    OutputFolder,
    Quiet,
    RegisterFile,
    ReplyBy,
    ReportPaths,
    Resume,
    RubricFile,
    RubricOption,
    StdinName,
    TableOption,
    TemplatesFolder,
    show_version,
)
from scorer.cli.results_commands import add_results_commands
from scorer.cli.streams import close_quietly, prepare_streams
from scorer.cli.templates import templates_app

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""按评分标准给乡镇法治政府建设年度报告评分。

    读入文本、网页、Word、PDF、OFD 等文件，给出百分制得分、每一分的原文依据、缺少的内容和怎样补。
    全程在本机完成，不联网；同样的报告总得到同样的结果。""",
    epilog="""scorer score 报告目录
    scorer score 报告目录 -o 结果目录
    scorer explain systems.review""",
)
rubric_app = typer.Typer(
    cls=ChineseGroup,
    no_args_is_help=True,
    help="检查、试用、查看评分标准。",
    epilog="""scorer rubric show
    scorer rubric check 我的标准.yaml
    scorer rubric test 我的标准.yaml""",
)
app.add_typer(rubric_app, name="rubric")
app.add_typer(templates_app, name="templates")


@app.callback()
def start(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="显示版本"),
    ] = False,
    _install: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=install_completion,
            is_eager=True,
            help="给当前终端装上命令补全",
        ),
    ] = False,
    _show: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            callback=show_completion,
            is_eager=True,
            help="显示补全脚本，供自己安装",
        ),
    ] = False,
) -> None:
    """Options that stand before the command."""


# Every command imports its room when it runs: rich, lxml, yaml and the word lists take longer to
# import than a help page may take.


@app.command(
    "score",
    cls=ChineseCommand,
    help="""给报告评分。

    报告是文本、保存的网页、Word、WPS、PDF、OFD 等文件，或装有它们的压缩包；
    目录会逐层查找；- 表示标准输入。
    不写 -o 时结果显示在屏幕上；写了 -o 时结果写入目录，不另选格式就写 terminal、json、html 三种。

    退出码：0 正常；1 有报告的得分一定低于 --fail-under；2 命令或评分标准写得不对；
    3 有文件读不了或不是这类报告（其余照常评分）。""",
    epilog="""scorer score 报告.txt
    scorer score 报告目录 -o 结果目录 -f html
    scorer score 报告.txt -o 反馈目录 -f html --for town
    scorer score 报告目录 -o 反馈目录 -f letter --letterhead 某县司法局 --reply-by 2025-03-20
    scorer score 报告目录 -f json > 结果.json
    scorer score 报告目录 -o 结果目录 --resume
    scorer score 报告目录 -q --fail-under 60""",
)
def score(
    paths: ReportPaths,
    rubric: RubricOption = None,
    output: OutputFolder = None,
    formats: FormatNames = None,
    reader: ForReader = Reader.REVIEWER,
    register: RegisterFile = None,
    letterhead: Letterhead = "",
    reply_by: ReplyBy = None,
    templates: TemplatesFolder = None,
    fail_under: FailUnder = None,
    stdin_filename: StdinName = STDIN_NAME,
    limit_seconds: LimitSeconds = 60,
    limit_memory: LimitMemory = 1024,
    jobs: Jobs = None,
    cluster: Cluster = None,
    resume: Resume = False,
    quiet: Quiet = False,
) -> None:
    """Score reports."""
    from scorer.cli.score import ScoreOptions, run
    from scorer.render.audience import Audience
    from scorer.render.wishes import Wishes
    from scorer.worker import FileLimits

    options = ScoreOptions(
        paths=tuple(paths),
        rubric=rubric,
        output=output,
        formats=tuple(dict.fromkeys(formats or ())),
        fail_under=fail_under,
        stdin_filename=stdin_filename,
        quiet=quiet,
        register=register,
        jobs=jobs,
        cluster=cluster,
        resume=resume,
        wishes=Wishes(
            audience=Audience(reader),
            templates=templates,
            reply_by=reply_by,
            letterhead=letterhead,
        ),
        limits=FileLimits(seconds=limit_seconds, memory=limit_memory * 1024 * 1024),
    )
    raise typer.Exit(run(options))


@rubric_app.command(
    "check",
    cls=ChineseCommand,
    help="""检查评分标准能不能用。

    每处错误写明 文件:行:列、错在哪里、怎样改；有错时退出码为 2。""",
    epilog="scorer rubric check 我的标准.yaml",
)
def check_rubric(file: RubricFile = None) -> None:
    """Load a rubric and tell its errors."""
    from scorer.cli.rubrics import check

    check(file)


@rubric_app.command(
    "test",
    cls=ChineseCommand,
    help="""用评分标准自带的例子试评。

    每个例子都应得到它标明的档次；有不符的，逐条列出，退出码为 1。""",
    epilog="scorer rubric test 我的标准.yaml",
)
def try_rubric(file: RubricFile = None) -> None:
    """Try a rubric on its own exemplars."""
    from scorer.cli.rubrics import test

    raise typer.Exit(test(file))


@rubric_app.command(
    "show",
    cls=ChineseCommand,
    help="把评分标准排成便于阅读的样子显示出来。",
    epilog="scorer rubric show",
)
def show_rubric(file: RubricFile = None) -> None:
    """Print a rubric for a reader."""
    from scorer.cli.rubrics import show

    show(file)


@app.command(
    "explain",
    cls=ChineseCommand,
    help="""说明一项指标或一项检查。

    看什么、为什么、依据哪条规定、怎样补、有哪些例子；不写编号时列出全部编号。""",
    epilog="""scorer explain
    scorer explain systems.review""",
)
def explain(
    name: Annotated[str | None, typer.Argument(metavar="[编号]", help="指标或检查的编号")] = None,
    rubric: RubricOption = None,
) -> None:
    """Explain a criterion or a check."""
    from scorer.cli.explain import run

    run(name, rubric)


@app.command(
    "convert",
    cls=ChineseCommand,
    help="""显示评分时读到的文本。

    标准输出就是评分所用的全文，结果里的 start、end 按它的字数数起；概要写到标准错误。""",
    epilog="""scorer convert 报告.html > 报告.txt
    scorer convert --outline 报告.txt""",
)
def convert(
    paths: Annotated[list[str], typer.Argument(metavar="文件...", help="报告文件、目录，或 -")],
    outline: Annotated[
        bool,
        typer.Option("--outline", help="改为显示基本信息、标题层次、去掉的网页文字和疑点"),
    ] = False,
    stdin_filename: StdinName = STDIN_NAME,
) -> None:
    """Print the text that is scored."""
    from scorer.cli.convert import run

    raise typer.Exit(run(paths, stdin_filename, outline=outline))


app.command("compare", cls=ChineseCommand, help=HELP, epilog=EPILOG)(compare)
add_results_commands(app)


@app.command(
    "evaluate",
    cls=ChineseCommand,
    help="""与人工标注比对，看评分有多准。

    目录里每份报告一个标注文件（*.json）；先评分，再统计一致率、κ、宏 F1、问题的查准率和查全率。""",
    epilog="""scorer evaluate 标注目录
    scorer evaluate 标注目录 -f json > 比对.json""",
)
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="标注目录", help="人工标注所在的目录")],
    table_format: TableOption = TableFormat.TERMINAL,
    rubric: RubricOption = None,
    differences: Annotated[
        bool, typer.Option("--differences", help="逐条列出与标注不同的地方（json 里总有）")
    ] = False,
) -> None:
    """Compare scorecards with hand labels."""
    from scorer.cli.evaluate import EvaluateOptions, run

    options = EvaluateOptions(
        folder=folder,
        rubric=rubric,
        as_json=table_format is TableFormat.JSON,
        differences=differences,
    )
    raise typer.Exit(run(options))


app.command("doctor", cls=ChineseCommand, help=DOCTOR_HELP, epilog=DOCTOR_EPILOG)(doctor)


def main() -> None:
    """Run the program; the exit code tells how it went."""
    prepare_streams()
    try:
        app(prog_name="scorer")
    finally:
        close_quietly()
