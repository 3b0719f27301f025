"""Phrases of a word list: literals with gaps and alternatives, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: What a `…` in a phrase may span: a few characters that end neither clause nor sentence.
_GAP = "[^，。；！？：\n]{0,8}?"
_FOREIGN = re.compile(r"[?*+\[\]{}\\^$]")
_PIECES = re.compile(r"…|\((?P<choice>[^()]*)\)|(?P<stray>[()|])|(?P<literal>[^…()|]+)")


class PhraseError(ValueError):
    """A phrase that is no phrase; the text says why, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A compiled phrase.

    `source` is written in YAML: literal text, `…` for a gap of up to 8 characters inside one comma
    clause, `(甲|乙)` for alternatives (an empty one makes the group optional).

    `literals` holds words of which at least one stands in every match: the scan looks for them
    first. `regex` is None where the phrase is one literal.
    """

    source: str
    literals: tuple[str, ...]
    regex: re.Pattern[str] | None = field(default=None, compare=False, repr=False)

    def stands_in(self, text: str) -> bool:
        """Whether the phrase occurs in the (plain) text."""
        if self.regex is None:
            return self.literals[0] in text
        return self.regex.search(text) is not None


def parse_phrase(source: str) -> Phrase:
    """Compile a phrase.

    Raises:
        PhraseError: empty, unbalanced brackets, or nothing but gaps and options.
    """
    if foreign := _FOREIGN.search(source):
        raise PhraseError(f"短语“{source}”中的“{foreign[0]}”不起作用，可省略的字写作(甲|)")
    pattern: list[str] = []
    anchors: list[tuple[str, ...]] = []
    for piece in _PIECES.finditer(source):
        if piece["stray"]:
            raise PhraseError(f"短语“{source}”的括号或“|”不成对，应写作(甲|乙)")
        if piece["literal"]:
            pattern.append(re.escape(piece["literal"]))
            anchors.append((piece["literal"],))
        elif piece["choice"] is not None:
            choices = tuple(piece["choice"].split("|"))
            pattern.append(f"(?:{'|'.join(map(re.escape, choices))})")
            anchors.append(() if "" in choices else choices)
        else:
            pattern.append(_GAP)
    usable = [anchor for anchor in anchors if anchor]
    if not usable:
        raise PhraseError(f"短语“{source}”没有任何固定文字，请写出至少一个词")
    if len(anchors) == 1 and len(usable[0]) == 1:
        return Phrase(source=source, literals=usable[0])
    rarest = max(usable, key=lambda anchor: (min(map(len, anchor)), -len(anchor)))
    return Phrase(source=source, literals=rarest, regex=re.compile("".join(pattern)))
