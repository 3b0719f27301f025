"""Which columns of a table name the bodies and their counties, by the words of its heading."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.cache import regex
from scorer.errors import RegisterError
from scorer.register.names import compact
from scorer.register.sheets import Row, Sheet

_SEARCHED = 10
_MARKS = regex(r"[()（）/、·*:：]")
_LEAD = "(?:应|需|报送|报告|上报|填报|责任|基层|所属|所在|全部)*"
#: The likeliest heading first; what a heading holds besides makes it another column.
_NAMES = tuple(
    regex(f"{_LEAD}{words}")
    for words in (
        "(?:乡镇?|镇|街道?|苏木|办事处|民族乡|或|和)+(?:单位|政府|全|名称?)*",
        "单位(?:名称|全称|名)?",
        "(?:机关|部门|主体)(?:名称)?",
        "(?:全|名)称",
    )
)
_OUTER = regex("(?:所属|所在|隶属)?(?:县级?|区|市|旗|州|盟|地级?|省|自治|直辖)+(?:名称?|单位)?")
_TITLE = regex("名册|名单|一览表|统计表|台账|清单|花名册")
_COUNT = regex(r"\d{1,4}[.、]?|")
_ADVICE = "请在第一行写上列名，如“县区”“乡镇”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the bodies stand: their column, those of what they lie in, and the rows of data."""

    name: int
    outer: tuple[int, ...]
    rows: tuple[Row, ...]


def find_columns(name: str, sheet: Sheet) -> Columns | None:
    """The columns of a sheet; None where it is empty.

    Raises:
        RegisterError: there are several columns and no heading says which.
    """
    if not sheet.rows:
        return None
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        column = _find_name(row)
        if column is not None:
            return Columns(name=column, outer=_find_outer(row), rows=sheet.rows[index + 1 :])
    return _find_only_column(name, sheet)


def _find_name(row: Row) -> int | None:
    heads = [_MARKS.sub("", compact(cell)) for cell in row.cells]
    for pattern in _NAMES:
        column = next((at for at, head in enumerate(heads) if pattern.fullmatch(head)), None)
        if column is not None:
            return column
    return None


def _find_outer(row: Row) -> tuple[int, ...]:
    heads = [_MARKS.sub("", compact(cell)) for cell in row.cells]
    return tuple(at for at, head in enumerate(heads) if _OUTER.fullmatch(head))


def _find_only_column(name: str, sheet: Sheet) -> Columns:
    """A list without heading: one column of words, be there numbers before it."""
    rows = sheet.rows[1:] if _is_title(sheet.rows[0]) else sheet.rows
    filled = {
        at
        for row in rows
        for at, cell in enumerate(row.cells)
        if not _COUNT.fullmatch(compact(cell))
    }
    if len(filled) != 1:
        raise RegisterError(
            f"{name}：{sheet.spot()}前{_SEARCHED}行没有找到“乡镇”“街道”“单位”之类的列名，{_ADVICE}。"
        )
    return Columns(name=filled.pop(), outer=(), rows=rows)


def _is_title(row: Row) -> bool:
    words = [cell for cell in row.cells if cell]
    return len(words) == 1 and _TITLE.search(words[0]) is not None
