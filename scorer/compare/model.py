"""What a comparison finds, as flat values that can be shown without the reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from scorer.compare.specimen import Issuer, Specimen
from scorer.scorecard import Failure

#: Pairs that a page shows; the texts of their reports are kept for it.
MOST_PAIRS = 200


class Relation(StrEnum):
    """Whose reports share text."""

    OTHERS = "others"
    SAME_TOWN = "same_town"
    SAME_REPORT = "same_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one report's side of a passage: the same as on the other side, or not."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Where a passage stands in one report: lines from 1, offsets in the text of the file.

    `foreign` are names of other towns in it, each once, in the order of the text.
    """

    first_line: int
    last_line: int
    start: int
    end: int
    pieces: tuple[Piece, ...] = field(repr=False)
    foreign: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """A passage that stands in two reports; `letters` of it are the same and no set phrase."""

    letters: int
    here: Side
    there: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports, by number, that share text: `letters` in all.

    `share_here` and `share_there` are parts of each report's own letters, 0 to 1.
    """

    here: int
    there: int
    relation: Relation
    letters: int
    share_here: float
    share_there: float
    passages: tuple[SharedText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report that took part: its letters, and of these the set phrases and those shared.

    `common` stand in too many reports to be anybody's; `with_others` and `with_itself` stand in
    other towns' reports and in its own of other years. A reference is compared, never told.
    """

    file: str
    issuer: Issuer
    letters: int
    fixed: int
    common: int
    with_others: int
    with_itself: int
    own_share: float | None
    reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The result: reports in the order of the files, pairs with most shared text first.

    `clusters` are the numbers of reports of several towns that hang together by what they share.
    `texts` are the reports of the first pairs, by number.
    """

    reports: tuple[Report, ...]
    pairs: tuple[Pair, ...]
    clusters: tuple[tuple[int, ...], ...]
    least: int
    common_towns: int
    failures: tuple[Failure, ...] = ()
    texts: tuple[tuple[int, Specimen], ...] = field(default=(), repr=False)
