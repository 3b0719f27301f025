"""Whether a clause speaks of what is to come."""

from __future__ import annotations

import re

from scorer.cache import regex
from scorer.reading.deeds import is_completed, tells_deed
from scorer.zh.gated import Gated

#: 将 before one of these is the future, whatever follows.
_WILL_SURELY = r"""
    进一步 | 继续 | 持续 | 逐步 | 逐[月季年户] | 尽[快早] | 马上 | 陆续 | 适时 | 择[优机]
      | 努力 | 更加
    | 始终 | 带头 | 不断 | 坚持 | 认真 | 严格 | 着力 | 积极 | 大力 | 切实 | 主动 | 扎实 | 充分
      | 奋力
    | 昂首 | 定期 | 再 | 每 | 于 | 从 | 在 | 把 | 由
    | 为(?=每|各|全|所有|执法|群众) | 对(?!象) | 按照? | 围绕 | 聚焦 | 结合
      | 通过
    | 根据 | 针对 | 采取 | 依托 | 争取 | 力争 | 请 | 向 | 以(?!上) | 会(?!议) | 要(?![件点])
    | 一如既往 | 亲自 | 各[讲认带] | 暂 | 视情 | 全[面力] | 重点 | 锚定 | 紧[紧盯扣]
"""
#: 将 before one of these verbs is the future unless it marks an object: 将学习…纳入.
_WILL_DO = r"""
    开[展设办通] | 推[进动行出] | 建[立设成] | 完善 | 深[化入] | 强化 | 加[强大快] | 组织
      | 选[派聘育]
    | 培[训养育] | 制定 | 实施 | 抓[好住紧实] | 做[好实] | 落实 | 健全 | 优化 | 提[升高]
      | 拓展 | 延伸
    | 巩固 | 牢[固牢] | 利用 | 学习 | 履行 | 发挥 | 新[增建添] | 增[加设配添] | 统筹 | 研究
      | 探索
    | 创新 | 启动 | 出台 | 编制 | 配[齐备] | 引[进入] | 聘请 | 打造 | 举办 | 召开 | 邀请
      | 补齐 | 整合
    | 试行 | 添[置设] | 安排 | 联合 | 会同
"""
_MARKS_OBJECT = (
    r"(?![^，。；]{0,40}(?:[纳列融编归计][入进]|作为|列为|写[进入]|合并|整合|压缩|缩短|精简"
    r"|改[为成]|划[分为]|贯穿|分解|转化|摆[在上]))"
)
#: What is proposed to be done, said of the case: 拟作出的处罚, 拟建的中转站.
_NAMED_CASE = r"""
    (?:作出?|处|罚|签|建|关|吊|征|采购|出台|动|移送|提交|订立|发|管|立
      |拆|对[^，。；]{1,10}?[开作处罚下])[^，。；]{0,14}?(?:的|案件|项目|决定|罚款|前)
"""
_FUTURE = Gated(
    "下 今后 未来 将 拟 计划 打算 想 准备 争取 力争 确保 年内 年底前 半年"
    " 届时 让我们 待 等 谋划 酝酿 有望 择日 预备 目标 有意 明年 来年",
    rf"""
    下一?步(?!台) | 下一(?:阶段|年度?) | (?<![签写定留当立拿])下年度 | 今后 | 接下来[，将要拟]
      | 未来(?!得及|人)
    | [仍还也都均必即]将(?!近|军){_MARKS_OBJECT} | 将(?:{_WILL_SURELY})
      | 将(?={_WILL_DO}){_MARKS_OBJECT}
    | (?<![虚模比草份件起对与将其]|个)拟(?!发展|定|稿|办|处|罚|签|作出|吊|订|声|人|态|合
      |制[了好]|写|出\d|发文|上会)(?!{_NAMED_CASE})
    | (?:计划|打算|想)[在把再于从让] | (?:计划|打算)[^，。；]{{0,6}}(?:前|底|年|达)
    | (?:^|[，；]|[镇乡里府道]|我们|已|现)(?:计划|打算|预备)(?![^，。；]{{0,4}}[书表的])
    | 准备(?:在|于|把|再|从|让|给|向|对|今|明|新|添|请)
    | (?:争取|力争|确保)(?:在|于|年内|[^，。；了到]{{0,6}}(?:前|底|年|达))
    | 力争(?!上游|做到|实现了)
    | (?:年内|年底前|上半年|下半年)(?:要|力争|争取|计划|完成到)
    | (?:^|[，；])届时 | 让我们
    | (?:^|[，；。])待[^，。；]{{2,20}}(?:后|时|再|将|即) | 等[^，。；]{{2,14}}[后再](?:再|就
      |将|把|派|请)
    | 尚待[^，。；]{{2,12}} | 正在?(?:谋划|酝酿) | 有望 | 择日 | 留待 | 设想[在把是]
    | (?:目标|打算|设想)是 | (?:^|[，；])(?:力)?争取(?!到|来|了|的|过)
    | (?:^|[，；]|[镇乡里我们他她已正长记])准备(?!好|了|工作|材料|充分|完|的|会|阶段|就绪)
    | (?:年内|年底前|上半年|下半年)再 | (?:^|[，；]|我们|[镇乡里])(?:想
      |有意)(?=[请让建办添再用给向争把])
    | [等待][^，。；]{{2,16}}(?:批下来|下来|到位|落地|办妥|完工|批复|定稿|过后)，?(?:后|再|就
      |便|即)
    | (?:列[入进]|排[入进]|纳入|写进|放[到在])[^，。；]{{0,4}}(?:明年|来年|下年)
    """,
    re.VERBOSE,
)
#: A coming time at the head of a clause, or with a word of will behind it.
_COMING = Gated(
    "年 以后 后 下 计划",
    r"""
    ^[^，。；]{0,6}?(?:明年|来年|下一年|新的一年|往后|以后(?=[^，。；]{0,8}[要将])
      |开[春年][之以]?后|年后|节后|秋后)
    | (?:明年|来年|开[春年][之以]?后|秋后|年后)[^，。；]{0,8}?(?:要|将|拟|再|打算|准备|争取
      |计划|力争|自己|亲自)
    | 今年(?=要(?![求素点件]|[^，。；]{0,8}的)) | (?:[春夏秋冬]天?|月份?
      |年底)计划(?=[办搞请开建设选招配]) | (?:^|，)下(?:个?月|季度|学期|一[轮批次])(?!\d)
      | 已?排定明年
    """,
    re.VERBOSE,
)
#: A clause that opens so stays a plan, whatever it calls settled already.
_OPENING = Gated(
    "明年 来年 新的一年 下一", r"(?:明年|来年|新的一年|下一年|下一步)(?![^，。；]{0,12}了)"
)
_NEXT_YEARLESS = Gated("明年 来年", r"(?<![到为吃前])(?:明年|来年)")
_WISH = regex(r"将|拟|(?<!需)要(?![求素点件害案])|计划|打算|力争|继续|进一步|争取|准备")


#: Who announces what is to come: 书记也说了，明年….
_ANNOUNCED = regex(r"^[^，。；]{0,14}(?:说|讲|表示|承诺|表态|答应)(?:过|了|道)?[，：]")


def wishes(words: str) -> bool:
    """Whether the words hold a word of will."""
    return _WISH.search(words) is not None


def speaks_of_future(clause: str, year: int | None) -> bool:
    """Whether the clause speaks of what is to come; `year` is the reporting year."""
    clause = _ANNOUNCED.sub("", clause)
    if year is not None and _names_coming_year(clause, year):
        return wishes(clause) and not tells_deed(clause)
    completed = is_completed(clause)
    if _OPENING.match(clause) is not None or (not completed and _COMING.search(clause) is not None):
        return True
    if tells_deed(clause):
        return False
    next_year = _NEXT_YEARLESS.search(clause) is not None and not completed
    return next_year or _FUTURE.search(clause) is not None


def _names_coming_year(clause: str, year: int) -> bool:
    """Whether it names one of the three years behind `year`, other than as a day now past."""
    years = f"{year + 1}|{year + 2}|{year + 3}"
    return re.search(rf"(?:{years})年度?(?!\d?\d?月|初|[一二三]月|春节)", clause) is not None
