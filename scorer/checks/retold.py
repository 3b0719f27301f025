"""Sentences that come a second time with other marks and a few other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from scorer.cache import regex
from scorer.checks.counts import numbers_between
from scorer.checks.formulas import own_words
from scorer.document import BlockKind
from scorer.reading.model import Clause, Reading

_ENDS = regex("[。；！？;!?]")
_NOT_WORDS = regex(r"[^\u4e00-\u9fffA-Za-z\d.%]")
_GRAM = 4
#: Pieces that share fewer of their runs of four characters are no copies.
_SHARED = 0.35
#: Of a text that says one thing all the time, a piece is held against so many others.
_MOST_TRIED = 20
#: How alike the words are, and how many are its own, by the counts that both hold in one order.
_LEAST = ((3, 0.75, 20), (2, 0.85, 16), (0, 0.9, 30))
#: A piece with fewer words is none.
_SHORTEST = _LEAST[1][2]
#: A longer one without counts is a part that was copied: another check.
_LONGEST = 80
#: Counts so small come twice by chance.
_SMALL = 10
_PERIOD = regex(r"[上下]半年|[一二三四]季度|\d+月|去年|上年|春节|汛期|\d{4}年")
#: Who did it; told of another it is another deed.
_ACTOR = regex(r"书记|镇长|乡长|主任|主要负责|领导|司法所|派出所|法庭|综治|村委|社区|律师")
_MARKER = regex(
    r"(?:[一二三四五六七八九十]+(?:是|要)|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two full stops or semicolons, where they stand, and their counts."""

    text: str
    words: str
    at: int
    stop: int
    counts: tuple[float, ...]
    section: int | None


class _Strip(NamedTuple):
    """Where a piece stands in its clause, its words without marks, and their grams."""

    clause: Clause
    start: int
    stop: int
    words: str
    grams: set[str]


def find_retold(reading: Reading) -> Iterator[tuple[Piece, Piece]]:
    """Every piece that is an earlier one told again, each once.

    Where several without counts come again from one part in another, the part was copied.
    """
    pairs = tuple(_find_pairs(reading))
    bare = Counter((a.section, b.section) for a, b in pairs if not b.counts)
    for one, again in pairs:
        if again.counts or one.section == again.section or bare[one.section, again.section] == 1:
            yield one, again


def _find_pairs(reading: Reading) -> Iterator[tuple[Piece, Piece]]:
    strips = tuple(_cut(reading))
    pieces: dict[int, Piece] = {}
    for number, others in find_nearest([strip.grams for strip in strips]):
        for at in (number, *others):
            if at not in pieces:
                pieces[at] = _piece(reading, strips[at])
        copied = (pieces[other] for other in others if _is_copy(pieces[other], pieces[number]))
        for one in islice(copied, 1):
            yield one, pieces[number]


def find_nearest(pieces: Sequence[set[str]]) -> Iterator[tuple[int, list[int]]]:
    """The pieces that share enough with earlier ones, and those, the nearest first."""
    told = _told_elsewhere(pieces)
    if not told:
        return
    index: dict[str, list[int]] = {}
    for number, grams in enumerate(pieces):
        known = grams & told
        shared = Counter(chain.from_iterable(index[gram] for gram in known if gram in index))
        alike = [
            (-count, other)
            for other, count in shared.items()
            if count >= _SHARED * min(len(grams), len(pieces[other]))
        ]
        if alike:
            yield number, [other for _, other in sorted(alike)[:_MOST_TRIED]]
        for gram in known:
            index.setdefault(gram, []).append(number)


def _told_elsewhere(pieces: Sequence[set[str]]) -> set[str]:
    """The shared grams of the pieces that share enough of theirs; of any pair one is such."""
    seen: set[str] = set()
    twice: set[str] = set()
    for grams in pieces:
        twice |= seen & grams
        seen |= grams
    shared = ((grams, grams & twice) for grams in pieces)
    return set().union(*(same for grams, same in shared if len(same) >= _SHARED * len(grams)))


def _cut(reading: Reading) -> Iterator[_Strip]:
    """The pieces of the paragraphs that are long enough."""
    blocks = reading.document.blocks
    for clause in reading.clauses:
        text = clause.text
        if len(text) < _SHORTEST or blocks[clause.paragraph].kind is BlockKind.HEADING:
            continue
        start = 0
        for end in (*(m.start() for m in _ENDS.finditer(text)), len(text)):
            words = _read_words(text, start, end) if end - start >= _SHORTEST else ""
            if len(words) >= _SHORTEST:
                yield _Strip(clause, start, end, words, _grams(words))
            start = end + 1


def _read_words(text: str, start: int, end: int) -> str:
    """The words of a piece without its leading number and all marks."""
    marker = _MARKER.match(text, start, end)
    return _NOT_WORDS.sub("", text[marker.end() if marker else start : end])


def _grams(words: str) -> set[str]:
    return {words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1)}


def _piece(reading: Reading, strip: _Strip) -> Piece:
    clause = strip.clause
    at, stop = clause.at + strip.start, clause.at + strip.stop
    counts = tuple(float(n.value) for n in numbers_between(reading, at, stop) if not n.ordinal)
    text, section = clause.text[strip.start : strip.stop], clause.path[0] if clause.path else None
    return Piece(text, strip.words, at, stop, counts, section)


def _is_copy(one: Piece, other: Piece) -> bool:
    """Whether the shorter stands in the longer with the same counts and nearly the same words."""
    short, long = sorted((one, other), key=lambda piece: len(piece.words))
    if not _holds(long.counts, short.counts) or _tell_apart(one.text, other.text):
        return False
    counts = len(short.counts) if max(short.counts, default=0) >= _SMALL else 0
    alike, own = next((a, o) for least, a, o in _LEAST if counts >= least)
    if counts < _LEAST[1][0] and (one.counts != other.counts or len(long.words) > _LONGEST):
        return False
    if _count_own(short.text) < own:
        return False
    blocks = SequenceMatcher(None, short.words, long.words, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size > 1)
    return same >= alike * len(short.words)


@lru_cache(maxsize=1000)
def _count_own(text: str) -> int:
    return len(own_words(text))


def _holds(counts: tuple[float, ...], part: tuple[float, ...]) -> bool:
    """Whether some counts stand among others in one row."""
    last = len(counts) - len(part) + 1
    return any(counts[at : at + len(part)] == part for at in range(max(0, last)))


def _tell_apart(one: str, other: str) -> bool:
    """Whether the words tell of other times, or of another's deeds."""
    return any(
        set(pattern.findall(one)) != set(pattern.findall(other)) for pattern in (_PERIOD, _ACTOR)
    )
