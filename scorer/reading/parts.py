"""The part of every clause, and where each part of the report stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from scorer.cache import regex
from scorer.document import BlockKind, Document, DoubtKind, Span
from scorer.reading.deeds import tells_deed
from scorer.reading.future import speaks_of_future
from scorer.reading.lacks import find_lack
from scorer.reading.model import PartCues, PartPlace, Placement, Reading
from scorer.reading.outline import Outline
from scorer.reading.segments import Cut
from scorer.zh.phrase import find_any

#: The next paragraph goes on with a list that a cue opened.
_LIST_ITEM = regex(
    r"^[\s（(]*(?:[二三四五六七八九十\d]{1,3}[）)、.]|[二三四五六七八九十]是|一是|（一）|1\.)"
)
#: A paragraph that opens so tells of lacks in a report that names them by no heading.
_OPENS_LACKS = regex(
    r"^(?!.{0,16}(?:整改|解决|补齐|销号|反馈|针对|对照|查))"
    r".{0,6}(?:不足|短板|差距|短处|欠账|毛病|难处|缺憾)[^，。；：]{0,10}[，。：]"
)
#: How many last paragraphs of a plain narrative may be parts, and what share of deeds they bear.
_LAST, _FEW_DEEDS = 3, 0.4
#: What follows the coming year where it opens a plan, and the same without a number.
_AHEAD = r"(?:，|：|是|我们|我[镇乡街]|全[镇乡街]|[镇乡]里|街道|将|要|拟|计划|打算)(?!\d?\d月)"
_NEXT_YEAR = (
    r"^(?:明年|来年)(?:，|先|要|将|打算|准备|拟|计划|我们|我[镇乡街]|全[镇乡]|[镇乡]里|重点)"
)
#: The next item of a list of lacks, and the answer to the one before: 对此，明年将….
_NEXT_LACK = regex(
    r"^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七]|[（(][一二三四五六七\d][）)]|\d[.、])"
)
_ANSWERS = regex(
    r"^(?:(?:对此|为此|因此|下一?步|今后|接下来|针对[^，。]{1,12})，"
    r"(?=[^。；]{0,8}(?:年|将|要|拟|打算|准备|计划|争取|力争|由|请|凡|逐|继续|进一步))|拟于|明年|来年)"
)
#: Parts that change what a clause claims; only these are looked for inside other parts.
_SENTENCE_PARTS = ("shortcomings", "plan")
#: The order in which parts stand; the three systems are told among the measures.
_ORDER = {"measures": 0, "systems": 0, "duty": 1, "shortcomings": 2, "plan": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Openers:
    """What opens a part inside another: cues, the next year, a first sentence that owns up."""

    cues: Mapping[str, Callable[[str], bool]]
    next_year: re.Pattern[str]
    lacks_have_a_heading: bool

    def find(self, clause: str, *, begins: bool) -> str | None:
        """The part that the clause opens; `begins` says that it begins a paragraph."""
        if self.next_year.match(clause):
            return "plan"
        for part in reversed(_SENTENCE_PARTS):
            if part in self.cues and self.cues[part](clause):
                return part
        owns_up = begins and not self.lacks_have_a_heading and _OPENS_LACKS.match(clause)
        return "shortcomings" if owns_up else None


def find_parts(
    document: Document,
    cuts: Sequence[Cut],
    outline: Outline,
    cues: Sequence[PartCues],
    year: int | None,
) -> tuple[str | None, ...]:
    """The part of each clause: its heading's, unless a cue opened another inside the paragraph.

    A sentence that begins with the next year opens the plan; so does the answer to a lack, up to
    the next one.
    """
    openers = _Openers(
        cues={cue.part: find_any(cue.cues) for cue in cues if cue.part in _SENTENCE_PARTS},
        next_year=regex(rf"^(?:展望)?{(year or 0) + 1}年度?{_AHEAD}|{_NEXT_YEAR}"),
        lacks_have_a_heading="shortcomings" in outline.headings,
    )
    text = document.plain.text
    parts: list[str | None] = []
    running: str | None = None
    answered = False
    for number, cut in enumerate(cuts):
        clause, station = text[cut.at : cut.stop], outline.stations[cut.paragraph].part
        begins = number == 0 or cuts[number - 1].paragraph != cut.paragraph
        if begins and number:
            running = _still_running(text, cuts[number - 1], cut, running, document)
        if answered and _NEXT_LACK.match(clause):
            running, answered = None, False
        opened = openers.find(clause, begins=begins)
        if opened is not None:
            running, answered = opened, False
        elif station == "shortcomings" and running != "plan" and _ANSWERS.match(clause):
            running, answered = "plan", True
        parts.append(running or station)
    if not outline.headings:
        _infer_last_parts(text, cuts, parts, year)
    return tuple(parts)


def _infer_last_parts(
    text: str, cuts: Sequence[Cut], parts: list[str | None], year: int | None
) -> None:
    """In a plain narrative, late paragraphs that begin with a lack or a plan are those parts."""
    paragraphs = [
        list(group) for _, group in groupby(range(len(cuts)), key=lambda n: cuts[n].paragraph)
    ]
    for members in paragraphs[-_LAST:]:
        clauses = [text[cuts[number].at : cuts[number].stop] for number in members]
        told = sum(map(tells_deed, clauses))
        part = None
        if speaks_of_future(clauses[0], year):
            part = "plan"
        elif find_lack(clauses[0]) is not None:
            part = "shortcomings"
        if part is not None and part not in parts and told <= _FEW_DEEDS * len(clauses):
            for number in members:
                parts[number] = part


def _still_running(
    text: str, before: Cut, this: Cut, running: str | None, document: Document
) -> str | None:
    """A part opened by a cue ends with its paragraph, unless a colon or a list carries it on."""
    if running is None or document.blocks[this.paragraph].kind is BlockKind.HEADING:
        return None
    opens_list = text[before.at : before.stop].endswith(("：", ":"))
    return running if opens_list or _LIST_ITEM.match(text[this.at : this.stop]) else None


def place_parts(
    document: Document,
    cuts: Sequence[Cut],
    parts: Sequence[str | None],
    outline: Outline,
    cues: Sequence[PartCues],
) -> tuple[PartPlace, ...]:
    """Say of every part whether a heading names it, it stands inside another, or it is absent."""
    return tuple(_place(document, cuts, parts, outline, cue) for cue in cues)


def _place(
    document: Document,
    cuts: Sequence[Cut],
    parts: Sequence[str | None],
    outline: Outline,
    cue: PartCues,
) -> PartPlace:
    spans = _spans(document, cuts, parts, cue)
    headings = [document.blocks[number].span for number in outline.headings.get(cue.part, ())]
    if not headings and cue.part == "measures":
        headings = _topic_headings(document, outline)
    if headings:
        placement = Placement.HEADED
    elif spans:
        placement = Placement.EMBEDDED
    else:
        placement = Placement.UNDETERMINED if document.loses_text else Placement.ABSENT
    return PartPlace(
        part=cue.part, placement=placement, headings=tuple(headings), spans=tuple(spans)
    )


def may_be_lost(reading: Reading, part: str) -> bool:
    """Whether what the report does not show of a part may have stood in text that was lost.

    Where only the end is lost, parts that are over by then are whole.
    """
    lost = [doubt for doubt in reading.document.doubts if doubt.loses_text]
    if any(doubt.kind is not DoubtKind.ENDS_OPEN for doubt in lost) or part not in _ORDER:
        return bool(lost)
    reached = reading.clauses[-1].part if reading.clauses else None
    return bool(lost) and _ORDER[part] >= _ORDER.get(reached or "", 0)


def _topic_headings(document: Document, outline: Outline) -> list[Span]:
    """Top headings of the measures that name a topic instead of the part; one is no outline."""
    named = {number for numbers in outline.headings.values() for number in numbers}
    return [
        block.span
        for number, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING
        and number not in named
        and outline.stations[number].part == "measures"
        and block.level <= 1
    ]


def _spans(
    document: Document, cuts: Sequence[Cut], parts: Sequence[str | None], cue: PartCues
) -> list[Span]:
    """The runs of clauses that belong to the part; duty and systems are shown by their cues."""
    text = document.plain.text
    is_cued = find_any(cue.cues)
    belongs = [
        part == cue.part
        or (
            cue.part not in {*_SENTENCE_PARTS, "measures"}
            and part not in _SENTENCE_PARTS
            and is_cued(text[cut.at : cut.stop])
        )
        for cut, part in zip(cuts, parts, strict=True)
    ]
    runs = groupby(zip(belongs, cuts, strict=True), key=lambda pair: pair[0])
    members = [[cut for _, cut in group] for held, group in runs if held]
    return [document.plain.span(run[0].at, run[-1].stop) for run in members]
