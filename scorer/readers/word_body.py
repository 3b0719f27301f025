"""The body of a Word document as lines: what a person sees on the page, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from scorer.cache import regex
from scorer.readers.word_fields import Fields, is_balanced
from scorer.readers.word_numbering import Numbering
from scorer.readers.word_rows import Cell, find_rows, is_covered, lay_out
from scorer.readers.word_signs import read_sign
from scorer.readers.word_styles import read_hidden
from scorer.readers.word_xml import ALTERNATE, MATH, W, choose, find, get, is_on

_VML = "{urn:schemas-microsoft-com:vml}"
_BLANK = regex(r"[\t\r\n]+")
_PROMPT = regex("\\s*(?:单击|点击|请?在此处?|Click )")
#: What is no text of the report, with everything inside it.
_PROPERTIES = "pPr rPr tblPr tblGrid tblPrEx trPr tcPr sectPr sdtPr sdtEndPr rubyPr fldData"
_GONE = "del moveFrom delText delInstrText rt"
_LEFT_OUT = frozenset(f"{W}{name}" for name in f"{_PROPERTIES} {_GONE}".split())


#: Where nothing else is left of a paragraph, it is gone, be its mark left standing or not.
_TAKEN_AWAY = (f"{W}del", f"{W}moveFrom")


@dataclass(slots=True, kw_only=True)
class _Line:
    """A paragraph under way; what hangs on it comes on lines of its own below."""

    pieces: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Column:
    """Lines one under another: the body, a cell, a text box, a footnote.

    `carried` is text whose paragraph mark is deleted or hidden: the next paragraph goes on from it.
    """

    lines: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    labelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The lines, and whether the document takes in other files, whose words are not among them."""

    lines: Sequence[str]
    imports: bool


def name_note(kind: str, element: etree._Element) -> str:
    """What a footnote or endnote and the mark in the text that calls it are both known by."""
    return f"{kind} {get(element, 'id')}"


def read_body(
    body: etree._Element, numbering: Numbering, notes: Mapping[str, etree._Element]
) -> Body:
    """Walk the body; `notes` are footnotes and endnotes by `name_note`."""
    walk = _Walk(numbering=numbering, notes=notes, fields=Fields(balanced=is_balanced(body)))
    return Body(lines=walk.read(body), imports=walk.imports)


@dataclass(slots=True, kw_only=True)
class _Walk:
    numbering: Numbering
    notes: Mapping[str, etree._Element]
    fields: Fields
    imports: bool = False
    _column: _Column = field(default_factory=_Column)
    _line: _Line | None = None
    _hidden: bool = False
    _style_hidden: bool = False
    _seen: set[str] = field(default_factory=set)

    def read(self, element: etree._Element) -> list[str]:
        """The lines of what the element holds."""
        outer = self._column, self._line
        self._column, self._line = _Column(), None
        self._walk_all(element)
        column = self._column
        self._column, self._line = outer
        return column.lines + _cut("".join(column.carried))

    def _walk_all(self, element: etree._Element) -> None:
        for child in element:
            self._walk(child)

    def _walk(self, element: etree._Element) -> None:
        if element.tag in _LEFT_OUT:
            return
        handle = _HANDLERS.get(element.tag)
        if handle is not None:
            handle(self, element)
        else:
            self._walk_all(element)

    def _put(self, words: str) -> None:
        if words and self._line is not None and not self._hidden and self.fields.is_shown():
            self._line.pieces.append(words)

    def read_paragraph(self, element: etree._Element) -> None:
        properties = find(element, "pPr")
        shown = self.fields.is_shown()
        style = get(find(properties, "pStyle"))
        outer = self._line, self._style_hidden
        line = self._line = _Line()
        self._style_hidden = bool(self.numbering.styles.find_hidden(style))
        self._walk_all(element)
        self._line, self._style_hidden = outer
        self.fields.end_paragraph()
        text = "".join(line.pieces).strip()
        emptied = not text and next(element.iter(*_TAKEN_AWAY), None) is not None
        if text or (shown and not emptied):
            self._end_line(properties, text)
        self._column.lines.extend(line.below)

    def _end_line(self, properties: etree._Element | None, text: str) -> None:
        """Put the line, or carry it into the next where no paragraph mark is seen."""
        column = self._column
        mark = find(properties, "rPr")
        own = read_hidden(mark)
        style = get(find(properties, "pStyle"))
        by_style = self.numbering.styles.find_hidden(style) if own is None else own
        hidden = bool(by_style) or is_on(find(mark, "specVanish"))
        if find(mark, "del") is not None or find(mark, "moveFrom") is not None:
            column.carried.append(text)
            return
        if hidden and not text:
            return
        column.carried.append(text)
        line = "".join(column.carried) if not (hidden and column.labelled) else text
        label = self.numbering.label(properties, line)
        if not column.labelled:
            column.carried.insert(0, label)
            column.labelled = True
        if not (hidden or _is_initial(properties)):
            column.lines.extend(_cut("".join(column.carried)))
            column.carried, column.labelled = [], False

    def read_run(self, element: etree._Element) -> None:
        outer = self._hidden
        properties = find(element, "rPr")
        own = read_hidden(properties)
        if own is None:
            own = self.numbering.styles.find_hidden(get(find(properties, "rStyle")))
        self._hidden = outer or (self._style_hidden if own is None else own)
        self._walk_all(element)
        self._hidden = outer

    def read_text(self, element: etree._Element) -> None:
        self._put(_BLANK.sub(" ", element.text or ""))

    def break_line(self, _: etree._Element) -> None:
        self._put("\n")

    def put_tab(self, _: etree._Element) -> None:
        self._put("\t")

    def put_hyphen(self, _: etree._Element) -> None:
        self._put("-")

    def read_sign_run(self, element: etree._Element) -> None:
        self._put(read_sign(get(element, "char"), get(element, "font")))

    def read_field_mark(self, element: etree._Element) -> None:
        self._put(self.fields.mark(get(element, "fldCharType")))

    def read_instruction(self, element: etree._Element) -> None:
        self.fields.tell(element.text or "")

    def read_simple_field(self, element: etree._Element) -> None:
        self.fields.mark("begin")
        self.fields.tell(get(element, "instr") or "")
        self.fields.mark("separate")
        self._walk_all(element)
        self.fields.mark("end")

    def read_alternate(self, element: etree._Element) -> None:
        chosen = choose(element)
        if chosen is not None:
            self._walk_all(chosen)

    def read_control(self, element: etree._Element) -> None:
        """A content control; not its prompt, nor a table of contents."""
        properties = find(element, "sdtPr")
        gallery = get(find(properties, "docPartObj", "docPartGallery"))
        content = find(element, "sdtContent")
        if content is None or gallery == "Table of Contents":
            return
        prompts = is_on(find(properties, "showingPlcHdr"))
        if not (prompts and _PROMPT.match("".join(t.text or "" for t in content.iter(f"{W}t")))):
            self._walk_all(content)

    def read_box(self, element: etree._Element) -> None:
        if not self._hidden and self.fields.is_shown():
            self._put_below(self.read(element))

    def read_word_art(self, element: etree._Element) -> None:
        if not self._hidden and self.fields.is_shown():
            self._put_below(_cut(element.get("string") or ""))

    def read_note(self, element: etree._Element) -> None:
        key = name_note(etree.QName(element).localname.removesuffix("Reference"), element)
        note = self.notes.get(key)
        shown = not self._hidden and self.fields.is_shown()
        if note is not None and shown and key not in self._seen:
            self._seen.add(key)
            words = " ".join(self.read(note))
            self._put_below([f"注：{words.removeprefix('注：')}"] if words else [])

    def _put_below(self, lines: list[str]) -> None:
        (self._column.lines if self._line is None else self._line.below).extend(lines)

    def note_import(self, _: etree._Element) -> None:
        self.imports = True

    def read_table(self, element: etree._Element) -> None:
        for row in find_rows(element):
            cells = [Cell(lines=() if is_covered(cell) else tuple(self.read(cell))) for cell in row]
            self._column.lines.extend(lay_out(cells))


_HANDLERS: Mapping[object, Callable[[_Walk, etree._Element], None]] = {
    ALTERNATE: _Walk.read_alternate,
    f"{MATH}t": _Walk.read_text,
    f"{_VML}textpath": _Walk.read_word_art,
    f"{W}altChunk": _Walk.note_import,
    f"{W}br": _Walk.break_line,
    f"{W}cr": _Walk.break_line,
    f"{W}endnoteReference": _Walk.read_note,
    f"{W}fldChar": _Walk.read_field_mark,
    f"{W}fldSimple": _Walk.read_simple_field,
    f"{W}footnoteReference": _Walk.read_note,
    f"{W}instrText": _Walk.read_instruction,
    f"{W}noBreakHyphen": _Walk.put_hyphen,
    f"{W}p": _Walk.read_paragraph,
    f"{W}ptab": _Walk.put_tab,
    f"{W}r": _Walk.read_run,
    f"{W}sdt": _Walk.read_control,
    f"{W}subDoc": _Walk.note_import,
    f"{W}sym": _Walk.read_sign_run,
    f"{W}t": _Walk.read_text,
    f"{W}tab": _Walk.put_tab,
    f"{W}tbl": _Walk.read_table,
    f"{W}txbxContent": _Walk.read_box,
}


def _is_initial(properties: etree._Element | None) -> bool:
    """Whether the paragraph is one large initial, set apart from the words it begins."""
    return get(find(properties, "framePr"), "dropCap") in {"drop", "margin"}


def _cut(text: str) -> list[str]:
    return [line for piece in text.split("\n") if (line := piece.strip())]
