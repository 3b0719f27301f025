"""A heading of one matter over a body that speaks of another and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.reading.model import Clause, Reading

_SHORTEST = 60
#: So many different words of another matter show what the body is about.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Theme:
    """A matter of the report: words of its headings, and words that its body may hold."""

    name: str
    heading: re.Pattern[str]
    body: re.Pattern[str]


def _theme(name: str, heading: str, body: str) -> Theme:
    return Theme(name, re.compile(heading), re.compile(body))


_THEMES = (
    _theme(
        "普法宣传",
        "普法|法治宣传|法制宣传",
        "普法|宣传|宣讲|讲座|法律明白人|宪法|民法典|学法|法治课|氛围|法治文化|教育|培训",
    ),
    _theme(
        "行政执法",
        "执法",
        "执法|处罚|案件|检查|巡查|整治|立案|许可|罚款|持证|监管|违法|取缔|拆除|查处",
    ),
    _theme(
        "矛盾纠纷化解",
        "矛盾|纠纷|调解|信访",
        "矛盾|纠纷|调解|信访|调处|化解|来访|网格|和解|接访|诉求|稳定|吵|劝",
    ),
    _theme(
        "政务公开", "政务公开|信息公开", "公开|公示|公布|网站|公众号|公开栏|平台|发布|透明|晒|张贴"
    ),
    _theme(
        "行政决策",
        "决策",
        "决策|论证|风险评估|集体讨论|集体研究|听证|征求意见|法律顾问|审查|会议|三重一大|民主|商量|议",
    ),
    _theme("规范性文件", "规范性文件", "文件|备案|清理|审查|制发|废止|印发|审核"),
    _theme(
        "行政复议应诉",
        "行政复议|行政应诉|行政诉讼",
        "复议|应诉|出庭|诉讼|败诉|胜诉|法院|司法建议|检察建议|被告",
    ),
    _theme(
        "政务服务",
        "政务服务|营商环境|放管服",
        "服务|窗口|办理|事项|办件|营商|企业|审批|代办|帮办|一件事|便民|商户|群众办事|证照",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffTopic:
    """A heading by its block, what its body speaks of, and where that stands."""

    heading: int
    theme: str
    at: int
    stop: int


def find_off_topic(reading: Reading) -> Iterator[OffTopic]:
    """Headings of one theme whose paragraphs have no word of it and several of one other."""
    for heading, clauses in _bodies(reading).items():
        title = reading.document.plain.within(reading.document.blocks[heading].span)
        own = [theme for theme in _THEMES if theme.heading.search(title)]
        body = "".join(clause.text for clause in clauses)
        if len(own) != 1 or len(body) < _SHORTEST or own[0].body.search(body):
            continue
        others = [theme for theme in _THEMES if len(set(theme.body.findall(body))) >= _ENOUGH]
        if len(others) == 1:
            at, stop = clauses[0].at, clauses[0].stop
            yield OffTopic(heading=heading, theme=others[0].name, at=at, stop=stop)


def _bodies(reading: Reading) -> dict[int, list[Clause]]:
    """The clauses right below each heading; one over other headings is told by those."""
    headings = reading.headings
    held: dict[int, list[Clause]] = {}
    for clause in reading.clauses:
        if clause.path and clause.paragraph not in headings:
            held.setdefault(clause.path[-1], []).append(clause)
    parents = {block for clause in reading.clauses for block in clause.path[:-1]}
    return {heading: body for heading, body in held.items() if heading not in parents}
