"""A total with what it splits into, told without a word that opens a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.counts import is_plain, same_family
from scorer.checks.lists import LONGEST_NAME, REST, REST_WORDS, SUM_WORDS, PartsList, Told
from scorer.checks.segments import words_between
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause

_WORDS = r"[^，。；、：\d]"
#: The words before the first part and before the second; whether there can be no third.
_PAIRS: tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...] = tuple(
    (
        regex(rf"^{_WORDS}{{0,4}}，{first}$"),
        regex(rf"^{_WORDS}{{0,2}}[，、]{second}$"),
        whole,
    )
    for first, second, whole in (
        (rf"专职{_WORDS}{{0,4}}", rf"兼职{_WORDS}{{0,4}}", True),
        (
            r"(?:已)?(?:办结|结案)",
            r"(?:正在办理|在办|正在办|未办结|尚未办结|未结案?|尚未结案)",
            False,
        ),
        (r"(?:已)?(?:整改|解决)(?:完成|到位)?", r"(?:未|尚未)(?:整改|解决)(?:完成|到位)?", False),
        (r"(?:调解|化解)?成功", r"(?:未成功|不成功|失败)", False),
        (r"(?:实际参训|实到|参训|参加)", r"(?:缺席|请假|未到|缺训)", False),
        (r"合格", r"(?:不合格|未合格)", False),
        (r"(?:已)?采纳(?:意见)?", r"(?:未|未予|不予)采纳(?:的)?", True),
        (r"(?:当场|立行立改|立即)(?:整改|改正|办结)?", r"限期(?:整改|改正|办结)?", False),
        (
            rf"(?:镇级|乡级|街道级?|镇|乡)(?:主办|举办|组织|开展)?{_WORDS}{{0,4}}",
            rf"(?![村社区级]{{1,3}}(?:参与|参加|配合|协助|联合))(?:村级|社区级?|村)(?:主办|举办|组织|开展)?{_WORDS}{{0,4}}",
            True,
        ),
    )
)
#: The comma behind the total stands among so many characters.
_COMMA_BY = 5
_CARRIED = regex(r"上年|结转|去年|往年|历年|跨年|遗留|含")
_HALF_SUM = (
    regex(r"上半年[^，。；、：\d]{0,8}$"),
    regex(r"[，、]下半年[^，。；、：\d]{0,8}$"),
)
_YEAR_SUM = regex(r"^[，、]全年(?:共|累计|合计|共计|总计)[^，。；、：\d]{0,8}$")
_LEAST_PARTS = 3
#: What quarters or kinds told one after another come to: 社保类3120件，…，合计5970件.
_SUM_UP = regex(
    rf"^[，、；](?:全年|总共|以上|四个季度|各类|三项|四项)?(?:共计|合计|总计|累计|共){_WORDS}{{0,6}}$"
)
_QUARTER = regex(rf"^[，、；]?(?:第?[一二三四]季度){_WORDS}{{0,6}}$")
_KIND = regex(rf"^[，、；]?(?:其他|其它|其余|{_WORDS}{{2,8}}[类等方面])(?:事项|业务|案件|问题)?$")
_QUARTERS = 4
_LONGEST_NAME = 14


def find_splits(told: Told) -> Iterator[PartsList]:
    """Opposites behind their total, named parts that end with the rest, halves before a year."""
    for clause, counts in told:
        if _CARRIED.search(clause.text):
            continue
        yield from _find_opposites(clause, counts)
        yield from _find_named(clause, counts)
        yield from _find_years(clause, counts)
        yield from _find_summed_up(clause, counts)


def _alike(*counts: NumberMention) -> bool:
    """Whether all are exact and count such things."""
    return all(is_plain(count) and same_family(counts[0], count) for count in counts)


def _find_opposites(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """受理74批，办结70批，正在办理6批."""
    for total, first, second in zip(counts, counts[1:], counts[2:], strict=False):
        gaps = (
            words_between(clause, total.stop, first.at),
            words_between(clause, first.stop, second.at),
        )
        if "，" not in gaps[0][:_COMMA_BY]:
            continue
        for one, other, whole in _PAIRS:
            if one.search(gaps[0]) and other.search(gaps[1]) and _alike(total, first, second):
                yield PartsList(total=total, parts=(first, second), complete=whole)


def _find_named(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """纠纷84件，婚姻31件、邻里28件、土地19件、其他9件."""
    if not any(word in clause.text for word in REST_WORDS):
        return
    for index, total in enumerate(counts):
        parts = _joined(clause, total, counts[index + 1 :])
        if len(parts) >= _LEAST_PARTS and _alike(total, *parts):
            last = words_between(clause, parts[-2].stop, parts[-1].at)
            if REST.search(last):
                yield PartsList(total=total, parts=parts)


def _joined(
    clause: Clause, total: NumberMention, behind: list[NumberMention]
) -> tuple[NumberMention, ...]:
    """The counts that 、 joins behind a comma."""
    parts: list[NumberMention] = []
    end = total.stop
    for count in behind:
        gap = words_between(clause, end, count.at)
        mark = "、" if parts else "，"
        if not gap.startswith(mark) or len(gap) > LONGEST_NAME or "，" in gap[1:]:
            break
        parts.append(count)
        end = count.stop
    return tuple(parts)


def _find_years(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """上半年40件，下半年46件，全年共84件."""
    if "下半年" not in clause.text:
        return
    for first, second, total in zip(counts, counts[1:], counts[2:], strict=False):
        lead = words_between(clause, clause.at, first.at)
        between = words_between(clause, first.stop, second.at)
        if not (_HALF_SUM[0].search(lead) and _HALF_SUM[1].search(between)):
            continue
        told = _YEAR_SUM.search(words_between(clause, second.stop, total.at))
        if told and _alike(first, second, total):
            yield PartsList(total=total, parts=(first, second))


def _find_summed_up(clause: Clause, counts: list[NumberMention]) -> Iterator[PartsList]:
    """Four quarters or several kinds one after another, and what they come to."""
    if not any(word in clause.text for word in SUM_WORDS):
        return
    for index, total in enumerate(counts):
        if not index or not _SUM_UP.match(words_between(clause, counts[index - 1].stop, total.at)):
            continue
        for names, least in ((_QUARTER, _QUARTERS), (_KIND, _LEAST_PARTS)):
            parts = _run_before(clause, counts[:index], names)
            if len(parts) >= least and _alike(total, *parts):
                yield PartsList(total=total, parts=parts)


def _run_before(
    clause: Clause, counts: list[NumberMention], names: re.Pattern[str]
) -> tuple[NumberMention, ...]:
    """The last counts on end whose names are such."""
    run: list[NumberMention] = []
    for index in reversed(range(len(counts))):
        start = counts[index - 1].stop if index else max(clause.at, counts[0].at - _LONGEST_NAME)
        name = words_between(clause, start, counts[index].at)
        run.insert(0, counts[index])
        if names.match(name) is None:
            first = re.split("[，：。；、]", name)[-1]
            return tuple(run if names.match(first) else run[1:])
    return tuple(run)
