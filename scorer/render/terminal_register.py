"""A register held against the reports, on a console."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from scorer.render.terminal_line import show_heading, show_item, show_words
from scorer.scorecard import RollCall


def show_roll_call(console: Console, call: RollCall, absent: Sequence[str]) -> None:
    """The count, then who sent nothing, who sent more, what a person must look at."""
    show_heading(console, f"名册对照（{call.register}）")
    show_words(
        console,
        f"应报送{call.owing}个单位：已报送{call.submitted}个，未报送{len(absent)}个，"
        f"待核对{len(call.unsettled)}个。",
    )
    if absent:
        show_heading(console, f"未报送的单位（{len(absent)}个）")
        show_words(console, "、".join(absent))
    _show_list(
        console,
        "报送不止一份的单位",
        [f"{each.name}：{_join(each.files)}{_note(each.note)}" for each in call.repeated],
    )
    _show_list(
        console,
        "报送情况待核对的单位",
        [f"{each.name}：{_join(each.files)}。{each.reason}" for each in call.unsettled],
    )
    _show_list(
        console,
        "与名册对不上的文件",
        [f"{each.file}：{each.reason}" for each in call.misplaced],
    )


def _show_list(console: Console, title: str, lines: Sequence[str]) -> None:
    if lines:
        show_heading(console, f"{title}（{len(lines)}个）")
    for number, line in enumerate(lines, start=1):
        show_item(console, number, line)


def _join(files: Sequence[str]) -> str:
    return "、".join(files)


def _note(note: str) -> str:
    return f"。{note}" if note else ""
