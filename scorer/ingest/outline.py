"""The outline: headings and paragraphs, with the level and number of each heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from scorer.cache import regex
from scorer.document import Block, BlockKind
from scorer.ingest.frame import Role
from scorer.ingest.headings import Lead, find_lead, find_soft_lead, reads_as_heading
from scorer.ingest.landmarks import is_body_name, is_prose
from scorer.ingest.lines import squeeze
from scorer.ingest.numbering import Marker, find_item, find_marker
from scorer.ingest.paragraphs import Paragraph
from scorer.ingest.pieces import Piece, find_pieces

_CLOSED = frozenset("。！？!?")
_MARKS = frozenset("。；！？，：、,;:!?…")
_OPENING_BRACKETS = ("（", "(", "【", "[", "附")
_LAST_WORDS = ("特此", "以上报告", "专此报告")
_SHORTEST = 4
_LONGEST = 32
_LONGEST_SECTION = 130
_DEEPEST = 4
#: What marks a line as a heading without a number: ▌一年做了什么, ——回顾——, 【往后怎么干】.
_FLAG = regex(r"[^\w\s（(《“‘「『〔\[【]{1,8}\s*[^\s].{2,}|【[^】。；]{2,24}】[^。；]{0,24}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbered:
    """A piece with its marker, if it begins with one."""

    piece: Piece
    marker: Marker | None


def find_blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Every paragraph as one block; as two where a heading runs into it."""
    entries = [
        _Numbered(piece=piece, marker=_find_own_marker(piece)) for piece in find_pieces(paragraphs)
    ]
    bare = _find_unnumbered(entries)
    flagged = _find_flagged(entries)
    return _count_from_one(tuple(_make_blocks(entries, bare - flagged.keys(), flagged)))


def _count_from_one(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Where something stands above 一、 every heading moves one level down."""
    if all(block.level or block.kind is BlockKind.PARAGRAPH for block in blocks):
        return blocks
    return tuple(
        replace(block, level=block.level + 1) if block.kind is BlockKind.HEADING else block
        for block in blocks
    )


def _find_own_marker(piece: Piece) -> Marker | None:
    return find_marker(piece.words) if piece.role is Role.TEXT else None


def _make_blocks(
    entries: Sequence[_Numbered], bare: Set[int], flagged: Mapping[int, int]
) -> Iterator[Block]:
    level = 0
    item: Marker | None = None
    for index, entry in enumerate(entries):
        piece = entry.piece
        if index in flagged:
            level = flagged[index]
            yield Block(kind=BlockKind.HEADING, span=piece.span(0, len(piece.words)), level=level)
            continue
        if index in bare:
            whole = piece.span(0, len(piece.words))
            yield Block(kind=BlockKind.HEADING, span=whole, level=min(level + 1, _DEEPEST))
            continue
        below = entries[index + 1] if index + 1 < len(entries) else None
        lead = _find_lead(entry, below, item)
        if entry.marker is not None:
            item = entry.marker if lead is None else None
            level = level if lead is None else entry.marker.level
        yield from _split_piece(entry, lead)


def _split_piece(entry: _Numbered, lead: Lead | None) -> Iterator[Block]:
    piece, marker = entry.piece, entry.marker
    end = len(piece.words)
    number = marker.number if marker else None
    if lead is None or marker is None:
        yield Block(kind=BlockKind.PARAGRAPH, span=piece.span(0, end), number=number)
        return
    span = piece.span(0, lead.stop)
    yield Block(kind=BlockKind.HEADING, span=span, level=marker.level, number=number)
    if lead.rest < end:
        rest = lead.rest + len(piece.words[lead.rest :]) - len(piece.words[lead.rest :].lstrip())
        yield Block(kind=BlockKind.PARAGRAPH, span=piece.span(rest, end))


def _find_lead(entry: _Numbered, below: _Numbered | None, item: Marker | None) -> Lead | None:
    """The heading in a numbered piece; `item` is the list item that stands last above it.

    A lone sentence is a heading only where something stands under it and no list goes on in it.
    """
    marker, words = entry.marker, entry.piece.words
    if marker is None:
        return None
    soft = find_soft_lead(words, marker.length) if entry.piece.inline else None
    lead = soft or find_lead(words, marker)
    alone = not any(mark in words[:-1] for mark in _CLOSED) and len(words) <= _LONGEST_SECTION
    if lead is None:
        return Lead(len(words), len(words)) if alone and _is_deeper(marker, below) else None
    if lead.stop < len(words) or words[-1] not in _CLOSED:
        return lead
    return lead if _stands_under(marker, below) and not _goes_on(item, marker) else None


def _is_deeper(marker: Marker, below: _Numbered | None) -> bool:
    return below is not None and below.marker is not None and below.marker.level > marker.level


def _stands_under(marker: Marker, below: _Numbered | None) -> bool:
    """Whether what follows belongs under the marker: a deeper one, or text without any."""
    if below is None or below.piece.role is not Role.TEXT:
        return False
    if below.marker is not None:
        return _is_deeper(marker, below)
    return not below.piece.words.startswith(_LAST_WORDS)


def _goes_on(item: Marker | None, marker: Marker) -> bool:
    same = item is not None and item.level == marker.level
    return same and item is not None and item.number + 1 == marker.number


def _find_unnumbered(entries: Sequence[_Numbered]) -> frozenset[int]:
    """Short lines alone above prose; above the first prose only where others follow later."""
    likely = {index for index, entry in enumerate(entries) if _may_head(entries, index, entry)}
    first = next((at for at, entry in enumerate(entries) if _is_body(entry)), len(entries))
    later = {index for index in likely if index > first}
    return frozenset(likely if later else ())


def _find_flagged(entries: Sequence[_Numbered]) -> Mapping[int, int]:
    """Short lines that a sign or brackets mark as headings, with their levels; a lone one is none.

    Signs that stand before several lines on end are bullets of a list. The sign seen first ranks
    highest.
    """
    signs = {
        at: entry.piece.words[0]
        for at, entry in enumerate(entries)
        if _is_flagged(entries, at, entry)
    }
    lone = [at for at in signs if signs[at] not in {signs.get(at - 1), signs.get(at + 1)}]
    ranks = {sign: rank for rank, sign in enumerate(dict.fromkeys(signs[at] for at in lone))}
    return {at: min(ranks[signs[at]], 1) for at in lone} if len(lone) > 1 else {}


def _is_flagged(entries: Sequence[_Numbered], at: int, entry: _Numbered) -> bool:
    piece = entry.piece
    if entry.marker is not None or piece.role is not Role.TEXT or piece.lines > 1:
        return False
    fits = len(piece.words) <= _LONGEST and piece.words[-1] not in _MARKS
    below = at + 1 < len(entries) and entries[at + 1].piece.role is Role.TEXT
    return fits and below and _FLAG.match(piece.words) is not None


def _may_head(entries: Sequence[_Numbered], index: int, entry: _Numbered) -> bool:
    piece = entry.piece
    if entry.marker is not None or piece.role is not Role.TEXT or piece.lines > 1:
        return False
    if not _names_matter(piece.words) or index + 1 >= len(entries):
        return False
    below = entries[index + 1]
    above = entries[index - 1] if index else None
    return _is_body(below) and below.marker is None and (above is None or _is_complete(above))


def _names_matter(words: str) -> bool:
    """A short line without a closing mark that names a matter, no body and no item."""
    if not _SHORTEST <= len(words) <= _LONGEST or words[-1] in _MARKS:
        return False
    if words.startswith(_OPENING_BRACKETS) or find_item(words) or is_body_name(squeeze(words)):
        return False
    return "。" not in words and reads_as_heading(words)


def _is_body(entry: _Numbered) -> bool:
    return entry.piece.role is Role.TEXT and (
        entry.marker is not None or is_prose(entry.piece.words)
    )


def _is_complete(entry: _Numbered) -> bool:
    """Whether nothing is missing at the end of what stands above: a frame line or closed prose."""
    words = entry.piece.words
    return entry.piece.role is not Role.TEXT or words[-1] in _MARKS or entry.marker is not None
