"""A foreign town in mid-sentence, told as one's own: 充实石桥镇综合执法队, 石桥镇部分村干部."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from scorer.cache import regex
from scorer.checks.of_towns import OfTown
from scorer.checks.segments import clause_at, end_of_segment, start_of_segment
from scorer.checks.town_names import is_name, own_names, same_place
from scorer.places import HAN, find_units
from scorer.reading.model import Reading
from scorer.zh.gated import Gated

#: Words that end just where a name can begin.
_LEAD = (
    r"(?<=要求|推动|推进|促进|充实|加强|强化|建强|组建|整合|提升|提高|增强|改善|优化|结合|立足|针对|符合|契合|贴合|依托|围绕"
    r"|覆盖|深化|规范|完善|健全|打造|建设|统筹|抓好|做好|保障|服务|引导|督促|指导|组织|形成|具有|打响|展现|夯实|压实|确保"
    r"|带动|引领|谋划|部署|研究|审议|但是|目前|今年|全年|当前|同时|由于|反映|发现|显示|年内|以来|此外)"
    r"|(?<=[把对为使让将从在以按是但因])"
)
_NAME = rf"(?P<name>[{HAN}]{{2,7}}?(?:街道|苏木|[镇乡]))(?!村|[镇乡](?!村振兴))"
#: The name begins a stretch or stands behind a word that leads to it.
_NOT_INSIDE = rf"(?<![{HAN}])"
_BEGIN = rf"(?:{_NOT_INSIDE}|{_LEAD})"
_CAUSE = (
    "(?:法治|法制|依法行政|依法治理|普法|行政执法|综合执法|基层治理|社会治理|平安建设|营商环境|政务公开"
    "|政务服务)"
)
_CREW = (
    r"(?:综合(?:行政)?执法(?:队|大队|中队|办|局)|便民服务中心|党群服务中心|综治中心|平安法治办|平安办|党政办"
    r"|矛调中心|社会治理中心)"
)
#: Deeds on what can only be the issuer's own.
_OWN_DEEDS = (
    regex(
        rf"(?:充实|组建|建强|整合|加强|强化|规范|健全|完善|优化|提升|新建|升级){_NAME}的?(?:{_CREW}|{_CAUSE})"
    ),
    regex(
        rf"(?:把|将|对|要求|推动|推进|提升|深化){_NAME}的?{_CAUSE}(?:政府)?(?:建设|工作|水平|能力)"
    ),
    regex(rf"为{_NAME}的?{_CAUSE}(?:政府)?(?:建设|工作)"),
    regex(rf"(?:发挥|依托){_NAME}{_CREW}"),
    regex(rf"维护了?{_NAME}的?(?:社会|大局|和谐|安全|稳定)"),
    regex(
        rf"(?:结合|立足|符合|契合|贴合|针对|切合){_NAME}的?(?:工作|自身|发展)?(?:实际|镇情|乡情|特点|特色|区情|现状)"
    ),
    regex(
        rf"(?:制定|印发|出台|修订|编制|起草|审议|下发|拟定)了?(?:印发)?《{_NAME}[^《》]{{2,40}}"
        r"(?:方案|要点|办法|制度|清单|规划|细则|计划|规定|通知|意见|预案|目录)[^《》]{0,10}》"
    ),
    OfTown(
        r"(?:(?:官方|本[镇乡]|我[镇乡街])[^，。；]{0,12}|公众号|视频号|抖音号)[“‘\"「](?:法治|平安|微)?",
        _NAME,
        r"(?:发布|微政务|普法|政务|党建|融媒)?[”’\"」]",
    ),
)
#: What is told of a town as a town tells it of itself.
_OWN_TELLING = (
    OfTown(_NOT_INSIDE, _NAME, r"(?:现|下|共)?辖(?=有?\d{1,4}个)"),
    OfTown(
        _NOT_INSIDE,
        _NAME,
        "(?:共|全年共?|累计)(?:受理|办理|办结|调解|调处|排查|开展|查处|收到|公开)",
    ),
    OfTown(
        _NOT_INSIDE,
        _NAME,
        "的?法治(?:环境|氛围|意识)[^，。；]{0,8}(?:持续|不断|明显|进一步|显著)",
    ),
    OfTown(
        _BEGIN,
        _NAME,
        "的?(?:机关)?(?:部分|个别|少数|有的|一些|各)"
        r"(?:行政村|村组|村|社区|站所|机关|年轻|基层)?(?:[（(]社区[）)])?(?:两委|党员)?(?:干部|执法人员|同志|单位|群众|居民|(?=对|在|没有|仍|还))",
    ),
    OfTown(
        _NOT_INSIDE,
        _NAME,
        "(?:党委、?政府|党工委、?办事处|人民政府|党委|党工委|办事处)"
        r"(?=主动|自觉|公开|接受|坚持|严格|定期|全年|共|研究|召开|成立|制定|出台|印发|组织|聘请|积极|深入|每|专题|高度|把|将|带头)",
    ),
    OfTown(
        _NOT_INSIDE,
        _NAME,
        "(?:机关|的)?(?:各族)?(?:干部群众|群众|居民|村民|百姓|农牧民|牧民|干部)(?:对|们)?"
        r"(?:普遍|都说|都|纷纷|反映|的?法治)",
    ),
    OfTown(
        _BEGIN,
        _NAME,
        r"(?:在[^，。；]{2,16}(?:方面|工作中|过程中|上)[^，。；]{0,6}(?:还|仍|存在|不够|不足|有待|有)"
        rf"|的?{_CAUSE}(?:政府)?(?:建设|工作)?(?:仍|还|虽|虽然|距离|与[^，。；]{{2,10}}(?:还|仍|相比)))",
    ),
)
#: Another town is meant: a neighbour, a guest, a host, a partner, a comparison.
_ANOTHER = regex(
    r"邻(?![里居])|隔壁|附近|周边|对岸|毗|接壤|交界|搭界|兄弟|友好|对口|帮扶|结对|协作|联合|联动|联手|联防|联调|共建(?!共治)|共管"
    r"|考察|观摩|参观|借鉴|取经|来访|到访|一行|前往|前来|派人|[来到]我[镇乡街]|到[镇乡]里|赴|跨|外[镇乡县]|互[学访助鉴查评换]|交叉|交流|(?<![凭总结])经验(?![总少不办])"
    r"|典型|通报|案例|转发|移[交送]|转交|委托|代管|调[任入]|挂职|抽调|借调|来自|籍|嫁|户籍|[镇乡]相比|相比我|比[^，。；]{0,4}[少多高低]|等[镇乡地]|两[镇乡]|三[镇乡]"
    r"|原(?![则因本有告先生料材创产始油野])|合并|撤并|并入|划[入归转]|更名|改名|撤[销镇乡]|前身|区划|称号|表扬|推广|同志|做法|值得|看齐|对标|学习先进"
)
#: Right in front of the name; 二、 is a number.
_PARTNER = regex(r"(?:[与和同及跟由给向被经]|(?<![一二三四五六七八九十])、)$")
_NO_NAME = regex(
    r"[个每副各两全本我该原某其]|[自国专大农人]家|场镇|圩镇|书记|新老|其他|所在|相关|有关|部分|试点|先进|中心|沿海|边境|乡村|城乡|村镇|集镇"
    r"|[瑶苗侗壮水侨茶山家老故]乡$|[强重大小]镇$"
)
#: A stretch that begins with a town: behind it stands no place in it and no person of it.
_SUBJECT = regex(
    rf"(?:(?<![{HAN}])|(?<=[一二三四五六七八九]是)){_NAME}(?=[{HAN}]{{4}})(?!的?(?:村|籍|境内|方向|至|路|桥|河|江|湖|水库|中学|小学|中心校|学校|派出所|卫生院|公路|大道|老街|街|车?站|水厂|工业园|园区"
    r"|景区|矿|[茶林农市]场|[^，。；]{0,6}(?:公司|合作社|村|法庭|律师)|人(?![民员大])|某|一带|段|与|和|等|、))"
)
#: It looks at most so far.
_SIGHT = 30
_WHERE_ONLY_OWN = frozenset({"shortcomings", "plan"})
_OF_US = regex(r"我[镇乡街们]|本[镇乡]|本街道|同样|相邻")
#: What names of places end in; a town that no table knows is told by it from 聘请镇 and 建好镇.
_PLACE_ENDS = frozenset(
    "沟河湾营坪岭山桥铺店庄塘港浦溪泉洲岗坝滩渡口湖江林石坡埠屯堡寨坊井洼洞沙阳安宁兴丰东西南北冲垭峪沱潭川岩峰田原塬甸头尾岛礁洋海汀渚荡埕"
    "墟厂门关城陵岘坎峡谷崖窑岔坑坳垴圪墩滘涌涧湴垅垄畈畔嘴咀梁峁岱嶂岚墓庙寺塔亭阁楼园柳槐榆杨松柏竹桂枫榕荷莲花梅桃李龙凤虎马牛羊鹤雁康福泰昌隆华皋埭堰闸津浜淀泊池波源水木图尔勒旗格里丁家"
)
_SENTENCE_ENDS = "。！？\n"
_LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class OwnMatter:
    """A place where a foreign town is told of as the issuer is."""

    name: str
    at: int
    stop: int


def find_own_matters(reading: Reading) -> Iterator[OwnMatter]:
    """Deeds on one's own organs; a telling only of a name that is nowhere told as another's."""
    own = own_names(reading.masthead)
    for match in _matches(reading, _OWN_DEEDS):
        if _is_foreign(reading, match, own) and not _is_anothers(reading, match):
            yield OwnMatter(match["name"], match.start("name"), match.end())
    for match in chain(_matches(reading, _OWN_TELLING), _find_subjects(reading)):
        name = match["name"]
        if _is_foreign(reading, match, own) and not _is_known_other(reading, name):
            yield OwnMatter(name, match.start("name"), match.end())


def _find_subjects(reading: Reading) -> Iterator[re.Match[str]]:
    """Nobody tells of a neighbour's shortcomings, or plans for it."""
    for match in _match_lines(reading):
        clause = clause_at(reading, match.start())
        if clause is None or clause.part not in _WHERE_ONLY_OWN or _OF_US.search(clause.text):
            continue
        if _looks_like_name(match["name"]):
            yield match


def _match_lines(reading: Reading) -> Iterator[re.Match[str]]:
    """The subjects in the lines of those parts; no name runs on into the next line."""
    text = reading.document.plain.text
    own = (clause.at for clause in reading.clauses if clause.part in _WHERE_ONLY_OWN)
    for start in dict.fromkeys(start_of_segment(text, at, "\n") for at in own):
        stop = end_of_segment(text, start, "\n")
        for match in _SUBJECT.finditer(text, start, stop + _SIGHT):
            if match.start() < stop:
                yield match


def _matches(
    reading: Reading, patterns: tuple[re.Pattern[str] | Gated, ...]
) -> Iterator[re.Match[str]]:
    text = reading.document.plain.text
    return (match for pattern in patterns for match in pattern.finditer(text))


def _is_foreign(reading: Reading, match: re.Match[str], own: tuple[str, ...]) -> bool:
    name = match["name"]
    if clause_at(reading, match.start("name")) is None or len(name) > _LONGEST_NAME:
        return False
    if not is_name(name) or not (find_units(name) or _looks_like_name(name)):
        return False
    return not any(same_place(name, known) for known in own)


def _looks_like_name(name: str) -> bool:
    stem = re.sub("(?:街道|苏木|镇|乡)$", "", name)
    ends = stem[-1:] in _PLACE_ENDS or stem.endswith("族")
    return len(stem) > 1 and ends and _NO_NAME.search(name) is None


def _is_known_other(reading: Reading, name: str) -> bool:
    """Whether the report tells anywhere that the name is another town's."""
    text = reading.document.plain.text
    return any(_names_another(text, m.start(), m.end()) for m in re.finditer(name, text))


def _is_anothers(reading: Reading, match: re.Match[str]) -> bool:
    return _names_another(reading.document.plain.text, match.start("name"), match.end("name"))


def _names_another(text: str, at: int, stop: int) -> bool:
    start = max(text.rfind(end, 0, at) for end in _SENTENCE_ENDS) + 1
    ends = [place for end in _SENTENCE_ENDS if (place := text.find(end, stop)) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    if _PARTNER.search(text[max(0, at - 2) : at]):
        return True
    return _ANOTHER.search(sentence) is not None
