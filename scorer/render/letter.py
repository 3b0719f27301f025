"""Letters to the towns as Word documents: the template's lines, set as GB/T 9704 sets a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Length
from docx.table import Table, _Row

from scorer.render import templating
from scorer.render.audience import Audience, address
from scorer.render.letter_layout import TEXT_WIDTH, add_letterhead, add_page_numbers, set_page
from scorer.render.letter_markup import Grid, Kind, Line, guard, parse
from scorer.render.letter_styles import STYLE_NAMES, TABLE_HEAD, TABLE_TEXT, make_styles, put_on
from scorer.render.letter_view import LetterView, prepare_letter
from scorer.render.names import PageNames
from scorer.render.package import settle
from scorer.render.page import Page
from scorer.render.wishes import Wishes
from scorer.scorecard import Batch

_TEMPLATE = "letter.txt.j2"
_SUFFIX = "反馈函.docx"


def render_pages(batch: Batch, wishes: Wishes) -> Iterator[Page]:
    """A letter a report; whoever asks for it, it is written for the town."""
    cards = address(batch, Audience.TOWN).scorecards
    names = PageNames()
    for card in cards:
        letter = prepare_letter(card, wishes)
        stem = names.name(card).removesuffix(".html")
        yield Page(name=f"{stem}-{_SUFFIX}", pieces=(render(fill(letter, wishes)),))


def fill(letter: LetterView, wishes: Wishes) -> str:
    """The template's text with the letter's values."""
    return templating.fill(
        templating.text_environment(wishes.templates, guard), _TEMPLATE, letter=letter
    )


def render(text: str) -> bytes:
    """The document of a letter in the template's marks; the same text gives the same bytes."""
    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.comments = ""
    style_ids = make_styles(document)
    set_page(document)
    blocks = tuple(parse(text))
    add_page_numbers(document)
    for block, starts_page in _mark_pages(blocks):
        if isinstance(block, Grid):
            _add_table(document, block, style_ids)
        elif block.kind is Kind.LETTERHEAD:
            add_letterhead(document, block.text, STYLE_NAMES[block.kind])
        else:
            paragraph = document.add_paragraph(block.text)
            put_on(paragraph, style_ids[STYLE_NAMES[block.kind]])
            paragraph.paragraph_format.page_break_before = starts_page or None
    properties.title = next(_titles(blocks), "")
    written = BytesIO()
    document.save(written)
    return settle(written.getvalue())


def _titles(blocks: Iterable[Line | Grid]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line) and block.kind is Kind.TITLE:
            yield block.text.replace("\n", "")


def _mark_pages(blocks: Iterable[Line | Grid]) -> Iterator[tuple[Line | Grid, bool]]:
    """Every block, and whether a new page is asked for before it."""
    starts = False
    for block in blocks:
        if isinstance(block, Line) and block.kind is Kind.NEW_PAGE:
            starts = True
        else:
            yield block, starts
            starts = False


def _add_table(document: Document, grid: Grid, style_ids: Mapping[str, str]) -> None:
    """A table with lines, whose head is repeated and whose rows are never cut by a page's end."""
    count = len(grid.rows[0])
    table = document.add_table(rows=0, cols=count, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    shares = grid.widths or (1.0,) * count
    widths = [Length(int(TEXT_WIDTH * share / sum(shares))) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head, *rows = grid.rows
    _mark(_add_row(table, head, widths, style_ids[TABLE_HEAD]), "w:tblHeader")
    for cells in rows:
        _add_row(table, cells, widths, style_ids[TABLE_TEXT])


def _add_row(table: Table, texts: Sequence[str], widths: Sequence[Length], style_id: str) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx left it out
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text)
        put_on(paragraph, style_id)
    _mark(row, "w:cantSplit")
    return row


def _mark(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))  # noqa: SLF001 - no other name for it
