"""How much of something the issuer has, told twice: people in office, holders of a card, people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from scorer.cache import regex
from scorer.checks.counts import same_family
from scorer.checks.masked import COUNT, Masked, mask_facts
from scorer.mentions.model import NumberMention
from scorer.reading.model import Reading
from scorer.zh.gated import Gated

_IS = (
    r"(?:现有|现|目前|共有|总共|一共|共计|共|实有|有|在岗|在编|到岗|配有|设有|总数|总量|达到|达|为|是"
    r"|只有|仅有|仅)*"
)
_N = rf"(?P<n>{COUNT})"
_TEAM = r"执法(?:大队|中队|队|局)"
_OFFICER = r"执法(?:队伍)?(?:人员|队员)"
_OWN = (
    r"(?:全镇|全乡|全街道|街道|我镇|我乡|镇|乡|本镇|本乡|镇里|乡里|[\u4e00-\u9fff]{1,4}(?:镇|乡|街道))?"
    r"(?:现有|共有|现|目前|有|配有|配备)?"
)
_START = rf"(?:^|(?<=[，。；：、（的])){_OWN}"
_MEMBERS = r"(?:执法)?(?:人员|队员|同志|工作人员)?"
_END = r"(?=[，。；、：（）中]|$|全部|全员|均|都|里)"
#: What is said of all of them.
_OF_ALL = (
    r"(?=年龄|一半|过半|近半|大半|大都|老龄|里|中(?!心)|平均|大多|多数|多是|多为|多由|水平|素质|参差|普遍"
    r"|全部|全员|全年|均|都|由)"
)
#: 由年初的11名增加到年末的17名: the last is what there is.
_GREW = (
    rf"由[^，。；{COUNT}]{{0,6}}{COUNT}(?:增加|增长|扩充|上升|扩大|增|发展)(?:到|至|为)"
    rf"[^，。；{COUNT}]{{0,4}}{_N}"
)
_PEOPLE = {
    "调解员": r"(?:人民)?调解员",
    "网格员": r"(?:专职)?网格员",
    "法律明白人": r"[“\"]?法律明白人[”\"]?",
    "执法记录仪": r"执法记录仪",
    "人大代表": r"人大代表",
    "法律顾问": r"法律顾问",
}
_HANDED = r"承接|下放|赋予|赋权|县级|区级|市级|上级|县里|县上|的|了"
_POWERS = {
    "执法事项": r"(?:行政)?(?:执法|处罚)?(?:事项|权限|职权)",
    "处罚权": r"(?:行政)?处罚权(?!限)(?:事项)?",
}
_RATES = {
    "调解成功率": r"(?:矛盾纠纷|纠纷)(?:的)?(?:调解|调处)(?:成功)?率",
    "化解率": r"(?:矛盾纠纷|纠纷)(?:的)?(?:成功)?化解(?:成功)?率",
    "工单办结率": r"(?:热线|工单)(?:工单)?(?:按期|按时)?办结率",
    "出庭应诉率": r"负责人出庭(?:应诉)?率",
    "法治满意度": r"法治(?:政府)?(?:建设|工作)?(?:群众)?满意[度率]",
    "法治经费": r"(?:法治(?:政府)?建设|依法治[镇乡]|法治)(?:工作|专项)?经费(?:投入|安排|支出)?",
    "普法经费": r"普法(?:工作|专项|宣传)?经费(?:投入|安排|列支|支出)?",
}
#: What is counted, and the places in which all there is of it is told.
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "执法队",
        (
            rf"{_TEAM}{_IS}(?:队员|人员|执法人员)?{_IS}{_N}{_MEMBERS}{_END}",
            rf"(?<![①]){_N}的(?:镇|乡)?(?:综合)?(?:行政)?执法(?:大队|中队|队)",
            rf"^{_N}(?:执法)?队员(?=里|中|都|均|全|要|管)",
            rf"{_N}执法队员(?=里|中|都|均|全|要|管)",
            rf"执法[^。；{COUNT}]{{0,12}}(?:全队|只有|仅有|仅|就|这|靠|，){_N}(?:执法)?队员"
            r"(?=要|管|担|负责|平均|年龄|都|均|全|忙|[，。])",
            rf"{_TEAM}(?:的|里的?|这)?{_N}{_MEMBERS}(?:中|里|全部|全员|均|都)",
            rf"{_TEAM}(?:核定|共有|现有)*编制?{COUNT}，(?:目前|现)?(?:实有|在岗|到岗)(?:人员|队员)?{_N}",
            rf"{_TEAM}{_IS}在编(?:人员|队员)?{_N}",
            rf"{_TEAM}(?:在编|编内)(?:的)?{_N}{_MEMBERS}",
        ),
    ),
    (
        "执法人员",
        (
            rf"{_START}(?:行政|综合|综合行政)?{_OFFICER}{_IS}{_N}{_END}",
            rf"(?:现有|共有|在岗|实有)(?:行政|综合|综合行政)?{_OFFICER}{_IS}{_N}{_END}",
            rf"(?:现有|共有|在岗|实有){_N}(?:行政|综合|综合行政)?{_OFFICER}",
            rf"(?:这|全部|全队|全镇|全乡|队里){_N}(?:行政|综合|综合行政)?{_OFFICER}",
            rf"{_START}{_N}(?:行政|综合|综合行政)?{_OFFICER}{_OF_ALL}",
        ),
    ),
    (
        "持证",
        (
            rf"(?:执法|队员)[^。；]{{0,24}}?(?<![未无])持(?:有?执法)?证(?:人员|上岗)?{_IS}{_N}{_END}",
            rf"持证(?:的|上岗)?(?:行政|综合)?执法人员{_IS}{_N}{_END}",
            rf"{_N}持证(?:的)?(?:(?:行政|综合)?执法)?人员",
            rf"持证(?:的|上岗)?(?:(?:行政|综合)?执法)?人员{_GREW}",
        ),
    ),
    ("常住人口", (rf"常住人口{_IS}{_N}",)),
    ("户籍人口", (rf"户籍人口{_IS}{_N}",)),
    ("总人口", (rf"(?<!年)总人口{_IS}{_N}",)),
    ("辖区面积", (rf"(?:辖区|全域|区域|行政区域|镇域|乡域|国土)(?:总)?面积{_IS}{_N}",)),
    *(
        (
            name,
            (
                rf"{_START}{words}{_IS}{_N}{_END}",
                rf"(?:现有|共有){words}{_IS}{_N}{_END}",
                rf"(?:这|全部|全镇|全乡|全街道|现有|共有){_N}{words}",
                rf"{_START}{_N}{words}{_OF_ALL}",
                rf"{_START}{words}{_GREW}",
                rf"(?:培养|选聘|选任)了?{words}{_N}{_END}",
            ),
        )
        for name, words in _PEOPLE.items()
    ),
    (
        "网格",
        (
            rf"(?:划分|划为|划定|设立|设有|共有|现有)(?:为|成|了)?{_N}网格(?![员长])",
            rf"(?:划分|划定|设立|设有|共有|现有)网格{_N}{_END}",
            rf"(?:^|(?<=[，。；：、])|全[镇乡]|街道){_N}网格(?=里|中(?!心)|都|均|全部|的网格[员长])",
        ),
    ),
    (
        "窗口",
        (
            rf"(?:大厅|中心)(?:现有|共有|共设|设有|设)?{_N}(?:综合|服务|办事)?窗口(?=[，。；、（中里]|全部|均|都|$)",
            rf"(?:大厅|中心)(?:现有|共有|共设|设有|设)?(?:综合|服务|办事)?窗口{_N}{_END}",
        ),
    ),
    *(
        (
            name,
            (
                rf"(?:{_HANDED}){{1,5}}{_N}{words}",
                rf"(?:{_HANDED}){{1,5}}{words}{_IS}{_N}",
            ),
        )
        for name, words in _POWERS.items()
    ),
    *(
        (
            name,
            (
                rf"(?<![\u4e00-\u9fff]类)(?:{words})(?:均|始终|总体|保持在|提升到|提升至|提高到|提高至|稳定在)*{_IS}{_N}",
            ),
        )
        for name, words in _RATES.items()
    ),
)
#: The words that tell of a kind, where its name is none of them.
_NEEDS = {
    "执法队": "执法 队员",
    "执法人员": "执法",
    "辖区面积": "面积",
    "执法事项": "事项 权限 职权",
    "法治满意度": "满意",
    **dict.fromkeys(("法治经费", "普法经费"), "经费"),
    **dict.fromkeys(("调解成功率", "化解率", "工单办结率", "出庭应诉率"), "率"),
    "持证": "持",
}
_PATTERNS = tuple(
    (kind, Gated(_NEEDS.get(kind, kind), words)) for kind, patterns in _KINDS for words in patterns
)
#: Some of them, those of somebody else, or those of another time.
_LIMITED = regex(
    r"新|增|减|补|村级|各村|社区|[县市省]级?(?=执法|[^，。；]{0,4}(?:局|队))|县(?!人大)|派驻|抽调|其中|另|辅助|协管|原|上年|去年|年初|年末|外聘|各[村社所站]"
    r"|每|招|借调|选调|退休|缺|空编|培训|参训|考|编制|核定|应配|批|首|第|惠及|受益|分?[片组]|轮训|派出所|司法所|调委会|法庭|工作室|驻|监管|邻|公安|交警|消防|应急|实际|行使|使用|[一二三四]季度|半年|底|到\d|截至"
)
#: A level of government before what it handed down is no limit.
_LEVEL = regex(r"[县区市上]级|县[里上]")
_COVERED = regex(r"覆盖|惠及|服务|涉及|受益|触达|发送")
#: 新增16名, 其中退休2名: how the number changed.
_CHANGED = regex(r"增|补|招|退|减|调|选聘|聘|入职|离|行使|取消|收回|其余|其他|另(?:外|有)?$")
_BEFORE = 22
#: Where there are such, 五名队员 may be theirs.
_OTHER_TEAMS = regex(
    r"(?:防火|消防|巡防|志愿|民兵|救援|应急|宣讲|演出|护林|巡逻|义警|普法|调解|服务|治安|文艺|先锋|突击)[^，。；]{0,3}队"
)
_OF_PEOPLE = frozenset({"人", "名", "位", "个"})
_NEAREST = Decimal("0.66")
#: Those in office and those with a card are told by the same words; a part of them is not.
_NEAREST_OF_STAFF = Decimal("0.5")
_STAFF = frozenset({"执法队", "持证"})


@dataclass(frozen=True, slots=True)
class Stock:
    """How much there is of a kind, in its place."""

    kind: str
    count: NumberMention
    covered: bool


def find_stock_clashes(masked: tuple[Masked, ...]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """Two values of one kind; one clash a kind."""
    others = any(_OTHER_TEAMS.search(clause.words) for clause in masked)
    told = "\n".join(clause.words for clause in masked)
    patterns = [(kind, pattern) for kind, pattern in _PATTERNS if pattern.may_match(told)]
    stocks = [stock for clause in masked for stock in _find(clause, patterns, others=others)]
    for kind in dict.fromkeys(stock.kind for stock in stocks):
        alike = [stock for stock in stocks if stock.kind == kind]
        clash = next(filter(_differ, combinations(alike, 2)), None)
        if clash is None or len({(s.count.low, s.count.unit) for s in alike}) > _MOST_VALUES:
            continue
        if not _is_explained(masked, *clash):
            yield clash[0].count, clash[1].count


#: Of what is told with more values each may be another thing.
_MOST_VALUES = 2


def _is_explained(masked: tuple[Masked, ...], one: Stock, other: Stock) -> bool:
    """Whether the paragraph of either tells how one became the other: 96名，新增16名，现有112名."""
    paragraphs = {
        each.clause.paragraph
        for each in masked
        for stock in (one, other)
        if stock.count in each.counts.values()
    }
    near = (each for each in masked if each.clause.paragraph in paragraphs)
    gap = abs(one.count.value - other.count.value)
    return any(
        count.value == gap and same_family(count, one.count) and _CHANGED.search(each.before(place))
        for each in near
        for place, count in each.counts.items()
    )


def _find(
    clause: Masked, patterns: Sequence[tuple[str, Gated]], *, others: bool
) -> Iterator[Stock]:
    for kind, pattern in patterns:
        for count, match in clause.find(pattern):
            before = clause.before(match.start(), "，。；：（）")[-_BEFORE:]
            if others and match[0].startswith(f"{COUNT}队员"):
                continue
            around = (
                before
                if COUNT in match[0][: match.start("n") - match.start()]
                else before + match[0]
            )
            if not count.hedge and not _LIMITED.search(_LEVEL.sub("", around)):
                covered = kind.endswith("人口") and _COVERED.search(before) is not None
                yield Stock(kind, count, covered)


def _differ(pair: tuple[Stock, Stock]) -> bool:
    """Whether both cannot be; what covers some of the people may cover fewer of them."""
    one, other = (stock.count for stock in pair)
    if not _count_alike(one, other) or (one.low < other.high and other.low < one.high):
        return False
    if pair[0].covered == pair[1].covered:
        nearest = _NEAREST_OF_STAFF if pair[0].kind in _STAFF else _NEAREST
        return not pair[0].covered and _are_near(one, other, nearest)
    part, whole = (one, other) if pair[0].covered else (other, one)
    return part.low >= whole.high or sorted(str(part.value)) == sorted(str(whole.value))


def _count_alike(one: NumberMention, other: NumberMention) -> bool:
    """Whether the measure words agree; people are also counted by 个."""
    return same_family(one, other) or {one.unit, other.unit} <= _OF_PEOPLE


def _are_near(one: NumberMention, other: NumberMention, nearest: Decimal) -> bool:
    """Whether the values are so near that they are told of the same."""
    low, high = sorted((one.value, other.value))
    return low >= high * nearest


def find_in(reading: Reading) -> Iterator[tuple[NumberMention, NumberMention]]:
    """The clashes of a report."""
    return find_stock_clashes(tuple(mask_facts(reading)))
