"""Whether a clause confesses what is lacking or was not done, and nobody mended it."""

from __future__ import annotations

from enum import Enum

from scorer.cache import regex
from scorer.reading import lack_words as words
from scorer.reading.deeds import tells_result

_PIECE = regex("[，：；。]")


class Lack(Enum):
    """What a clause confesses."""

    FALLS_SHORT = "falls short"
    UNDONE = "undone"


def find_lack(clause: str) -> Lack | None:
    """What the clause confesses.

    Nothing where a later piece tells how it was mended, or where a deed was told before it and
    no turn (但, 仍) stands between.
    """
    if words.CONFESSION.search(clause) is not None:
        return Lack.FALLS_SHORT
    turned = words.TURN.match(clause) is not None
    found: Lack | None = None
    told = False
    for piece in _PIECE.split(clause):
        lack = _lack_of_piece(piece, turned=turned)
        turned = turned or words.ABOUT_TURN.match(piece) is not None
        if lack is None:
            if found is not None and words.TAKEN_UP.search(piece) is not None:
                found = None
            told = told or (words.REST.match(piece) is None and tells_result(piece))
        elif turned or not told or words.AGAINST.match(piece) is not None:
            found = lack
    if found is None and words.SENTENCE_TURN.match(clause) is not None and not _is_mended(clause):
        return Lack.FALLS_SHORT
    return found


def _is_mended(clause: str) -> bool:
    """Whether any word of the clause tells that something was done about it."""
    return words.MENDED.search(clause) is not None or words.TAKEN_UP.search(clause) is not None


def explains_lack(clause: str) -> bool:
    """Whether a clause behind a confession tells its cause or another of its kind."""
    return words.EXPLAINS.match(clause) is not None and not tells_result(clause)


def _lack_of_piece(piece: str, *, turned: bool) -> Lack | None:
    """What one comma piece confesses by its own words."""
    if words.MENDED.search(piece) is not None:
        return None
    piece = words.ADNOMINAL.sub("〓", piece)
    if words.LACKING.search(piece) is not None and not piece.endswith("的"):
        return Lack.FALLS_SHORT
    if words.NONE_OCCURRED.search(piece) is not None:
        return None
    if words.UNDONE.search(piece) is not None:
        return Lack.UNDONE
    turned = turned or words.STILL.search(piece) is not None
    return Lack.FALLS_SHORT if turned and words.WEAK.search(piece) is not None else None
