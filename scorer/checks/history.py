"""When a name is told as history, and by when a report was surely written."""

from __future__ import annotations

from bisect import bisect_right

from scorer.cache import regex
from scorer.mentions.model import CitationMention
from scorer.reading.model import Reading

#: How far around a name its telling is looked at.
_REACH = 30
_SENTENCE_ENDS = regex(r"[。！？\n]")
_ONLY_BEFORE, _ONLY_BEHIND = ("《", "《中华人民共和国"), ("》", "（")
_HISTORY = regex(
    r"取代|替代|代替|新旧|不再(?:适用|执行|沿用|施行)|曾|沿革|历史(?!遗留)|回顾|变迁|上升为|更名为|修改为|调整为|升级为|对比"
    r"|合并|撤并|划入|划转|改组|重新组建"
)
#: What becomes of a text, and of no body or campaign.
_OF_TEXTS = regex(
    r"废止|失效|当时(?:有效|依|适用|执行|按|用|签|施行)|(?:已|都|均)?改(?:按|依|用)|旧版|旧法|修订前|清理[^，。]{0,14}(?:文件|制度|规定)|(?:文件|制度)清理"
)
_FORMER = regex(
    r"(?:(?<![草高平中太])原(?![则因先])[“《〈]?[\u4e00-\u9fff]{0,6}|旧|老|前身(?:是|为)?)[“《〈]?$"
)


def words_around(reading: Reading, at: int, stop: int, reach: int = _REACH) -> str:
    """The words of the sentence near a place."""
    text = reading.document.plain.text
    before = _SENTENCE_ENDS.split(text[max(0, at - reach) : at])[-1]
    behind = _SENTENCE_ENDS.split(text[stop : stop + reach])[0]
    return before + text[at:stop] + behind


def is_history(reading: Reading, at: int, stop: int) -> bool:
    """Whether the words around a title say that it belongs to the past."""
    return _OF_TEXTS.search(words_around(reading, at, stop)) is not None or is_former(
        reading, at, stop
    )


def is_former(reading: Reading, at: int, stop: int) -> bool:
    """Whether the words around a body, a campaign or a title say that it was replaced."""
    text = reading.document.plain.text
    if _FORMER.search(text[max(0, at - 10) : at]):
        return True
    return _HISTORY.search(words_around(reading, at, stop)) is not None


def title_at(reading: Reading, position: int) -> CitationMention | None:
    """The 《…》 that holds the position."""
    index = bisect_right(reading.citations, position, key=lambda cited: cited.at) - 1
    if index < 0 or reading.citations[index].stop <= position:
        return None
    return reading.citations[index]


def in_longer_title(reading: Reading, at: int, stop: int) -> bool:
    """Whether the place stands inside 《…》 that says more than it."""
    cited = title_at(reading, at)
    if cited is None or stop >= cited.stop:
        return False
    text = reading.document.plain.text
    alone = text[cited.at : at] in _ONLY_BEFORE and text.startswith(_ONLY_BEHIND, stop)
    return not alone


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
