"""The concrete facts of a report: who did what, how often, by which mechanism, on which date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scorer.cache import regex
from scorer.evidence.topics import CONCRETE, Heard
from scorer.mentions.model import CitationMention, NumberMention
from scorer.reading.model import Actor, Clause, Reading, Standing
from scorer.reading.stretches import Stretches
from scorer.zh.gated import Gated


class FactKind(StrEnum):
    """What makes a clause concrete."""

    COUNT = "count"
    DATE = "date"
    FREQUENCY = "frequency"
    DOCUMENT = "document"
    MECHANISM = "mechanism"
    CHANNEL = "channel"
    NONE_OCCURRED = "none_occurred"
    CASE = "case"
    TOLD = "told"
    ACT = "act"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A concrete fact at `at`..`stop` of the plain text, inside clause number `clause`."""

    at: int
    stop: int
    kind: FactKind
    clause: int


#: Units that measure nothing a town did.
_RHETORICAL_UNITS = {"", "个方面", "方面", "种", "批", "项长期", "步", "条心", "盘棋", "股绳", "体"}
_FREQUENCY = Gated(
    "每 一", r"每(?:半年|季度?|个?月|双月|两周|周|旬|日|天|晚|逢|年)|一[季月周年]度?一"
)
_FOUNDED = (
    r"成立|组建|设立|建成|建起|建了|新建|开设|搭建|创建|配备|配齐|聘请|选聘|续聘|聘任|打造|开通|上线|"
    r"启用|挂牌|增设|修建|编制|梳理|公布|建立|制定|出台|制发|印发|推行|实行|创新|探索|推出|签订|购置|办起"
)
_NAMED_THINGS = (
    r"领导小组|工作专班|专班|工作组|委员会|服务中心|调解中心|调处中心|中心|执法大队|执法队|大队|中队|"
    r"服务队|宣讲团|服务站|工作站|工作室|调解室|说事室|议事厅|警务室|站点|大厅|窗口|平台|公众号|小程序|"
    r"公示栏|公开栏|宣传栏|专栏|系统|台账|清单|名册|档案库|数据库|目录|联席会议|"
    r"文化广场|广场|公园|长廊|文化墙|阵地|基地|课堂|讲堂|夜校|执法记录仪|队伍|方案|办法|细则|流程图|"
    r"登记制度|回访制度|通报制度|会商机制|对接机制|报告制度|学法制度|轮值制度|责任制|容错机制|联动机制"
)
_MECHANISM = regex(
    rf"(?<!健全)(?:{_FOUNDED})(?:了|起)?[^，。；]{{0,24}}?(?:{_NAMED_THINGS})"
    r"|(?:聘请|选聘|续聘|聘任|聘有|配备|请)(?:了)?[^，。；]{0,12}(?:法律顾问|公职律师|律师)"
    r"|(?:办公室|办公地点|工作室)(?:就)?设在"
    r"|[任担](?:任)?(?:双|第一)?(?:组长|主任|总指挥|召集人)|双组长"
    r"|(?:列入|纳入|写进|写入)[^，。；]{0,16}(?:预算|考核|考评|目标责任|总体规划|工作要点|工作计划|测评)"
)
#: 建立健全、不断完善: set phrases around a mechanism that nobody can name.
_VAGUE = regex(r"建立健全|健全完善|不断|进一步|着力|大力|努力|逐步|持续")
_BRAND = regex(
    r"[“\"《][^”\"》]{2,16}[”\"》](?:\S{0,4}?)(?:平台|公众号|小程序|APP|工作法|模式|机制|品牌|课堂|讲堂|夜校|"
    r"工作室|调解室|说事|驿站|热线|专栏|栏目|大讲堂|讲坛|小分队|轻骑兵|系统|办法|行动|微讯|发布)"
)
_CHANNEL = Gated(
    "栏 窗口 网站 公众号 微信群 LED 屏 广播 大喇叭 平台 系统 红榜 板报",
    r"(?:通过|利用|依托|借助|运用|在)[^，。；]{0,24}?"
    r"(?:公示栏|公开栏|宣传栏|服务窗口|门户网站|政府网站|网站|公众号|微信群|LED|显示屏|电子屏|广播|"
    r"大喇叭|信息平台|公示平台|管理系统|办案系统|执法平台|监督平台|红榜|板报|专栏)",
)
#: One event told as held: 办了一场听证.
_ONE_EVENT = Gated(
    "一", r"(?:了|过|办|开|上|讲|召开|举办|组织)一(?:场|堂|回|次|期|届|轮)(?!次|性|回|轮|步)"
)
#: Something done over: 两度退回, 三度上门.
_OFTEN = Gated("度", r"(?<![一百几])[两三四五六七八九]度(?!过|春|空间|电|角)")
#: One case told: 光伏补偿一事, 一名站长…被…, 撤了我们一份决定, 判输那天, 次日.
_CASE = regex(
    r"(?<=[\u4e00-\u9fff]{2})(?:这|那)?一[事案](?=[，由经从是在])"
    r"|(?:^|。)一[名起件宗位户家桩](?![一名起件宗位户家桩])(?=[^。；]{4,40}，)(?![^，]{0,6}一[名起件宗位户家桩档策])"
    r"|[撤改收退废]了[^，。；]{0,6}一[份件个起宗](?![一次])"
    r"|(?<=[\u4e00-\u9fff]{2})(?:那天|当晚|当夜)|次日|翌日|(?<=，)第二天|连夜"
)
#: A number of a document without its title: 柳政规〔2024〕1号.
_DOCUMENT_NUMBER = Gated("20", r"[\u4e00-\u9fff]{1,8}[〔\[（(]20\d\d[〕\])）]第?\d{1,4}号")
_NONE_OCCURRED = Gated(
    "无 未 没 零",
    r"(?:无|未发生|没有发生|未出现|未收到|没有收到|未产生|未制定|未制发|未出台|没有制定|实现零|保持零)"
    r"[^，。；]{0,16}"
    r"(?:复议|诉讼|应诉|败诉|上访|投诉|案件|规范性文件|申请|事故|纠错|撤销|告官|告状)"
    r"|没有(?:出过)?一[个件份起宗][^，。；]{0,24}(?:文件|告官|告状|告到|败诉|复议|诉讼|上访|出事)",
)
#: The day a law came into force is no fact of the town's.
_IN_FORCE = regex(r"(?:起)?(?:正式)?(?:施行|实施|生效|公布|颁布|修订通过)")
_DRAWN_UP = regex(
    r"(?:制定|出台|印发|修订|下发|编制|发布|签订|起草|制发|拟定|新立|通过|审议|汇编|刊发)[^，。；《]{0,14}$"
)


#: (pattern, kind, whether vague words around it spoil it)
_PATTERNS = (
    (_FREQUENCY, FactKind.FREQUENCY, False),
    (_NONE_OCCURRED, FactKind.NONE_OCCURRED, False),
    (_ONE_EVENT, FactKind.COUNT, True),
    (_OFTEN, FactKind.COUNT, True),
    (_CASE, FactKind.CASE, True),
    (_DOCUMENT_NUMBER, FactKind.DOCUMENT, False),
    (_BRAND, FactKind.MECHANISM, True),
    (_CHANNEL, FactKind.CHANNEL, True),
    (_MECHANISM, FactKind.MECHANISM, True),
)
#: 利用微信群、大喇叭等形式: means that are only listed, of any town.
_AND_SO_ON = regex(
    r"[^，。；]{0,30}?等(?:一系列|新|\w{2})?"
    r"(?:形式|方式|渠道|途径|载体|平台|手段|媒介|媒体|阵地|方法|场所|，|（|$)"
)
_LISTED = (FactKind.CHANNEL, FactKind.MECHANISM)
#: How far before a fact vague words spoil it.
_BEFORE = 6
#: From here on the model's word for it is taken (hundredths of log-odds).
_CONCRETE = 150


def find_facts(reading: Reading, heard: Heard | None = None) -> tuple[Fact, ...]:
    """Every concrete fact of the clauses told as done, in the order of the text.

    A clause in which none is recognised is one fact itself where the model hears it tell something
    concrete.
    """
    facts: set[Fact] = set()
    for clause in reading.clauses:
        if _tells(clause):
            facts.update(_by_wording(clause))
    facts.update(_by_mention(reading))
    if heard is not None:
        facts.update(_by_ear(reading, heard, frozenset(fact.clause for fact in facts)))
    silent = reading.opening | reading.headings
    titles = Stretches((citation.at, citation.stop) for citation in reading.citations)
    return tuple(
        fact
        for fact in sorted(facts)
        if reading.clauses[fact.clause].paragraph not in silent
        and fact.stop >= titles.reach(fact.at)
    )


def without_told(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts less those that the model heard, as they are found without a model."""
    return tuple(fact for fact in facts if fact.kind is not FactKind.TOLD)


def _tells(clause: Clause) -> bool:
    """Whether the clause tells a deed, and not another body's."""
    return clause.standing is Standing.DONE and clause.actor is not Actor.OTHERS


def find_clause(reading: Reading, position: int) -> Clause | None:
    """The clause that holds a position of the plain text; None in the frame."""
    index = bisect_right(reading.clauses, position, key=lambda clause: clause.at) - 1
    if index < 0 or position >= reading.clauses[index].stop:
        return None
    return reading.clauses[index]


def _by_wording(clause: Clause) -> Iterator[Fact]:
    for pattern, kind, plain_only in _PATTERNS:
        for found in pattern.finditer(clause.text):
            around = clause.text[max(0, found.start() - _BEFORE) : found.end()]
            listed = kind in _LISTED and _AND_SO_ON.match(clause.text, found.end()) is not None
            if not listed and not (plain_only and _VAGUE.search(around)):
                yield _fact(clause, found.start(), found.end(), kind)


def _by_ear(reading: Reading, heard: Heard, taken: frozenset[int]) -> Iterator[Fact]:
    """Clauses without figures that the model hears tell something concrete."""
    for clause in reading.clauses:
        if not _tells(clause) or clause.index in taken:
            continue
        if heard.by_clause[clause.index].get(CONCRETE, 0) >= _CONCRETE:
            yield _fact(clause, 0, len(clause.text), FactKind.TOLD)


def _fact(clause: Clause, start: int, end: int, kind: FactKind) -> Fact:
    return Fact(clause.at + start, clause.at + end, kind, clause.index)


def _by_mention(reading: Reading) -> Iterator[Fact]:
    """Counts, dates and documents that were found once for everybody."""
    spots: list[tuple[int, int, FactKind]] = []
    text = reading.document.plain.text
    spots += [
        (number.at, number.stop, FactKind.COUNT)
        for number in reading.numbers
        if _is_count(number, text)
    ]
    spots += [
        (date.at, date.stop, FactKind.DATE)
        for date in reading.dates
        if date.month and not _IN_FORCE.match(text, date.stop)
    ]
    spots += [
        (citation.at, citation.stop, FactKind.DOCUMENT)
        for citation in reading.citations
        if is_own_document(citation, reading)
    ]
    for at, stop, kind in spots:
        clause = find_clause(reading, at)
        if clause is not None and _tells(clause):
            yield Fact(at, stop, kind, clause.index)


def _is_count(number: NumberMention, text: str) -> bool:
    """A count of something, not an order, a name or a figure of speech."""
    written = text[number.at : number.stop]
    return (
        not number.ordinal
        and number.unit not in _RHETORICAL_UNITS
        and not (number.value == 1 and written.startswith("一"))
        and not written.startswith(("半", "两位", "两人", "二人", "俩"))
    )


def is_own_document(citation: CitationMention, reading: Reading) -> bool:
    """A document with a number, of the issuer's own name, or told as drawn up here."""
    before = reading.document.plain.text[max(0, citation.at - 18) : citation.at]
    unit = reading.masthead.unit
    return (
        citation.number is not None
        or (unit is not None and unit in citation.title)
        or _DRAWN_UP.search(before) is not None
    )
