"""OFD files in the shapes that different programs write them in."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from tests.makers.archives import write_zip
from tests.makers.paper import EM, LEFT, SIZE, SetLine, set_pages

SPACE = "http://www.ofdspec.org/2016"
_BOX = f"0 0 {SIZE[0]} {SIZE[1]}"


def write_page(body: str, *, template: str = "", space: str = SPACE) -> str:
    use = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    return f'<ofd:Page xmlns:ofd="{space}">{use}<ofd:Content>{body}</ofd:Content></ofd:Page>'


def write_layer(*objects: str, kind: str = "Body") -> str:
    return f'<ofd:Layer Type="{kind}">{"".join(objects)}</ofd:Layer>'


def write_object(boundary: str, codes: str, *, size: float = EM, more: str = "") -> str:
    opening = f'<ofd:TextObject Boundary="{boundary}" Font="1" Size="{size}" {more}>'
    return f"{opening}{codes}</ofd:TextObject>"


def write_code(words: str, x: float, y: float, steps: Sequence[float]) -> str:
    deltas = f' DeltaX="{pack(steps)}"' if steps else ""
    return f'<ofd:TextCode X="{x:.4f}" Y="{y:.4f}"{deltas}>{escape(words)}</ofd:TextCode>'


def pack(steps: Sequence[float]) -> str:
    """Equal advances in a row as `g 3 5.6`."""
    runs = [(f"{value:.4f}", len(list(run))) for value, run in groupby(steps)]
    return " ".join(
        f"g {count} {value}" if count > 2 else " ".join([value] * count) for value, count in runs
    )


def write_line(line: SetLine) -> str:
    """One object with one code, its boundary as large as the words."""
    top = line.y - EM * 0.86
    boundary = f"{line.places[0]:.4f} {top:.4f} {len(line.words) * EM:.4f} {EM:.4f}"
    return write_object(boundary, write_code(line.words, 0, EM * 0.86, line.steps))


def write_lines(page: Sequence[SetLine]) -> str:
    return write_layer(*map(write_line, page))


def write_runs(page: Sequence[SetLine]) -> str:
    """One object a character, none told how wide it is, in no order."""
    objects = [
        write_object(f"{x:.4f} {line.y - 5:.4f} {EM} {EM}", write_code(word, 0, 5, ()))
        for line in page
        for word, x in zip(line.words, line.places, strict=True)
    ]
    random.Random(1).shuffle(objects)
    return write_layer(*objects)


def write_absolute(page: Sequence[SetLine]) -> str:
    """One object as large as the page, its codes from the last line to the first."""
    codes = "".join(
        write_code(line.words, line.places[0], line.y, line.steps) for line in page[::-1]
    )
    return write_layer(write_object(_BOX, codes))


def write_layers(page: Sequence[SetLine]) -> str:
    """Every third line in a layer of its own, in blocks."""
    return "".join(
        write_layer(
            f"<ofd:PageBlock>{''.join(map(write_line, page[start::3]))}</ofd:PageBlock>", kind=kind
        )
        for start, kind in ((2, "Foreground"), (0, "Body"), (1, "Background"))
    )


def write_points(page: Sequence[SetLine]) -> str:
    """As converters from PDF write: everything in points, scaled down by a matrix."""
    point = 25.4 / 72
    return write_layer(
        *(
            write_object(
                f"{line.places[0]:.4f} {line.y - 5:.4f} 9 9",
                write_code(line.words, 0, 5 / point, [step / point for step in line.steps]),
                size=EM / point,
                more=f'CTM="{point:.6f} 0 0 {point:.6f} 0 0"',
            )
            for line in page
        )
    )


def write_bold(page: Sequence[SetLine]) -> str:
    """Every line printed twice, a hair apart; a watermark across the page; something unseen."""
    again = [write_line(shift(line, 0.2)) for line in page]
    mark = write_object(
        _BOX, write_code("内部资料", 40, 20, [20] * 3), size=20, more='CTM="0.7 0.7 -0.7 0.7 0 0"'
    )
    unseen = write_object(_BOX, write_code("不可见的字", 40, 20, [6] * 4), more='Visible="false"')
    return write_layer(mark, unseen, *map(write_line, page), *again)


def shift(line: SetLine, by: float) -> SetLine:
    return SetLine(words=line.words, places=tuple(x + by for x in line.places), y=line.y)


#: By what is peculiar to the shape, how a page is written in it.
SHAPES: Mapping[str, Callable[[Sequence[SetLine]], str]] = {
    "lines": write_lines,
    "runs": write_runs,
    "absolute": write_absolute,
    "layers": write_layers,
    "points": write_points,
    "bold": write_bold,
}


def write_frame(number: int, total: int) -> str:
    """What a program puts on every page: a running header and the page's number."""
    header = SetLine(
        words="石桥镇人民政府文件", places=tuple(LEFT + EM * at for at in range(9)), y=18
    )
    words = f"第{number}页　共{total}页"
    footer = SetLine(words=words, places=tuple(90 + EM * at for at in range(len(words))), y=284)
    return write_layer(write_line(header), write_line(footer))


def pack_ofd(
    pages: Sequence[str],
    templates: Mapping[str, str] | None = None,
    *,
    space: str = SPACE,
    root: str = "",
) -> bytes:
    """The package around pages that are written already; `root` stands before all places in it."""
    shared = "".join(
        f'<ofd:TemplatePage ID="{key}" BaseLoc="Tpls/{key}.xml"/>' for key in templates or {}
    )
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="{root}Pages/Page_{n}/Content.xml"/>'
        for n in range(len(pages))
    )
    members = {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{space}" Version="1.0" DocType="OFD"><ofd:DocBody>'
        f"<ofd:DocRoot>{root or 'Doc_0/'}Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{space}"><ofd:CommonData>'
        f"<ofd:PageArea><ofd:PhysicalBox>{_BOX}</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
        f"{shared}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        **{f"Doc_0/Pages/Page_{n}/Content.xml": page for n, page in enumerate(pages)},
        **{f"Doc_0/Tpls/{key}.xml": page for key, page in (templates or {}).items()},
    }
    return write_zip({name: text.encode() for name, text in members.items()})


def write_ofd(shape: str = "lines", *, framed: bool = False) -> bytes:
    """The invented report in that shape."""
    pages = set_pages()
    bodies = [SHAPES[shape](page) for page in pages]
    if not framed:
        return pack_ofd([write_page(body) for body in bodies])
    frames = {f"{n + 100}": write_page(write_frame(n + 1, len(pages))) for n in range(len(pages))}
    return pack_ofd(
        [write_page(body, template=key) for body, key in zip(bodies, frames, strict=True)], frames
    )


def list_shapes() -> Iterator[tuple[str, bool]]:
    for shape in SHAPES:
        yield shape, False
        yield shape, True
