"""Which part each heading opens, and so which part each block stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.cache import regex
from scorer.document import Block, BlockKind, Document, Span
from scorer.reading.actor import names_heads
from scorer.reading.lacks import find_lack
from scorer.reading.model import PartCues

#: A heading that mends a shortcoming, or looks back on last year's, names no part of this year.
_MENDING = regex(r"补齐|补强|补足|破解|整改|解决|聚焦|针对|弥补|攻坚|回头看|销号")
_FACING = regex(r"正视|直面|查找|查摆|检视|反思|剖析|认清|对照")
_NAMES_LACKS = regex(r"不足|短板|差距|短处|弱项|欠账|缺憾|毛病")
_LOOKING_BACK = regex(r"回头看|整改(?:落实)?(?:情况|成效)|上一?年度?[^，]{0,12}问题")
_LOOKS_BACK = regex(r"回顾|一年来|这一年|过去|全年|走过")
_COMING = regex(r"明年|来年|下一?[年步]|今后|往后|未来|接下来|打算")
_MARKER = regex(
    r"^[\s（(—–─=~·]*(?:[▌▍▎■□★☆▲△►▶◎〓§※◆◇●○【\s]+|第[一二三四五六七八九十]{1,2}(?:部分|篇章?|板块)?"
    r"|[壹贰叁肆伍陆柒捌玖]|[一二三四五六七八九十\d]{0,3})[）)]?[、.．，：:·\s]*"
)
#: Headings that say no more than which part they open.
_BARE = {
    "shortcomings": regex(
        r"(?:主要)?(?:短板|差距|弱项|问题|困难|不足|缺点|短处|毛病|欠账|原因|成因|根源)"
        r"(?:[和与及、](?:短板|差距|弱项|问题|困难|不足|原因|成因))*[】◆★]*"
    ),
    "plan": regex(r"(?:打算|安排|计划|思路|明年|来年|今后|往后|展望|下步|下一步)[】◆★]*"),
}
#: What a body says of the future, of deeds, of what is lacking: for headings without part words.
_AHEAD = regex(
    r"将|(?<![主重需必摘纪概只])要(?![求点素闻件])|力争|争取|继续|进一步|下一?步|奋力|不断|谱写|再"
)
_DEED = regex(r"全年|先后|累计|已|今年以来|截至|一年来")
_LACK = regex(r"有待|不足|不够|差距|短板|薄弱|尚未|距离|偏弱|滞后")

#: What others are told to do: a closing list of such is no plan of the town's own.
_TOLD_OTHERS = regex(
    r"要求$|要求(?:各|全体|所有|全[镇乡县])[^。；]{0,24}：|[出下]?(?:以下|如下|[几三四五]点)要求|要求(?:如下|是)?："
)

#: The part of a closing list of demands; no rubric names it.
DEMANDS = "demands"
_SENTENCE_PARTS = ("plan", "shortcomings")
#: Shares of a body's sentences from which it is taken to tell of lacks, or of the future.
_MOSTLY_LACKS = 0.5
#: The same under a heading with a word of lacks.
_SOME_LACKS = 0.25
_FEW_DEEDS = 0.3
_LOOKS_AHEAD = 0.4
#: A last top heading is the plan only behind at least so many others.
_ENOUGH_BEFORE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Where a block stands: the part (None before the first heading) and the headings above it."""

    part: str | None
    path: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The station of every block, and for every part the headings that name it."""

    stations: tuple[Station, ...]
    headings: dict[str, tuple[int, ...]]


def read_outline(
    document: Document, frame: Sequence[Span], cues: Sequence[PartCues], year: int | None
) -> Outline:
    """Walk the blocks; a heading rules until the next one of its level or higher."""
    blocks = document.blocks
    opened = _roles_of_headings(document, frame, cues, year)
    named: dict[str, list[int]] = {}
    stations: list[Station] = []
    stack: list[tuple[int, int, str | None]] = []
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and number in opened:
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            roles = opened[number]
            if any(part in _SENTENCE_PARTS for _, _, part in stack):
                roles = tuple(role for role in roles if role in _SENTENCE_PARTS)
            stack.append((block.level, number, _ruling(roles, stack)))
            for role in roles:
                named.setdefault(role, []).append(number)
        part = stack[-1][2] if stack else None
        stations.append(Station(part=part, path=tuple(entry[1] for entry in stack)))
    return Outline(
        stations=tuple(stations), headings={part: tuple(seen) for part, seen in named.items()}
    )


def _ruling(roles: Sequence[str], stack: Sequence[tuple[int, int, str | None]]) -> str | None:
    """The one part that the text below a heading belongs to: its own word, else the parent's."""
    if not roles:
        return stack[-1][2] if stack else "measures"
    for part in ("plan", "shortcomings", "measures", "duty", DEMANDS):
        if part in roles and not (part == "plan" and "shortcomings" in roles):
            return part
    return stack[-1][2] if stack else "measures"


def _roles_of_headings(
    document: Document, frame: Sequence[Span], cues: Sequence[PartCues], year: int | None
) -> dict[int, tuple[str, ...]]:
    """The parts that each heading outside the frame names, by block number."""
    roles = {
        number: _roles(document.plain.within(block.span), block, cues, year)
        for number, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING and not any(span.overlaps(block.span) for span in frame)
    }
    _distrust_early_plans(document, roles, year)
    _infer_ornamental(document, roles)
    return roles


def _distrust_early_plans(
    document: Document, roles: dict[int, tuple[str, ...]], year: int | None
) -> None:
    """A top heading opens the plan by ornament alone only behind all that name another part."""
    top = [number for number in roles if document.blocks[number].level <= 1]
    others = [number for number in top if {"duty", "measures", "shortcomings"} & set(roles[number])]
    for number in top:
        words = document.plain.within(document.blocks[number].span)
        early = any(other > number for other in others)
        if roles[number] == ("plan",) and early and not _looks_ahead(words, year):
            roles[number] = ()


def _roles(
    heading: str, block: Block, cues: Sequence[PartCues], year: int | None
) -> tuple[str, ...]:
    """The parts that the words of a heading name."""
    words = _MARKER.sub("", heading)
    if _LOOKING_BACK.search(words):
        return ("measures",)
    found = [cue.part for cue in cues if any(p.stands_in(words) for p in cue.headings)]
    found = [part for part in found if not _is_in_passing(part, words, block, cues)]
    found += [part for part, bare in _BARE.items() if part not in found and bare.fullmatch(words)]
    if "duty" not in found and names_heads(words) and any(cue.part == "duty" for cue in cues):
        found.append("duty")
    if year is not None and f"{year + 1}年" in words and "plan" not in found and not found[:1]:
        found.append("plan")
    looks_back = _LOOKS_BACK.search(words) is not None or names_heads(words)
    if "plan" in found and looks_back and not _looks_ahead(words, year):
        found.remove("plan")
    if "plan" in found and "shortcomings" not in found:
        found = [part for part in found if part != "measures"]
    return tuple(found)


def _looks_ahead(words: str, year: int | None) -> bool:
    """Whether a heading speaks of what is to come, by word or by the next year's number."""
    return _COMING.search(words) is not None or (year is not None and str(year + 1) in words)


def _is_in_passing(part: str, words: str, block: Block, cues: Sequence[PartCues]) -> bool:
    """Whether a topic heading only uses the word: （三）补齐短板弱项, （二）落实工作安排."""
    if part not in _SENTENCE_PARTS:
        return False
    if part == "shortcomings" and _MENDING.search(words) and not _FACING.search(words):
        return True
    if block.level <= 1:
        return False
    phrases = next(cue.headings for cue in cues if cue.part == part)
    opening = words[:12]
    return not any(phrase.stands_in(opening) for phrase in phrases)


def _infer_ornamental(document: Document, roles: dict[int, tuple[str, ...]]) -> None:
    """Give top headings without part words the part that their body tells.

    Trusted only for the last of several, or the last two behind one that names shortcomings.
    """
    top = [number for number in roles if document.blocks[number].level <= 1]
    seen_shortcomings = False
    for position, number in enumerate(top):
        end = top[position + 1] if position + 1 < len(top) else len(document.blocks)
        if not roles[number] and position >= 1 and _tells_lacks(document, number, end):
            roles[number] = ("shortcomings",)
        seen_shortcomings = seen_shortcomings or "shortcomings" in roles[number]
        planned = any("plan" in roles[other] for other in top[position:])
        last = position >= max(_ENOUGH_BEFORE, len(top) - 1 - seen_shortcomings)
        if roles[number] or planned or not last:
            continue
        ahead, deeds, _ = _weigh(document, number + 1, end)
        if deeds < _FEW_DEEDS and (seen_shortcomings or ahead >= _LOOKS_AHEAD):
            roles[number] = _roles_of_last(document, number, end)


def _tells_lacks(document: Document, heading: int, end: int) -> bool:
    """Whether the body of a heading mostly owns up; less of it does where the heading says so."""
    _, deeds, lacks = _weigh(document, heading + 1, end)
    words = document.plain.within(document.blocks[heading].span)
    named = _NAMES_LACKS.search(words) is not None and _MENDING.search(words) is None
    return deeds < _FEW_DEEDS and lacks > (_SOME_LACKS if named else _MOSTLY_LACKS)


def _roles_of_last(document: Document, heading: int, end: int) -> tuple[str, ...]:
    """The plan, unless the heading, or what stands below it, tells others what to do."""
    words = [document.plain.within(block.span) for block in document.blocks[heading:end]]
    lead_ins = [words[0], *(text for text in words[1:2] if text.endswith(("：", "要求。")))]
    if any(map(_TOLD_OTHERS.search, lead_ins)):
        return (DEMANDS,)
    return () if any(map(_TOLD_OTHERS.search, words)) else ("plan",)


def _weigh(document: Document, start: int, end: int) -> tuple[float, float, float]:
    """Shares of the sentences of some blocks that look ahead, tell deeds, name lacks."""
    text = "".join(document.plain.within(block.span) for block in document.blocks[start:end])
    sentences = [piece for piece in re.split(r"[。！？；]", text) if piece] or [""]
    count = len(sentences)
    return (
        sum(bool(_AHEAD.search(piece)) for piece in sentences) / count,
        sum(bool(_DEED.search(piece)) for piece in sentences) / count,
        sum(bool(_LACK.search(piece)) or find_lack(piece) is not None for piece in sentences)
        / count,
    )
