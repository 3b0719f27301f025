"""Phrases of a word list: literals with gaps and alternatives, compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from scorer.cache import regex

#: What a `…` in a phrase may span: a few characters that end neither clause nor sentence.
_GAP = "[^，。；！？：\n]{0,8}?"
_FOREIGN = regex(r"[?*+\[\]{}\\^$]")
_PIECES = regex(r"…|\((?P<choice>[^()]*)\)|(?P<stray>[()|])|(?P<literal>[^…()|]+)")


class PhraseError(ValueError):
    """A phrase that is no phrase; the text says why, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A compiled phrase.

    `source` is written in YAML: literal text, `…` for a gap of up to 8 characters inside one comma
    clause, `(甲|乙)` for alternatives, the longest that fits first (an empty one makes the group
    optional).

    Each of `anchors` holds words of which at least one stands in every match; `literals` are those
    of the anchor with the longest. `pattern` is "" where the phrase is one literal.
    """

    source: str
    anchors: tuple[tuple[str, ...], ...]
    literals: tuple[str, ...] = field(compare=False, repr=False)
    pattern: str = field(default="", compare=False, repr=False)

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled, at its first use: a rubric has thousands, a report meets few."""
        return regex(self.pattern or re.escape(self.source))

    def stands_in(self, text: str) -> bool:
        """Whether the phrase occurs in the (plain) text."""
        for literal in self.literals:
            if literal in text:
                return not self.pattern or regex(self.pattern).search(text) is not None
        return False


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
            choices = tuple(sorted(piece["choice"].split("|"), key=len, reverse=True))
            pattern.append(f"(?:{'|'.join(map(re.escape, choices))})")
            anchors.append(() if "" in choices else choices)
        else:
            pattern.append(_GAP)
    usable = [anchor for anchor in anchors if anchor]
    if not usable:
        raise PhraseError(f"短语“{source}”没有任何固定文字，请写出至少一个词")
    alone = len(anchors) == 1 and len(usable[0]) == 1
    return Phrase(
        source=source,
        anchors=tuple(usable),
        literals=max(usable, key=lambda anchor: (min(map(len, anchor)), -len(anchor))),
        pattern="" if alone else "".join(pattern),
    )


def find_any(phrases: Iterable[Phrase]) -> Callable[[str], bool]:
    """Whether any of the phrases occurs in a text; most texts are told apart by one search."""
    known = tuple(phrases)
    literals = sorted({re.escape(literal) for phrase in known for literal in phrase.literals})
    if not literals:
        return lambda _: False
    glance = regex("|".join(literals))

    def stands_in(text: str) -> bool:
        return glance.search(text) is not None and any(p.stands_in(text) for p in known)

    return stands_in
