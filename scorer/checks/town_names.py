"""Names of towns as they are written in running text, and whether two mean one place."""

from __future__ import annotations

from scorer.cache import regex
from scorer.masthead.model import Masthead
from scorer.places import TOWN_ENDS, find_units, is_town_name, split_chain

#: Words that end like a town's name and name none: 各乡镇, 依法治镇, 美丽家乡.
_COMMON = regex(
    r"我|全|各|本[镇乡街]|该|的|这|那|某|等|及其|一个|两个|新时代|现代|文明|特色|示范|美丽|法治|政府"
    r"|(?:乡|城|集|村|市|小|强|古|名|重|街|建|治|县|区|老|大|周边|沿线|中心)镇$"
    r"|(?:他|家|下|返|回|故|城|水|侨|茶|之|老|还|离|入|镇|瑶|苗|侗|壮|满|爱|出)乡$|(?:镇|乡|各|老)街道$"
)
#: Deeds and joining words: 调整充实镇法治建设领导小组 begins with a deed, not with a name.
_DEEDS = regex(
    r"组建|整合|升级|改造|[新扩改重]建|设立|依靠|发挥|挂牌|[入进]驻|委托|下放|赋予|选[派聘]|抽调|承接|启用|细化|压实"
    r"|调整|充实|成立|推[进动行]|加[强快大]|落实|开展|完善|建[立设]|制定|印发|召开|组织|健全|强化|坚持|围绕|结合"
    r"|根据|按照|依照|及时|深[化入]|规范|统筹|通过|依托|邀请|会同|配合|联系|协调|指导|督促|传达|研究|听取|审议"
    r"|学习|汇报|出台|修订|明确|纳入|作为|参[加与]|主动|积极|充分|切实|认真|提[升高]|优化|助力|打造|报告|转发"
    r"|服务|支持|实施|实现|支撑|安排|部署|领导|干部|群众|工作|年|月|第|[与为对由向在到被把让给从及或以经]"
)
_LONGEST_STEM, _LONGEST_MONGOLIAN = 4, 6
_PAIR = 2
_ORDINARY = ("新", "小", "老", "大", "古", "重", "强", "各", "全", "该", "本", "我", "美丽", "特色")
_UPPER_ENDS = regex(r"(?:自治县|自治旗|[县旗市区])$")
_NATION = regex(r"(?:[\u4e00-\u9fff]{1,4}族)+$")
_WHOLE = regex(r"全|各|我|本|该|城|社|园|校|景|小|市|街|片|辖|山|库|牧|农|矿|特|新区|地区|[院厂]区")


def is_name(words: str) -> bool:
    """Whether the words can be the proper name of a town or county."""
    if not words.endswith(TOWN_ENDS):
        return _WHOLE.search(words) is None and _DEEDS.search(words) is None
    if _DEEDS.search(words) or (_COMMON.search(words) and not _is_known(words)):
        return False
    unit = last_unit(words)
    short = len(_stem(unit)) <= (_LONGEST_MONGOLIAN if unit.endswith("苏木") else _LONGEST_STEM)
    return is_town_name(unit) and (short or bool(find_units(unit)))


def _is_known(words: str) -> bool:
    """土城镇 is a town although 城镇 is none; 新城镇 may be either."""
    return len(words) > _PAIR and words[:-_PAIR] not in _ORDINARY and bool(find_units(words))


def own_names(masthead: Masthead) -> tuple[str, ...]:
    """All names that the head of the report gives to the issuer and what lies above it."""
    facts = (masthead.issuer, masthead.title, masthead.signature, masthead.addressee)
    names = [masthead.unit, *masthead.region, *(fact.value for fact in facts if fact is not None)]
    return tuple(name for name in names if name)


def same_place(name: str, known: str) -> bool:
    """Whether the name is the known one, in short or with what lies above it."""
    stem = _stem(last_unit(name))
    return stem in known or _stem(known) in stem


def last_unit(name: str) -> str:
    """The name without the units that it lies in: 大兴镇 of 璧山区大兴镇."""
    chain = split_chain(name)
    return chain[-1] if chain else name


def _stem(name: str) -> str:
    """古桑瑶族乡 in its shortest form: 古桑."""
    end = next((end for end in TOWN_ENDS if name.endswith(end)), "")
    bare = name.removesuffix(end) if end else _UPPER_ENDS.sub("", name)
    return _NATION.sub("", bare) or bare or name
