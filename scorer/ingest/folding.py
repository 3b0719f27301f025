"""Widths and look-alikes folded to one form, character by character, so that offsets stay.

The canonical form: marks of Chinese text are full-width (，；：（）？！“”、。); letters, digits, %
and the decimal point are ASCII, and so is a comma or colon between digits (1,234 and 15:30);
dashes between digits, or between 年 月 日 and a digit, are —; ○ O 0 in a Chinese year are 〇;
radicals and compatibility forms that PDF files give for characters are the characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scorer.cache import regex

_COMMON = (
    (",", "，"),
    (";", "；"),
    (":", "："),
    ("(", "（"),
    (")", "）"),
    ("?", "？"),
    ("!", "！"),
)
_KEPT_WIDE = "！（），：；？～"
_RARE = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_WIDE},
    **str.maketrans("､｡﹐﹑﹒﹔﹕﹖﹗﹙﹚「」『』﹝﹞‐‑‒", "、。，、.；：？！（）“”“”〔〕---"),
    **dict.fromkeys((0xA0, 0x1680, 0x202F, 0x205F, 0xE5E5), ord(" ")),
    **dict.fromkeys(range(0x2000, 0x200B), ord(" ")),
}
#: Look-alikes with a code point of their own.
_ALIKE = regex("[\u2f00-\u2fd5\uf900-\ufad9]")
#: Anything that only the slow fold changes; most reports have none of it.
_HAS_RARE = regex(
    "[\xa0\u1680\u2000-\u200a\u2010-\u2012\u202f\u205f\u2f00-\u2fd5\ue5e5\uf900-\ufad9\ufe50-\ufe5e"
    "\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5d\uff61-\uff64「」『』]"
)
_COMMA = regex("，(?<=[0-9]，)(?=[0-9])")
_COLON = regex("：(?<=[0-9]：)(?=[0-9])")
_DASHES = "-—–―─~～〜"
_DASH_RUN = regex(f"[{_DASHES}]+")
_BEFORE_DASH = frozenset("0123456789年月日")
_DIGITS = frozenset("0123456789")
_ZEROS = str.maketrans("○◯Oo0", "〇〇〇〇〇")
_HAN_YEAR = regex("二[○◯Oo0〇零][○◯Oo0〇零一二三四五六七八九]{2}(?=年)")
_QUOTE = regex('["\n]')


def fold_marks(text: str) -> str:
    """The text in canonical form; character `i` still derives from `text[i]`."""
    folded = _fold_rare(text) if _HAS_RARE.search(text) else text
    for half, full in _COMMON:
        folded = folded.replace(half, full)
    folded = _COLON.sub(":", _COMMA.sub(",", folded))
    folded = _HAN_YEAR.sub(lambda year: year[0].translate(_ZEROS), folded)
    folded = _fold_dashes(folded)
    return _pair_quotes(folded) if '"' in folded else folded


def _fold_rare(text: str) -> str:
    alike = _ALIKE.sub(lambda found: _find_character(found[0]), text)
    return alike.translate(_RARE)


def _find_character(alike: str) -> str:
    character = unicodedata.normalize("NFKC", alike)
    return character if len(character) == 1 else alike


def _fold_dashes(folded: str) -> str:
    """Found by `str.find`: a pattern of so few characters would look at each character in turn."""
    pieces: list[str] = []
    last = 0
    for position in sorted(at for dash in _DASHES for at in _find_all(folded, dash)):
        found = _DASH_RUN.match(folded, position) if position >= last else None
        if found is not None:
            pieces.append(folded[last:position])
            pieces.append(_fold_dash(found))
            last = found.end()
    return "".join((*pieces, folded[last:]))


def _find_all(folded: str, mark: str) -> Iterator[int]:
    at = folded.find(mark)
    while at >= 0:
        yield at
        at = folded.find(mark, at + 1)


def _fold_dash(found: re.Match[str]) -> str:
    """Dashes between figures, white space about them not counted."""
    before = found.string[max(0, found.start() - 3) : found.start()].rstrip()
    after = found.string[found.end() : found.end() + 3].lstrip()
    inside = before[-1:] in _BEFORE_DASH and after[:1] in _DIGITS
    return "—" * len(found[0]) if before and after and inside else found[0]


def _pair_quotes(folded: str) -> str:
    """ASCII quotation marks open and close by turns, anew on every line."""
    pieces: list[str] = []
    last = 0
    opens = True
    for found in _QUOTE.finditer(folded):
        pieces.append(folded[last : found.start()])
        mark = "“" if opens else "”"
        pieces.append("\n" if found[0] == "\n" else mark)
        opens = found[0] == "\n" or not opens
        last = found.end()
    return "".join((*pieces, folded[last:]))
