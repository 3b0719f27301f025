"""`scorer templates`: the shipped templates as files to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli.chinese import ChineseCommand, ChineseGroup
from scorer.cli.mistakes import UsageError
from scorer.cli.streams import say
from scorer.resources import templates_folder

templates_app = typer.Typer(
    cls=ChineseGroup,
    no_args_is_help=True,
    help="复制网页和反馈函的模板，供自己修改。",
    epilog="scorer templates copy 我的模板",
)


@templates_app.callback()
def start() -> None:
    """Options that stand before the command: there are none."""


@templates_app.command(
    "copy",
    cls=ChineseCommand,
    help="""把内置的模板复制到一个目录。

    改好后评分时用 --templates 写明这个目录；没有改的文件可以删去，仍用内置的。""",
    epilog="""scorer templates copy 我的模板
    scorer score 报告目录 -o 结果目录 -f letter --templates 我的模板""",
)
def copy(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="复制到哪个目录")],
    force: Annotated[bool, typer.Option("--force", help="覆盖目录里同名的文件")] = False,
) -> None:
    """Copy every template into the folder; what is there stays, unless the user insists."""
    from scorer.batch.folder import make_folder, write_file
    from scorer.render.templating import list_names

    files = [templates_folder() / name for name in list_names()]
    there = [path.name for path in files if (folder / path.name).exists()]
    if there and not force:
        raise UsageError(
            f"{folder} 里已有 {'、'.join(there)}，没有覆盖；请换一个目录，或用 --force 覆盖。"
        )
    make_folder(folder)
    for path in files:
        write_file(folder / path.name, path.read_bytes())
    say(f"{len(files)} 个模板已复制到 {folder}；改好后用 --templates {folder}。")
