"""The issuer's own name with two characters changed about: 双镇堰 for 双堰镇."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.places import HAN
from scorer.reading.model import Reading

_LONGEST = 5
_SHORTEST = 3
_END = "镇乡"


def find_turned_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Places where the name ends in 镇 or 乡 and these stand one character too early.

    Only between marks or quotes: in running text 双镇堰 may be two words.
    """
    unit = reading.masthead.unit or ""
    if len(unit) not in range(_SHORTEST, _LONGEST + 1) or unit[-1] not in _END:
        return
    turned = f"{unit[:-2]}{unit[-1]}{unit[-2]}"
    if turned == unit or turned[1:] + turned[0] == unit:
        return
    pattern = rf"(?<![{HAN}]){turned}(?![{HAN}])"
    for match in re.finditer(pattern, reading.document.plain.text):
        yield match.start(), match.end(), unit
