"""A count of the year that the report comes back to with another value: 这86件, 受理的86件纠纷."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scorer.cache import regex
from scorer.checks.counts import same_family
from scorer.checks.masked import COUNT, Masked, mask_facts
from scorer.mentions.model import NumberMention
from scorer.reading.model import Reading

#: Deeds that are one and the same, and things that are.
_DEEDS = {
    "受理": r"受理|接收|登记|接到|收到|接",
    "调解": r"调解成功|成功调解|调解|调处|化解|调成|调结|说和|谈拢|说拢",
    "排查": r"排查|摸排|查出|排出",
    "查处": r"立案查处|查处|立案|查办|处罚",
    "办结": r"办结|办理|办成|办",
    "审查": r"审查|审核|审",
    "代办": r"代办帮办|帮办代办|代办|帮办",
    "接访": r"接访|接待",
    "清理": r"清理",
    "发现": r"检查发现|发现",
    "研究": r"研究|审议|讨论",
    "开展": r"开展|举办|组织|宣讲|召开|开",
    "制发": r"制发|制定|出台|印发",
    "公开": r"主动公开|公开|公示|发布",
}
_THINGS = {
    "纠纷": r"(?:各类|各种)?(?:社会)?(?:矛盾纠纷|纠纷|矛盾)",
    "信访": r"(?:群众)?(?:信访事项|信访件|信访|来信来访|来访)",
    "处罚": r"(?:行政)?(?:处罚)?案件|(?:行政)?处罚案",
    "合同": r"(?:各类)?(?:经济|政府|行政|涉农)?(?:合同、?协议|合同|协议)",
    "工单": r"(?:12345|政务|便民|市民)*(?:热线)?(?:工单|热线)",
    "议题": r"(?:法治|涉法)(?:建设|方面的?)?(?:议题|事项)",
    "信息": r"(?:政府|政务|各类)?信息",
    "文件": r"(?:行政)?规范性文件",
    "许可": r"(?:行政)?(?:许可|审批)(?:事项)?",
    "事项": r"(?:代办|帮办)事项|事项",
    "宣讲": r"(?:各类|集中)?(?:普法|法治|法律)?(?:宣传教育|宣传|普法|宣讲|讲座)(?:活动)?",
    "违建": r"违法建设|违建|违章建筑",
    "隐患": r"(?:安全)?隐患",
    "学法": r"(?:领导|班子|干部|集体|集中|会前|专题)*学法(?:活动)?",
    "依申请": r"依申请公开(?:信息|申请)?|(?:信息公开|公开)申请",
    "建议": r"(?:人大)?代表(?:意见)?建议|建议提案",
}
_N = rf"(?P<n>{COUNT})"
#: A look at the first character first: most places of a text can begin none of the words.
_DEED = (
    f"(?=[{''.join(sorted({word[0] for row in _DEEDS.values() for word in row.split('|')}))}])(?:"
    + ("|".join(f"(?P<d_{i}>{words})" for i, words in enumerate(_DEEDS.values())) + ")")
)
_THING = "|".join(f"(?P<t_{i}>{words})" for i, words in enumerate(_THINGS.values()))
_FILL = r"(?:了|并|共|累计|共计|各类|各种|全部|成功|依法|及时)*"
#: The report tells it for the first time.
_TOLD = (
    regex(rf"{_DEED}{_FILL}(?:{_THING})(?:共|累计|共计|总计)?{_N}"),
    regex(rf"{_DEED}{_FILL}{_N}(?:{_THING})"),
    regex(
        rf"(?:^|(?<=[，。；：、]))(?:全年|全镇|全乡|共)*(?:{_THING})(?:共|总数)?{_N}(?=[，。；、（]|$)"
    ),
    regex(rf"{_DEED}{_FILL}{_N}(?=[，。；、]|$)"),
)
#: It comes back to it.
_AGAIN = (
    regex(rf"{_DEED}(?:完|到|过)?的(?:这|全部|所有)?{_N}(?:{_THING})?(?![以多余])"),
    regex(rf"(?:(?<![从到])这|全部|所有)(?:全部)?{_N}(?:{_THING})"),
    regex(rf"全年的?{_N}(?:{_THING})(?:中|里|(?=都|均|，|逐|件件|全|无))"),
    regex(rf"(?:^|(?<=[，。；：]))(?:{_THING})全年(?:共|累计|总量|总数)?{_N}(?=[，。；])"),
    regex(
        rf"(?<![①\d]){_N}(?:{_THING})(?:当中|之中|里面|中(?![心央介])|里|背后|的(?:化解|调解|调处|办理|审查)|(?:已|现已)?全部|件件|无一)"
    ),
)
_YEARLY = regex(
    rf"(?:全年|一年来|年内|一年下来|今年以来)(?:我[镇乡]|全[镇乡]|街道|镇里?|乡里?)?{_FILL}{_DEED}{_FILL}(?:{_THING})(?:共|累计|共计)?{_N}"
)
#: Somebody else's, a part, or those of another time.
_LIMITED = regex(
    r"司法所|派出所|(?<![镇乡])调委会|法庭|法院|检察|工作室|律师|信访办|纪委|窗口|平台|县|市|省|上级|各村|村级|社区|学校|志愿|其中|其余|另|新|上年|去年"
    r"|往年|历年|同期|以来[^，]*以来|半年|季度|月|日|截至|期间|春节|首|涉|类(?!矛盾|纠纷|合同)|积案|重大|疑难|复杂|第|每|同比|增|减|抽查|评查|遗留|剩|未|没|历史|\d{4}年[^，]{0,4}至|派驻|分别|通报|反馈"
)
#: The head need not be present every time.
_OF_HEAD = regex(r"主持|参加|出席|带头|亲自|包案|书记|镇长|乡长|主任|负责人")
_LEAST = 3
#: What is told more often has more values than one.
_MOST = 60
_NEAREST = 0.6
_BEFORE, _BEHIND = 26, 4
#: Behind these a part may follow: 全年143起纠纷中有6起未调成.
_WHOLE = ("中", "里", "里面", "当中", "之中")


#: Deeds that say by themselves what was done: 调解的86件 are disputes.
_OWN_DEEDS = frozenset({"代办", "接访"})
#: What comes in is told by either word.
_COMING_IN = frozenset({"受理", "接访"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A count, the deed and the thing it counts ("" where not told)."""

    count: NumberMention
    deed: str
    thing: str
    of_head: bool


def find_told_again(masked: tuple[Masked, ...]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """What was told once, and a later mention of it with a value that stands nowhere before."""
    told: dict[str, list[_Told]] = {}
    for found in (found for clause in masked for found in _find(clause, _TOLD)):
        for name in {found.thing, found.deed}:
            told.setdefault(name, []).append(found)
    counts = [count for clause in masked for count in clause.counts.values()]
    again = [(found, False) for clause in masked for found in _find(clause, _AGAIN)]
    again += [(found, True) for clause in masked for found in _find(clause, (_YEARLY,))]
    for back, exact in again:
        alike = told.get(back.thing or back.deed, [])
        known = [one for one in alike[:_MOST] if _is_same(one, back, exact=exact)]
        if len({one.count.value for one in known}) != 1 or known[0].count.value == back.count.value:
            continue
        first = known[0]
        if back.of_head and back.count.value < first.count.value:
            continue
        if are_near(first.count, back.count) and not is_known(back.count, counts):
            yield first.count, back.count


def _find(clause: Masked, patterns: tuple[re.Pattern[str], ...]) -> Iterator[_Told]:
    for pattern in patterns:
        for count, match in clause.find(pattern):
            around = clause.before(match.start())[-_BEFORE:] + match[0]
            if not match[0].endswith(_WHOLE):
                around += re.split("[，。；]", clause.words[match.end() : match.end() + _BEHIND])[0]
            plain = not count.hedge and count.low == count.value >= _LEAST
            if plain and not _LIMITED.search(around):
                around = re.split("[对就向为将把]", around)[-1]
                deed, thing = _name(match, "d", _DEEDS), _name(match, "t", _THINGS)
                yield _Told(count, deed, thing, bool(_OF_HEAD.search(around)))


def _name(match: re.Match[str], letter: str, table: dict[str, str]) -> str:
    """The row of the table that the match holds."""
    groups = match.groupdict()
    names = (name for i, name in enumerate(table) if groups.get(f"{letter}_{i}"))
    return next(names, "")


def _is_same(one: _Told, back: _Told, *, exact: bool) -> bool:
    """Whether what is told is what the report comes back to."""
    if one.count.at >= back.count.at and not exact:
        return False
    if not (one.thing or one.deed in _OWN_DEEDS):
        return False
    if one.count.at == back.count.at or not same_family(one.count, back.count):
        return False
    if not back.thing:
        return one.deed == back.deed and back.deed in _OWN_DEEDS
    return one.thing == back.thing and _may_be_one(one.deed, back.deed)


def _may_be_one(deed: str, again: str) -> bool:
    return not again or deed == again or {deed, again} <= _COMING_IN


def are_near(one: NumberMention, back: NumberMention) -> bool:
    """Whether the values are so near that one is hardly a part of the other."""
    low, high = sorted((one.value, back.value))
    return float(low) / float(high) >= _NEAREST


def is_known(count: NumberMention, counts: list[NumberMention]) -> bool:
    """Whether the value stands elsewhere, or two values before it make it."""
    others = [c.value for c in counts if c is not count and same_family(c, count)]
    if count.value in others:
        return True
    before = [c.value for c in counts if c.at < count.at and same_family(c, count)]
    return any(count.value in (abs(a - b), a + b) for a, b in pairwise(before))


def find_in(reading: Reading) -> Iterator[tuple[NumberMention, NumberMention]]:
    """The clashes of a report."""
    return find_told_again(tuple(mask_facts(reading)))
