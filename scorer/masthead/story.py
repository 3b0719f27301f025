"""Reads issuer and year off the running text: opening, headings, words of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from scorer.cache import regex
from scorer.document import Block, BlockKind, Document, Span
from scorer.masthead.lines import fold
from scorer.masthead.names import is_place
from scorer.places import split_chain
from scorer.zh.numerals import parse_digits

_MOST_OPENING_BLOCKS = 5
_LONGEST_HEADING = 60
_LONGEST_PASSAGE = 600
_YEAR = r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})"
#: Where the opening names its subject: after a year or 现将; less plainly where a clause begins.
_SUBJECT = r"(?:\d\s*年度?(?:以来)?,?|年来,?|以来,|现将|现就|现结合|现把)\s*"
_CLAUSE = r"(?:^|[。;“,]|下,|中,)\s*"
_TOWN = (
    r"(?P<chain>[一-鿿]{2,24}?"
    r"(?:街道|苏木|镇(?![江巴村街市县区长域级镇乡])|乡(?![村镇市县贤亲土族])))"
)
_AS_SUBJECT = regex(_SUBJECT + _TOWN)
_IN_CLAUSE = regex(_CLAUSE + _TOWN)
_REPORTED = regex(rf"现(?:将|就|把|结合)[^。\n]{{0,30}}?(?P<year>{_YEAR})\s*年(?!以来)")
_OPENED = regex(rf"(?:^|[。”])\s*(?P<year>{_YEAR})\s*年(?!以来|\d|来|度?,?[^,。]{{0,8}}[将拟])")
_SINCE = regex(rf"(?:^|[。,])\s*(?P<year>{_YEAR})\s*年以?来")
_HEADING_YEAR = regex(
    rf"[^。:]{{0,24}}?(?<![-—–至\d])(?P<year>{_YEAR})\s*年?(?=度|\s*[一-鿿])(?!年?\s*\d)"
)
_PLAN = regex(
    r"思路|计划|打算|安排|怎么[办干做]|接下来|往后|下一[步年]|规划|展望|再出发|新的一年|目标任务|今后"
)
_WORDPLAY = regex(r"“?法治(?P<stem>[一-鿿]{2,4}?)(?=”|建设|迈|的|实践|篇章|答卷|品牌|,|。)")
_NO_STEM = regex(
    "政府|社会|中国|思|宣|教|文化|营|乡|村|信|意|观|队|环|轨|保|精|素|力|审|镇|县|市|省"
)
_OURS = regex(r"[我全](街道|苏木|镇|乡)(?![镇村])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town that stands as subject; `sure` where the report keeps naming it in plain view."""

    chain: tuple[str, ...]
    span: Span
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Facts of the running text, best first; years are (year, place).

    `opening` is the folded text of the first paragraph.
    """

    opening: str = ""
    towns: tuple[Town, ...] = ()
    reported: tuple[tuple[int, Span], ...] = ()
    opened: tuple[tuple[int, Span], ...] = ()
    done_headings: tuple[tuple[int, Span], ...] = ()
    plan_headings: tuple[tuple[int, Span], ...] = ()


def read_story(document: Document, frame: Sequence[Span]) -> Story:
    """Read the opening and the headings among the blocks that are no part of the frame."""
    starts, ends = {span.start for span in frame}, {span.end for span in frame}
    blocks = [
        block
        for block in document.blocks
        if block.span.start not in starts or block.span.end not in ends
    ]
    opening = tuple(_find_opening(document, blocks))
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADING]
    years = [found for span in headings for found in _find_heading_year(document, span)]
    return Story(
        opening=opening[0].text if opening else "",
        towns=tuple(_find_towns(document, opening)),
        reported=tuple(_find_years(document, opening, _REPORTED)),
        opened=(
            *_find_years(document, opening, _OPENED),
            *_find_years(document, opening, _SINCE),
        ),
        done_headings=tuple((year, span) for year, span, plan in years if not plan),
        plan_headings=tuple((year, span) for year, span, plan in years if plan),
    )


def find_kind(document: Document) -> str | None:
    """What the report calls itself most: 我镇, 全乡, 我街道."""
    kinds = [match[1] for match in _OURS.finditer(fold(document.plain.text))]
    return max(sorted(set(kinds)), key=kinds.count, default=None)


def find_wordplay(document: Document) -> tuple[str, Span] | None:
    """The stem in 法治东里 where a town plays with its own name, told twice or more."""
    text = fold(document.plain.text)
    for match in _WORDPLAY.finditer(text):
        stem = match["stem"]
        if not _NO_STEM.search(stem) and text.count(f"法治{stem}") > 1:
            return stem, document.plain.span(match.start("stem"), match.end("stem"))
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """The folded text of an opening paragraph, which begins at `at` of the plain text."""

    text: str
    at: int


def _find_opening(document: Document, blocks: Sequence[Block]) -> Iterator[_Passage]:
    """The first paragraphs, none of them below the heading of a plan."""
    found = takewhile(lambda block: not _is_plan(document, block), blocks)
    told = (block for block in found if block.kind is BlockKind.PARAGRAPH)
    for block in islice(told, _MOST_OPENING_BLOCKS):
        start, stop = document.plain.range(block.span)
        text = document.plain.text[start : min(stop, start + _LONGEST_PASSAGE)]
        yield _Passage(text=fold(text), at=start)


def _is_plan(document: Document, block: Block) -> bool:
    heading = block.kind is BlockKind.HEADING
    return heading and _PLAN.search(document.slice(block.span)[:_LONGEST_HEADING]) is not None


def _find_towns(document: Document, opening: Sequence[_Passage]) -> Iterator[Town]:
    """Subjects of the opening that come again, then those named once, then towns in a clause."""
    subjects = list(_match_towns(document, opening, _AS_SUBJECT))
    yield from (town for town in subjects if town.sure)
    yield from (town for town in subjects if not town.sure)
    if not subjects:
        clauses = _match_towns(document, opening, _IN_CLAUSE)
        yield from (replace(town, sure=False) for town in clauses if town.sure)


def _match_towns(
    document: Document, opening: Sequence[_Passage], pattern: re.Pattern[str]
) -> Iterator[Town]:
    for passage in opening:
        for match in pattern.finditer(passage.text):
            chain = split_chain(match["chain"])
            if chain and is_place(chain[-1], told=True):
                place = document.plain.span(
                    passage.at + match.start("chain"), passage.at + match.end("chain")
                )
                printed = document.plain.within(place)[-len(chain[-1]) :]
                again = document.plain.text.count(printed) > 1
                yield Town(chain=chain, span=place, sure=again)


def _find_years(
    document: Document, opening: Sequence[_Passage], pattern: re.Pattern[str]
) -> Iterator[tuple[int, Span]]:
    for passage in opening:
        found = ((parse_digits(m["year"]), m.span("year")) for m in pattern.finditer(passage.text))
        yield from (
            (year, document.plain.span(passage.at + start, passage.at + stop))
            for year, (start, stop) in found
            if year
        )


def _find_heading_year(document: Document, span: Span) -> Iterator[tuple[int, Span, bool]]:
    """The year that opens a heading and whether a plan's; 2021—2025年 is a period and neither."""
    words = fold(document.slice(span))[:_LONGEST_HEADING]
    match = _HEADING_YEAR.match(words)
    year = parse_digits(match["year"]) if match else None
    if match and year:
        yield year, span, _PLAN.search(words) is not None
