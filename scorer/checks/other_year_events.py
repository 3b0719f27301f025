"""A dated deed of the year before, told among this year's as one of them."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.dated_words import Stale
from scorer.checks.history import title_at
from scorer.checks.quoting import quote_places
from scorer.checks.segments import clause_at, sentence_bounds
from scorer.mentions.model import DateMention
from scorer.reading.model import Clause, Reading, Standing

#: 是今年规模最大的一次, 为全年执法开了好头: the sentence itself says of which year it tells.
_OF_THIS_YEAR = regex(
    r"(?:是|为|成为|作为|系)(?:我[镇乡]|全[镇乡]|街道|本[镇乡])?(?:今年|本年度?|全年|当年度)(?:的)?[\u4e00-\u9fff]{2,}"
)
#: What is done every year anew: no beginning of anything that this year goes on with.
_ROUTINE = regex(
    r"^[，、]?(?:我[镇乡]|全[镇乡]|[镇乡]|街道)?[^，。；]{0,20}(?:召开|举办|举行|组织|开展|邀请|专题学习)[^。；]{0,30}"
    r"(?:会议?|培训|讲座|宣传|执法|检查|学习|整治|巡查|活动|演练|宣讲|座谈|集中行动)"
    r"|^[，、]?[^，。；]{0,16}(?:专题|集中|传达)学习"
)
#: Told for comparison, as a beginning, or as the history of a case.
_BACKGROUND = regex(
    r"今年|本年|上年|去年|往年|同比|相比|以来|至今|此后|随后|目前|现已|现有|起|后来|历时|持续|延续|当时|当年|曾|原|立案|受理|反馈|督察|巡察|审计"
    r"|信访|积案|遗留|案件|纠纷|整改|启动|成立|修订|施行|印发|签订|开工|新增|回头看|报告期|年度至|连续|第[一二三四五]年|结转|跨年"
)
#: A year's report may begin with what was done at the very end of the last one.
_LAST_MONTHS = 11
_MOST_PLACES = 2
_TOLD = frozenset({Standing.DONE, Standing.EARLIER})
_PARTS = frozenset({"plan", "shortcomings"})


def find_other_year_events(reading: Reading, year: int) -> Iterator[Stale]:
    """Dates of the year before at the start of a sentence; many of them are another period."""
    before = [date for date in reading.dates if _is_told(reading, date, year)]
    if not before or len(before) > _MOST_PLACES:
        return
    slips = [date for date in before if _is_slip(reading, date, year)]
    if slips:
        told = slips[0].year
        yield Stale(
            message=f"{told}年的事项写作{year}年度的工作，请核对日期，属于他年的删去。",
            quotes=quote_places(reading, ((date.at, date.stop) for date in slips)),
            remedy=f"核对实际日期：确属{year}年的更正年份，属于{told}年的删去。",
            computed=f"{told}≠{year}",
        )


def _is_told(reading: Reading, date: DateMention, year: int) -> bool:
    """Whether a deed is told of it that was done in the year before."""
    if date.year != year - 1 or date.month is None or title_at(reading, date.at) is not None:
        return False
    clause = clause_at(reading, date.at)
    return clause is not None and clause.standing in _TOLD and clause.part not in _PARTS


def _is_slip(reading: Reading, date: DateMention, year: int) -> bool:
    clause = clause_at(reading, date.at)
    if clause is None:
        return False
    start, stop = sentence_bounds(reading, clause)
    text = reading.document.plain.text
    sentence = text[start:stop]
    if date.at - start > 1 or str(year) in sentence:
        return False
    if _OF_THIS_YEAR.search(sentence):
        return True
    routine = _ROUTINE.match(text[date.stop : stop]) is not None
    return routine and (date.month or 0) < _LAST_MONTHS and not _is_background(reading, clause)


def _is_background(reading: Reading, clause: Clause) -> bool:
    """Whether its sentence or the next of its paragraph goes on from it."""
    around = (c for c in reading.clauses if c.paragraph == clause.paragraph)
    words = "".join(c.text for c in around if 0 <= c.sentence - clause.sentence <= 1)
    return _BACKGROUND.search(words) is not None
