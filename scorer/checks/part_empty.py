"""A part that promises what it does not tell, tells next to nothing, or of something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.norms import OWN_SUBSTANCE
from scorer.checks.off_topic import OffTopic, find_off_topic
from scorer.checks.sections import Section, find_sections
from scorer.finding import Finding, Strength
from scorer.reading.model import Clause, Reading

_PROMISES_CAUSES = regex(r"原因|成因|根源|缘由|症结")
_CAUSE = regex(
    r"原因|由于|因为|源于|缘于|归因|究其|根源|所致|导致|造成|成因|症结|在于|之所以|归结|缘由|说到底|致使|使得|受制于|受限|限于|缘自|根子|出在|归根|加之|主要是[^，。；]{0,6}(?:没有|缺|不)"
    r"|受[^，。；]{1,16}(?:影响|制约|限制|所限)|因[^此地素而子果人势时事](?!制宜)"
    r"|(?:人员|编制|经费|力量|待遇|报酬|年龄|认识|培训|人手|专业)[^，。；]{0,8}(?:不足|有限|偏低|紧张|短缺|偏大|老化|不够|不到位|不强|少|缺乏|流动)"
)
_PUT_OFF = regex(
    r"(?:原因|成因|根源)[^，。；]{0,6}(?:将|有待|拟|留待|尚待|还需|尚需|正在)[^，。；（]{0,12}(?:分析|研究|查找|剖析|梳理|研判)"
)
_SPEAKS = regex(r"第一责任人|主要负责人|不足|问题|短板|计划|打算|安排|举措|成效|措施")
_SHORT = 60
_SHOWN = 24
#: In a report of a few lines no part can be called thin beside the others.
_FULL_REPORT = 200
_FIGURE = regex(r"\d")


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the parts of a report that is whole."""
    if reading.document.loses_text:
        return
    sections = find_sections(reading)
    for section in sections:
        promised = _PROMISES_CAUSES.search(_title(reading, section)) is not None
        if promised and (put_off := _find_put_off(section)):
            yield _report_put_off(reading, put_off)
            break
        if promised and not _CAUSE.search(section.text):
            yield replace(_report_causes(reading, section), strength=Strength.HINT)
            break
    thin = [section for section in sections if _is_thin(reading, section)]
    if thin and sum(len(section.text) for section in sections) >= _FULL_REPORT:
        yield replace(_report_thin(reading, thin), strength=Strength.HINT)
    for slip in islice(find_off_topic(reading), 1):
        strength = Strength.FINDING if slip.sure else Strength.HINT
        yield replace(_report_off_topic(reading, slip), strength=strength)


def _find_put_off(section: Section) -> Clause | None:
    """The sentence that leaves the causes to be told later."""
    return next((clause for clause in section.clauses if _PUT_OFF.search(clause.text)), None)


def _report_put_off(reading: Reading, clause: Clause) -> Finding:
    return CHECK.finding(
        message="标题写明分析原因，正文却把原因留待以后分析，请补写。",
        quotes=(reading.quote(clause.at, clause.stop),),
        remedy="逐个问题写明原因，如编制、经费、人员、认识方面的具体情况。",
    )


def _title(reading: Reading, section: Section) -> str:
    return reading.document.plain.within(reading.document.blocks[section.heading].span)


def _is_thin(reading: Reading, section: Section) -> bool:
    """One short sentence without a figure under a heading that asks for more."""
    short = section.sentences == 1 and len(section.text) <= _SHORT
    asks = _SPEAKS.search(_title(reading, section)) is not None
    return short and asks and _FIGURE.search(section.text) is None


def _report_causes(reading: Reading, section: Section) -> Finding:
    heading = reading.document.quote(reading.document.blocks[section.heading].span)
    return CHECK.finding(
        message="标题写明分析原因，正文只列问题，没有写原因，请补写。",
        quotes=(heading, reading.quote(section.clauses[0].at, section.clauses[0].stop)),
        remedy="逐个问题写明原因，如编制、经费、人员、认识方面的具体情况。",
    )


def _report_thin(reading: Reading, thin: list[Section]) -> Finding:
    titles = "、".join(f"“{_title(reading, section)}”" for section in thin)
    return CHECK.finding(
        message=f"{titles}部分只有一句话，没有具体内容，请补写。",
        quotes=tuple(reading.quote(s.clauses[0].at, s.clauses[-1].stop) for s in thin),
        remedy="写明具体做法、时间、次数和结果。",
    )


def _report_off_topic(reading: Reading, slip: OffTopic) -> Finding:
    span = reading.document.blocks[slip.heading].span
    title = reading.document.plain.within(span)
    return CHECK.finding(
        message=f"标题是“{title[:_SHOWN]}”，正文写的是{slip.theme}，没有标题所说的内容，请核对。",
        quotes=(reading.document.quote(span), reading.quote(slip.at, slip.stop)),
        remedy="核对标题和正文是否对应，补写标题所说的内容，或者把正文移到相应部分。",
    )


CHECK = Check(
    id="part-empty",
    kind="substance",
    strength=Strength.FINDING,
    title="部分有标题无内容或者文不对题",
    why="标题写了原因而正文没有原因，一个部分只有一句没有数字的话，或者正文通篇写的是另一件事，提示审阅人；文本不完整的不提。",
    norm=OWN_SUBSTANCE,
    bad="一、主要举措和成效\n全年办结行政处罚案件6件，调处纠纷46起。\n"
    "二、存在的不足及原因\n一是执法水平有待提升。二是普法形式比较单一。",
    good="一、主要举措和成效\n全年办结行政处罚案件6件，调处纠纷46起。\n"
    "二、存在的不足及原因\n一是执法水平有待提升，原因是新进人员多、培训少。二是普法形式比较单一，主要是经费有限。",
    run=run,
)
