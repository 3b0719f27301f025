"""A register from its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scorer.cache import regex
from scorer.errors import RegisterError
from scorer.masthead.names import kind_of
from scorer.register.columns import Columns, find_columns
from scorer.register.model import Body, Register
from scorer.register.names import Place, compact, parse_name, parse_outer
from scorer.register.sheets import Row, Sheet, read_sheets

_MEBI = 1024 * 1024
_MAX_BYTES = 16 * _MEBI
_LONGEST_NAME = 40
_NO_BODY = regex(
    r"(?:合|总|小)计|共计?\d+.*|(?:备注|说明|注|填表|制表|审核|联系|电话|单位负责人|日期)(?:人|日期)?"
    r"(?:[:：].*)?|\d*"
)
_SHEET_COUNTY = regex(r".{1,12}(?:县|区|市|旗)")


def load_register(path: Path) -> Register:
    """Read a register of towns; messages name the file as the user gave it.

    Raises:
        RegisterError: the file cannot be read, or no body is named in it.
    """
    name = str(path)
    sheets = read_sheets(name, _read_bytes(path, name))
    bodies: dict[Place, Body] = {}
    for sheet in sheets:
        for body in _read_sheet(name, sheet, several=len(sheets) > 1):
            bodies.setdefault(body.place, body)
    if not bodies:
        raise RegisterError(f"{name}：名册里没有单位，请检查是否选错文件，或在“乡镇”一列填写单位。")
    return Register(file=path.name, bodies=tuple(bodies.values()))


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise RegisterError(
                f"{name}：文件超过 {_MAX_BYTES // _MEBI} MB，不像名册，请检查是否选错文件。"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise RegisterError(f"{name}：名册文件不存在，请检查路径是否正确。") from error
    except IsADirectoryError as error:
        raise RegisterError(f"{name}：这是文件夹，请指定名册文件（.xlsx 或 .csv）。") from error
    except PermissionError as error:
        raise RegisterError(f"{name}：没有读取权限，请修改文件权限后重试。") from error
    except OSError as error:
        raise RegisterError(f"{name}：名册读取失败（{error.strerror}），请检查后重试。") from error


def _read_sheet(name: str, sheet: Sheet, *, several: bool) -> Iterator[Body]:
    """The bodies of a sheet; of several sheets one may be a county's, named after it."""
    columns = find_columns(name, sheet)
    if columns is None:
        return
    titled = several and not columns.outer and _SHEET_COUNTY.fullmatch(sheet.title) is not None
    above = [sheet.title] if titled else [""] * len(columns.outer)
    for row in columns.rows:
        above = _fill_down(above, row, columns)
        written = _cell(row, columns.name)
        if _NO_BODY.fullmatch(compact(written)):
            continue
        if len(written) > _LONGEST_NAME:
            raise RegisterError(
                f"{name}：{sheet.spot(row.number)}“{written[:20]}…”不像单位名称，"
                "请改为单位名称，或删去这一行。"
            )
        yield _make_body(written, above)


def _fill_down(above: list[str], row: Row, columns: Columns) -> list[str]:
    """An empty cell under a county is one that was merged with it."""
    if not columns.outer:
        return above
    return [_cell(row, at) or before for at, before in zip(columns.outer, above, strict=True)]


def _make_body(written: str, above: list[str]) -> Body:
    place = parse_name(written)
    outer = tuple(unit for cell in above for unit in parse_outer(cell))
    if not outer:
        return Body(name=written, place=place)
    bare = _strip_county(place.unit, outer[-1])
    return Body(name=written, place=Place(unit=bare, outer=outer))


def _strip_county(unit: str, county: str) -> str:
    """大兴镇 for 璧山大兴镇 in 璧山区: the short name of a county before that of its town."""
    bare = unit.removeprefix(county[:-1])
    return bare if kind_of(bare) is not None and len(bare) > len("某镇") else unit


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""
