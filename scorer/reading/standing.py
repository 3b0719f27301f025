"""What a clause claims: done, planned, demanded, a shortcoming, negated, or a quoted rule.

The part a clause stands in decides first, its own words second. This is the one place that
decides it, for every criterion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.reading.model import Standing
from scorer.reading.segments import Cut

#: 将 before one of these is the future; elsewhere it marks an object (将…纳入).
_WILL_DO = r"""
    进一步 | 继续 | 以(?!上) | 坚持 | 认真 | 严格 | 持续 | 定期 | 开[展设办通] | 推[进动]
    | 建[立设成] | 完善 | 深[化入] | 强化 | 加[强大快] | 组织 | 努力 | 全[面力] | 积极 | 着力
    | 重点 | 更加 | 始终 | 带头 | 不断 | 围绕 | 紧[紧盯扣] | 聚焦 | 按照? | 对(?!象) | 在 | 从
    | 把 | 每 | 选派 | 培[训养] | 制定 | 实施 | 于 | 会(?!议) | 要(?![件点]) | 逐步 | 大力
    | 切实 | 主动 | 抓[好住紧实] | 做[好实] | 落实 | 健全 | 优化 | 提[升高] | 拓展 | 延伸 | 巩固
    | 牢[固牢] | 结合 | 通过 | 采取 | 利用 | 依托 | 学习 | 履行 | 发挥 | 争取 | 力争 | 新[增建]
    | 增[加设] | 请 | 再 | 扎实 | 统筹 | 充分 | 根据 | 针对 | 研究 | 探索 | 创新 | 启动 | 出台
    | 编制 | 配[齐备] | 引[进入] | 聘请 | 打造 | 举办 | 召开 | 邀请 | 锚定 | 奋力 | 昂首 | 向
    | 补齐
"""
_FUTURE = re.compile(
    rf"""
    下一?步 | 下一阶段 | 下一?年度? | 明年 | 来年 | 今后 | 接下来 | 未来(?!得及|人)
    | 将(?={_WILL_DO})
    | 拟(?!定|稿|办|处|罚|签|作|拆|发|订|建立了)
    | (?:争取|力争|计划|打算|准备|确保)(?:在|于|到|年内|[^，。；]{{0,6}}(?:前|底|年|达))
    | (?:年内|年底前|上半年|下半年)(?:要|力争|争取|计划|完成到)
    """,
    re.VERBOSE,
)
_DEMAND = re.compile(
    r"""
    (?:^|[，；：]|政府|党委|党工委|办事处|[镇乡]里|街道|会议|书记|[镇乡]长|主任|领导|同时|明确|严格|[还并也])
      要求(?![，。；、的和与及]|进行|相[符一])
    | 要求(?=各|全体|全镇|全乡|广大|所有|有关|相关|：)
    | [都均](?:要|须|必须)(?![求素点件害案])
    | (?:强调|提出要求|明确要求|部署要求|反复告诫|多次强调)，
    | (?:强调|要求|号召|提出|指出|告诫)[：:“]
    | (?:各[村社站部单嘎办级科队有相行]|广大|全体|党政主要负责同志|领导干部)[^，。；：]{0,24}?
      (?:要|必须|务必|须|应当|应)(?![求素点件害案闻紧务事])
    | (?:^|[，；：])(?:切实)?要(?![求素点件害案闻紧务事么])[^，。；]{2}
    | [决绝]不(?:能|允许|容许|搞)
    | 谁[^。；]{2,12}就[^，。；]{1,10}谁的
    """,
    re.VERBOSE,
)
#: What ends a demand: a count or an aspect mark that only a deed has.
_DEED = re.compile(
    r"""
    全年 | 一年来 | 今年以来 | 截至 | 累计 | 年内(?=[未无])
    | 本年度?(?=未[制发收出]|无|没有[制发收出])
    | 已[^经]? | 先后 | \d[^，。；]{0,6}了 | 了\d | 共[^同享建产治识商赢]{0,3}\d
    """,
    re.VERBOSE,
)
_RULE = re.compile(
    r"""
    必须 | 务必 | 应当 | 不得 | 方可 | 方能 | 一律不 | 严禁 | 禁止
    | 未经[^，。；]{1,14}(?:不|一律) | (?:^|[，；])须(?=[^，。；]{2})
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    r"""
    有待(?!遇) | 亟[待需] | 尚未 | 还?未能 | 尚不
    | [仍还尚]需(?:进一步)?(?:加强|提升|提高|完善|改进|加大|强化|深化|健全|规范|增强)
    | 存在[^，。；]{0,12}(?:不足|问题|差距|短板|薄弱|弱项|困难)
    | [仍还]?有(?:一定|较大|不小|不少)?(?:差距|距离|短板)
    | (?:还|仍)(?:不够|不足|不高|不强|不到位|不完善|不平衡|有差距)
    | (?:力度|意识|能力|水平|力量|人员|经费|覆盖面|深度|针对性|积极性)[^，。；]{0,4}
      (?:不够|不足|不高|不强|偏弱|薄弱|欠缺|缺乏|偏少|滞后)
    """,
    re.VERBOSE,
)
#: Words of mending: a shortcoming named only to say that it was taken up is a deed.
_MENDED = re.compile(
    r"补齐|补短板|针对[^，。；]{0,20}(?:不足|问题|短板)|整改|解决|破解|问题导向|查找"
)
_NOTHING = re.compile(
    r"没有(?:开展|建立|制定|做到|形成|落实|组织|完成)|未(?:开展|建立|制定|落实|形成|组织|制发)"
)

_WISH = re.compile(r"将|拟|(?<!需)要(?![求素点件害案])|计划|打算|力争|继续|进一步")

#: Standings that give way to a demand that goes on.
_CARRIED = (Standing.DONE, Standing.RULE)
_BY_PART = {"plan": Standing.PLANNED, "shortcomings": Standing.SHORTCOMING}


def find_standings(
    text: str, cuts: Sequence[Cut], parts: Sequence[str | None], year: int | None
) -> tuple[Standing, ...]:
    """Decide the standing of every clause; `year` is the reporting year where it is known."""
    standings: list[Standing] = []
    for number, cut in enumerate(cuts):
        by_part = _BY_PART.get(parts[number] or "")
        clause = text[cut.at : cut.stop]
        if by_part is not None:
            confessed = by_part is Standing.PLANNED and _confesses(clause)
            standings.append(Standing.SHORTCOMING if confessed else by_part)
            continue
        own = _own_standing(clause, year)
        carried = number > 0 and _carries(clause, cuts[number - 1], cut, standings[number - 1])
        standings.append(Standing.DEMANDED if own in _CARRIED and carried else own)
    return tuple(standings)


def _confesses(clause: str) -> bool:
    """Whether a clause of the plan only looks back on what is lacking."""
    lacking = _SHORT.search(clause) is not None and _MENDED.search(clause) is None
    return lacking and _WISH.search(clause.replace("进一步", "")) is None


def _own_standing(clause: str, year: int | None) -> Standing:
    """What the words of the clause alone say."""
    lacking = _SHORT.search(clause) is not None and _MENDED.search(clause) is None
    if _DEED.search(clause):
        return Standing.SHORTCOMING if lacking else Standing.DONE
    claims = (
        (_is_future(clause, year), Standing.PLANNED),
        (_DEMAND.search(clause) is not None, Standing.DEMANDED),
        (lacking, Standing.SHORTCOMING),
        (_NOTHING.search(clause) is not None, Standing.NEGATED),
        (_RULE.search(clause) is not None, Standing.RULE),
    )
    return next((standing for holds, standing in claims if holds), Standing.DONE)


def _is_future(clause: str, year: int | None) -> bool:
    """Whether the clause speaks of what is to come."""
    if year is not None and re.search(rf"{year + 1}年度?(?!\d?\d?月|初|[一二三]月|春节)", clause):
        return _WISH.search(clause) is not None
    return _FUTURE.search(clause) is not None


def _carries(clause: str, before: Cut, this: Cut, standing: Standing) -> bool:
    """Whether a demand goes on, unless a deed is told.

    It goes on to the end of its sentence, and past it where the next has a 必须 of its own.
    """
    if standing is not Standing.DEMANDED or _DEED.search(clause):
        return False
    goes_on = before.paragraph == this.paragraph and _RULE.search(clause) is not None
    return before.sentence == this.sentence or goes_on
