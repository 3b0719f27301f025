"""Several reports on a console: a table, the most missed criteria, and what was not scored."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scorer.render.overview import MissedRow, Overview, ReportRow, prepare_overview, rank_missed
from scorer.render.terminal_line import show_heading, show_item, show_words
from scorer.render.terminal_register import show_roll_call
from scorer.render.visible import make_visible
from scorer.scorecard import Batch

#: Lines of a table: a longer one would be laid out in memory as a whole, its head long gone.
_AT_ONCE = 500


def show_batch(console: Console, batch: Batch) -> None:
    """The table of the batch in the order the files were given, never a ranking."""
    overview = prepare_overview(batch)
    if overview.rows:
        for begin in range(0, len(overview.rows), _AT_ONCE):
            _show_table(console, overview, overview.rows[begin : begin + _AT_ONCE])
        _show_legend(console, overview)
    _show_missed(console, rank_missed(batch.scorecards))
    show_leftovers(console, batch)


def show_leftovers(console: Console, batch: Batch) -> None:
    """Files that were refused or could not be read, each with its reason."""
    if batch.refused:
        show_heading(console, f"未予评分的文件（{len(batch.refused)}个）")
    for number, refusal in enumerate(batch.refused, start=1):
        show_item(console, number, f"{refusal.file}（{refusal.document_type}）：{refusal.reason}")
    if batch.errors:
        show_heading(console, f"无法读取的文件（{len(batch.errors)}个）")
    for number, error in enumerate(batch.errors, start=1):
        show_item(console, number, f"{error.file}：{error.reason}")
    if batch.roll_call is not None:
        show_roll_call(console, batch.roll_call, batch.not_submitted or ())


def _show_table(console: Console, overview: Overview, rows: Sequence[ReportRow]) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False, pad_edge=False)
    table.add_column("单位", overflow="fold")
    table.add_column("年度", justify="right", no_wrap=True)
    table.add_column("总分", justify="right", no_wrap=True)
    table.add_column("等次", overflow="fold", max_width=8)
    for head in overview.heads:
        table.add_column(Text(head.short), justify="right", no_wrap=True)
    table.add_column("缺失", justify="right", no_wrap=True)
    table.add_column("问题", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(make_visible(cell)) for cell in _cells(row)))
    console.print(table)


def _cells(row: ReportRow) -> tuple[str, ...]:
    return (
        row.town,
        row.year or "不详",
        row.total,
        row.band or "待定",
        *(points or "-" for points in row.points),
        str(row.missing),
        str(row.findings),
    )


def _show_legend(console: Console, overview: Overview) -> None:
    parts = "；".join(f"{head.short}，{head.title}（{head.full}分）" for head in overview.heads)
    show_words(console, f"{parts}。缺失为项数，问题不含提示，-为未计入。", style="dim")
    rubric = overview.rubric
    show_words(console, f"评分标准：{rubric.title} {rubric.version}。{rubric.note}", style="dim")


def _show_missed(console: Console, rows: Sequence[MissedRow]) -> None:
    if not rows:
        return
    show_heading(console, "缺失最多的内容")
    for number, missed in enumerate(rows, start=1):
        show_item(console, number, f"{missed.title}（{missed.part}）：{missed.count}份报告缺失")
