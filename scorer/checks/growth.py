"""Rates of change from one year to the next that name both counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scorer.cache import regex
from scorer.checks.counts import counts_between, least, most, plain_number, prints
from scorer.checks.rates import told_rates
from scorer.checks.segments import words_between
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading

_LAST_YEAR = r"(?:上年度?|去年|上一年度?|前一年度?|20\d\d年度?)(?:全年|同期)?"
_RISES, _FALLS = r"增长|上升|增加|提高|增幅|升幅|涨幅|多", r"下降|减少|降低|下滑|降幅|减幅|少"
_OF = r"(?:达到?|为|约|了|近|将近)*"
_CHANGE = rf"(?P<change>{_RISES}|{_FALLS}){_OF}$"
#: In front of the earlier count: 57件，较上年的76件; and in front of the rate behind it.
_COMPARED = regex(rf"(?:较|比|与|和|同){_LAST_YEAR}(?:的|为|是)?[^，。；、：\d]{{0,6}}$")
_THEN = regex(rf"^(?:相比|比)?，?(?:同比)?{_CHANGE}")
#: 由76件降至57件，降幅25%; the later count stands behind this.
_FROM = regex(rf"(?:由|从){_LAST_YEAR}?的?[^，。；、：\d]{{0,6}}$")
_TO = regex(
    r"^(?P<turn>增为|升为|降为|减为|增至|升至|涨至|提高到|增加到|上升到|增长到|增加至|上升至|增长至|提高至|降至|降到|减至|减少到|减少至"
    r"|下降到|下降至|下降为|减少为)(?:今年|本年度?|20\d\d年度?)?的?$"
)
_AND_SO = regex(rf"^，(?:同比)?{_CHANGE}")
#: 2020年办理1200件，2021年办理1500件: the same deed in two years that follow one another.
_YEARS = (
    regex(r"(?:(?P<year>20\d\d)年|上年|去年)(?P<deed>[^，。；、：\d]{0,20})$"),
    regex(r"^，(?:(?P<year>20\d\d)年|今年|本年)(?P<deed>[^，。；、：\d]{0,20})$"),
)
_DEED_LENGTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A printed rate of change with the count of this year and the one before."""

    rate: NumberMention
    now: NumberMention
    before: NumberMention
    falls: bool

    @property
    def agrees(self) -> bool:
        """Whether the counts can give the rate, rounded or cut off, in its direction."""
        low, high = least(self.before), most(self.before)
        top = most(self.now)
        if low <= 0 or high is None or top is None:
            return True
        shares = [100 * (least(self.now) / high - 1), 100 * (top / low - 1)]
        if self.falls:
            shares = [-share for share in reversed(shares)]
        return prints(self.rate, shares[0], shares[1])

    @property
    def shown(self) -> str:
        """The arithmetic as a reader wants it: (57-76)/76=-25.00%."""
        now, before = plain_number(self.now), plain_number(self.before)
        share = 100 * (Fraction(self.now.value) / Fraction(self.before.value) - 1)
        return f"({now}-{before})/{before}={float(share):.2f}%"


def find_growths(reading: Reading) -> Iterator[Growth]:
    """Every told rate of change whose two counts stand right before it."""
    for rate, clause in told_rates(reading):
        counts = counts_between(reading, clause.at, rate.at)
        if len(counts) > 1 and not rate.hedge:
            found = _read(clause, rate, counts[-2], counts[-1])
            if found is not None:
                yield found


def _read(
    clause: Clause, rate: NumberMention, first: NumberMention, second: NumberMention
) -> Growth | None:
    """57件，较上年的76件下降25%; 由76件降至57件，下降25%."""
    if first.unit != second.unit:
        return None
    between = words_between(clause, first.stop, second.at)
    behind = words_between(clause, second.stop, rate.at)
    lead = words_between(clause, clause.at, first.at)
    compared, turned = _COMPARED.search(between), _TO.match(between) and _FROM.search(lead)
    turned = turned or _follow(lead, between)
    then = _THEN.match(behind) if compared else _AND_SO.match(behind) if turned else None
    if then is None:
        return None
    falls = re.fullmatch(_FALLS, then["change"]) is not None
    if compared:
        return Growth(rate=rate, now=first, before=second, falls=falls)
    return Growth(rate=rate, now=second, before=first, falls=falls)


def _follow(lead: str, between: str) -> re.Match[str] | None:
    """Whether the later count tells of the next year what the first tells of the year before."""
    one, other = _YEARS[0].search(lead), _YEARS[1].match(between)
    if one is None or other is None or (one["year"] is None) != (other["year"] is None):
        return None
    if one["year"] and int(one["year"]) + 1 != int(other["year"]):
        return None
    same = one["deed"][-_DEED_LENGTH:] in other["deed"] or other["deed"] in one["deed"]
    return other if same else None
