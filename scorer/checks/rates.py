"""Which two counts a printed rate names as its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorer.cache import regex
from scorer.checks.counts import PERCENT, counts_between, same_family
from scorer.checks.segments import (
    SEGMENT_ENDS,
    clause_at,
    end_of_segment,
    sentence_bounds,
    start_of_segment,
)
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading, Standing

_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
_LOOK_BACK = 28
_FARTHEST = 300
_ENDS = SEGMENT_ENDS + "、（）()"
#: …办结率达到; no rate of several things at once (均达, 分别为).
_RATE = regex(
    r"(?P<name>[^，。；、：\d%（）()“”]{2,12}?)率(?:也|均|已|就|仅|只)?(?:达到?了?|为|是|有|高达|保持在|稳定在)?(?:约|近|将近|在|超过?|逾|高于|突破)?[：]?$"
)
_SHARE = regex(r"占(?:比|其|总数|总量|全部|比例|比重|到|了|的|达|为|约|近){0,4}$")
#: 回收问卷412份，表示满意的395份，占95.9%.
_MEMBERS = regex(r"，[^，。；：、\d]{2,20}的")
_INSIDE = regex(r"[^，。；：、\d]{0,10}中[，]?(?:已?有|共有)?")
#: What a rate counts, by the word before 率: its count is told with one of these words.
_DEEDS = {
    "办结": ("办结", "结案", "办完", "审结", "办理完毕"),
    "结案": ("结案", "办结", "审结"),
    "化解": ("化解", "解决", "结案", "办结", "调解成功", "成功调解", "调成", "谈拢", "说开"),
    "调解": ("成功化解", "成功调解", "调解成功", "调成"),
    "调处": ("调处成功", "成功调处", "成功化解"),
    "成功": ("成功", "调成", "谈成", "说成", "办成", "劝成", "促成", "说和", "劝和", "谈拢"),
    "满意": ("满意", "好评", "点赞", "点了赞"),
    "采纳": ("采纳", "吸收", "采用"),
    "参训": ("参训", "实训", "到训", "参加培训"),
    "参考": ("参考", "实考", "参加考试", "实际参加"),
    "到课": ("到课", "实到"),
    "到会": ("到会", "实到"),
    "回收": ("回收", "收回"),
    "整改": ("整改", "改正", "改好", "销号"),
    "完成": ("完成", "交账", "销号"),
    "销号": ("销号", "整改", "办结"),
    "签约": ("签约", "签订", "签了", "签"),
    "签订": ("签订", "签约", "签了", "签"),
    "持证": ("持证", "持有", "取得", "领取", "有证", "领到"),
    "协议": ("达成协议", "签订协议", "协议"),
    "答复": ("答复", "回复"),
    "办复": ("办复", "答复"),
    "出庭": ("出庭",),
    "应诉": ("出庭",),
}
#: How things come to that end: 受理纠纷131件，调解成功126件; 培训45人次，考核合格42人次.
_PROCESSES = {
    "成功": ("调解", "调处", "化解"),
    "合格": ("考核", "考试", "测试", "测验"),
    "处理": ("查实", "核实"),
}
#: Words that add nothing to what is counted.
_FILLERS = regex(
    r"""
    表示 | 均已 | 全部 | 实际 | 成功 | 按期 | 按时 | 及时 | 当年 | 全年 | 年内 | 累计 | 其中 | 当场
    | 一次性 | 依法 | 顺利 | 有效 | 圆满 | 完全 | 达到 | 人员 | 数量? | 予以 | 获得
    | 年底前? | 年末 | 目前 | 最终 | 评价 | 选择 | 填写 | 认为 | 落实 | 负责人 | 和?基本
    | [已均共有的了完毕都现获为并到实各被“”"]
    """,
    re.VERBOSE,
)
#: A rate of these alone is of no other counts: 当场调解率.
_QUALIFIERS = ("当场", "一次", "首次", "初次", "现场", "就地")
_LONGEST_OBJECT = 5
#: A rate of what was due says nothing about what is not yet due.
_OF_THE_DUE = regex(r"按期|按时|及时|限期|应(?![诉急])")
#: A base that was taken in; only against these is 100 % of a smaller count a slip.
_TAKEN_IN = regex(r"受理|承办|立案|排查|应|收到|接收|接到|交办|调处|接待|发现|提出|抽查|回访|发放")
#: What is done to all that falls under a rule, however much comes in.
_DONE_TO_THE_DUE = frozenset(
    {"受理", "立案", "审查", "审核", "备案", "公开", "覆盖", "见面", "反馈"}
)
_FULL = 100
_ONE = Decimal(1)
#: A list of parts may stand between the whole and the part: 412起，其中…；化解398起.
_LIST = "其中"
_LONGEST_LIST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRate:
    """A rate with the part it names and the wholes that part may be taken of, nearest first."""

    rate: NumberMention
    part: NumberMention
    wholes: tuple[NumberMention, ...]


def told_rates(reading: Reading) -> tuple[tuple[NumberMention, Clause], ...]:
    """Rates that are told as a fact: no goal, no demand, no change from one year to the next."""
    found = []
    for number in reading.numbers:
        if number.unit != PERCENT or number.ordinal:
            continue
        clause = clause_at(reading, number.at)
        if clause is not None and clause.standing in _TOLD and clause.part != "plan":
            found.append((number, clause))
    return tuple(found)


def name_rate(reading: Reading, rate: NumberMention, clause: Clause) -> NamedRate | None:
    """The part and wholes that the words around the rate name; None unless they are clear."""
    text = reading.document.plain.text
    lead = text[max(clause.at, rate.at - _LOOK_BACK) : rate.at]
    start = max(sentence_bounds(reading, clause)[0], rate.at - _FARTHEST)
    counts = counts_between(reading, start, rate.at)
    if _SHARE.search(lead):
        return _name_share(text, rate, counts)
    named = _RATE.search(lead)
    if named is None:
        return None
    if not counts:
        return _name_behind(reading, rate, clause, named["name"])
    own = [count for count in counts if count.at >= clause.at]
    for part in reversed(own or counts):
        if _tells(text, part, named["name"]):
            return _with_wholes(text, rate, part, counts, named["name"])
    return None


def _name_behind(
    reading: Reading, rate: NumberMention, clause: Clause, name: str
) -> NamedRate | None:
    """培训率95%，全乡20名执法人员中有18名参加了培训: the counts stand behind their rate."""
    text = reading.document.plain.text
    counts = counts_between(reading, rate.stop, min(clause.stop, rate.stop + _LOOK_BACK * 2))
    whole, part = counts[:2] if len(counts) > 1 else (rate, rate)
    if whole is part or not same_family(whole, part) or part.value > whole.value:
        return None
    inside = _INSIDE.fullmatch(text[whole.stop : part.at])
    directly = "，" not in text[rate.stop + 1 : whole.at] and "。" not in text[rate.stop : whole.at]
    if inside is None or not directly or not _tells(text, part, name):
        return None
    return NamedRate(rate=rate, part=part, wholes=(whole,))


def _tells(text: str, part: NumberMention, name: str) -> bool:
    """Whether the segment of the count speaks of the deed that the rate is named after."""
    segment = text[start_of_segment(text, part.at, _ENDS) : end_of_segment(text, part.stop, _ENDS)]
    deed = _deed(name)
    return any(word in segment for word in _DEEDS.get(deed, (deed,)))


def _deed(name: str) -> str:
    """What the rate counts: 整改 of 整改完成率, 成功 of 调解成功率, 化解 of 化解成功率."""
    if name.endswith("化解成功"):
        return "化解"
    return (name.removesuffix("完成") or name)[-2:]


def _with_wholes(
    text: str,
    rate: NumberMention,
    part: NumberMention,
    counts: tuple[NumberMention, ...],
    name: str,
) -> NamedRate | None:
    wholes = _larger_before(text, part, counts)
    if not wholes or not _counts_the_same(text, part, wholes[0], name):
        return None
    if rate.value >= _FULL and not _owes_all(text, wholes[0], name):
        return None
    return NamedRate(rate=rate, part=part, wholes=wholes)


def _larger_before(
    text: str, part: NumberMention, counts: tuple[NumberMention, ...]
) -> tuple[NumberMention, ...]:
    """Counts of the same family before the part that can hold it, nearest first.

    None is clear if a smaller one stands nearer, unless it is a member of a list.
    """
    before = [c for c in reversed(counts) if c.at < part.at and same_family(c, part)]
    larger = tuple(count for count in before if count.value >= max(part.value, _ONE))
    if not larger:
        return ()
    nearest = larger[0] is before[0]
    return larger if nearest or _LIST in text[larger[0].stop : before[0].at] else ()


def _counts_the_same(text: str, part: NumberMention, whole: NumberMention, name: str) -> bool:
    """Whether part and whole count the same things, as far as the words between them tell."""
    between = text[whole.stop : part.at]
    start = start_of_segment(text, part.at, _ENDS + "中")
    own = text[max(start, whole.stop) : part.at]
    known = text[max(0, whole.at - _LOOK_BACK) : max(start, whole.stop)]
    deed = _deed(name)
    if any(word in name and word not in own for word in _QUALIFIERS):
        return False
    subject = _FILLERS.sub("", name.removesuffix("完成")[:-2])
    if subject and subject not in known and subject not in text[whole.stop : part.stop]:
        return False
    own = _drop_object(own, (*_DEEDS.get(deed, ()), deed))
    names = {name, *_DEEDS.get(deed, ()), deed, subject, *_PROCESSES.get(deed, ())}
    for word in sorted(names, key=lambda word: (-len(word), word)):
        own = own.replace(word, "")
    longest = _LONGEST_LIST if _LIST in between else _LOOK_BACK
    return len(between) <= longest and _FILLERS.sub("", own) in known


def _drop_object(words: str, deeds: Sequence[str]) -> str:
    """What was done tells which things are counted; a short object behind the deed does not."""
    last = max(deeds, key=lambda deed: words.rfind(deed) if deed in words else -1)
    end = words.rfind(last) + len(last)
    return words[:end] if last in words and len(words) - end <= _LONGEST_OBJECT else words


def _owes_all(text: str, whole: NumberMention, name: str) -> bool:
    """Whether less than all of the whole contradicts a rate of 100 %."""
    segment = text[start_of_segment(text, whole.at) : whole.stop]
    of_the_due = _OF_THE_DUE.search(name) or name[-2:] in _DONE_TO_THE_DUE
    return not of_the_due and _TAKEN_IN.search(segment) is not None


def _name_share(
    text: str, rate: NumberMention, counts: tuple[NumberMention, ...]
) -> NamedRate | None:
    """12件中3件…，占25%; 12件，其中3件，占25%: nothing else may be counted in between."""
    whole, part = counts[-2:] if len(counts) > 1 else (rate, rate)
    if whole is part or not same_family(whole, part) or part.value > whole.value:
        return None
    between = text[whole.stop : part.at]
    if "中" not in between and _MEMBERS.fullmatch(between) is None:
        return None
    return NamedRate(rate=rate, part=part, wholes=(whole,))
