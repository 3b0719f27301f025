"""A small report for checks: lines as blocks, with just enough outline and masthead."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest

from scorer import mentions, reading
from scorer.document import (
    Block,
    BlockKind,
    Document,
    Doubt,
    DoubtKind,
    Span,
    find_line_starts,
)
from scorer.ingest.folding import fold_marks
from scorer.ingest.plain import make_plain
from scorer.masthead.model import Masthead, Origin, Sourced
from scorer.reading.model import PartCues, Reading
from scorer.zh.dates import find_dates
from scorer.zh.numerals import parse_number
from scorer.zh.phrase import parse_phrase

HEADINGS = (
    re.compile(r"(?P<number>[一二三四五六七八九十]+)、"),
    re.compile(r"[（(](?P<number>[一二三四五六七八九十]+)[）)]"),
    re.compile(r"(?P<number>\d+)[.．](?!\d)"),
    re.compile(r"[（(](?P<number>\d+)[）)]"),
)
T = TypeVar("T")
LONGEST_HEADING = 45
CUES = (
    ("measures", ("举措", "成效", "工作情况"), ()),
    ("duty", ("第一责任人",), ()),
    ("shortcomings", ("不足", "问题"), ("存在以下问题",)),
    ("plan", ("计划", "安排", "打算"), ("下一步，",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """What a case may say of its report besides the text."""

    text: str
    year: int | None = 2023
    signed: str | None = None
    published: str | None = None
    kind: str | None = "镇"
    unit: str | None = None
    region: tuple[str | None, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


def build(small: Small) -> Reading:
    """Read the text as the pipeline does, from its second stage on."""
    text = small.text.strip("\n") + "\n"
    blocks = tuple(_blocks(text))
    document = Document(
        name="case.txt",
        text=text,
        extent=Span(0, len(text)),
        blocks=blocks,
        plain=make_plain(fold_marks(text), blocks, ()),
        doubts=tuple(_doubts(text, small.doubts)),
        line_starts=find_line_starts(text),
    )
    cues = tuple(
        PartCues(
            part=part,
            headings=tuple(map(parse_phrase, headings)),
            cues=tuple(map(parse_phrase, words)),
        )
        for part, headings, words in CUES
    )
    return reading.read(document, _masthead(small, text), mentions.read(document.plain), cues)


def _blocks(text: str) -> list[Block]:
    blocks = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        span = Span(line.start(), line.end())
        blocks.append(_heading(line[0], span) or Block(kind=BlockKind.PARAGRAPH, span=span))
    return blocks


def _heading(line: str, span: Span) -> Block | None:
    for level, marker in enumerate(HEADINGS, start=1):
        match = marker.match(line.strip())
        if match and len(line) <= LONGEST_HEADING:
            number = parse_number(match["number"])
            return Block(
                kind=BlockKind.HEADING,
                span=span,
                level=level,
                number=int(number) if number is not None else None,
            )
    return None


def _doubts(text: str, doubts: tuple[tuple[str, str], ...]) -> list[Doubt]:
    found = []
    for kind, words in doubts:
        at = text.index(words)
        span = Span(at, at + len(words))
        found.append(Doubt(kind=DoubtKind(kind), message=f"{words}处文本可能有缺失", span=span))
    return found


def _masthead(small: Small, text: str) -> Masthead:
    """The year as given; the signature is the last line if it is a date and nothing else."""
    lines = text.rstrip("\n").split("\n")
    last = text.rstrip("\n").rfind("\n") + 1
    printed = find_dates(lines[-1])
    alone = bool(printed) and (printed[0].start, printed[0].end) == (0, len(lines[-1]))
    frame = (Span(last, last + len(lines[-1])),) if alone else ()
    signed = printed[0].iso if alone else small.signed
    province, city, county, town = (*small.region, None, None, None, None)[:4]
    return Masthead(
        unit=small.unit,
        region=(province, city, county, town),
        issuer_kind=small.kind,
        year=_sourced(small.year, Origin.TITLE, Span(0, 1)),
        signed=_sourced(signed, Origin.SIGNATURE, frame[0] if frame else Span(0, 1)),
        published=_sourced(small.published, Origin.PAGE, Span(0, 1)),
        frame=frame,
    )


def _sourced(value: T | None, origin: Origin, span: Span) -> Sourced[T] | None:
    return None if value is None else Sourced(value, origin, span)


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """Build a Reading from a text and what else a case says of its report."""
    return lambda text, **facts: build(Small(text=text, **facts))
