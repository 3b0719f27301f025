"""A number said to have doubled: 翻一番 is twice as many, 翻两番 four times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scorer.cache import regex
from scorer.checks.masked import COUNT, mask_facts
from scorer.mentions.model import NumberMention
from scorer.reading.model import Reading
from scorer.zh.numerals import parse_number

_FOLDS = regex(
    rf"(?:由|从)[^，。；{COUNT}]{{0,8}}(?P<n>{COUNT})(?:增加|增长|提高|上升|扩大|增|升|发展)(?:到|至|为)"
    rf"[^，。；{COUNT}]{{0,6}}(?P<now>{COUNT})，?(?:实现了?)?翻(?:了)?(?P<times>[一两二三])番"
)
#: Half a doubling off is a slip; a little more or less is how people speak.
_SLACK = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Fold:
    """Both counts, how often the number is said to have doubled, and where the words end."""

    before: NumberMention
    now: NumberMention
    times: int
    stop: int


def find_folds(reading: Reading) -> Iterator[Fold]:
    """Every told doubling that the counts beside it contradict."""
    if "番" not in reading.document.plain.text:
        return
    for clause in mask_facts(reading):
        for before, match in clause.find(_FOLDS):
            now = clause.counts[match.start("now")]
            times = int(parse_number(match["times"]) or 0)
            wanted = before.value * 2**times
            stop = now.stop + match.end() - match.end("now")
            if before.value > 0 and abs(now.value - wanted) > wanted * _SLACK:
                yield Fold(before, now, times, stop)
