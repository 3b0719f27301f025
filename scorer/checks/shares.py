"""Shares of one whole that come to more than all of it: 占45%、占32%、占28%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from scorer.cache import regex
from scorer.checks.counts import PERCENT
from scorer.checks.rates import told_rates
from scorer.checks.segments import words_between
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading

_SHARE = regex(r"占(?:比|总数|总量)?(?:约|为|达)?$")
_NAME = regex(r"[、，；](?P<name>[^，。；、：\d]{1,14})$")
#: One thing may be in two classes, or the share be of another whole.
_OVERLAP = regex(r"交叉|重复|兼|其中|党员|女|以上|以下|中占|学历|年龄|参与|覆盖|满意|率")
_LEAST = 3
#: Each share may have been rounded up.
_SLACK = Fraction(1)
_ALL = Fraction(100)


def find_share_sums(reading: Reading) -> Iterator[tuple[NumberMention, ...]]:
    """Runs of at least three shares of a clause that exceed a hundred per cent."""
    run: list[NumberMention] = []
    last: Clause | None = None
    for rate, clause in told_rates(reading):
        joined = last is clause and run and _joins(clause, run[-1], rate)
        if not joined:
            yield from _too_much(run)
            run = []
        if joined or _opens(clause, rate):
            run.append(rate)
        last = clause
    yield from _too_much(run)


def _opens(clause: Clause, rate: NumberMention) -> bool:
    lead = words_between(clause, clause.at, rate.at)
    return _SHARE.search(lead) is not None and not _OVERLAP.search(re.split("[，；]", lead)[-1])


def _joins(clause: Clause, before: NumberMention, rate: NumberMention) -> bool:
    """Whether nothing but the name of the next class stands between two shares."""
    between = words_between(clause, before.stop, rate.at)
    named = _NAME.fullmatch(between)
    return named is not None and not _OVERLAP.search(between) and bool(_SHARE.search(between))


def _too_much(run: list[NumberMention]) -> Iterator[tuple[NumberMention, ...]]:
    exact = all(not share.hedge and share.unit == PERCENT for share in run)
    if len(run) >= _LEAST and exact and sum(Fraction(s.value) for s in run) > _ALL + _SLACK:
        yield tuple(run)
