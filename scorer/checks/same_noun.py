"""The same thing by its name counted twice: 法治文化广场9个 and 全镇11个法治文化广场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.checks.counts import same_family
from scorer.checks.masked import COUNT, Masked
from scorer.checks.told_again import are_near, is_known
from scorer.mentions.model import NumberMention

_HAN = r"[\u4e00-\u9fff]"
_N = rf"(?P<n>{COUNT})"
_SEGMENT = r"(?:^|(?<=[，。；：、]))"
_END = r"(?=[，。；、（]|$)"
_OWN = (
    r"(?:全镇|全乡|全街道|街道|我镇|我乡|我街道|镇里|乡里|镇|乡|目前|现|全年|年内|年初|已|先后|共|累计"
    r"|全部)*"
)
_DONE = (
    r"(?:建成|建有|建立|设立|设有|设置|打造|现有|共有|配有|拥有|建起|组建|聘请|选聘|配备|梳理|制定|编制"
    r"|划分|划定|下辖|管辖|辖|举办|开办|开设|整理|列出|形成|清理|有|建)(?:了|起|出|成|为|共|有)*"
)
#: What there is: 建成法治文化广场9个, 建成9个法治文化广场.
_TOLD = (
    regex(rf"{_SEGMENT}{_OWN}{_DONE}(?P<noun>{_HAN}{{3,12}}?)(?:共|总数|共计)?{_N}{_END}"),
    regex(rf"{_SEGMENT}{_OWN}{_DONE}{_N}(?P<noun>{_HAN}{{3,12}}){_END}"),
    regex(rf"{_SEGMENT}{_N}(?P<noun>村民小组|居民小组|自然村|自然屯){_END}"),
)
_ALL = r"(?:全部|均|都|逐[一个份件项场]|一律|统一)"
#: All of them, spoken of again.
_AGAIN = (
    regex(rf"(?:全镇|全乡|全街道|这|现有的?|全部|所有){_N}(?P<noun>{_HAN}{{3,24}})"),
    regex(
        rf"{_SEGMENT}(?:全年的?)?{_N}(?P<noun>{_HAN}{{3,12}}?)"
        r"(?:中(?!心)|里|都|均|全部|大多|多数|多[是为]|一半|有的|全年)"
    ),
    regex(rf"{_SEGMENT}(?P<noun>{_HAN}{{4,12}}?){_N}(?:中(?!心)|里)"),
    regex(
        rf"(?:给|为|对|把|将|向|由|在|对照|按照)(?:{_HAN}{{1,6}}的)?{_N}(?P<noun>{_HAN}{{3,12}}?){_ALL}"
    ),
)
_LIMITED = regex(
    r"新|增|改|扩|其中|另|原|上年|去年|县|市|省|社区|各|每|首|第|升级|提升|示范|试点|星级|累计|培育|评|创建|获|半年|季度|月"
    r"|重点|部分|涉|参|条件|困难|问题"
)
#: These say of what kind the whole name is, and are left out when it is named again.
_KIND = regex(r"^(?:村级|镇级|乡级|专职|各类|村居|基层|农村|辖区|全镇|全乡)")
_JOINED = ("和", "与", "及", "或", "站", "室", "点", "员", "长")
_LEAST = 3
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class _Named:
    """A count with the words that name what it counts."""

    count: NumberMention
    noun: str


def find_same_nouns(masked: tuple[Masked, ...]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """What there is by one name, and all of that name with a value that stands nowhere else."""
    told = [named for clause in masked for named in _find(clause, _TOLD)]
    counts = [count for clause in masked for count in clause.counts.values()]
    for back in (named for clause in masked for named in _find(clause, _AGAIN)):
        known = [one for one in told if _is_same(one, back)]
        if len({one.count.value for one in known}) != 1 or known[0].count.value == back.count.value:
            continue
        if are_near(known[0].count, back.count) and not is_known(back.count, counts):
            yield known[0].count, back.count


def _find(clause: Masked, patterns: tuple[re.Pattern[str], ...]) -> Iterator[_Named]:
    for pattern in patterns:
        for count, match in clause.find(pattern):
            around = clause.before(match.start(), "，。；：")[-_BEFORE:] + match[0]
            plain = not count.hedge and count.low == count.value >= _LEAST
            if plain and not _LIMITED.search(around):
                yield _Named(count, _KIND.sub("", match["noun"]).removesuffix("事项"))


def _is_same(one: _Named, back: _Named) -> bool:
    """Whether what is spoken of again begins with the whole name."""
    if one.count.at == back.count.at or not same_family(one.count, back.count):
        return False
    behind = back.noun.removeprefix(one.noun)
    return back.noun.startswith(one.noun) and behind[:1] not in _JOINED
