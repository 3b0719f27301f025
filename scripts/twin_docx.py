"""The report as .docx in the shapes that programs write, made of XML by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from xml.sax.saxutils import escape

from twin import Paragraph, Table, find_parts

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
#: Format and template of the four levels, as Word and as WPS write them.
_WORD_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
_WPS_LEVELS = (
    ("japaneseCounting", "%1、"),
    ("japaneseCounting", "（%1）"),
    ("decimal", "%1."),
    ("decimal", "（%1）"),
)
_ATTACHMENT = "附件"
_LIST = '<w:numId w:val="2"/>'
_BY = 'w:author="a" w:date="2025-01-02T03:04:05Z"'

Write = Callable[[Paragraph], str]


def pack(parts: Mapping[str, str]) -> bytes:
    """A .docx of parts under word/, with the relations that name them."""
    names = [name for name in parts if name != "document"]
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(names, start=1)
    )
    main = f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kinds}.'
        f'{"document.main" if name == "document" else name}+xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f"{relations}</Relationships>",
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, words in files.items():
            archive.writestr(zipfile.ZipInfo(path, (2025, 1, 8, 9, 0, 0)), f"{_HEAD}{words}")
    return target.getvalue()


def pack_body(body: str, **parts: str) -> bytes:
    """A .docx of the XML inside `w:body`; other parts are the XML inside their root element."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes"}
    wrapped = {
        name: f"<w:{roots[name]} {NAMESPACES}>{part}</w:{roots[name]}>"
        for name, part in parts.items()
    }
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return pack({"document": document, **wrapped})


def run(words: str, properties: str = "") -> str:
    """A run of text."""
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{before}{content}</w:p>"


def define_list(number: int, levels: Sequence[tuple[str, str]], extra: str = "") -> str:
    """An abstract list; a level may name the paragraph style that is linked to it."""
    told = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra.format(at + 1)}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{told}</w:abstractNum>'


def name_list(number: int, abstract: int, changes: str = "") -> str:
    """A list as paragraphs name it."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{changes}</w:num>'


def place(number: int, level: int = 0) -> str:
    """The list and level of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def draw_table(table: Table, cell: Callable[[str], str] = lambda text: paragraph(run(text))) -> str:
    """A table; an empty cell is merged with the one above, a short row's first one spans."""
    width = max(map(len, table.rows))
    rows = []
    for row in table.rows:
        span = width - len(row) + 1
        cells = []
        for at, text in enumerate(row):
            merge = f'<w:gridSpan w:val="{span}"/>' if at == 0 and span > 1 else ""
            if at == 0 and span == 1:
                merge = "<w:vMerge/>" if not text else '<w:vMerge w:val="restart"/>'
            cells.append(f"<w:tc><w:tcPr>{merge}</w:tcPr>{cell(text)}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _write_body(write: Write) -> str:
    return "".join(
        draw_table(part) if isinstance(part, Table) else write(part) for part in find_parts()
    )


def _split(words: str) -> str:
    """Runs as an editor leaves them: cut anywhere, with marks of its own between."""
    pieces = [words[at : at + 7] for at in range(0, len(words), 7)]
    return '<w:proofErr w:type="gramStart"/>'.join(map(run, pieces))


def make_word() -> bytes:
    """The same with what LibreOffice 7.4 itself drops: a style based on a heading, a text box."""
    return make_styled(derived="清理", boxed="附件")


def make_styled(derived: str = "\0", boxed: str = "\0") -> bytes:
    """Headings numbered by their styles, one multi-level list reached by way of a list style.

    Paragraphs that begin so have a style based on the third heading's, or stand in a text box.
    """
    levels = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="{"H1" if level > 1 else "a"}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{level - 1}"/>{_LIST if level == 1 else ""}'
        "</w:numPr></w:pPr></w:style>"
        for level in range(1, len(_WORD_LEVELS) + 1)
    )
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        f'{levels}<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H3"/></w:style>'
        '<w:style w:type="numbering" w:styleId="Report"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    linked = define_list(0, _WORD_LEVELS, '<w:pStyle w:val="H{}"/>')
    linked = linked.replace("<w:lvl ", '<w:styleLink w:val="Report"/><w:lvl ', 1)
    pointer = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Report"/></w:abstractNum>'
    contents = (
        paragraph(
            _mark("begin")
            + _tell(' TOC \\o "1-3" ')
            + _mark("separate")
            + run("推进法治政府建设的主要举措和成效\t1")
        )
        + paragraph(run("党政主要负责人履行推进法治建设第一责任人职责情况\t3"))
        + paragraph(_mark("end"))
    )

    def write(part: Paragraph) -> str:
        if part.text.startswith(boxed):
            return paragraph(_box(paragraph(run(part.text))))
        style = "Own" if part.text.startswith(derived) else f"H{part.level}"
        return paragraph(_split(part.text), f'<w:pStyle w:val="{style}"/>' if part.level else "")

    return pack_body(
        contents + _write_body(write),
        numbering=linked + pointer + name_list(1, 0) + name_list(2, 1),
        styles=styles,
    )


def make_strict() -> bytes:
    """The same in the namespaces of Strict Open XML."""
    source = zipfile.ZipFile(io.BytesIO(make_word()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            words = source.read(info).replace(_W.encode(), _STRICT.encode())
            archive.writestr(info, words)
    return target.getvalue()


@dataclass(slots=True)
class _Restarts:
    """Gives each run of items a list of its own, as WPS does."""

    lists: list[tuple[int, int]] = field(default_factory=list)
    _open: dict[int, int] = field(default_factory=dict)

    def find(self, level: int) -> int:
        self._open = {at: number for at, number in self._open.items() if at <= level}
        if level not in self._open:
            self.lists.append((len(self.lists) + 1, level - 1))
            self._open[level] = len(self.lists)
        return self._open[level]


def make_direct() -> bytes:
    """Each paragraph names the list and its level; one multi-level list, nothing else."""

    def write(part: Paragraph) -> str:
        return paragraph(run(part.text), place(1, part.level - 1) if part.level else "")

    numbering = define_list(0, _WORD_LEVELS) + name_list(1, 0)
    return pack_body(_write_body(write), numbering=numbering)


def make_wps() -> bytes:
    """One list for each level, restarted by name wherever items start anew; japaneseCounting."""
    restarts = _Restarts()

    def write(part: Paragraph) -> str:
        properties = place(restarts.find(part.level)) if part.level else ""
        mark = f'<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{properties}'
        hint = '<w:rFonts w:hint="eastAsia"/>'
        return paragraph(run(part.text, hint), f'<w:wpsCustomData:x w:val="1"/>{mark}')

    body = _write_body(write).replace('<w:wpsCustomData:x w:val="1"/>', "")
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = "".join(name_list(number, level, again) for number, level in restarts.lists)
    families = "".join(define_list(at, [level]) for at, level in enumerate(_WPS_LEVELS))
    return pack_body(body, numbering=families + lists)


def make_revised() -> bytes:
    """Tracked changes, content controls, hidden words, comments; all levels direct."""
    return _dress((_insert, _control, _hide, _tear, _move))


def make_tracked() -> bytes:
    """The same without content controls, which LibreOffice 7.4 does not open when nested."""
    return _dress((_insert, _hide, _tear, _move))


def _dress(dresses: Sequence[Callable[[str, str], str]]) -> bytes:
    """Each paragraph in the next of the shapes."""
    turn = cycle(dresses)

    def write(part: Paragraph) -> str:
        properties = place(1, part.level - 1) if part.level else ""
        return next(turn)(part.text, properties)

    numbering = define_list(0, _WORD_LEVELS) + name_list(1, 0)
    return pack_body(_write_body(write), numbering=numbering)


def make_boxed() -> bytes:
    """The last line of the body in a text box of the older kind."""

    def write(part: Paragraph) -> str:
        properties = place(1, part.level - 1) if part.level else ""
        if not part.text.startswith(_ATTACHMENT):
            return paragraph(run(part.text), properties)
        words = f"<w:txbxContent>{paragraph(run(part.text))}</w:txbxContent>"
        style = 'type="#_x0000_t202" style="position:absolute;width:300pt;height:40pt"'
        shape = f"<v:shape {style}><v:textbox>{words}</v:textbox></v:shape>"
        return paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>")

    numbering = define_list(0, _WORD_LEVELS) + name_list(1, 0)
    return pack_body(_write_body(write), numbering=numbering)


def _delete(words: str) -> str:
    text = f"<w:delText>{escape(words)}</w:delText>"
    return f'<w:del w:id="1" {_BY}><w:r>{text}</w:r></w:del>'


def _insert(words: str, properties: str) -> str:
    half = len(words) // 2
    inserted = f'<w:ins w:id="2" {_BY}>{run(words[half:])}</w:ins>'
    return paragraph(run(words[:half]) + _delete("原稿旧句") + inserted, properties)


def _control(words: str, properties: str) -> str:
    inner = f"<w:sdt><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"
    block = paragraph(inner + '<w:r><w:commentReference w:id="1"/></w:r>', properties)
    prompt = run("单击或点击此处输入文字。")
    empty = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{prompt}</w:sdtContent></w:sdt>"
    )
    return (
        f"<w:sdt><w:sdtContent>{block.replace('</w:p>', empty + '</w:p>')}</w:sdtContent></w:sdt>"
    )


def _hide(words: str, properties: str) -> str:
    hidden = run("内部批注", "<w:vanish/>")
    linked = f'<w:hyperlink r:id="rId9">{run(words[3:])}</w:hyperlink>'
    return paragraph(hidden + run(words[:3]) + linked, properties)


def _tear(words: str, properties: str) -> str:
    """A paragraph whose mark is deleted, and one that is deleted whole, before it."""
    gone = f'<w:rPr><w:del w:id="3" {_BY}/></w:rPr>'
    whole = paragraph(_delete("删去的一条"), properties + gone)
    return (
        whole + paragraph(run(words[:4]), properties + gone) + paragraph(run(words[4:]), properties)
    )


def _move(words: str, properties: str) -> str:
    moved = f'<w:moveFrom w:id="4" {_BY}>{run(words)}</w:moveFrom>'
    mark = f'<w:rPr><w:moveFrom w:id="5" {_BY}/></w:rPr>'
    there = f'<w:moveTo w:id="6" {_BY}><w:smartTag>{run(words)}</w:smartTag></w:moveTo>'
    return paragraph(moved, properties + mark) + paragraph(there, properties)


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _tell(words: str) -> str:
    return f"<w:r><w:instrText>{escape(words)}</w:instrText></w:r>"


def _box(content: str) -> str:
    """A text box as Word writes it, for new and for old programs."""
    words = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{words}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{words}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice>'
    return (
        f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
