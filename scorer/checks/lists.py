"""A total with the parts that are listed behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.checks.counts import counts_between, same_family
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading, Standing

#: What opens a list of parts behind its total; at most a few words stand in between.
_OPENER = re.compile(r"其中[：，]?|(?:具体)?(?:包括|包含)[：，]?|：")
_LONGEST_BRIDGE = 14
_LIST_WORD = "其中"
#: The last part of a list that leaves nothing out.
_REST_WORDS = ("其他", "其它", "其余", "剩余", "剩下", "余下")
_REST = re.compile(rf"(?:{'|'.join(_REST_WORDS)})[^，。；、：\d]{{0,10}}$")
#: Parts that leave nothing out because there are no others, by the words that name them.
_COMPLETE_SETS = (
    (("简易",), ("普通", "一般")),
    (("专职",), ("兼职",)),
    (("男",), ("女",)),
    (("上半年",), ("下半年",)),
    (("线上",), ("线下",)),
)
#: What becomes of each old document when they are gone through.
_CLEAN_UP = (
    ("废止", "停用", "作废", "失效"),
    ("修改", "修订", "改动", "改了"),
    ("保留", "继续有效", "续用", "继续用", "照旧"),
)
_ADDED_UP = re.compile(r"^[^，。；、：\d等]{0,4}[，、]?(?:共计|合计|总计|共)$")
_LONGEST_NAME = 18
_MOST_PARTS = 12
_TOTAL_AND_PART = 2
#: More counts than a writer puts into one clause: the marks between them were lost.
_JUDGED = range(_TOTAL_AND_PART, 80)
_BRACKETS = re.compile(r"[（(][^（）()\n]*[)）]")
#: A comma and a deed turn to another total: 其中信访40件，办结35件，其余5件在办.
_DEED = re.compile(
    r"办结|化解|调解|调处|成功|完成|整改|解决|处理|采纳|移送|移交|转|立案|结案|在办|未"
)
#: Parts that may overlap: one case can touch several things.
_OVERLAPPING = re.compile(r"涉及|涵盖|惠及|覆盖")
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsList:
    """A total and its parts, in the order of the text.

    `complete` says that the list leaves nothing out; `may_overlap` that one thing may be in two
    parts.
    """

    total: NumberMention
    parts: tuple[NumberMention, ...]
    complete: bool
    may_overlap: bool


def find_lists(reading: Reading) -> Iterator[PartsList]:
    """Every total that stands with a list of its parts in the same clause."""
    for clause in reading.clauses:
        if clause.standing not in _TOLD or clause.part == "plan":
            continue
        counts = counts_between(reading, clause.at, clause.stop)
        if len(counts) not in _JUDGED:
            continue
        listed = _outside_brackets(clause, counts)
        for opener in _OPENER.finditer(clause.text):
            found = _read_opened(clause, listed, opener)
            if found is not None:
                yield found
        yield from _find_clean_ups(clause, listed)
        yield from _find_rests(clause, listed)
        yield from _find_added_up(clause, listed)


def _read_opened(
    clause: Clause, counts: list[NumberMention], opener: re.Match[str]
) -> PartsList | None:
    """A count right before the opener is the total; the counts joined behind it are its parts."""
    at, behind = clause.at + opener.start(), clause.at + opener.end()
    before = [count for count in counts if count.stop <= at]
    if not before:
        return None
    bridge = _text(clause, before[-1].stop, at)
    if len(bridge) > _LONGEST_BRIDGE or "、" in bridge or bridge.count("，") > 1:
        return None
    if opener[0] == "：" and bridge:
        return None
    parts = _joined(clause, before[-1], [c for c in counts if c.at >= behind], behind)
    if not parts or _LIST_WORD in _text(clause, behind, parts[-1].at):
        return None
    return PartsList(
        total=before[-1],
        parts=parts,
        complete=_is_complete(clause, behind, parts),
        may_overlap=_may_overlap(clause, before[-1], behind, parts),
    )


def _may_overlap(
    clause: Clause, total: NumberMention, behind: int, parts: tuple[NumberMention, ...]
) -> bool:
    """Whether one thing may be told in two parts; behind a comma often another deed is told."""
    if any(_turns_away(name) for name in _names(clause, behind, parts)[1:]):
        return True
    return _OVERLAPPING.search(_text(clause, total.at, parts[-1].at)) is not None


def _turns_away(name: str) -> bool:
    return name.startswith("，") and _DEED.search(name) is not None


def _text(clause: Clause, at: int, stop: int) -> str:
    """The words of the clause between two positions of the normalised text."""
    return clause.text[at - clause.at : stop - clause.at]


def _joined(
    clause: Clause, total: NumberMention, candidates: list[NumberMention], behind: int
) -> tuple[NumberMention, ...]:
    """Counts that one kind of mark joins: A12件、B15件、C3件. Another mark ends the list."""
    parts: list[NumberMention] = []
    mark, end = "", behind
    for count in candidates[:_MOST_PARTS]:
        gap = _text(clause, end, count.at)
        if not same_family(count, total) or len(gap) > _LONGEST_NAME:
            break
        if parts:
            mark = mark or gap[:1]
            if mark not in ("、", "，") or gap[:1] not in (mark, "和", "及") or "，" in gap[1:]:
                break
        parts.append(count)
        end = count.stop
    return tuple(parts)


def _outside_brackets(clause: Clause, counts: tuple[NumberMention, ...]) -> list[NumberMention]:
    """Counts that no bracket within the clause holds: those divide a part further."""
    inside = [
        range(clause.at + match.start(), clause.at + match.end())
        for match in _BRACKETS.finditer(clause.text)
    ]
    return [count for count in counts if not any(count.at in held for held in inside)]


def _is_complete(clause: Clause, behind: int, parts: tuple[NumberMention, ...]) -> bool:
    """Whether the list ends with the rest, or its names are a set that has no others."""
    names = _names(clause, behind, parts)
    if len(parts) > 1 and _REST.search(names[-1]):
        return not any(map(_turns_away, names[1:]))
    return any(_names_all(names, complete) for complete in (*_COMPLETE_SETS, _CLEAN_UP))


def _names_all(names: list[str], complete: tuple[tuple[str, ...], ...]) -> bool:
    return len(names) == len(complete) and all(
        any(word in name for name in names for word in words) for words in complete
    )


def _names(clause: Clause, behind: int, parts: tuple[NumberMention, ...]) -> list[str]:
    starts = [behind, *(part.stop for part in parts[:-1])]
    return [_text(clause, start, part.at) for start, part in zip(starts, parts, strict=True)]


def _find_clean_ups(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """清理文件37件，废止5件、修改4件、继续有效28件: a list that needs no opener."""
    for total, *kept in zip(counts, counts[1:], counts[2:], counts[3:], strict=False):
        parts = tuple(kept)
        names = _names(clause, total.stop, parts)
        fits = all(same_family(total, part) for part in parts)
        if fits and _LIST_WORD not in names[0] and _names_all(names, _CLEAN_UP):
            yield PartsList(total=total, parts=parts, complete=True, may_overlap=False)


def _find_rests(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """146户中131户入室，其余15户自愿退出: the only two counts before the rest make it."""
    if not any(word in clause.text for word in _REST_WORDS):
        return
    for rest in counts:
        told = _REST.search(_text(clause, max(clause.at, rest.at - _LONGEST_NAME), rest.at))
        if told is None or _LIST_WORD in _text(clause, clause.at, rest.at):
            continue
        before = [count for count in counts if count.at < rest.at and same_family(count, rest)]
        if len(before) == _TOTAL_AND_PART and before[0].value >= before[1].value:
            total, part = before
            yield PartsList(total=total, parts=(part, rest), complete=True, may_overlap=False)


def _find_added_up(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """座谈会7场、听证会2场，共9场: the list stands before its total."""
    for index, total in enumerate(counts):
        if index == 0 or not _ADDED_UP.search(_text(clause, counts[index - 1].stop, total.at)):
            continue
        first = index - 1
        while first > 0 and _follows(clause, counts[first - 1], counts[first], total):
            first -= 1
        if first < index - 1:
            parts = tuple(counts[first:index])
            yield PartsList(total=total, parts=parts, complete=True, may_overlap=False)


def _follows(
    clause: Clause, before: NumberMention, count: NumberMention, total: NumberMention
) -> bool:
    gap = _text(clause, before.stop, count.at)
    joined = gap[:1] in ("、", "和") and "，" not in gap and len(gap) <= _LONGEST_NAME
    return joined and same_family(before, total) and same_family(count, total)
