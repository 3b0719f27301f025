"""Glyphs of a page to its lines: by baseline, from left to right, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low

#: All in em, the size of a full Chinese character of the line.
_SAME_BASELINE = 0.4
_RAISED = 0.75
_CELL_GAP = 1.5
_WORD_GAP = 0.2
_DOUBLE_STRIKE = 0.15
#: A raised or lowered figure is at most this size, as a share of its line's.
_SMALL = 0.8
_LAST_NARROW = "\u02ff"
_OPENING = frozenset("“‘《〈（(〔【[「『")
_CLOSING = frozenset("，。、；：！？…”’》〉）)〕】]」』,.;:!?%％‰℃")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """Characters printed as one piece: from `left` to `right` on the baseline `y`, counted down.

    `size` is one em. `score` says how surely they were recognised, 1 where the file names them.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words on one baseline; cells of a table row are parted by tabs.

    `head` is the width of the first piece that a line break may not part. `doubts` are certainty
    and length of each piece that the file does not name, `score` the least certainty.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    head: float
    score: float = 1.0
    doubts: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a page from top to bottom; `rough` says that places were read off a picture."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rough: bool = False


def find_lines(glyphs: Sequence[Glyph]) -> tuple[Line, ...]:
    """The lines of a page, from the top; raised and lowered figures stand in their line."""
    rows = _merge_small(_group(glyphs))
    lines = [_make_line(row) for row in rows if any(not g.text.isspace() for g in row)]
    return tuple(sorted(lines, key=lambda line: (line.y, line.left)))


def _group(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    level = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.left)):
        if rows and glyph.y - level <= _SAME_BASELINE * glyph.size:
            row = rows[-1]
            row.append(glyph)
            level += (glyph.y - level) / len(row)
        else:
            rows.append([glyph])
            level = glyph.y
    return rows


def _merge_small(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows of small figures go into the row above or below in whose gaps they stand."""
    merged = [list(row) for row in rows]
    for index, row in enumerate(rows):
        for other in (index + 1, index - 1):
            if 0 <= other < len(rows) and merged[other] and _annotates(row, rows[other]):
                merged[other] += row
                merged[index] = []
                break
    return [row for row in merged if row]


def _annotates(small: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    size = _measure_size(row)
    if _measure_size(small) > _SMALL * size or len(small) >= len(row):
        return False
    if abs(_measure_level(small) - _measure_level(row)) > _RAISED * size:
        return False
    left, right = min(g.left for g in row) - size, max(g.right for g in row) + size
    return all(left <= g.left and g.right <= right and not _covers(row, g) for g in small)


def _covers(row: Sequence[Glyph], glyph: Glyph) -> bool:
    middle = (glyph.left + glyph.right) / 2
    return any(other.left < middle < other.right and not other.text.isspace() for other in row)


def _measure_size(row: Sequence[Glyph]) -> float:
    return median_low(glyph.size for glyph in row)


def _measure_level(row: Sequence[Glyph]) -> float:
    return median_low(glyph.y for glyph in row)


def _make_line(row: Sequence[Glyph]) -> Line:
    printed = _drop_double_strikes(sorted(row, key=lambda glyph: (glyph.left, glyph.right)))
    words = [glyph for glyph in printed if not glyph.text.isspace()]
    size = _measure_size(words)
    return Line(
        text="".join(_write(printed, size)),
        left=words[0].left,
        right=max(glyph.right for glyph in words),
        y=_measure_level(words),
        size=size,
        head=_measure_head(words),
        score=min(glyph.score for glyph in words),
        doubts=tuple((glyph.score, len(glyph.text)) for glyph in words if glyph.score < 1),
    )


def _drop_double_strikes(row: Sequence[Glyph]) -> list[Glyph]:
    """Bold type made by printing twice, a hair apart, is read once."""
    kept: list[Glyph] = []
    for glyph in row:
        near = (other for other in kept[-3:] if other.text == glyph.text)
        if all(abs(other.left - glyph.left) > _DOUBLE_STRIKE * glyph.size for other in near):
            kept.append(glyph)
    return kept


def _write(row: Sequence[Glyph], size: float) -> Iterator[str]:
    """The words with what stands between them: nothing, a space, or a tab for a wide gap."""
    limit = _CELL_GAP * size + _measure_spread(row)
    before: Glyph | None = None
    spaced = False
    for glyph in row:
        if glyph.text.isspace():
            spaced = True
            continue
        if before is not None:
            yield _part(before, glyph, limit, spaced=spaced)
        yield glyph.text
        before, spaced = glyph, False


def _part(before: Glyph, after: Glyph, limit: float, *, spaced: bool) -> str:
    gap = after.left - before.right
    if gap > limit:
        return "\t"
    apart = gap > _WORD_GAP * after.size
    worded = _is_worded(before.text[-1]) and _is_worded(after.text[0])
    return " " if (spaced and gap > 0) or (apart and worded) else ""


def _measure_spread(row: Sequence[Glyph]) -> float:
    """How far apart the characters of a line stand that is spread out: 通　知, 报　告."""
    words = [glyph for glyph in row if not glyph.text.isspace()]
    if any(len(glyph.text) > 1 or _is_narrow(glyph.text) for glyph in words):
        return 0.0
    gaps = [after.left - before.right for before, after in pairwise(words)]
    return max(0.0, median(gaps)) if gaps else 0.0


def _is_worded(character: str) -> bool:
    return _is_narrow(character) and character.isalnum()


def _is_narrow(character: str) -> bool:
    return character <= _LAST_NARROW


def _measure_head(words: Sequence[Glyph]) -> float:
    """From the start of a line to where it might first have been broken."""
    if len(words[0].text) > 1:
        return _share_head(words[0])
    end = 0
    while end < len(words) - 1 and words[end].text in _OPENING:
        end += 1
    while end < len(words) - 1 and _holds_together(words[end].text, words[end + 1].text):
        end += 1
    return words[end].right - words[0].left


def _share_head(glyph: Glyph) -> float:
    """The same for a whole line recognised as one piece, its width shared by its characters."""
    units = [0.5 if _is_narrow(character) else 1.0 for character in glyph.text]
    each = (glyph.right - glyph.left) / sum(units)
    letters = [
        Glyph(text=character, left=start * each, right=(start + unit) * each, y=0, size=glyph.size)
        for start, unit, character in zip(_add_up(units), units, glyph.text, strict=True)
    ]
    return _measure_head(letters)


def _add_up(units: Sequence[float]) -> Iterator[float]:
    total = 0.0
    for unit in units:
        yield total
        total += unit


def _holds_together(before: str, after: str) -> bool:
    if after in _CLOSING:
        return True
    return _is_narrow(before) and _is_narrow(after) and before not in _CLOSING
