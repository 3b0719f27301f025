"""Another town's name where the issuer's own should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.foreign_matters import find_own_matters
from scorer.checks.norms import FINISHED_TEXT
from scorer.checks.of_towns import OfTown
from scorer.checks.segments import clause_at, quote_segment
from scorer.checks.town_names import is_name, last_unit, own_names, same_place
from scorer.document import DoubtKind
from scorer.finding import Finding, Strength
from scorer.places import HAN, find_units
from scorer.reading.model import Reading
from scorer.zh.gated import Gated

_TOWN = rf"(?P<name>[{HAN}]{{2,8}}?(?:街道|苏木|镇|乡))(?!村|镇|乡(?!村振兴))"
_LEVELS = (
    rf"(?!调解|执法|普法|公开|监督|决策)(?P<name>[{HAN}]{{2,8}}?[镇乡])、?村(?:（社区）|（居）)?"
)
_COUNTY = rf"(?P<county>[{HAN}]{{2,4}}?[县旗市区])(?![{HAN}]{{0,6}}[镇乡道])"
_OWN_CAUSE = (
    r"(?:的)?(?:法治|依法行政|依法治|高质量发展|经济社会|乡村振兴|基层治理|平安建设|执法水平|执法能力"
    r"|(?:社会|综合)?治理(?:水平|能力)|营商环境|政务服务|(?:居民|干部群众|群众|村民|干部)的?法治(?:素养|意识))"
)
_DEED = (
    r"(?:开创|谱写|书写|续写|推动|推进|助推|促进|助力|描绘|展现|建设|打造|加快|开启|提升|提高|增强|加强|优化|改善)"
    r"(?:了|出)?"
)
_OFFICE = r"(?:党委、?政府|党工委、?办事处|党委|党工委|人民政府|政府|办事处)?"
_RESOLVE = (
    r"(?:坚持以|高度重视|始终坚持|认真贯彻|深入学习|深入贯彻|全面贯彻|严格落实"
    r"|将(?:继续|进一步|以|坚持|持续|紧紧)|以习近平|全体干部|广大干部|上下|把法治"
    r"|在[^，。；]{2,24}(?:坚强|正确)领导下)"
)
_HEADS = r"(?:的)?(?:党政)?(?:主要负责人|主要领导|主要负责同志|党委书记|党工委书记|镇长|乡长)"
_OWN_DUTY = r"(?:认真|切实|严格|带头|亲自|定期|坚持|自觉)?(?:履行|扛起|主持|听取|部署|落实)"
_PEOPLE = r"(?:的)?(?:各族)?(?:干部群众|群众|居民|村民|百姓|农牧民)(?:都|纷纷|普遍|高兴)"
_near = partial(Gated, reach=60)
#: The places in a report where only the issuer can stand.
_STANDS_AS_ISSUER = (
    regex(rf"{_DEED}{_TOWN}{_OFFICE}{_OWN_CAUSE}"),
    _near("法治", rf"(?:打造|建设|开创)法治{_TOWN}(?![{HAN}])"),
    _near("为", rf"为{_TOWN}{_OWN_CAUSE}[^，。；]{{0,6}}(?:营造|提供|奠定|作出|保驾)"),
    _near("法治", rf"法治{_TOWN}(?:的)?(?:建设|品牌|名片|新|迈|再)"),
    _near(
        "兴业 创业 办事 投资 落户",
        rf"(?:凡[是到来在]{{1,2}}|欢迎[到来]|[到来]){_TOWN}(?:办事|投资|创业|兴业|落户)",
    ),
    _near(
        "工作",
        rf"(?:对|指导|推动|引领|做好){_TOWN}的?(?:法治|依法治理|各项|全年)(?:建设)?工作",
    ),
    _near(
        "领导下",
        rf"在{_TOWN}(?:党委|党工委)(?:、(?:政府|办事处))?的?(?:坚强|正确|统一)?领导下",
    ),
)
#: Where nothing stands before the name: a verb could be taken for its first characters.
_BEGINS = (
    OfTown(
        rf"(?<![{HAN}])",
        _TOWN,
        rf"{_OFFICE}(?:\d{{4}}年度?)?"
        r"(?:推进|关于)?法治(?:政府)?建设(?:工作|领导小组|年度|情况|实施)",
    ),
    OfTown(
        r"(?:^|[，。；\n])",
        _TOWN,
        r"(?:党委、?政府|党工委、?办事处)(?:以(?:高度|更)|把|始终|坚持|高度|切实|全力|认真|严格|带领|团结)",
    ),
    _near(
        "两级",
        rf"(?:^|[，。；\n]|调解|执法|普法|公开|监督|决策){_LEVELS}两级(?:调解|网格|干部|党组织)",
    ),
    OfTown(
        r"(?:^|[。；\n]|一年来，|今年以来，)",
        _TOWN,
        rf"(?:党委书记、?[镇乡]长|党委会|各村(?!镇)|辖区内?|全年(?:共|累计)?[{HAN}]|法治(?:政府)?建设(?:取得|稳步|成效))",
    ),
    OfTown(
        r"(?:^|[，。；\n]|上，)(?!执法|普法|调解|公开|监督|决策|学法)",
        _TOWN,
        r"(?:综合(?:行政)?执法(?:办公室|大队|中队|队)|执法(?:人员|队员))"
        r"(?![^。；]{0,16}(?:来|交流|参观|协作|联合|我[镇乡街]))",
    ),
    _near(
        "成立",
        rf"成立了?{_TOWN}(?:[{HAN}]{{0,6}})(?:法治|依法)[{HAN}]{{2,10}}(?:领导小组|委员会)",
    ),
    OfTown(r"(?:^|[，。；\n])", _TOWN, rf"{_OFFICE}(?:{_RESOLVE}|{_HEADS}{_OWN_DUTY}|{_PEOPLE})"),
)
#: Words before 镇, 乡 or 街道 that name no town; one that no table knows must have none.
_ANY_TOWN = regex(
    r"辖区|部分|有关|相关|所在|所属|下属|其他|邻近|上述|多个|若干|主干|商业|步行|背街|主次|城区|老城|边境|沿街|试点|先进|兄弟"
)
#: Offices that every town has of its own; a neighbour's may be named for some other reason.
_STANDS_AS_OFFICE = (
    OfTown(
        rf"(?<![{HAN}])",
        _TOWN,
        r"(?:便民服务中心|党群服务中心|综治中心|综合(?:行政)?执法(?:队|大队|办公室|中心)"
        r"|人大主席团|纪委|法治办)",
    ),
)
#: What a report tells of its own works; a neighbour's new school is no news in it.
_STANDS_AS_BUILDER = (
    OfTown(
        r"(?:^|[，。；\n])",
        _TOWN,
        r"(?:中心幼儿园|中心小学|中心学校|中心校|卫生院|敬老院|养老院|文化站|便民服务中心)"
        r"[^，。；]{0,8}(?:竣工|投用|投入使用|建成|启用|落成|挂牌)",
    ),
)
_STANDS_AS_COUNTY = (
    _near("法治", rf"{_DEED}{_COUNTY}(?:的)?法治(?:政府)?建设"),
    _near("法治", rf"法治{_COUNTY}建设"),
)
_ABOVE = (
    rf"(?!上级|所属|相关|有关|[{HAN}]{{1,3}}[省市州盟])"
    rf"(?P<county>(?:(?![报告经由呈向在各本我该据照])[{HAN}]){{2,4}}?(?:[县旗]|(?<![新发园高景理林])区))(?:委|人民政府|政府|司法局)"
)
#: 在清江县委、县政府的坚强领导下: who leads is the county that the town lies in.
_LED_BY = (
    _near(
        "领导下",
        rf"在(?P<county>[{HAN}]{{2,6}}?[县旗])委(?:、[^，。；]{{0,8}})?的?(?:坚强|正确|统一)领导下",
    ),
    _near("在", rf"在{_ABOVE}[^，。；]{{0,6}}?(?:指导|支持|领导|关心)下"),
    _near(
        "政府 司法局 委",
        rf"(?:提请|报请|报经|呈报|上报|报送|报|提交|经){_ABOVE}[^，。；]{{0,8}}?(?:审批|批准|批复|审定|审查|备案|同意)",
    ),
    _near(
        "对照 按照 根据 落实 贯彻 遵照",
        rf"(?:按照|根据|遵照|落实|贯彻|对照){_ABOVE}[^，。；]{{0,20}}?(?:部署|要求|安排|精神|通知|工作要点|实施意见)",
    ),
)
#: Guests, hosts, neighbours and partners may be named.
_GUESTS = regex(
    r"邻(?![里居])|毗|相接|接壤|交界|对口|帮扶|结对|协作|考察|观摩|参观|学习借鉴|取经|来访|一行|前往|前来|[来到]我[镇乡街]|赴"
    r"|联合|联动|联手|共建(?!共治)|兄弟|友好|先进经验|借鉴|转发|互[学访助鉴]|跨[镇乡县区]|等[镇乡]"
)
_UNITED = regex(
    r"原(?![则因本有告先生料材创产始油野])|合并|撤并|并入|划入|划归|更名|改名|撤[销镇乡]|析置|前身"
)
_SIGNED = regex(rf"{_TOWN}(?=人民政府|党委|委员会|党工委|工作委员会|办事处|政府|$)")
_MOST_QUOTES = 10
#: A clause is looked at so far on either side of a name; one that lost its marks never ends.
_REACH = 200


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the places where the issuer is named; each foreign name is one finding."""
    if reading.masthead.unit is None:
        return
    yield from _compare_signature(reading)
    places = _find_names(reading, _STANDS_AS_ISSUER, "name")
    for name, found in places.items():
        report = _report(reading, name, found)
        yield replace(report, strength=Strength.HINT) if _prevails(reading, name) else report
    yield from _find_openings(reading, places)
    yield from _find_matters(reading, places)
    if reading.masthead.region[2] is not None:
        for name, found in _find_names(reading, _LED_BY, "county").items():
            yield _told_of_county(reading, _report(reading, name, found), name)
        for name, found in _find_names(reading, _STANDS_AS_COUNTY, "county").items():
            found_county = _told_of_county(reading, _report(reading, name, found), name)
            yield replace(found_county, strength=Strength.HINT)


def _told_of_county(reading: Reading, found: Finding, name: str) -> Finding:
    own = reading.masthead.region[2]
    return replace(
        found,
        message=f"报告单位在{own}，文中写的是“{name}”，疑为套用他处材料，请核对更正。",
        computed=f"{name}≠{own}",
        remedy="改为本县（市、区、旗）名称，并核对该段内容是否属于本单位。",
    )


def _find_openings(reading: Reading, told: dict[str, list[tuple[int, int]]]) -> Iterator[Finding]:
    """Names at the start of a stretch; no words of common use, and not told more than the own."""
    for name, found in _find_names(reading, (*_BEGINS, *_STANDS_AS_BUILDER), "name").items():
        if name not in told:
            report = _report(reading, name, found)
            if _ANY_TOWN.search(name) and not find_units(name):
                continue
            prevails = _prevails(reading, name)
            yield replace(report, strength=Strength.HINT) if prevails else report
            told[name] = found
    for name, found in _find_names(reading, _STANDS_AS_OFFICE, "name").items():
        if name not in told and find_units(name):
            yield replace(_report(reading, name, found), strength=Strength.HINT)


def _find_matters(reading: Reading, told: dict[str, list[tuple[int, int]]]) -> Iterator[Finding]:
    """Names told in mid-sentence as the issuer's own, where nothing else told them."""
    places: dict[str, list[tuple[int, int]]] = {}
    for matter in find_own_matters(reading):
        if matter.name not in told and not _was_united(reading.document.plain.text, matter.name):
            places.setdefault(matter.name, []).append((matter.at, matter.stop))
    for name, found in places.items():
        report = _report(reading, name, sorted(found))
        yield replace(report, strength=Strength.HINT) if _prevails(reading, name) else report


def _compare_signature(reading: Reading) -> Iterator[Finding]:
    """The title names one town and the signature another, in a file that holds one report."""
    head = reading.masthead
    glued = any(doubt.kind is DoubtKind.GLUED for doubt in reading.document.doubts)
    if head.title is None or head.signature is None or head.unit is None or glued:
        return
    towns = [match["name"] for match in _SIGNED.finditer(head.signature.value)]
    titled = same_place(head.unit, head.title.value)
    if titled and towns and not any(same_place(town, head.unit) for town in towns):
        signed = last_unit(towns[-1])
        yield CHECK.finding(
            message=f"标题的单位是{head.unit}，落款的单位是{signed}，不是同一单位，请核对更正。",
            quotes=tuple(reading.document.quote(s) for s in (head.title.span, head.signature.span)),
            computed=f"{head.unit}≠{signed}",
            remedy="更正标题或者落款，并核对全文的单位名称、事实和数字是否属于本单位。",
        )


def _find_names(
    reading: Reading, patterns: tuple[re.Pattern[str] | Gated, ...], group: str
) -> dict[str, list[tuple[int, int]]]:
    """Foreign names with the places where they stand for the issuer, in order of the text."""
    text = reading.document.plain.text
    matches = (match for pattern in patterns for match in pattern.finditer(text))
    #: The first match at a place tells it.
    places: dict[int, re.Match[str]] = {}
    for match in matches:
        places.setdefault(match.start(group), match)
    names = {match[group] for match in places.values()}
    foreign = {name for name in names if _is_foreign(reading, name)}
    found: dict[str, list[tuple[int, int]]] = {}
    for at, match in sorted(places.items()):
        if match[group] in foreign and not _is_guest(reading, at):
            found.setdefault(match[group], []).append((at, match.end()))
    return found


def _is_foreign(reading: Reading, name: str) -> bool:
    """Whether it is a name, and none that the issuer bears or bore."""
    own = own_names(reading.masthead)
    if not is_name(name) or any(same_place(name, known) for known in own):
        return False
    return not _was_united(reading.document.plain.text, name)


def _is_guest(reading: Reading, at: int) -> bool:
    """Whether the clause tells of a visit, a neighbour or a partner."""
    clause = clause_at(reading, at)
    if clause is None:
        return False
    start = max(0, at - clause.at - _REACH)
    return _GUESTS.search(clause.text, start, at - clause.at + _REACH) is not None


def _was_united(text: str, name: str) -> bool:
    """Whether the report tells anywhere that the name is a former one."""
    around = (text[max(0, m.start() - 12) : m.end() + 12] for m in re.finditer(name, text))
    return any(_UNITED.search(words) for words in around)


def _prevails(reading: Reading, name: str) -> bool:
    """Whether the name is told more often than the issuer's: the issuer may be misread."""
    text, unit = reading.document.plain.text, reading.masthead.unit or ""
    return text.count(name) > max(2, text.count(unit))


def _report(reading: Reading, name: str, places: list[tuple[int, int]]) -> Finding:
    quotes = dict.fromkeys(quote_segment(reading, at, stop) for at, stop in places)
    return CHECK.finding(
        message=f"报告单位为{reading.masthead.unit}，文中以“{name}”代指本单位，疑为套用他处材料，请核对更正。",
        quotes=tuple(quotes)[:_MOST_QUOTES],
        computed=f"{name}≠{reading.masthead.unit}，共{len(places)}处",
        remedy="改为本单位名称，并核对该段所写事实和数字是否属于本单位。",
    )


CHECK = Check(
    id="name-foreign",
    kind="identity.foreign",
    strength=Strength.FINDING,
    title="文中出现其他单位名称",
    why="在只能写本单位的位置（开创……法治政府建设新局面、到……办事的群众等）写了别的乡镇街道名称；来访、相邻、帮扶单位和曾用名不在此列。",
    norm=FINISHED_TEXT,
    bad="全年办结行政处罚案件6件，奋力开创石桥镇法治政府建设新局面。",
    good="全年办结行政处罚案件6件，邻县石桥镇考察组前来观摩2次。",
    run=run,
)
