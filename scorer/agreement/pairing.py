"""Which scorecard answers which hand-labelled report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.agreement.gold import GoldReport
from scorer.cache import regex
from scorer.scorecard import Scorecard

#: The stretch of an issuer's name up to its last unit name: 武冈市南滩街道|办事处.
_UP_TO_UNIT = regex(r".*(?:镇|乡|街道|苏木)")
_ENDS_ABOVE = regex(r"[省市县区旗盟州]$")
#: A name below the last 省, 市, 县 … that stands before it.
_LAST_UNIT = regex(r"(?:^|[省市县区旗盟州])([^省市县区旗盟州]+(?:镇|乡|街道|苏木))$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A report labelled by hand and our scorecard of it; None where we gave none."""

    gold: GoldReport
    scorecard: Scorecard | None


def pair_reports(
    reports: Sequence[GoldReport], scorecards: Sequence[Scorecard]
) -> tuple[Pair, ...]:
    """Pair by file; where a file gives several scorecards, by the last unit name of the issuer.

    A report whose unit no scorecard names gets the first that no other report of its file claims.
    """
    return tuple(
        Pair(gold=report, scorecard=_choose(report, reports, scorecards)) for report in reports
    )


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two names of bodies end in the same unit: 武冈市文坪镇人民政府, 文坪镇."""
    if one is None or other is None:
        return one is other
    shorter, longer = sorted((_up_to_unit(one), _up_to_unit(other)), key=len)
    if longer == shorter or _is_tail(shorter, longer):
        return True
    units = _LAST_UNIT.search(shorter), _LAST_UNIT.search(longer)
    return units[0] is not None and units[1] is not None and units[0][1] == units[1][1]


def _choose(
    report: GoldReport, reports: Sequence[GoldReport], scorecards: Sequence[Scorecard]
) -> Scorecard | None:
    own = tuple(card for card in scorecards if card.report.file == report.file)
    fitting = tuple(card for card in own if same_unit(report.issuer, card.report.issuer))
    rivals = tuple(r for r in reports if r.file == report.file and r is not report)
    free = tuple(card for card in own if not _claimed(card, rivals))
    return next(iter(fitting or free or own), None)


def _claimed(card: Scorecard, rivals: Sequence[GoldReport]) -> bool:
    return any(same_unit(rival.issuer, card.report.issuer) for rival in rivals)


def _up_to_unit(issuer: str) -> str:
    squeezed = "".join(issuer.split()).replace("人民政府", "")
    match = _UP_TO_UNIT.match(squeezed)
    return match[0] if match else squeezed


def _is_tail(shorter: str, longer: str) -> bool:
    above = longer.removesuffix(shorter)
    return len(shorter) > 1 and above != longer and _ENDS_ABOVE.search(above) is not None
