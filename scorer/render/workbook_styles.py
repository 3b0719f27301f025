"""How cells of the workbook look, as named styles that a user finds in the ribbon."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from scorer.render.tables import Kind
from scorer.render.words import OUTCOME_WORDS
from scorer.scorecard import Outcome

HEAD = "评分表头"
NOTE = "评分说明"
STYLE_NAMES = {
    Kind.WORD: "评分文字",
    Kind.TEXT: "评分长文",
    Kind.COUNT: "评分计数",
    Kind.YEAR: "评分年度",
    Kind.POINTS: "评分分值",
}

#: Fills of the outcomes that are also marked by colour.
_OUTCOME_FILLS = {
    Outcome.MISSING: "F8CBAD",
    Outcome.PARTIAL: "FFF2CC",
    Outcome.UNDETERMINED: "E7E6E6",
}
OUTCOME_STYLES = {word: f"评分{word}" for word in map(OUTCOME_WORDS.__getitem__, _OUTCOME_FILLS)}

_FONT = "宋体"
_SIZE = 10.5
_LINE = Side(style="thin", color="BFBFBF")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SIDES = {Kind.COUNT: "center", Kind.YEAR: "center", Kind.POINTS: "right"}
_NUMBER_FORMATS = {Kind.COUNT: "0", Kind.YEAR: "0", Kind.POINTS: "0.0#"}


def make_styles() -> Iterator[NamedStyle]:
    """All of them, new for each workbook."""
    yield NamedStyle(
        name=HEAD,
        font=Font(name=_FONT, size=_SIZE, bold=True),
        fill=PatternFill(fill_type="solid", fgColor="DCE6F1"),
        border=_GRID,
        alignment=Alignment(horizontal="center", vertical="center", wrap_text=True),
    )
    yield NamedStyle(name=NOTE, font=Font(name=_FONT, size=_SIZE, color="595959"))
    for outcome, colour in _OUTCOME_FILLS.items():
        yield NamedStyle(
            name=OUTCOME_STYLES[OUTCOME_WORDS[outcome]],
            font=Font(name=_FONT, size=_SIZE),
            fill=PatternFill(fill_type="solid", fgColor=colour),
            border=_GRID,
            alignment=Alignment(horizontal="left", vertical="top"),
        )
    for kind, name in STYLE_NAMES.items():
        yield NamedStyle(
            name=name,
            font=Font(name=_FONT, size=_SIZE),
            border=_GRID,
            alignment=Alignment(
                horizontal=_SIDES.get(kind, "left"),
                vertical="top",
                indent=int(kind is not Kind.COUNT and kind is not Kind.YEAR),
                wrap_text=True,
            ),
            number_format=_NUMBER_FORMATS.get(kind, "@"),
        )
