"""A report whose line breaks are lost: what stands about its text gets lines of its own again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scorer.cache import regex
from scorer.document import Span
from scorer.ingest.chrome_words import PAGE_LABELS, alternate
from scorer.ingest.landmarks import is_date, is_dated_signature, is_signature, is_title
from scorer.ingest.lines import Line, make_line, squeeze
from scorer.ingest.shapes import find_shape

_FEW_LINES = 3
_LONGEST_HEAD = 600
_LONGEST_TAIL = 400
_SENTENCE = regex("[。，；！？,;!?]")
_SENTENCE_ENDS = "。；！？"
#: Also the last character of a signature or date.
_BEFORE_NOTICE = frozenset("。；！？日府处会 \t\u3000\xa0")
_FULL_DAY = r"(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
#: A blank between words; not at a figure or a mark that joins, but behind a full date.
_BLANK = r"(?<![\d>＞»|:：/\s])\s+(?![\d>＞»|:：/\s])"
_TITLE_END = regex(
    r"(?:法治政府|法治|依法行政)[^，。；：,;:>＞]{0,16}?(?:报告|总结|汇报)(?!如下|的|工作|制度|情况|》|”|\s*[>＞])"
)
_TRAIL_MARK = regex(r"[>＞»](?:\s*正文)?")
_CUTS = regex(
    rf"{_BLANK}|(?<=人民政府文件)(?=\S)|{_FULL_DAY}(?:\s+\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?"
    rf"|(?=您(?:当前|现在)?(?:所在)?的位置)|(?<![^\s\d告])(?=(?:{alternate(PAGE_LABELS)})[:：])"
    rf"|(?<=告)(?=(?:{alternate(PAGE_LABELS)})[:：])"
)
_NOTICE = regex("(?:版权|免责)[与及和]?(?:免责|版权)?声明")


def unfold(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; of a file with hardly any, title, signature and chrome are cut off the text."""
    if len(lines) > _FEW_LINES:
        return tuple(lines)
    return tuple(part for line in lines for part in _cut_line(line))


def _cut_line(line: Line) -> Iterator[Line]:
    words = line.text
    notice = _find_notice(words)
    cuts = {0, *_cut_head(words), *_cut_tail(words[:notice]), notice, len(words)}
    for start, stop in pairwise(sorted(cuts)):
        part = words[start:stop].strip()
        if part:
            at = line.span.start + words.index(part[0], start)
            yield line if part == words else make_line(Span(at, at + len(part)), part)


def _cut_head(words: str) -> list[int]:
    """Where lines began above the text: up to the last title or chrome before a sentence.

    What touches the first sentence mark is text, whatever it begins with.
    """
    mark = _SENTENCE.search(words, 0, _LONGEST_HEAD)
    head = words[: mark.start()] if mark else ""
    ends = [found.end() for found in _TITLE_END.finditer(head)]
    if not ends:
        return []
    cuts = sorted({0, *_find_cuts(head), *ends, *_find_title_starts(head, ends), len(head)})
    parts = [(stop, head[start:stop].strip()) for start, stop in pairwise(cuts)]
    frame = [stop for stop, part in parts if stop < len(head) and _stands_alone(part)]
    return [cut for cut in cuts if frame and cut <= frame[-1]]


def _find_cuts(words: str) -> Iterator[int]:
    return (found.end() for found in _CUTS.finditer(words))


def _find_title_starts(head: str, ends: Sequence[int]) -> Iterator[int]:
    """Behind the last step of a breadcrumb, where a title follows."""
    for end in ends:
        marks = [found.end() for found in _TRAIL_MARK.finditer(head, 0, end)]
        if marks and is_title(squeeze(head[marks[-1] : end])):
            yield marks[-1]


def _stands_alone(part: str) -> bool:
    return bool(part) and (is_title(squeeze(part)) or find_shape(part) is not None)


def _cut_tail(words: str) -> list[int]:
    """Where lines began below the last sentence, if it is signed or followed by chrome."""
    begin = max(len(words) - _LONGEST_TAIL, *(words.rfind(mark) + 1 for mark in _SENTENCE_ENDS))
    tail = words[begin:]
    if begin == 0 or words[begin - 1] not in _SENTENCE_ENDS:
        return []
    cuts = sorted({0, *_find_cuts(tail), len(tail)})
    parts = [squeeze(tail[start:stop]) for start, stop in pairwise(cuts)]
    first = next((part for part in parts if part), "")
    closes = is_date(first) or is_signature(first) or is_dated_signature(first)
    return [begin + cut for cut in cuts] if closes or find_shape(first) else []


def _find_notice(words: str) -> int:
    """Where the site's own notice begins behind the report, the end of the words if nowhere."""
    found = _NOTICE.search(words, len(words) // 2)
    behind = found is not None and words[found.start() - 1] in _BEFORE_NOTICE
    return found.start() if found and behind else len(words)
