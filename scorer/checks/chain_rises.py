"""A chain of counts that can only fall, and rises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.counts import counts_by_clause, least, most, plain_number, same_family
from scorer.checks.norms import CONSISTENT_FIGURES
from scorer.checks.segments import SEGMENT_ENDS, start_of_segment, words_between
from scorer.finding import Finding, Strength
from scorer.mentions.model import NumberMention
from scorer.reading.model import Clause, Reading, Standing
from scorer.zh.gated import Gated

_ADVERBS = (
    r"(?:已经|已|均|全部|共计|共|累计|其中|当场|及时|按期|依法|现场|成功|就地|实际|最终|当年|年内|全年|目前|了|并|被|予以|均已"
    r"|同步|再|书面|全)*"
)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Deeds in the order in which they follow; `words` tell the first, each other has its own."""

    words: Gated
    stages: tuple[re.Pattern[str], ...]
    strength: Strength = Strength.FINDING


def _stage(deeds: str) -> re.Pattern[str]:
    """A deed that counts the things before it: 办结, 成功化解, but not 化解信访积案."""
    return regex(rf"^{_ADVERBS}(?:{deeds})(?:了|的|完毕|到位)?$")


_CASES = (
    r"(?:矛盾|纠纷|案件|信访|事项|投诉|举报|工单|办件|承诺件|许可|业务|申请|诉求|来访|来信|线索|求助|建议"
    r"|提案|民意)"
)
_CHAINS = (
    _Chain(
        Gated(
            "受理 接到 接收 收到 收集 登记 排查 摸排 交办 转办 承办 转来 接办",
            rf"(?:受理|接到|接收|收到|收集|登记|排查|摸排|交办|转办|承办|转来|接办)(?:了|出|的)?[^，。；]{{0,12}}{_CASES}[^，。；]{{0,4}}$",
        ),
        (
            _stage("办结|调处|调解|化解|调结|处理|答复|解决|回复|受理"),
            _stage("调解成功|化解成功|调处成功|成功|达成协议|达成调解协议|履行完毕|满意|达成和解"),
        ),
    ),
    _Chain(
        Gated(
            "提出 收到 征集 反馈 征求",
            r"(?:提出|收到|征集|反馈|征求)(?:了|到)?[^，。；]{0,12}(?:意见|建议)(?:建议)?$",
        ),
        (_stage("(?:采纳|吸收|吸纳|采用|吸收采纳)(?:意见|建议)?(?:建议)?"),),
    ),
    _Chain(
        Gated(
            "发放 发出 印发",
            r"(?:发放|发出|印发)(?:了)?[^，。；]{0,10}(?:问卷|调查表|意见表|测评表|征求意见表)$",
        ),
        (_stage("收回|回收|有效回收|收回有效问卷|回收有效问卷|有效问卷"),),
    ),
    _Chain(
        Gated(
            "应",
            r"(?:应到|应考|应参考|应训|应参训|应参加[^，。；]{0,8})(?:执法)?(?:人数|人员|干部)?$",
        ),
        (
            _stage("实到|实考|参考|实际参训|参训|到会|实参训|参加"),
            _stage("合格|及格|通过|过关|优秀"),
        ),
    ),
    _Chain(
        Gated("参", r"(?:参考|参训|参加考试)(?:执法)?(?:人数|人员|干部)?$"),
        (_stage("(?:考试|考核|测试)?(?:合格|及格|通过|优秀)"),),
    ),
    _Chain(
        Gated(
            "排查 发现 查出 摸排 检查出",
            r"(?:排查|发现|查出|摸排|检查出)(?:了|出|各类)*[^，。；]{0,10}(?:隐患|问题)(?:点)?$",
        ),
        (_stage("(?:整改|完成整改|整改完成|销号|整改销号|解决|整治)(?:各类)?(?:问题|隐患)?"),),
    ),
    _Chain(
        Gated("立案", r"立案(?:查处|调查)?[^，。；]{0,10}$"),
        (_stage("结案|办结"),),
        Strength.HINT,
    ),
)
#: Work that came over from before may make a later number larger.
_CARRIED = regex(
    r"结转|往年|历年|历史|存量|积案|遗留|上年|去年|陈年|积存|含|包括|另|外|此前|以前|新增"
)
_OPENING = regex("|".join(need for chain in _CHAINS for need in chain.words.needs))
_TOLD = frozenset({Standing.DONE, Standing.SHORTCOMING, Standing.NEGATED})
_MOST_COUNTS = 60


def run(reading: Reading) -> Iterator[Finding]:
    """Follow every chain through its clause; a later stage may not exceed an earlier one."""
    for clause, counts in counts_by_clause(reading):
        told = clause.standing in _TOLD and clause.part != "plan"
        if told and len(counts) > 1 and _may_open(clause.text):
            yield from _find_rises(reading, clause, counts[:_MOST_COUNTS])


def _may_open(text: str) -> bool:
    """Whether a chain may begin in the clause; work carried over may make its counts rise."""
    return _OPENING.search(text) is not None and _CARRIED.search(text) is None


def _find_rises(
    reading: Reading, clause: Clause, counts: tuple[NumberMention, ...]
) -> Iterator[Finding]:
    leads = [_lead(clause, count) for count in counts]
    for chain in _CHAINS:
        for stages in _follow(counts, leads, chain):
            yield from _report(reading, chain, stages)


def _follow(
    counts: tuple[NumberMention, ...], leads: list[str], chain: _Chain
) -> Iterator[list[NumberMention]]:
    """The counts of a chain beside each other: 受理88件，办结84件，调解成功80件."""
    for index, count in enumerate(counts):
        if chain.words.regex.search(leads[index]) is None:
            continue
        links, step = [count], 0
        for later, lead in zip(counts[index + 1 :], leads[index + 1 :], strict=True):
            stages = range(step, len(chain.stages))
            reached = next((stage for stage in stages if chain.stages[stage].match(lead)), None)
            if reached is None or not same_family(later, count):
                break
            links.append(later)
            step = reached
        if len(links) > 1:
            yield links


def _lead(clause: Clause, count: NumberMention) -> str:
    """The words of the comma segment before the count."""
    at = count.at - clause.at
    start = start_of_segment(clause.text, at, SEGMENT_ENDS + "、（）")
    return words_between(clause, clause.at + start, count.at)


def _report(reading: Reading, chain: _Chain, links: list[NumberMention]) -> Iterator[Finding]:
    text = reading.document.plain.text
    for before, after in pairwise(links):
        top = most(before)
        if top is None or least(after) <= top:
            continue
        start = start_of_segment(text, before.at, SEGMENT_ENDS + "、（）")
        found = CHECK.finding(
            message=f"后一环节的数字大于前一环节：前写“{text[before.at : before.stop]}”，"
            f"后写“{text[after.at : after.stop]}”，请核对后更正。",
            quotes=(reading.quote(start, after.stop),),
            computed=f"{plain_number(after)}>{plain_number(before)}",
            remedy="核对原始台账后更正；含上年结转的，写明结转数。",
        )
        yield replace(found, strength=chain.strength)


CHECK = Check(
    id="chain-rises",
    kind="arithmetic.sum",
    strength=Strength.FINDING,
    title="只减不增的数字反而增加",
    why="受理、办结、成功，提出、采纳，应到、实到这类环节，后一环节不会多于前一环节；写明含结转或者积案的不提。",
    norm=CONSISTENT_FIGURES,
    bad="全年受理矛盾纠纷84件，调解成功88件，全部回访。",
    good="全年受理矛盾纠纷88件，调解84件，调解成功80件，全部回访。",
    run=run,
)
