"""Evidence of the report's own parts: title, signature, date, headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from scorer.cache import regex
from scorer.evidence.base import Kind, Look, Match, ParseNode
from scorer.evidence.facts import find_clause
from scorer.masthead.model import Masthead
from scorer.reading.model import Placement, Reading, Standing
from scorer.reading.numbering import find_slips
from scorer.zh.dates import find_dates

#: A report on building rule-of-law government says so in its title.
_SUBJECT = regex(r"法治政府|法治[镇乡街]?(?:道)?政府")
_NAMES = {"unit": "报送单位", "year": "年度", "subject": "“法治政府建设”字样"}
_PART_NAMES = {
    "measures": "主要举措和成效",
    "duty": "党政主要负责人履职情况",
    "shortcomings": "存在的不足和原因",
    "plan": "下一年度主要安排",
}
#: Deeper numbers may count the items of a list.
_COUNTED_LEVEL = 2
_UNITS_BY_TITLE = regex(r"(?:镇|乡|街道|苏木|办事处)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleNames:
    """Holds when the title names at least so many of body, year and subject."""

    names: tuple[str, ...]
    at_least: int
    what: str

    def find(self, look: Look) -> Match:
        """The title, and which of the names it lacks."""
        title = look.reading.masthead.title
        if title is None:
            return Match(missing=(self.what,))
        lacking = [name for name in self.names if not _title_names(look.reading.masthead, name)]
        if len(self.names) - len(lacking) < self.at_least:
            return Match(missing=tuple(f"标题中的{_NAMES[name]}" for name in lacking))
        return Match(found=(title.span,))


def _title_names(masthead: Masthead, name: str) -> bool:
    title = masthead.title.value if masthead.title else ""
    words = re.sub(r"\s", "", unicodedata.normalize("NFKC", title))
    if name == "unit":
        return bool(_UNITS_BY_TITLE.search(words))
    if name == "year":
        return bool(re.search(r"(?:20\d\d|[二2][〇○零O0]\S\S)年?", words))
    return bool(_SUBJECT.search(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameFact:
    """Holds when a fact of the masthead was read: signature, issuer, signed, published."""

    fact: str
    complete: bool
    what: str

    def find(self, look: Look) -> Match:
        """The words it was read from."""
        masthead = look.reading.masthead
        sources = {
            "signature": masthead.signature,
            "issuer": masthead.issuer,
            "signed": masthead.signed,
            "published": masthead.published,
        }
        source = sources[self.fact]
        if source is None or (self.complete and not _is_complete(look.reading)):
            return Match(missing=(self.what,))
        return Match(found=(source.span,))


def _is_complete(reading: Reading) -> bool:
    """A full date that exists and is not before a dated event told as done."""
    signed = reading.masthead.signed
    assert signed is not None
    printed = find_dates(reading.document.slice(signed.span)) or find_dates(signed.value)
    if not printed or printed[0].day is None or not printed[0].exists:
        return False
    day = (printed[0].year, printed[0].month, printed[0].day)
    return not any(event > day for event in _events(reading))


def _events(reading: Reading) -> list[tuple[int, int, int]]:
    """Days told as done: with a year of their own, else taken to lie in the reporting year."""
    year = reading.masthead.year.value if reading.masthead.year else None
    events = []
    for date in reading.dates:
        clause = find_clause(reading, date.at)
        told = clause is not None and clause.standing is Standing.DONE
        when = date.year or year
        near = when == year or (date.year is not None and year is not None and when == year + 1)
        if told and near and when and date.month:
            events.append((when, date.month, date.day or 1))
    return events


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """Holds when enough parts have a heading; `consistent` asks for sound numbering too."""

    parts: tuple[str, ...]
    at_least: int
    consistent: bool

    def find(self, look: Look) -> Match:
        """The headings that name the parts."""
        places = [look.reading.place(part) for part in self.parts]
        headed = [place for place in places if place.placement is Placement.HEADED]
        missing = [f"“{_PART_NAMES[p.part]}”的标题" for p in places if p not in headed]
        spans = tuple(dict.fromkeys(place.headings[0] for place in headed))
        if len(headed) < self.at_least:
            return Match(found=spans, missing=tuple(missing))
        if self.consistent and _slips(look.reading):
            return Match(found=spans, missing=("连续一致的标题编号",))
        return Match(found=spans)


def _slips(reading: Reading) -> bool:
    """Whether the numbers of the first two levels repeat, skip or run back."""
    return any(after.block.level <= _COUNTED_LEVEL for _, after in find_slips(reading))


def _parse_masthead(node: Mapping[str, object], _parse: ParseNode) -> TitleNames | FrameFact:
    fact = str(node["masthead"])
    if fact == "title":
        names = node.get("names", ["unit", "year", "subject"])
        assert isinstance(names, list)
        return TitleNames(
            names=tuple(names),
            at_least=int(str(node.get("at_least", len(names)))),
            what=str(node.get("what", "标题")),
        )
    what = {
        "signature": "落款单位",
        "issuer": "报送单位",
        "signed": "落款日期",
        "published": "发布日期",
    }
    return FrameFact(
        fact=fact,
        complete=node.get("as") == "complete",
        what=str(node.get("what", what[fact])),
    )


def _parse_headed(node: Mapping[str, object], _parse: ParseNode) -> Headed:
    parts = node["headed"]
    assert isinstance(parts, list)
    return Headed(
        parts=tuple(parts),
        at_least=int(str(node["at_least"])),
        consistent=node.get("numbering") == "consistent",
    )


MASTHEAD = Kind(
    name="masthead",
    about="报告要素：标题所含要素、落款单位、落款日期、页面发布日期",
    schema={
        "type": "object",
        "properties": {
            "masthead": {"enum": ["title", "signature", "issuer", "signed", "published"]},
            "names": {"type": "array", "minItems": 1, "items": {"enum": list(_NAMES)}},
            "at_least": {"type": "integer", "minimum": 1},
            "as": {"const": "complete"},
            "what": {"type": "string", "minLength": 2},
        },
        "required": ["masthead"],
        "additionalProperties": False,
    },
    parse=_parse_masthead,
)
HEADED = Kind(
    name="headed",
    about="各部分有自己的标题；可要求编号连续",
    schema={
        "type": "object",
        "properties": {
            "headed": {"type": "array", "minItems": 1, "items": {"enum": list(_PART_NAMES)}},
            "at_least": {"type": "integer", "minimum": 1},
            "numbering": {"const": "consistent"},
        },
        "required": ["headed", "at_least"],
        "additionalProperties": False,
    },
    parse=_parse_headed,
)
