"""A guiding congress that another has followed, where the new one is never named."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.dated_words import Stale
from scorer.checks.quoting import quote_places
from scorer.reading.model import Reading

_OLD = regex(
    r"(?:贯彻|学习|落实|宣传)[^，。；]{0,8}党的(?P<name>十[八九])大(?:和[^，。；]{0,16}全会)?精神"
)
_NEW = {"十八": ("十九大", "十九届", "二十大", "二十届"), "十九": ("二十大", "二十届")}
#: The first reporting year that lies wholly behind the next congress.
_FROM = {"十八": 2018, "十九": 2023}


def find_old_congress(reading: Reading, year: int) -> Iterator[Stale]:
    """All places are one finding; a report that lost text may have lost the new name."""
    text = reading.document.plain.text
    old = [match for match in _OLD.finditer(text) if year >= _FROM[match["name"]]]
    if not old or reading.document.loses_text:
        return
    name = old[-1]["name"]
    if any(new in text for new in _NEW[name]):
        return
    yield Stale(
        message=f"{year}年度报告仍以党的{name}大精神为当前部署，全文未提其后召开的党代会，请核对。",
        quotes=quote_places(reading, (match.span() for match in old)),
        remedy="按报告年度的中央部署更新指导思想的表述。",
        computed=f"报告年度{year}≥{_FROM[name]}",
    )
