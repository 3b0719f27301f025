"""A total whose parts are told one after another, without a word that opens a list."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.counts import same_family
from scorer.checks.lists import (
    CLEAN_UP,
    LIST_WORD,
    LONGEST_NAME,
    REST,
    REST_WORDS,
    SUM_WORDS,
    PartsList,
    Told,
    names_all,
)
from scorer.checks.segments import (
    SEGMENT_ENDS,
    end_of_segment,
    start_of_segment,
    words_between,
)
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause

_ENDS = SEGMENT_ENDS + "、（）"
#: 没有谈成的6场: the rest of what 谈成 counts.
_UNDONE = regex(r"(?:没有?|尚?未能?)(?P<deed>[^，。；、：\d]{1,4})的$")
_UNDONE_WORDS = ("没", "未")
_ADDED_UP = regex(
    r"^[^，。；、：\d等]{0,4}[，、]?(?:共计|合计|总计|累计|共)(?:培训|开展|举办|组织|召开|受理)?$"
)
#: 11个村和3个社区，共14个村（社区）: the nouns stand behind the counts.
_VILLAGES = regex(r"(?:行政村|建制村|村|嘎查)(?:、|和|及|以及)")
_VILLAGES_IN_ALL = regex(r"(?:行政)?(?:村|嘎查)[（(、]?(?:社区|居|社)")
#: 公示信息186条，上半年87条，下半年109条.
_HALVES = (
    regex(r"^，(?:其中)?上半年[^，。；、：\d]{0,6}$"),
    regex(r"^[，、]下半年[^，。；、：\d]{0,6}$"),
)
_TOTAL_AND_PART = 2


def find_balances(told: Told) -> Iterator[PartsList]:
    """Clean-ups of old documents, what was done and what remains, and sums told at the end."""
    for clause, counts in told:
        yield from _find_clean_ups(clause, counts)
        yield from _find_rests(clause, counts)
        yield from _find_added_up(clause, counts)
        yield from _find_halves(clause, counts)


def _find_clean_ups(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """清理文件37件，废止5件、修改4件、继续有效28件."""
    if not names_all([clause.text] * len(CLEAN_UP), CLEAN_UP):
        return
    for index, total in enumerate(counts):
        behind = [count for count in counts[index + 1 :] if same_family(count, total)]
        parts = tuple(behind[: len(CLEAN_UP)])
        if len(parts) < len(CLEAN_UP):
            continue
        names = [_segment(clause, part) for part in parts]
        if names_all(names, CLEAN_UP) and LIST_WORD not in words_between(
            clause, total.stop, parts[0].at
        ):
            yield PartsList(total=total, parts=parts)


def _segment(clause: Clause, count: NumberMention) -> str:
    """The words around the count up to the marks on either side."""
    at = count.at - clause.at
    start = start_of_segment(clause.text, at, _ENDS)
    return clause.text[start : end_of_segment(clause.text, at, _ENDS)]


def _find_rests(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """146户中131户入室，其余15户自愿退出: the only two counts before the rest make it."""
    if not any(word in clause.text for word in (*REST_WORDS, *_UNDONE_WORDS)):
        return
    for rest in counts:
        before = [count for count in counts if count.at < rest.at and same_family(count, rest)]
        if len(before) != _TOTAL_AND_PART or before[0].value < before[1].value:
            continue
        listed = LIST_WORD in words_between(clause, clause.at, rest.at)
        listed = listed or words_between(clause, before[0].stop, before[1].at).startswith("、")
        if not listed and _is_rest(clause, before[1], rest):
            yield PartsList(total=before[0], parts=(before[1], rest))


def _is_rest(clause: Clause, part: NumberMention, rest: NumberMention) -> bool:
    lead = words_between(clause, max(clause.at, rest.at - LONGEST_NAME), rest.at)
    undone = _UNDONE.search(lead)
    if undone is not None:
        return undone["deed"][-2:] in _segment(clause, part)
    return REST.search(lead) is not None


def _find_halves(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    if "下半年" not in clause.text:
        return
    for total, first, second in zip(counts, counts[1:], counts[2:], strict=False):
        gaps = (
            words_between(clause, total.stop, first.at),
            words_between(clause, first.stop, second.at),
        )
        alike = same_family(total, first) and same_family(first, second)
        if alike and all(half.search(gap) for half, gap in zip(_HALVES, gaps, strict=True)):
            yield PartsList(total=total, parts=(first, second))


def _find_added_up(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """座谈会7场、听证会2场，共9场: the list stands before its total."""
    if not any(word in clause.text for word in SUM_WORDS):
        return
    for index, total in enumerate(counts):
        first = index
        while first > 0 and _belongs(clause, counts[first - 1], counts[first], total):
            first -= 1
        if index - first >= _TOTAL_AND_PART:
            yield PartsList(total=total, parts=tuple(counts[first:index]))


def _belongs(
    clause: Clause, before: NumberMention, count: NumberMention, total: NumberMention
) -> bool:
    """Whether `before` is a part of the total: right before it, or joined to the next part."""
    gap = words_between(clause, before.stop, count.at)
    if not same_family(before, total):
        return False
    if count is total:
        return _ADDED_UP.search(gap) is not None
    if gap[:1] in ("、", "和"):
        return "，" not in gap and len(gap) <= LONGEST_NAME
    villages = _VILLAGES.fullmatch(gap)
    behind = _VILLAGES_IN_ALL.match(clause.text, total.stop - clause.at)
    return villages is not None and behind is not None
