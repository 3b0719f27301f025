"""A passage as words: where it stands, what differs in it, which other towns it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scorer.cache import regex
from scorer.compare.model import Piece, SharedText, Side
from scorer.compare.passages import Passage
from scorer.compare.specimen import Issuer, Specimen
from scorer.compare.towns import stem_of

_LONGEST, _SHORTEST = 9, 3
_END = regex(r"[。！？\n]")
#: Marks at either end of what differs.
_MARKS = regex(r"^\W+|\W+$")
#: A sentence is looked at so far beyond a passage.
_REACH = 60


def show_passage(
    one: Specimen, other: Specimen, passage: Passage, towns: frozenset[str]
) -> SharedText:
    """The passage with both its sides; `towns` are the names of all issuers of the batch."""
    here = [one.place(run.here, run.here + run.size) for run in passage.runs]
    there = [other.place(run.there, run.there + run.size) for run in passage.runs]
    gaps = zip(_between(one.words, here), _between(other.words, there), strict=True)
    same = [a == b for a, b in gaps]
    return SharedText(
        letters=passage.own,
        here=_show_side(one, here, same, towns),
        there=_show_side(other, there, same, towns),
    )


def _between(words: str, placed: Sequence[tuple[int, int]]) -> list[str]:
    """What stands between the runs, without marks at its ends."""
    gaps = (words[end:begin] for (_, end), (begin, _) in pairwise(placed))
    return [_MARKS.sub("", gap) for gap in gaps]


def _show_side(
    specimen: Specimen,
    placed: Sequence[tuple[int, int]],
    same: Sequence[bool],
    towns: frozenset[str],
) -> Side:
    begin, end = placed[0][0], placed[-1][1]
    span = specimen.span(begin, end)
    sentences = _whole_sentences(specimen.words, begin, end)
    return Side(
        first_line=specimen.line(begin),
        last_line=specimen.line(end - 1),
        start=span.start,
        end=span.end,
        pieces=tuple(_cut(specimen.words, placed, same)),
        foreign=tuple(find_foreign(sentences, specimen.issuer, towns)),
    )


def _cut(words: str, placed: Sequence[tuple[int, int]], same: Sequence[bool]) -> Iterator[Piece]:
    """Runs that are the same, and between them what differs; marks alone are no difference."""
    begin = placed[0][0]
    for alike, (_, end), (following, _) in zip(same, placed, placed[1:], strict=False):
        gap = words[end:following]
        bare = _MARKS.sub("", gap)
        if bare and not alike:
            at = end + gap.index(bare)
            yield Piece(text=words[begin:at], same=True)
            yield Piece(text=bare, same=False)
            begin = at + len(bare)
    yield Piece(text=words[begin : placed[-1][1]], same=True)


def _whole_sentences(words: str, begin: int, end: int) -> str:
    """The stretch with the beginning of its first sentence and the end of its last."""
    before = _END.split(words[max(0, begin - _REACH) : begin])[-1]
    behind = _END.split(words[end : end + _REACH])[0]
    return before + words[begin:end] + behind


def find_foreign(words: str, issuer: Issuer, towns: Iterable[str]) -> Iterator[str]:
    """Names of towns of the batch in these words that are not the issuer's own, each once."""
    known, own = frozenset(towns), stem_of(issuer.unit) if issuer.unit else None
    seen: set[str] = set()
    for match in re.finditer("街道|苏木|镇|乡", words):
        name = _longest_name(words[: match.end()], known)
        if name and name not in seen and stem_of(name) != own:
            seen.add(name)
            yield name


def _longest_name(words: str, known: frozenset[str]) -> str | None:
    """The name that the words end with."""
    for size in range(min(_LONGEST, len(words)), _SHORTEST - 1, -1):
        if words[-size:] in known:
            return words[-size:]
    return None
