"""Whether words read as a heading, and where a heading that runs into its paragraph ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorer.cache import regex
from scorer.ingest.numbering import Marker, find_item, find_marker

_ENDS = frozenset("。！？!?")
_COLONS = frozenset("：:")
_END = regex("[。！？!?]")
_COLON = regex("[：:]")
_COUNT = regex(
    r"\d\s*(?:多|余|来)?\s*(?:[次件人名场份个起宗户条期批篇家项亩吨册幅块套台处间支岁元万亿倍天课卷本组套辆]|公里|小时|"
    r"分钟|%|％|月\d|月底|日)"
)
_TALK = regex(
    r"我[镇乡县街]|本[镇乡]|今年|去年|目前|截至|累计|共计|先后|了(?!解)|任组长|设在|成以上|百分之|如下|以下"
)
_NOMINAL = regex(
    r"(?:情况|成效|举措|措施|原因|成因|问题|不足|短板|打算|安排|计划|思路|职责|方面|工作|做法|经验|建议|事项)$"
)
_SOFT_END = regex(
    r"(?:情况|成效|举措|措施|原因|问题|不足|打算|安排|计划|思路|职责)"
    r"(?=(?:19|20)\d\d年|今年|一年来|近年来|我[镇乡街]|全[镇乡街]|下一步|按照|对照)|\S(?=\s*一是|\s*一要)"
)
_QUOTES = "”》）"
_BLANK = regex(r"\s+")
_NAME = regex(r"[^。；！？：;!?:\s]{2,40}")
_SECTION_LEVEL = 1
_LONGEST_LINE = 44
_LONGEST = 64
_LONGEST_NOMINAL = 130
_LONGEST_CLAUSE = 40
_MOST_CLAUSES = 4
_LONGEST_LABEL = 30
_LONGEST_MOTTO = 26


@dataclass(frozen=True, slots=True)
class Lead:
    """The words up to `stop` are a heading; its paragraph begins at `rest`, if not at their end."""

    stop: int
    rest: int


def reads_as_heading(words: str) -> bool:
    """A heading names its matter: no counts, no speaker, few and short clauses."""
    if not words or ";" in words or "；" in words or _COUNT.search(words):
        return False
    if _NOMINAL.search(words):
        return len(words) <= _LONGEST_NOMINAL
    if len(words) > _LONGEST or _TALK.search(words):
        return False
    clauses = re.split("[，,]", words)
    return len(clauses) <= _MOST_CLAUSES and max(map(len, clauses)) <= _LONGEST_CLAUSE


def is_heading(words: str) -> bool:
    """A numbered line without a sentence that reads as a heading."""
    marker = find_marker(words)
    if marker is None or _END.search(words):
        return False
    return reads_as_heading(words[marker.length :])


def names_section(words: str) -> bool:
    """A numbered heading whose last word or mark closes it: 情况, 成效, 打算, ”."""
    return is_heading(words) and (words[-1] in _QUOTES or _NOMINAL.search(words) is not None)


def find_lead(words: str, marker: Marker) -> Lead | None:
    """The heading that numbered words begin with; None where they are plainly a statement."""
    start, whole = marker.length, len(words)
    end = _find(_END, words, start)
    colon = _find(_COLON, words, start)
    if end == whole and whole <= _LONGEST_LINE and _fits_line(words, marker):
        return Lead(whole, whole)
    if end >= whole - 1:
        return _lead_of_one_sentence(words, start, colon, end)
    motto = words[start:end]
    if colon < end and not _is_motto(words, colon, end):
        label = words[start:colon]
        fits = len(label) <= _LONGEST_LABEL and reads_as_heading(label)
        return Lead(colon, colon + 1) if fits else None
    return Lead(end, end + 1) if reads_as_heading(motto) else None


def _fits_line(words: str, marker: Marker) -> bool:
    """A short line without a sentence: 一、 is always a heading, others if they count nothing."""
    runs_on = _COLON.search(words) is not None or "；" in words or ";" in words
    return not runs_on and (marker.level == _SECTION_LEVEL or not _COUNT.search(words))


def _find(pattern: re.Pattern[str], words: str, start: int) -> int:
    found = pattern.search(words, start)
    return found.start() if found else len(words)


def _is_motto(words: str, colon: int, end: int) -> bool:
    """思想铸魂：在学懂弄通上走在前: what follows the colon belongs to the heading."""
    said = words[colon + 1 : end]
    return len(said) <= _LONGEST_MOTTO and find_item(said) is None and reads_as_heading(said)


def _lead_of_one_sentence(words: str, start: int, colon: int, end: int) -> Lead | None:
    whole = len(words)
    if colon < end - 1 and not _is_motto(words, colon, end):
        label = words[start:colon]
        fits = len(label) <= _LONGEST_LABEL and reads_as_heading(label)
        return Lead(colon, colon + 1) if fits else None
    last = min(end, whole - 1 if words[-1] in _COLONS else whole)
    return Lead(whole, whole) if reads_as_heading(words[start:last]) else None


def find_soft_lead(words: str, start: int) -> Lead | None:
    """The heading of a piece on a shared line: it ends at a blank, or where a sentence begins."""
    opening = words[: start + _LONGEST]
    found = _SOFT_END.search(opening, start)
    if found and not _ENDS & set(words[start : found.end()]):
        return Lead(found.end(), found.end())
    blank = _BLANK.search(opening, start)
    if blank is None or not _NAME.fullmatch(words, start, blank.start()):
        return None
    return Lead(blank.start(), blank.end())
