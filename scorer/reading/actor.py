"""Whose act a clause tells: the principal heads, leaders in general, the body, or others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scorer.cache import regex
from scorer.reading.model import Actor
from scorer.reading.segments import Cut
from scorer.zh.gated import Gated

#: The principal heads by office. 总书记, 副书记, 副镇长, 纪委书记, village secretaries are not.
_OFFICE = r"""
    (?:党政|镇|乡|街道|苏木|两位|我镇|我乡)?主要(?:负责人|负责同志|领导同志|领导干部|领导
      |负责干部)
    | (?:党政|两位|[镇乡]|街道|苏木)(?:一把手|正职|主官)
    | (?<![副位所门局村级])(?:正职|主官)(?!级|干部) | 一、?二把手 | 乡镇长(?!们)
    | (?:苏木|老|新|前?任)书记(?!员) | 街道办主任
    | (?:党政)?[“"]?一把手[”"]?(?!工程)
    | (?:镇|乡|街道|苏木)?(?:党委|党工委|工委|镇委|乡委)书记(?!员|会)
    | (?<![村居会部委副区总县市省支])书记[、和与及]
      (?:镇长|乡长|苏木达|街道办事处主任|办事处主任|主任)
    | (?<![副村乡镇])(?:镇长|乡长|苏木达)(?!办公会|办公会议|接待日|信箱|热线|令)
    | (?<!副)办事处主任(?!办公会)
    | 街道主任
    | 书记镇长 | 书记乡长 | 书记主任 | (?<![村委副])书记、主任
"""
#: Bare titles that mean a head only at the start of a clause and where heads were named before.
_BARE = r"""
    (?:^|[，；。：“])(?:书记|主任)(?=[^、们员（(]{1,40})
    | (?<![村居支总部副委组队区县市省社片旗团联记一级嘎])书记(?!员|处|们|会议|办|信箱|项目)
    | (?:由|经|请|，|被|让)主任(?!、|们|办公会|会议)
"""
_NOT_HEADS = Gated(
    "书记 主任 长 把手 正职 主要",
    r"""
    (?:村|社区|支部|党组织|总支|居委会|纪委|政法委|团委|妇联|县委|市委|区委|省委|旗委|片区|联村)书记
    | 总书记 | 副书记 | 副镇长 | 副乡长 | 副主任 | 第一书记
    | 前任(?:镇长|乡长|书记) | (?:各站所|各单位|各部门|各村|企业|学校)[^，。；]{0,16}(?:一把手
      |正职|主要负责人|主要领导)
    | (?:党委|党工委|支部)会?一把手 | (?:书记|[镇乡]长|主任|主要领导|一把手)(?:一律|最后
      |坚持)?末位(?:表态|发言)
    | [才再报交由](?:书记|[镇乡]长|主任)(?:签[发字批署]|审签|审批)
    | 人大主任 | 村主任 | 社区主任 | 村委会主任 | 居委会主任 | 办公室主任 | 司法所主任
    """,
    re.VERBOSE,
)
_HEADS = Gated("书记 主任 长 主要 把手 正职 主官 苏木达", _OFFICE, re.VERBOSE)
_BARE_HEADS = Gated("书记 主任", _BARE, re.VERBOSE)
_SELF = regex(r"本人(?!签字|同意|身份|申请|意愿|承诺|到场|姓名)")
_PRONOUN = regex(
    r"^(?:[^，。；]{0,8}|[^，。；]{2,12}，)(?:两人|二人|两位|两位领导|他们|他|她|两位同志|二位)(?!带动|影响|当中)"
)
#: Others of whom a pronoun may speak.
_ANOTHER = regex(
    r"副[书镇乡主]|所长|队长|站长|组长|支书|村主任|律师|委员|同志|队员|干部|村民|群众|老[人汉党]|法官|民警|师傅|当事人|员(?!会)"
)
#: An account of rule of law, or the duty of the first responsible, that nobody is named for.
_ACCOUNTS = regex(
    r"^(?!.*(?:村|社区|嘎查|支部|站所|中层|各单位)(?:党组织|党支部)?(?:书记|负责人|干部)).*"
    r"(?:述法|第一责任人(?:职责|的职责|责任|清单)|履职清单)"
)
_PERSON = regex(r"律师|法官|民警|检察官|老支书|调解员|副[镇乡书主]")
_LEADERS = regex(
    r"领导干部|班子成员|领导班子|班子领导|分管领导|包[村片]领导|驻村领导|领导小组成员|党政班子"
)
#: A leading group's make-up names the heads and tells no act of theirs.
_MAKE_UP = Gated(
    "书记 主任 长 主要 明确",
    r"(?:书记|镇长|乡长|主任|主要(?:负责人|负责同志|领导))[^，。；]{0,12}"
    r"(?:[为任担当]|担任)[^，。；]{0,6}(?:组长|主任|召集人|指挥长|总指挥)|双组长"
    r"|明确[^，。；]{0,16}为[^，。；]{0,20}责任人"
    r"|(?:书记|镇长|乡长|主任)[^，。；]{0,8}为(?:第一|直接)?责任人",
)
#: The heads as those to whom something is done.
_TO_HEADS = Gated(
    "书记 主任 长 领导 负责",
    r"(?:当着|面向|向|找|陪同|报请|送|报)(?:镇|乡|街道)?(?:党委|党工委|主要)?"
    r"(?:书记|[镇乡]长|主任|领导|负责人|负责同志)",
)
#: A clause with a subject of its own does not go on with the heads of the one before.
_OWN_SUBJECT = regex(
    r"^(?:[一二三四五六七八九十]是)?[\u4e00-\u9fff\d（）、“”]{0,8}?"
    r"(?:纪委|检察院|法院|人大|政协|司法所|派出所|中队|大队|执法队|政府|街道|社区|部门|站所|中心|村民|群众"
    r"|居民|企业|全镇|全乡|我镇|我乡|各村|干部|律师|党委|工委|办事处)(?!书记|主任|主要|会)"
)
#: A clause without a subject, told of the heads where they are spoken of: 全年主持召开会议3次.
_NO_SUBJECT = regex(
    r"^[\s（(]*(?:[一二三四五六七八九十\d]{1,2}(?:是|[）)、.．]))?"
    r"(?:全年|一年来|今年以来|年内|年初|年末|年底|每(?:季度?|月|半年|年|周)|[上下]半年|本年度|平时|日常"
    r"|[\d一二三四五六七八九十]{1,3}月(?:[上中下]旬|初|底|份|[\d一二三四五六七八九十]{1,3}日)?|先后|多次|分别|共|累计"
    r"|同时|并且?|还|又|再|也|认真|切实|严格|坚持|自觉|主动|积极|始终|定期|及时|经常|亲自|带头|率先|深入|[，、])*"
    r"(?:主持|召开|组织召开|听取|研究|过问|督办|督促|督导|部署|协调|包案|接访|接待|批示|签批|讲授|讲[了课法]|领学|学习|述法"
    r"|履行|落实|推动|参加|出庭|牵头|带领|率队|调研|调度|检查|审[签定阅]|主讲|作了?|为[全镇乡街干村]|到[\u4e00-\u9fff]{1,8}(?:调研|督|检查|讲)"
    r"|将|把|对|带头|亲自|定期)"
)
#: A body above the town or outside it at the head of a clause: 县司法局年内对全县作了清查.
_ANOTHER_BODY = Gated(
    "县 区 市 省 州 旗",
    r"^[\s（(]*(?:\d{1,2}\.\d{1,2}\s?|[一二三四五六七八九十\d]{1,2}(?:是|[）)、.．]))?(?:[◆★●▌〇][^\s]{0,6}\s)?"
    r"(?:此外|另外|其中|同时|据悉|今年以来|一年来|近年来|[上下]半年|今年|去年|年内|年初|年底|全年|[\d一二三四五六七八九十]{1,3}月(?:(?!会同|联合|配合|邀请|协同|协助|请|到|由|向|随)[^，。；县区市省州旗]){0,5}|，)*"
    r"(?:[县区市省州旗]|(?!通过|接受|邀请|请来|配合|根据|按照|办理|落实|依托|参加|争取|协助|联合|会同|报送|提请|完成|对接"
    r"|承接|利用|收到|陪同|迎接|组织|协同|借助|对照|抽调|随同|主动|报经|经由|围绕|结合|聘请|委托|借用|[\u4e00-\u9fff]请)"
    r"[\u4e00-\u9fff]{2}[县区市省州旗])(?:里|上|直)?"
    r"(?:[\u4e00-\u9fff]{0,8}?(?:局|委|办|办公室|厅|部|支队|大队|中心|常委会|人大|政协|法院|检察院|政府|公司)|领导|领导干部)"
    r"(?!的|派驻|派出|派来|派的|派员|下派|下沉|选派|指派|委派|批|核准|认定|反馈|通报我|交办|转办|驻|审核后|同意|备案|、|书记|代表建议|检察建议|司法建议|审计建议|建议|提案|赋权|下放|移交|对我|对本|给我|向我)",
)
#: Another town, those above it by office, or what visitors told of their own.
_NEIGHBOUR = Gated(
    "邻 介绍 主要 书记 对岸 周边 兄弟 局局长 该 隔壁 他们 长",
    r"^(?:[\d一二三四五六七八九十]{1,3}月\d{0,2}日?，?|今年|年内|，)*(?:"
    r"(?:毗邻|邻近|相邻|隔壁|兄弟|周边|友邻|对岸|邻县|邻乡|邻镇)的?[\u4e00-\u9fff]{0,4}(?:镇|乡|街道|县|区)"
    r"|[\u4e00-\u9fff]{0,3}(?:[县市区旗]委(?:主要(?:负责同志|领导|负责人)|书记)|(?<!社)[县区旗]长(?!者)|市长)"
    r"|[\u4e00-\u9fff]{0,3}[县市区旗][\u4e00-\u9fff]{1,8}局局长)"
    r"|(?:来访|考察团|考察组|参观团)[^。；]{0,24}介绍|[，。](?:该|他们)(?:乡|镇|县|街道)(?!情|里)"
    r"|通报，该[乡镇]",
)
#: What makes such a clause one about the town after all.
_ABOUT_US = regex(
    r"(?<![在于到])(?:我|本)(?:镇|乡|街道|苏木|街|辖区)(?!不在|的滨|境)|[对给向为与和从把由](?:镇|乡|街道|苏木)(?:里|上|上来|政府|党委|综合)?"
    r"|(?:镇|乡|街道|苏木)(?:里|政府|党委|综合|执法|办事处|人大)"
    r"|赋权|检察建议|[反查指发提][馈出现]的?[^，。；]{0,24}(?:问题|意见|建议)|整改|审计项目|抽调我|评[为定]|获得?|表彰"
    r"|[，；](?:全?[镇乡](?!内)|街道|执法队|综合执法|司法所|我们(?!派人|跟|看|学)|站所|各村|双方|两家)"
)
_NOT_US = regex(
    r"其中(?:，)?(?:涉及|属于?|有)?[我本]|我[镇乡街][^，。]{0,3}(?:将|要)?(?:认真)?(?:学习|借鉴)|[我本][镇乡街]道?[^，。]{0,8}(?:收到了?|收看)|(?:我[镇乡街]道?|本[镇乡街]道?)不在|都不在我"
)
#: How many clauses back a pronoun looks for the heads.
_REACH = 3
_NAMED = regex(
    r"(?<!副)(?:党委书记|党工委书记|镇长|乡长|苏木达|办事处主任)(?P<name>[\u4e00-\u9fff]{2,3})同志"
)
#: The commonest family names, and those of the south-west.
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文韦覃蒙岑农莫岩刀普杞毕祝"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍申尤柴卓耿焦欧阳阮骆成车关涂向滕卜靳柯梅盛童管包司卫穆娄查木巴"
)
_TITLED = regex(
    rf"(?<!副)(?:党委书记|党工委书记|镇长|乡长|苏木达|办事处主任)(?P<name>[{_FAMILY}][\u4e00-\u9fff]{{1,2}})"
)


def find_actors(text: str, cuts: Sequence[Cut], parts: Sequence[str | None]) -> tuple[Actor, ...]:
    """Name the actor of every clause.

    A pronoun, or no subject at all, carries the heads on within the sentence; a pronoun at the
    start of a sentence carries them past its end. In the part that reports on the heads a clause
    without a subject is theirs.
    """
    names = _find_names(text)
    heads_known = _HEADS.search(text) is not None or _NOT_HEADS.search(text) is None
    actors: list[Actor] = []
    for number, cut in enumerate(cuts):
        clause = text[cut.at : cut.stop]
        actor = _own_actor(clause, names, heads_known=heads_known)
        if _NEIGHBOUR.search(clause) or (actor is None and _tells_of_another_body(clause)):
            actor = Actor.OTHERS
        if actor is None and _ACCOUNTS.search(clause):
            actor = Actor.HEADS
        if actor is None:
            before = cuts[max(0, number - 1)]
            actor = _carried(clause, text[before.at : before.stop], actors, cuts, number)
            if actor is Actor.BODY and parts[number] == "duty" and _NO_SUBJECT.match(clause):
                actor = Actor.HEADS
        actors.append(actor)
    return tuple(actors)


def _find_names(text: str) -> tuple[str, ...]:
    """The names of the heads: those called 同志, and those told again without the title."""
    names = dict.fromkeys(match["name"] for match in _NAMED.finditer(text))
    for match in _TITLED.finditer(text):
        for name in (match["name"], match["name"][:2]):
            if len(name) > 1 and text.count(name) > len(re.findall(rf"[记长任达]{name}", text)):
                names[name] = None
                break
    return tuple(names)


@lru_cache(maxsize=1000)
def names_heads(words: str) -> bool:
    """Whether words (a heading, a clause) name the principal heads: 书记、乡长做了哪样."""
    masked = _NOT_HEADS.sub("〓", _MAKE_UP.sub("〓", words))
    return _HEADS.search(masked) is not None


def _own_actor(clause: str, names: Sequence[str], *, heads_known: bool) -> Actor | None:
    """The actor that the clause itself names, None where it names none."""
    masked = _NOT_HEADS.sub(lambda found: "〓" * len(found[0]), clause)
    masked = _TO_HEADS.sub("〓", _MAKE_UP.sub("〓", masked))
    if any(name in masked for name in names) or _HEADS.search(masked):
        return Actor.HEADS
    if _SELF.search(masked):
        return Actor.HEADS
    if heads_known and _BARE_HEADS.search(masked):
        return Actor.HEADS
    if _LEADERS.search(masked):
        return Actor.LEADERS
    return None


def _tells_of_another_body(clause: str) -> bool:
    """Whether a body above the town acts, and not on the town."""
    if _ANOTHER_BODY.match(clause) is None:
        return False
    return _ABOUT_US.search(clause) is None or _NOT_US.search(clause) is not None


def _carried(
    clause: str, told_before: str, actors: Sequence[Actor], cuts: Sequence[Cut], number: int
) -> Actor:
    """The heads where the clause before told of them and this one goes on; else the body."""
    if number == 0:
        return Actor.BODY
    before, this = cuts[number - 1], cuts[number]
    told = actors[number - 1] is Actor.HEADS
    if told and before.sentence == this.sentence and not _OWN_SUBJECT.match(clause):
        return Actor.HEADS
    pronoun = _PRONOUN.match(clause)
    if pronoun is None or _ANOTHER.search(pronoun[0]) or _PERSON.search(told_before):
        return Actor.BODY
    near = range(max(0, number - _REACH), number)
    spoken_of = any(
        actors[index] is Actor.HEADS and cuts[index].paragraph == this.paragraph for index in near
    )
    return Actor.HEADS if spoken_of else Actor.BODY
