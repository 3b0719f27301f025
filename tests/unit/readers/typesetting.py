"""A small typesetter: the lines of a report on its pages, as an office program would break them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

EM = 16.0
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 79.0, 105.0, 740.0
COLUMNS = 27
TITLE = "松溪镇2024年法治政府建设工作报告"
BODY = (
    "2024年，松溪镇坚持“依法行政”的原则，认真落实《中华人民共和国民法典》等法律法规，"
    "全镇法治政府建设取得新的进展。现将全年工作情况报告如下：",
    "一、主要工作",
    "（一）压实责任。镇主要领导全年主持召开法治专题会议6次，听取汇报4次，研究解决执法、"
    "普法方面的问题9个，并把法治建设纳入村（社区）年度考核，占比8.5%。",
    "（二）规范执法。综合执法队持证人员14名，全年办理案件35件，罚款18.2万元，没有案件被"
    "撤销；开展案卷评查2次，发现的11个问题全部整改到位，群众满意率达到98.6%以上。",
    "二、存在问题",
    "一是学法用法不够深入，个别干部遇到难题时想不到用法律手段解决。二是执法装备陈旧，"
    "夜间巡查和取证比较困难。三是宣传形式单一，年轻人参加不多。",
    "三、下一步打算",
    "松溪镇将继续健全学法制度，每月组织一次集中学习，每季度举办一次执法培训，" * 4
    + "不断提高依法办事的能力。",
)
SIGNATURE = ("松溪镇人民政府", "2025年1月20日")
_NO_START = "，。、；：！？”》）%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """All in em; `indent` is the first line's, `hang` the others', `gap` parts paragraphs."""

    indent: float = 2
    hang: float = 0
    leading: float = 1.75
    gap: float = 0.0
    centred: bool = False
    size: float = EM
    right: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line as it is set: its left end, its baseline from the top, its size in points."""

    text: str
    x: float
    y: float
    size: float = EM

    @property
    def right(self) -> float:
        return self.x + measure(self.text) * self.size

    @property
    def cells(self) -> Iterator[tuple[str, float, float]]:
        """Each character with its left and right end."""
        x = self.x
        for character in self.text:
            width = measure(character) * self.size
            yield character, x, x + width
            x += width


@dataclass(slots=True, kw_only=True)
class Typesetter:
    pages: list[list[Printed]] = field(default_factory=lambda: [[]])
    y: float = TOP

    def print_at(self, text: str, x: float, y: float, size: float = EM) -> None:
        self.pages[-1].append(Printed(text=text, x=x, y=y, size=size))

    def add(self, text: str, **wishes: float) -> None:
        style = Style(**wishes)
        rows = list(break_lines(text, style.indent, style.hang))
        for at, row in enumerate(rows):
            drop = style.leading * EM + (style.gap * EM if at == 0 else 0)
            self._advance(drop)
            x = LEFT + (style.hang if at else style.indent) * EM
            width = measure(row) * style.size
            if style.centred:
                x = LEFT + (COLUMNS * EM - width) / 2
            if style.right is not None:
                x = LEFT + (COLUMNS - style.right) * EM - width
            self.pages[-1].append(Printed(text=row, x=x, y=self.y, size=style.size))

    def turn(self) -> None:
        self.pages.append([])
        self.y = TOP - EM

    def _advance(self, drop: float) -> None:
        if self.y + drop > BOTTOM:
            self.turn()
        self.y += drop


def measure(text: str) -> float:
    return sum(0.5 if character < "\u0300" else 1.0 for character in text)


def break_lines(text: str, indent: float, hang: float) -> Iterator[str]:
    """Lines as wide as the page; no mark begins one, no figure is parted."""
    line, room = "", COLUMNS - indent
    for piece in _find_pieces(text):
        if line and measure(line + piece) > room:
            yield line
            line, room = "", COLUMNS - hang
        line += piece
    yield line


def _find_pieces(text: str) -> Iterator[str]:
    piece = ""
    for character in text:
        inside = piece and character < "\u0300" and piece[-1] < "\u0300"
        if piece and not inside and character not in _NO_START and piece[-1] not in "“《（":
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
