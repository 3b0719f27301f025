"""A wrong character in a fixed term of the field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.confusions import Confusion
from scorer.checks.norms import FINISHED_TEXT
from scorer.checks.own_name import find_turned_names
from scorer.checks.scans import looks_scanned
from scorer.checks.segments import quote_segment
from scorer.checks.tables import Tables, shipped_tables
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_MOST_QUOTES = 12
#: A wrong name of a law is another check's matter.
_LAW_NAME = regex(r"《中华人民共和国[^《》\n]{2,30}法》")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A wrong word in its place, with the row of the table that tells it."""

    at: int
    stop: int
    words: str
    row: Confusion

    @property
    def mended(self) -> str:
        """The words as they should read."""
        return self.words.replace(self.row.wrong, self.row.right)


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the report by the shipped tables."""
    return run_by(shipped_tables(), reading)


def run_by(tables: Tables, reading: Reading) -> Iterator[Finding]:
    """Look the table up; one slip is one finding with all its places."""
    slips: dict[tuple[tuple[str, str], Strength], list[_Hit]] = {}
    for hit in _find_hits(reading.document.plain.text, tables):
        slips.setdefault((hit.row.slip, hit.row.strength), []).append(hit)
    scanned = bool(slips) and looks_scanned(reading)
    for (_, strength), hits in slips.items():
        found = _report(reading, hits)
        yield replace(found, strength=Strength.TEXT_QUALITY if scanned else strength)
    turned = tuple(find_turned_names(reading))
    if turned:
        yield _report_name(reading, turned)


def _find_hits(text: str, tables: Tables) -> list[_Hit]:
    """All wrong words in the order of the text; where two overlap, the first row of the table."""
    rows = ((match, row) for row in tables.confusions for match in row.find(text))
    terms = ((match, term.mend(match[0])) for term in tables.terms for match in term.find(text))
    laws = [law.span() for law in _LAW_NAME.finditer(text)]
    hits: list[_Hit] = []
    for match, row in chain(rows, terms):
        taken = [*laws, *((hit.at, hit.stop) for hit in hits)]
        if not any(at < match.end() and match.start() < stop for at, stop in taken):
            hits.append(_Hit(match.start(), match.end(), match[0], row))
    return sorted(hits, key=lambda hit: hit.at)


def _report(reading: Reading, hits: list[_Hit]) -> Finding:
    words = dict.fromkeys(f"“{hit.words}”应为“{hit.mended}”" for hit in hits)
    quotes = dict.fromkeys(quote_segment(reading, hit.at, hit.stop) for hit in hits)
    places = f"，共{len(hits)}处" if len(hits) > 1 else ""
    return CHECK.finding(
        message=f"规范用语有错别字：{'，'.join(words)}{places}，请更正。",
        quotes=tuple(quotes)[:_MOST_QUOTES],
        computed="；".join(dict.fromkeys(f"{hit.words}→{hit.mended}" for hit in hits)),
        remedy="按规范用语更正，并在全文查找同样的误写。",
    )


def _report_name(reading: Reading, places: tuple[tuple[int, int, str], ...]) -> Finding:
    at, stop, unit = places[0]
    wrong = reading.document.plain.text[at:stop]
    return CHECK.finding(
        message=f"单位名称误写：“{wrong}”应为“{unit}”，请更正。",
        quotes=tuple(quote_segment(reading, *place[:2]) for place in places[:_MOST_QUOTES]),
        computed=f"{wrong}→{unit}",
        remedy="改为本单位名称，并在全文查找同样的误写。",
    )


CHECK = Check(
    id="term-typo",
    kind="typo",
    strength=Strength.FINDING,
    title="规范用语有错别字",
    why="只对照本领域固定用语的易混字清单，不做自由纠错；同一种误写多处出现只算一个问题，扫描件只作文本质量提示。",
    norm=FINISHED_TEXT,
    bad="镇政府严格落实行政执法三项治度，办结行政处罚案件6件。",
    good="镇政府严格落实行政执法三项制度，办结行政处罚案件6件。",
    run=run,
    run_by=run_by,
)
