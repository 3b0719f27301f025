"""Signs that text was lost: precise, since nothing that a doubtful report lacks is charged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scorer.cache import regex
from scorer.document import Block, BlockKind, Doubt, DoubtKind, Removed, RemovedKind, Span
from scorer.ingest.frame import Role
from scorer.ingest.landmarks import ends_signed, is_attachment
from scorer.ingest.lines import squeeze
from scorer.ingest.numbering import find_item, find_marker
from scorer.ingest.paragraphs import Paragraph
from scorer.ingest.shapes import tells_of_lost_text
from scorer.ingest.wrapping import find_torn
from scorer.readers.decode import LOST
from scorer.readers.extract import Note

_CLOSED = frozenset("。！？；…!?;”’》）)】]")
_PARTIAL = "的等地得之们"
_BROKEN_START = regex(rf"[，、；。：！？”》）,;:!?)]|[{_PARTIAL}](?!\w{{0,3}}[、：])|及其|以及")
_FIRST_ITEM = regex("一是|一要|首先|第一|其一|一方面|1[.．、]|①|（1）|\\(1\\)")
_LATER_ITEM = regex("(?:^|[。；;])([二三四五六七八九])(?:是|要)")
#: Words and marks that nothing ends with: what should follow them is gone.
_HANGING = regex("(?:以及|及其|或者|并且|[、“《（(])$")
_HANGING_LAST = regex("(?:以及|及其|或者|并且|[、，,“《（(]|如下[：:]|以下.{0,8}[：:])$")
_TAIL_KINDS = frozenset((RemovedKind.FOOTER, RemovedKind.WIDGET, RemovedKind.DISCLAIMER))
_PROSE = 20
_LONG = 40
#: Paragraphs that a careful copy has closed, so that an open end says something.
_MANY_CLOSED = 6
_MOST_UNCLOSED = 2
_WORD_BEGUN = 3
#: Unlike quotation marks these seldom get lost alone.
_TITLE_MARKS = "《〔"
_SHOWN = 16
_TAIL = 80


def find_doubts(
    text: str,
    paragraphs: Sequence[Paragraph],
    blocks: Sequence[Block],
    removed: Sequence[Removed],
) -> tuple[Doubt, ...]:
    """All doubts about one report, in the order of the text."""
    bodies = [paragraph for paragraph in paragraphs if paragraph.role is Role.TEXT]
    if not bodies:
        return ()
    shortened = [entry for entry in removed if tells_of_lost_text(_read(text, entry.span))]
    found = (
        *_find_inner_start(paragraphs, bodies[0]),
        *_find_breaks(paragraphs),
        *_find_lost_characters(text, blocks),
        *_find_open_end(paragraphs, bodies, blocks, removed),
        *_find_numbering_back(blocks),
        *_find_lost_items(text, blocks),
        *(_note_shortened(entry, bodies[0]) for entry in shortened),
    )
    return tuple(sorted(found, key=lambda doubt: doubt.span))


def note_glued(extent: Span, order: int, total: int) -> Doubt:
    """The note that the file holds several reports; nothing is lost by that."""
    message = f"本文件含有{total}份报告，这里只涉及其中第{order}份，请核对文件后分开保存。"
    return Doubt(kind=DoubtKind.GLUED, message=message, span=extent, loses_text=False)


def note_reading(note: Note) -> Doubt:
    """What the reader of the file could not make out."""
    return Doubt(
        kind=DoubtKind.READ_POORLY,
        message=note.message,
        span=note.span,
        loses_text=note.loses_text,
    )


def _read(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _find_inner_start(paragraphs: Sequence[Paragraph], first: Paragraph) -> Iterator[Doubt]:
    """A first paragraph that begins in mid-sentence, or, without a title, in mid-count."""
    titled = any(paragraph.role is not Role.TEXT for paragraph in paragraphs[:1])
    if _BROKEN_START.match(first.words) or (not titled and _begins_in_count(first.words)):
        shown = first.words[:_SHOWN]
        message = f"正文从中间开始（“{shown}…”），标题和前面的内容可能缺失，请核对原件。"
        yield Doubt(kind=DoubtKind.STARTS_INSIDE, message=message, span=_start_of(first))


def _begins_in_count(words: str) -> bool:
    """The first marker or item is a second one."""
    marker = find_marker(words)
    if marker is not None and marker.number > 1:
        return True
    later = _LATER_ITEM.search(words)
    return later is not None and not _FIRST_ITEM.search(words, 0, later.end())


def _start_of(paragraph: Paragraph) -> Span:
    start = paragraph.span.start
    return Span(start, min(start + _SHOWN, paragraph.entries[0].line.span.end))


def _end_of(paragraph: Paragraph) -> Span:
    end = paragraph.span.end
    return Span(max(end - _SHOWN, paragraph.entries[-1].line.span.start), end)


def _find_breaks(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """A paragraph that stops in mid-word or inside a mark it opened, and no next one goes on."""
    for above, below in pairwise(paragraphs):
        inner = above.role is Role.TEXT and below.role is Role.TEXT
        if inner and len(above.words) >= _PROSE and _breaks_off(above.words, below.words):
            shown = above.words[-_SHOWN:]
            message = f"正文在“…{shown}”处中断，后面的内容可能缺失，请核对原件。"
            yield Doubt(kind=DoubtKind.BREAKS_OFF, message=message, span=_end_of(above))


def _find_lost_characters(text: str, blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Bytes that are no character: at the very end the file was cut, else the first place."""
    last = blocks[-1].span
    if text[last.end - 1] == LOST:
        place = Span(max(last.start, last.end - _SHOWN), last.end)
        shown = _read(text, place)
        message = f"正文在“…{shown}”处中断，最后一个字不完整，后面的内容可能缺失，请核对原件。"
        yield Doubt(kind=DoubtKind.BREAKS_OFF, message=message, span=place)
        return
    for span in (block.span for block in blocks):
        at = text.find(LOST, span.start, span.end)
        if at >= 0:
            place = Span(max(span.start, at + 1 - _SHOWN), at + 1)
            message = f"正文“…{_read(text, place)}”处有损坏的字，个别文字可能缺失，请核对原件。"
            yield Doubt(kind=DoubtKind.BREAKS_OFF, message=message, span=place, loses_text=False)
            return


def _breaks_off(above: str, below: str) -> bool:
    if above[-1] in _CLOSED:
        return False
    if _HANGING.search(above) and (find_marker(below) or find_item(below)):
        return True
    torn = find_torn(above, below)
    if torn is None:
        return False
    short = torn[0] in _TITLE_MARKS or len(torn) <= _WORD_BEGUN
    return short or _BROKEN_START.match(below) is not None


def _find_open_end(
    paragraphs: Sequence[Paragraph],
    bodies: Sequence[Paragraph],
    blocks: Sequence[Block],
    removed: Sequence[Removed],
) -> Iterator[Doubt]:
    """Last words without a closing mark, in a report that is not signed.

    Where the copy lost marks elsewhere too, or the page goes on below a text too short to tell how
    careful it is, only words that nothing ends with are a sign.
    """
    last = bodies[-1]
    if last.words.endswith(LOST) or paragraphs[-1].role is not Role.TEXT:
        return
    if not _is_running_text(last, blocks):
        return
    page_goes_on = any(entry.kind in _TAIL_KINDS and entry.span > last.span for entry in removed)
    unclosed = sum(1 for body in bodies[:-1] if _is_unclosed(body.words))
    careful = unclosed == 0 and len(bodies) > _MANY_CLOSED
    cut = careful if page_goes_on else unclosed < _MOST_UNCLOSED
    sure = _HANGING_LAST.search(last.words) is not None
    if sure or (_is_unclosed(last.words) and cut):
        shown = last.words[-_SHOWN:]
        message = f"正文在“…{shown}”处没有写完，后面的内容可能缺失，请核对原件。"
        yield Doubt(kind=DoubtKind.ENDS_OPEN, message=message, span=_end_of(last))


def _is_running_text(last: Paragraph, blocks: Sequence[Block]) -> bool:
    """No heading, no short numbered item, no 附件 line."""
    words = last.words
    if is_attachment(last.entries[0].line.key) or blocks[-1].kind is BlockKind.HEADING:
        return False
    return len(words) >= _LONG or find_marker(words) is None


def _is_unclosed(words: str) -> bool:
    closed = words[-1] in _CLOSED or words[-1] in "：:"
    return len(words) >= _LONG and not closed and not ends_signed(squeeze(words[-_TAIL:]))


def _find_numbering_back(blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Section numbers that run backwards and go on from there; no restart at 一, no slip."""
    sections = _find_sections(blocks)
    numbers = [block.number or 0 for block in sections]
    if 1 in numbers[1:]:
        return
    for index in range(1, len(sections)):
        before, number = numbers[index - 1], numbers[index]
        after = numbers[index + 1] if index + 1 < len(numbers) else number
        slip = after == before + 2 or (after == number and before - number == 1)
        slip = slip or (index > 1 and numbers[index - 2] + 1 == number)
        if number < before and not slip:
            message = f"标题编号由第{before}倒退到第{number}，中间可能缺页或错页，请核对原件。"
            yield Doubt(kind=DoubtKind.NUMBERING_BACK, message=message, span=sections[index].span)


def _find_sections(blocks: Sequence[Block]) -> list[Block]:
    """The numbered headings of the highest level in use."""
    numbered = [block for block in blocks if block.kind is BlockKind.HEADING and block.number]
    top = min((block.level for block in numbered), default=0)
    return [block for block in numbered if block.level == top]


def _find_lost_items(text: str, blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Items that go on counting right under a heading that has no first one."""
    for above, below in pairwise(blocks):
        if above.kind is not BlockKind.HEADING or below.kind is BlockKind.HEADING:
            continue
        item = find_item(_read(text, below.span))
        if item is not None and item > 1:
            shown = _read(text, below.span)[:_SHOWN]
            message = f"列举从“{shown}…”开始，前面的各项可能缺失，请核对原件。"
            span = Span(below.span.start, min(below.span.start + _SHOWN, below.span.end))
            yield Doubt(kind=DoubtKind.NUMBERING_BACK, message=message, span=span)


def _note_shortened(entry: Removed, first: Paragraph) -> Doubt:
    """The page says itself that it does not show everything."""
    before = entry.span < first.span
    kind = DoubtKind.STARTS_INSIDE if before else DoubtKind.ENDS_OPEN
    message = "网页注明只显示了部分内容，其余内容缺失，请取得全文后再评分。"
    return Doubt(kind=kind, message=message, span=entry.span)
