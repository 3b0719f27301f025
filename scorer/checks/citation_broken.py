"""Document numbers and title marks that lost a bracket on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.norms import FAITHFUL_COPY
from scorer.checks.segments import end_of_segment, start_of_segment
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_BRACKETED = regex(
    r"""
    〔(?!\s?(?:19|20)\d\d\s?〕)[^〕\n，。；、《》（）]{0,10}〕?\s?(?:\d{1,4}\s?号)?  # 〔202318号
    | (?<!\d{4})〕                                        # 〕 without a year
    | (?<![〔\[［【（(])(?:19|20)\d\d〕\s?第?\d{0,4}号?     # 2023〕18号
    | 〔(?:19|20)\d\d〕\s?号                              # 〔2023〕号
    """,
    re.VERBOSE,
)
_BARE = regex(r"20[0-3]\d\d{1,3}\s?号")
_ISSUER_ENDS = frozenset("发办字函规")
_ISSUER = regex(r"[\u4e00-\u9fff]{0,8}$")
_MARK = regex(r"[《》\n]")
_LONGEST_TITLE = 30
_LONGEST_ISSUER = 8
_TITLE_ENDS = "，。；！？：、（）\n"


def run(reading: Reading) -> Iterator[Finding]:
    """Two accidents at most: numbers that lost brackets, and marks without their partner."""
    text = reading.document.plain.text
    numbers = tuple(_broken_numbers(text))
    if numbers:
        yield CHECK.finding(
            message=f"发文字号不完整：{_name(text, numbers)}，疑为转换时丢字，请对照原件补全。",
            quotes=tuple(reading.quote(at, stop) for at, stop in numbers),
            remedy="对照原件补全括号、年份和顺序号。",
        )
    marks = tuple(_lone_marks(text))
    if marks:
        yield CHECK.finding(
            message=f"书名号不成对：{_name(text, marks)}，请对照原件补全。",
            quotes=tuple(reading.quote(at, stop) for at, stop in marks),
            remedy="对照原件补全书名号。",
        )


def _name(text: str, places: tuple[tuple[int, int], ...]) -> str:
    at, stop = places[0]
    return f"“{text[at:stop]}”" + (f"等{len(places)}处" if len(places) > 1 else "")


def _broken_numbers(text: str) -> Iterator[tuple[int, int]]:
    found = [m for m in _BARE.finditer(text) if text[m.start() - 1 : m.start()] in _ISSUER_ENDS]
    if "〔" in text or "〕" in text:
        found.extend(_BRACKETED.finditer(text))
    for match in sorted(found, key=lambda match: match.start()):
        issuer = _ISSUER.search(text, max(0, match.start() - _LONGEST_ISSUER), match.start())
        yield (issuer.start() if issuer else match.start()), match.end()


def _lone_marks(text: str) -> Iterator[tuple[int, int]]:
    """Places of the words that a lone mark opens or closes, in the order of the text."""
    lone: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _MARK.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "\n":
            lone.extend(_opened_only(text, at) for at in opened)
            opened.clear()
        elif opened:
            opened.pop()
        else:
            start = start_of_segment(text, match.start(), f"{_TITLE_ENDS}》")
            lone.append((max(start, match.start() - _LONGEST_TITLE), match.end()))
    lone.extend(_opened_only(text, at) for at in opened)
    yield from sorted(lone)


def _opened_only(text: str, at: int) -> tuple[int, int]:
    title = text[at + 1 : at + _LONGEST_TITLE]
    return at, at + 1 + end_of_segment(title, 0, f"{_TITLE_ENDS}《")


CHECK = Check(
    id="citation-broken",
    kind="citation.broken",
    strength=Strength.TEXT_QUALITY,
    title="文号或书名号残缺",
    why="发文字号缺括号、书名号不成对，多是网页或扫描转换造成的，只作文本质量提示。",
    norm=FAITHFUL_COPY,
    bad="认真落实《2023年法治政府建设工作要点》（柳府办发〔202318号）要求。",
    good="认真落实《2023年法治政府建设工作要点》（柳府办发〔2023〕18号）要求。",
    run=run,
)
