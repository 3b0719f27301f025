"""Names of persons in running text, told by the office before them or the word 同志 behind them.

Made for hiding names, not for knowing people: a rare surname that is also a common word counts
only before 同志.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorer.cache import regex
from scorer.zh.gated import Gated

_SURNAMES = (
    "张王李赵刘陈杨黄周吴徐孙朱马胡郭林何罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁余叶蒋杜苏魏程吕丁沈"
    "姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱赖覃洪武莫孔"
    "汤温康施文牛樊葛邢伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛"
    "翁冉骆蓝游辛靳柴蒙鲍华喻祁蒲房滕屈饶牟艾尤穆卓古吉缪简芦麦褚娄窦戚岑费卜冷晏席卫米柏宗瞿桂佟臧闵苟"
    "邬卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝高严方乔易齐"
)
#: Surnames that open a common word more often than a name.
_RARE = "任于安成常应时明管包全向和解查关单路连车项党司农师边景曲支强"
_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯"
_OFFICES = (
    "书记|镇长|乡长|区长|县长|市长|旗长|州长|苏木达|主任|主席|委员|部长|组长|所长|站长|队长|局长|处长|科长"
    "|股长|院长|庭长|会长|校长|总指挥|河长|林长|支书|干事|专员|律师|法官|检察官"
)
_ROLES = "组长|成员|联系人|负责人|责任人|审核人|填报人|签发人|经办人|撰稿人|拟稿人|审稿人|包案领导"

_COMMON = f"(?:{_DOUBLE}|[{_SURNAMES}])"
_SPACE = "[ \u3000]?"
_GIVEN = f"{_SPACE}[一-龥](?:(?![兼任作为等在于到就率])[一-龥])?"
#: What can stand behind a name; a name of three is tried before a name of two.
_BEHIND = (
    r"(?=[，。；、：:,;（()）\s\d“”]|$|同志|任|兼|担任|为|主持|主讲|带队|带头|带领|亲自|全年|全程|先后"
    r"|今年|去年|今|分别|多次|在|和|与|及|等|于|对|同|率|到|就|出席|参加|组织|签批|批示|审签|[一二三四五六七八九十两][次月])"
)
#: Openings that look like surname and given name, and are words.
_WORDS = regex(
    "高度|高位|高质|高标|高效|高频|高站|严格|严肃|严守|严明|方面|方案|方可|方式|安排|单位|成员|党员|包[村片案联户组]"
    "|全体|全面|全镇|全乡|路长|金融|文化|文明|文件|华侨|万[名人户元件次]|白天|马上|石油|江河|温馨|古城"
    "|康养|麻将|章程|章节|符合|简化|简政|尚未|宁可|毕竟|商务|商会|商议|商户|商请|许可|何时|何种|何事|余[人名件]"
    "|申请|申报|申诉|施工|施行|施策|程序|程度|史料|田间|林业|林地|林权|水利|谷地|纪律|纪检|纪委|组织|房屋|房产|游客"
    "|盛会|季度|桑蚕|冷静|卫生|米面|宗教|宗旨|易地|易发|易懂|易漏|牛羊|龙头|武装|武警|童年|苗族|苗木|古树|古村|柳树"
    "|齐抓|齐心|齐上|齐全|齐聚|池塘|乔木|迟到|迟迟|顾问|贺信|段落|祝愿|申论|盛行|左右|甘愿|沙石|麦收|简要|简单|简易"
    "|[于向](?:年|月|上|下|本|每|今|去|第|全|各|镇|乡|县|市|党)|关于|常[态说年务委驻]|应[当急对]|时[刻常]|管[理好住]"
    "|解[决读释答]|连[续着开日夜]|任[组双副期何务职命]|和[镇乡主副县其各相]|查[看处办]"
)
_LEADERS_OF_STATE = frozenset({"习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来"})

_AFTER_OFFICE = Gated(
    _OFFICES.replace("|", " "),
    rf"(?:{_OFFICES})[：: \u3000（(]?(?P<name>{_COMMON}{_GIVEN}){_BEHIND}",
)
_AFTER_DOTTED = Gated(
    "·", rf"(?:{_OFFICES})[：: \u3000]?(?P<name>[一-龥]{{2,5}}·[一-龥]{{2,5}}?){_BEHIND}"
)
_COMRADE = Gated(
    "同志",
    rf"(?:(?<![一-龥])|(?<=[由请对是为和与及让派以])|(?<=[记长任席员]))"
    rf"(?P<name>(?:{_COMMON}|[{_RARE}]){_GIVEN})(?={_SPACE}同志)",
)
_LIST = Gated("： :", rf"(?:{_ROLES})[：:]{_SPACE}(?P<names>[一-龥 \u3000、，,·（）()]{{2,200}})")
_IN_LIST = regex(rf"(?<![一-龥])(?:{_COMMON}|[{_RARE}]){_GIVEN}(?![一-龥])")


def find_people(texts: Iterable[str]) -> frozenset[str]:
    """Every name found in any of the texts, as it is written there."""
    return frozenset(name for text in texts for name in _find(text) if _is_name(name))


def _find(text: str) -> Iterator[str]:
    for pattern in (_AFTER_OFFICE, _AFTER_DOTTED, _COMRADE):
        yield from (found["name"] for found in pattern.finditer(text))
    for found in _LIST.finditer(text):
        yield from _IN_LIST.findall(found["names"])


def _is_name(name: str) -> bool:
    return name not in _LEADERS_OF_STATE and not _WORDS.match(name)
