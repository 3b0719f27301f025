"""A part of the report that is another part told again with words changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from scorer.checks import sentence_repeated
from scorer.checks.base import Check
from scorer.checks.formulas import own_words
from scorer.checks.norms import OWN_SUBSTANCE
from scorer.checks.sections import Section, find_sections
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_SHORTEST = 80
#: Runs of so many characters are compared; so large a share of them makes a copy.
_RUN = 5
_SHARE = 0.5
_SHOWN = 45


def run(reading: Reading) -> Iterator[Finding]:
    """Compare every part with every longer one; what is copied word by word is told elsewhere."""
    sections = [section for section in find_sections(reading) if len(section.text) >= _SHORTEST]
    runs = {section.heading: _runs(section) for section in sections}
    for part, source in permutations(sections, 2):
        own, others = runs[part.heading], runs[source.heading]
        if not own or len(own) > len(others):
            continue
        share = len(own & others) / len(own)
        if share >= _SHARE and not _is_told(reading, part):
            yield _report(reading, part, source, share)
            return


def _runs(section: Section) -> set[str]:
    words = own_words(section.text)
    return {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}


def _is_told(reading: Reading, part: Section) -> bool:
    """Whether the sentences told twice already cover half of the part."""
    inside = [(clause.span.start, clause.span.end) for clause in part.clauses]
    quotes = [quote for found in sentence_repeated.find_copied(reading) for quote in found.quotes]
    first, last = inside[0][0], inside[-1][1]
    told = sum(quote.end - quote.start for quote in quotes if first <= quote.start < last)
    return told >= _SHARE * len(part.text)


def _report(reading: Reading, part: Section, source: Section, share: float) -> Finding:
    blocks = reading.document.blocks
    titles = [reading.document.plain.within(blocks[s.heading].span) for s in (part, source)]
    quotes = [
        reading.quote(section.clauses[0].at, section.clauses[0].stop) for section in (part, source)
    ]
    return CHECK.finding(
        message=f"“{titles[0][:_SHOWN]}”部分的文字大半与“{titles[1][:_SHOWN]}”部分相同，请改写为该部分自己的内容。",
        quotes=tuple(quotes),
        computed=f"相同文字约占{round(share * 100)}%",
        remedy="按该部分的要求另写具体做法、数字和结果，不重复其他部分。",
    )


CHECK = Check(
    id="part-copied",
    kind="substance",
    strength=Strength.HINT,
    title="部分内容照搬另一部分",
    why="一个部分的文字大半见于另一部分、只改动个别词句的，提示审阅人；逐句重复的由“内容重复”提示。",
    norm=OWN_SUBSTANCE,
    bad="一、主要举措和成效\n"
    "镇里每月初排定法治学习日程表，由班子成员轮流领学新修法条，各站所轮流交流办案体会，"
    "季末由司法所组织闭卷小测试，成绩张贴在机关走廊，未过线的干部次月补考，年底汇入个人考核档案，与评先评优直接挂钩。\n"
    "二、党政主要负责人履行第一责任人职责情况\n"
    "党委每月初排定法治学习日程，由班子成员带头领学新修法条，站所轮流交流办案体会，"
    "季末司法所组织闭卷小测试，成绩都张贴在机关走廊，未过线干部次月补考，年底汇入个人考核档，与评先评优挂钩。",
    good="一、主要举措和成效\n镇里每月初排定法治学习日程表，由班子成员轮流领学新修法条，季末由司法所组织闭卷小测试。\n"
    "二、党政主要负责人履行第一责任人职责情况\n镇党委书记、镇长全年主持会议听取法治工作汇报4次，现场协调土地纠纷3起，"
    "对执法队伍缺编问题当场作出批示，年底向党员大会作了述法报告并接受评议。",
    run=run,
)
