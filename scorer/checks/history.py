"""When a name is told as history, and by when a report was surely written."""

from __future__ import annotations

import re

from scorer.checks.segments import clause_at, sentence_bounds
from scorer.reading.model import Reading

#: How far around a name its telling is looked at.
_REACH = 30
_HISTORY = re.compile(
    r"废止|失效|取代|替代|代替|新旧|旧版|旧法|不再(?:适用|执行|沿用|施行)|曾|清理|沿革|历史|回顾|变迁|修订前"
    r"|上升为|更名为|修改为|调整为|升级为|衔接|对比"
)
_FORMER = re.compile(
    r"(?:(?<![草高平中太])原(?![则因先])[“《〈]?[\u4e00-\u9fff]{0,6}|旧|老|前身(?:是|为)?)[“《〈]?$"
)


def words_around(reading: Reading, at: int, stop: int, reach: int = _REACH) -> str:
    """The words of the sentence near a place; beyond the frame, of the text."""
    text = reading.document.plain.text
    clause = clause_at(reading, at)
    first, last = sentence_bounds(reading, clause) if clause else (0, len(text))
    return text[max(first, at - reach) : min(max(last, stop), stop + reach)]


def is_history(reading: Reading, at: int, stop: int) -> bool:
    """Whether the words around a name say that it belongs to the past."""
    text = reading.document.plain.text
    if _FORMER.search(text[max(0, at - 10) : at]):
        return True
    return _HISTORY.search(words_around(reading, at, stop)) is not None


def in_longer_title(reading: Reading, at: int, stop: int) -> bool:
    """Whether the place stands inside 《…》 that says more than it."""
    text = reading.document.plain.text
    for citation in reading.citations:
        if citation.at <= at < citation.stop:
            before, behind = text[citation.at : at], text[stop : citation.stop]
            return stop < citation.stop and not (
                before in ("《", "《中华人民共和国") and behind.startswith(("》", "（"))
            )
    return False


def written_by(reading: Reading) -> str:
    """The month (`YYYY-MM`) by which the report was surely written; "" where its year is unknown.

    A report is due in March of the following year; a later signature or page date speaks for
    itself, an earlier one may be a slip.
    """
    head = reading.masthead
    if head.year is None:
        return ""
    following = head.year.value + 1
    if head.signed:
        return max(head.signed.value[:7], f"{following}-03")
    if head.published:
        return max(head.published.value[:7], f"{following}-03")
    return f"{following}-04"
