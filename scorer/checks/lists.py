"""A total with the parts that are listed behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.cache import regex
from scorer.checks.counts import counts_by_clause, same_family
from scorer.checks.segments import words_between
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading, Standing
from scorer.zh.numerals import parse_number

LIST_WORD = "其中"
REST_WORDS = ("其他", "其它", "其余", "剩余", "剩下", "余下")
#: One of these stands wherever parts are added up.
SUM_WORDS = ("共", "计")
#: A part is named in so few characters.
LONGEST_NAME = 18
#: The part that leaves nothing out.
REST = regex(rf"(?:{'|'.join(REST_WORDS)})[^，。；、：\d]{{0,10}}$")
#: What becomes of each old document when they are gone through.
CLEAN_UP = (
    ("废止", "停用", "作废", "失效"),
    ("修改", "修订", "改动", "改了"),
    ("保留", "有效", "续用", "继续用", "留用", "照旧", "接着用"),
)
#: Parts that leave nothing out because there are no others, by the words that name them.
_COMPLETE_SETS = (
    (("简易",), ("普通", "一般")),
    (("专职",), ("兼职",)),
    (("男",), ("女",)),
    (("上半年",), ("下半年",)),
    (("线上",), ("线下",)),
    (("即办",), ("承诺",)),
    (("镇级", "乡级"), ("村级",)),
    (
        ("持证", "有证", "取得", "领取", "拿到"),
        ("未取得", "未取证", "未持证", "无证", "尚未", "正在"),
    ),
    (("行政编", "公务员"), ("事业",), ("聘用", "编外", "协管", "辅助", "合同制", "公益", "工勤")),
    (("在编",), ("编外", "聘用", "协管", "辅助")),
    (("合格", "达标"), ("不合格", "不达标")),
    (("党员",), ("非党员",)),
    CLEAN_UP,
)
#: What opens a list of parts behind its total; at most a few words stand in between.
_OPENER = regex(
    r"其中[：，]?|具体(?:包括|包含)[：，]?|(?:包括|包含)[：，]?|：|分别[为是](?!\d)[：，]?"
)
#: 承接事项64项，全部为以下四类：…: the colon opens the list of all there are.
_ALL_KINDS = regex(
    r"，?(?:全部|共|具体|均)?(?:分为|分成|归为|为|是|分|涉及)(?:以下|下列)?(?P<kinds>[一二两三四五六七八九十\d]+)?"
    r"(?:大?类|个?方面|个?领域|种)(?:情况|情形|问题)?$"
)
#: 偷牧32起、开垦2起，其中移送4起: what is listed are parts of both.
_JOINED = ("、", "和", "及", "与")
_PAIR = 2
_LONGEST_BRIDGE = 14
_MOST_PARTS = 12
_DIGIT = regex(r"\d")
#: 村里调成176件，镇里调成31件，未成6件: what came of each, and the rest.
_CAME = regex(r"[成结解拢了妥]$")
_CAME_TO_NOTHING = regex(r"^[，、](?:未|没|尚未|没有?)[\u4e00-\u9fff]{0,2}[成结解拢妥]的?$")
_BRACKETS = regex(r"[（(][^（）()\n]*[)）]")
#: A comma and a deed turn to another total: 其中信访40件，办结35件，其余5件在办.
_DEED = regex(r"办结|化解|调解|调处|成功|完成|整改|解决|处理|采纳|移送|移交|转|立案|结案|在办|未")
#: Parts that may overlap: one case can touch several things.
_OVERLAPPING = regex(
    r"涉及|涵盖|惠及|覆盖|联合|网站|公众号|微信|抖音|微博|平台|客户端|公示栏|公开栏|媒体"
)
#: Behind the list: （含三方联合5次） counts some of the parts twice.
_TWICE = regex(r"[（(](?:含|有|其中)?[^（）()]{0,8}(?:重复|交叉|联合|同时|兼)")
_SEVERAL_BODIES = regex(
    r"(?P<several>[二两三四五六七八九\d])个(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:现有|总计|合计|共计|共|有)*(?:人员|干部)?$"
)
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
#: More counts than a writer puts into one clause: the marks between them were lost.
_JUDGED = range(2, 80)
#: Clauses with their counts.
Told = Sequence[tuple[Clause, list[NumberMention]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsList:
    """A total and its parts, in the order of the text.

    `complete` says that the list leaves nothing out, `goes_on` that it says 等; `may_overlap` that
    one thing may be in two parts.
    """

    total: NumberMention
    parts: tuple[NumberMention, ...]
    complete: bool = True
    goes_on: bool = False
    may_overlap: bool = False


def told_counts(reading: Reading) -> Iterator[tuple[Clause, list[NumberMention]]]:
    """The clauses that tell facts with their counts, but for those in brackets."""
    for clause, counts in counts_by_clause(reading):
        told = clause.standing in _TOLD and clause.part != "plan"
        if told and len(counts) in _JUDGED:
            yield clause, _outside_brackets(clause, counts)


def find_lists(told: Told) -> Iterator[PartsList]:
    """Every total with the list of parts that 其中, 包括 or a colon opens behind it."""
    for clause, counts in told:
        for opener in _OPENER.finditer(clause.text):
            found = _read_opened(clause, counts, opener)
            if found is not None:
                yield found


def names_all(names: Sequence[str], complete: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the names are those of a set that has no other members."""
    return len(names) == len(complete) and all(
        any(word in name for name in names for word in words) for words in complete
    )


def _outside_brackets(clause: Clause, counts: tuple[NumberMention, ...]) -> list[NumberMention]:
    inside = [
        range(clause.at + match.start(), clause.at + match.end())
        for match in _BRACKETS.finditer(clause.text)
    ]
    return [count for count in counts if not any(count.at in held for held in inside)]


def _read_opened(
    clause: Clause, counts: list[NumberMention], opener: re.Match[str]
) -> PartsList | None:
    """A count right before the opener is the total; the counts joined behind it are its parts."""
    at, behind = clause.at + opener.start(), clause.at + opener.end()
    later = [count for count in counts if count.at >= behind]
    before = _total_before(clause, [count for count in counts if count.stop <= at], later)
    if not before or not _bridges(words_between(clause, before[-1].stop, at), opener[0]):
        return None
    if opener[0] != "：" and _is_joined(clause, before):
        return None
    parts = _joined(clause, before[-1], later, behind)
    if not parts or LIST_WORD in words_between(clause, behind, parts[-1].at):
        return None
    if _fits_another(before, parts):
        return None
    names = _names(clause, behind, parts)
    words = words_between(clause, before[-1].at, parts[-1].at)
    goes_on = clause.text.startswith("等", parts[-1].stop - clause.at)
    named_one_by_one = opener[0].startswith("分别") and len(parts) > 1
    named_one_by_one |= _ALL_KINDS.fullmatch(words_between(clause, before[-1].stop, at)) is not None
    named_one_by_one |= _are_as_many(clause.text[: before[-1].at - clause.at], names)
    return PartsList(
        total=before[-1],
        parts=parts,
        complete=(named_one_by_one or _is_complete(names)) and not goes_on,
        goes_on=goes_on,
        may_overlap=(any(map(_turns_away, names[1:])) and not _are_outcomes(names))
        or _OVERLAPPING.search(words) is not None
        or _TWICE.match(clause.text, parts[-1].stop - clause.at) is not None,
    )


def _total_before(
    clause: Clause, before: list[NumberMention], later: list[NumberMention]
) -> list[NumberMention]:
    """The counts up to the total; 案件28件，罚没款8.6万元，其中简易程序12件 skips the money."""
    if len(before) < _PAIR or not later or same_family(before[-1], later[0]):
        return before
    gap = words_between(clause, before[-2].stop, before[-1].at)
    aside = gap.startswith("，") and same_family(before[-2], later[0])
    return before[:-1] if aside else before


def _is_joined(clause: Clause, before: list[NumberMention]) -> bool:
    """Whether another count of such things is joined to the one right before the list."""
    if len(before) < _PAIR or not same_family(before[-2], before[-1]):
        return False
    gap = words_between(clause, before[-2].stop, before[-1].at)
    return any(mark in gap for mark in _JOINED) and "，" not in gap


def _bridges(bridge: str, opener: str) -> bool:
    """Whether so little stands between the count and the opener that they belong together."""
    if opener == "：":
        return not bridge or _ALL_KINDS.fullmatch(bridge) is not None
    commas = 2 if _DIGIT.search(bridge) else 1
    return len(bridge) <= _LONGEST_BRIDGE and "、" not in bridge and bridge.count("，") <= commas


def _joined(
    clause: Clause, total: NumberMention, candidates: list[NumberMention], behind: int
) -> tuple[NumberMention, ...]:
    """Counts that one kind of mark joins: A12件、B15件、C3件. Another mark ends the list."""
    parts: list[NumberMention] = []
    mark, end = "", behind
    for count in candidates[:_MOST_PARTS]:
        gap = words_between(clause, end, count.at)
        if not same_family(count, total) or len(gap) > LONGEST_NAME:
            break
        if parts:
            mark = mark or gap[:1]
            if mark not in ("、", "，") or gap[:1] not in (mark, "和", "及") or "，" in gap[1:]:
                break
        parts.append(count)
        end = count.stop
    return tuple(parts)


def _names(clause: Clause, behind: int, parts: tuple[NumberMention, ...]) -> list[str]:
    starts = [behind, *(part.stop for part in parts[:-1])]
    pairs = zip(starts, parts, strict=True)
    return [words_between(clause, start, part.at) for start, part in pairs]


def _is_complete(names: list[str]) -> bool:
    """Whether the list ends with the rest, or its names are a set that has no others."""
    if _are_outcomes(names):
        return True
    if len(names) > 1 and REST.search(names[-1]):
        return not any(map(_turns_away, names[1:]))
    return any(names_all(names, complete) for complete in _COMPLETE_SETS)


def _are_outcomes(names: list[str]) -> bool:
    """Whether the names say how each case ended, and the last that the others did not end."""
    if len(names) < _PAIR or not _CAME_TO_NOTHING.match(names[-1]):
        return False
    return all(_CAME.search(name) for name in names[:-1])


def _are_as_many(lead: str, names: list[str]) -> bool:
    """三个工作专班共16人，其中执法专班5人、普法专班6人、调解专班4人: one part for each."""
    match = _SEVERAL_BODIES.search(lead)
    if match is None or parse_number(match["several"]) != len(names):
        return False
    return all(name.endswith(match["noun"][-2:]) for name in names)


def _fits_another(before: list[NumberMention], parts: tuple[NumberMention, ...]) -> bool:
    """Whether the parts add up to a count told before the nearest: 立案44件，办结41件，其中…."""
    added = sum(part.value for part in parts)
    return any(count.value == added and same_family(count, parts[0]) for count in before[:-1])


def _turns_away(name: str) -> bool:
    return name.startswith("，") and _DEED.search(name) is not None
