"""Lines of a file with their places: the unit in which page chrome and paragraphs are decided."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.cache import regex
from scorer.document import Span

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
#: The full-width ASCII that is common in Chinese text, as pairs: far faster than a table.
_COMMON = tuple((chr(ord(half) + 0xFEE0), half) for half in ":(),;?!>|[]/.")
_RARE = regex("[０-９Ａ-Ｚａ-ｚ＂-＇＊＋－＜＝＠＼＾-｀｛｝～]")
_FULL_WIDTH_SPACE = "\u3000"
_TAB_COLUMNS = 4
#: Characters; no title, signature, date or other line that frames a report is longer.
_LONGEST_KEY = 90
#: What decorates a title on both sides.
_ORNAMENTS = "★☆■□▌▲△►▶◎〓※"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank; `text` stands at `span`, the white space around it left out.

    `key` is the text squeezed, "" for a line so long that only running text can be in it.
    `indent` counts columns of leading white space (a full-width space is two). `gap` says that a
    blank line stands above.
    """

    span: Span
    text: str
    key: str
    indent: int
    gap: bool


def _squeeze_line(folded: str) -> str:
    """The line without white space and without the stars around it; "" if it is too long."""
    return "".join(folded.split()).strip(_ORNAMENTS) if len(folded) <= _LONGEST_KEY else ""


def find_lines(text: str) -> tuple[Line, ...]:
    """Every line that is not blank, in order."""
    folded = fold(text)
    lines = []
    offset = 0
    gap = False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            margin = raw.index(words[0])
            start = offset + margin
            end = start + len(words)
            line = Line(
                span=Span(start, end),
                text=words,
                key=_squeeze_line(folded[start:end]),
                indent=_columns(raw[:margin]) if margin else 0,
                gap=gap,
            )
            lines.append(line)
        gap = not words
        offset += len(raw)
    return tuple(lines)


def make_line(span: Span, words: str) -> Line:
    """A stretch of a longer line as a line of its own."""
    key = squeeze(words) if len(words) <= _LONGEST_KEY else ""
    return Line(span=span, text=words, key=key, indent=0, gap=True)


def _columns(margin: str) -> int:
    wide = margin.count(_FULL_WIDTH_SPACE)
    return len(margin) + wide + margin.count("\t") * (_TAB_COLUMNS - 1)


def measure_width(words: str) -> int:
    """Columns on a page: a Chinese character or mark takes two, an ASCII character one."""
    return len(words.encode("gbk", "replace"))


def fold(words: str) -> str:
    """The words with full-width ASCII made half-width; same length."""
    if _RARE.search(words):
        return words.translate(_HALF_WIDTH)
    for full, half in _COMMON:
        words = words.replace(full, half)
    return words


def squeeze(words: str) -> str:
    """The words folded, without any white space."""
    return fold("".join(words.split()))
