"""`scorer doctor`: what works on this machine, on the screen or as JSON."""

from __future__ import annotations

import json

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scorer.cli.consoles import open_screen
from scorer.cli.mistakes import ExitCode
from scorer.cli.streams import write_exactly
from scorer.doctor import Ability, Diagnosis, Group, Part, State, examine

_STATES = {State.WORKS: "可用", State.MISSING: "未装", State.BROKEN: "故障"}
_GROUPS = {Group.HELP: "其他", Group.READ: "读取", Group.WRITE: "输出"}
_UNREADABLE = "终端不能显示汉字：请设环境变量 PYTHONUTF8=1，Windows 也可以先运行 chcp 65001。"
_CHINESE = ("utf", "gb", "cp936", "936")


def run(*, as_json: bool) -> ExitCode:
    """Examine and tell; 1 where something that must work does not."""
    found = examine()
    if as_json:
        write_exactly(json.dumps(_describe(found), ensure_ascii=False, indent=2) + "\n")
    else:
        _show(open_screen(), found)
    return ExitCode.OK if found.sound else ExitCode.BELOW_THRESHOLD


def _show(screen: Console, found: Diagnosis) -> None:
    machine = found.machine
    _say(screen, f"scorer {found.engine}")
    _say(screen, f"Python {machine.python}，{machine.system} {machine.processor}")
    _say(
        screen,
        f"编码：终端 {machine.terminal}，文件名 {machine.file_names}，系统 {machine.preferred}",
    )
    if not any(name in machine.terminal for name in _CHINESE):
        _say(
            screen, "终端不能显示汉字：请设环境变量 PYTHONUTF8=1，Windows 也可以先运行 chcp 65001。"
        )
    _say(screen, f"内置评分标准：{found.rubric or '不能载入'}")
    for folder in found.folders:
        source = "随程序安装" if folder.installed else "源码目录"
        _say(screen, f"{folder.title}：{folder.path}（{source}）")
    for group in (Group.READ, Group.WRITE, Group.HELP):
        _say(screen, "")
        _say(screen, _GROUPS[group])
        screen.print(_table([each for each in found.abilities if each.group is group]))
    verdict = "基本功能都可用。" if found.sound else "基本功能有缺，请按上面的办法补齐。"
    _say(screen, f"\n{verdict}")


def _table(abilities: list[Ability]) -> Table:
    grid = Table.grid(padding=(0, 2))
    for _ in range(4):
        grid.add_column(overflow="fold")
    for each in abilities:
        state = _STATES[each.state] + ("，已试" if each.tried else "")
        parts = "，".join(map(_name, each.parts))
        advice = "：".join(filter(None, (each.note, each.remedy)))
        cells = (f"  {state}", each.title, parts, advice)
        grid.add_row(*(Text(cell) for cell in cells))
    return grid


def _name(part: Part) -> str:
    return f"{part.name} {part.version or ''}".strip()


def _say(screen: Console, words: str) -> None:
    screen.print(Text(words), soft_wrap=True)


def _describe(found: Diagnosis) -> dict[str, object]:
    """Without folders of this machine: only whether they are the installed ones."""
    machine = found.machine
    return {
        "schema": "doctor/1",
        "works": found.sound,
        "engine": {"version": found.engine},
        "python": {
            "version": machine.python,
            "system": machine.system,
            "processor": machine.processor,
        },
        "encodings": {
            "terminal": machine.terminal,
            "file_names": machine.file_names,
            "preferred": machine.preferred,
        },
        "rubric": found.rubric or None,
        "resources": [
            {"title": each.title, "source": "installed" if each.installed else "checkout"}
            for each in found.folders
        ],
        "abilities": [_describe_ability(each) for each in found.abilities],
    }


def _describe_ability(ability: Ability) -> dict[str, object]:
    return {
        "id": ability.id,
        "title": ability.title,
        "group": ability.group,
        "core": ability.core,
        "state": ability.state,
        "tried": ability.tried,
        "parts": [{"name": part.name, "version": part.version} for part in ability.parts],
        "note": ability.note or None,
        "remedy": ability.remedy or None,
    }
