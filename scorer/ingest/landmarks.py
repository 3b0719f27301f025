"""Lines that frame a report: title, letterhead, addressee, signature, date.

Every function here reads the squeezed words of a line (`Line.key`).
"""

from __future__ import annotations

import re

from scorer.cache import regex
from scorer.ingest.numbering import find_marker

_BODY_END = (
    "人民政府|办事处|工作委员会|委员会|党委|党工委|工委|政府|管委会|管理委员会|党政办公室|党政办"
    "|办公室"
)
_SEAL = r"(?:[(\[【](?:公?章|印章?|盖章|代章)[)\]】])?"
_DIGITS = "一二三四五六七八九〇○◯零Oo0"
_HAN_DAY = "元正一二三四五六七八九十廿卅"
_DAY = (
    rf"(?:(?:19|20)\d{{2}}(?:年|[-/.])\d{{1,2}}(?:月|[-/.])?(?:\d{{1,2}}[日号]?)?"
    rf"|(?:19|20)\d{{2}}年[{_HAN_DAY}]{{1,2}}月(?:\d{{1,2}}[日号])?"
    rf"|二[{_DIGITS}]{{3}}年[{_HAN_DAY}]{{1,3}}月(?:[{_HAN_DAY}]{{1,4}}[日号])?)"
)
_DATE = regex(rf"[(]?{_DAY}[)]?{_SEAL}$")
_ENDS_DATED = regex(rf"{_DAY}[)]?$")
_SIGNATURE = regex(
    rf"(?!关于)[^,。:;?!<>《》\d]{{1,44}}?"
    rf"(?:(?:镇|乡|街道|苏木|省|市|县|区|旗|州|盟|党委、)(?:{_BODY_END})|[省市县区旗州].{{1,12}}局)"
    rf"{_SEAL}(?P<date>[(]?{_DAY}[)]?)?$"
)
_LETTERHEAD = regex(r"[^,。:;]{2,36}(?:人民政府|委员会|办事处|党委|党工委|办公室)文件$")
_ADDRESSEE = regex(
    r"[^。;!?\d]{0,60}(?:[省市县区旗州盟镇乡]委|政府|委员会|办公室|党委|工委|司法局|领导小组|人大"
    r"|常委会|办)[^。;!?]{0,12}:$"
)
_TITLE_WORDS = (
    "报告|总结|汇报|情况|年报|要点|方案|计划|解读|通知|意见|办法|公告|通报|说明|述职|述法|清单|纪要"
    "|规定|决定|打算|報告|總結|匯報"
)
_TITLE = regex(rf"[^,。;!?:]{{2,80}}(?:{_TITLE_WORDS})(?:[(](?:[^()]{{1,20}})[)])?$")
_TITLE_PART = regex(r"关于|法治政府|法治建设|依法行政|年度|(?:19|20)\d{2}年|二[〇○零]")
_BODY_NAME = regex(rf"[^,。:;?!<>《》]{{2,40}}(?:{_BODY_END}|镇|乡|街道|苏木)$")
_ATTACHMENT = regex(
    r"附(?:件|表|录|图)?\d*[:.、]|附(?:件|表|录)\d*$|附(?:件|表)?[一二三四五六七八九十]{1,2}[:.、]?$"
)
_UNIT = regex(
    r"([^\W\d_]{1,12}?(?:镇|乡|街道|苏木))"
    r"(?=人民政府|政府|办事处|党委|党工委|工作委员会|委员会|工委|党|$|\d|关于|法治)"
)
_BEFORE_UNIT = regex("^(?:年度?|关于|中共)+")
_AFTERWORDS = ("抄送", "主送", "联系人", "联系电话", "印发")
_SENTENCE_MARKS = frozenset("。，；！？,;!?")
_CLAUSE_ENDS = (",", ":", "。", ";")
#: Last characters, to spare most lines the patterns.
_DATE_LAST = frozenset("日号月)]】0123456789")
_BODY_LAST = frozenset("府处会委室办局)]】")
_TITLE_LAST = frozenset("告结报况点案划读知见法公通明职单要定算)告結報")
_SHORTEST_PROSE = 12
_SHORTEST_UNIT = 2
_LONGEST_SIGNATURE = 60


def is_prose(words: str) -> bool:
    """Running text: long enough, and with a sentence mark in it."""
    return len(words) >= _SHORTEST_PROSE and not _SENTENCE_MARKS.isdisjoint(words)


def is_date(key: str) -> bool:
    """A date alone on its line, in digits or Chinese numerals, the day may be missing."""
    return key[-1:] in _DATE_LAST and bool(_DATE.match(key))


def is_signature(key: str) -> bool:
    """A body, or several, alone on the line; a date may follow them."""
    last = key[-1:]
    if len(key) > _LONGEST_SIGNATURE or not (last in _BODY_LAST or last in _DATE_LAST):
        return False
    return bool(_SIGNATURE.match(key))


def is_dated_signature(key: str) -> bool:
    """A body and a date on one line."""
    if len(key) > _LONGEST_SIGNATURE or key[-1:] not in _DATE_LAST:
        return False
    found = _SIGNATURE.match(key)
    return found is not None and found["date"] is not None


def ends_signed(key: str) -> bool:
    """Running text at whose end a date or a body's name stands without a line of its own."""
    last = re.split("[。!?;]", key[-_LONGEST_SIGNATURE:])[-1]
    return bool(last) and (_ENDS_DATED.search(last) is not None or is_signature(last))


def is_letterhead(key: str) -> bool:
    """某镇人民政府文件: the red head of a paper document."""
    return key.endswith("文件") and bool(_LETTERHEAD.match(key))


def is_addressee(key: str) -> bool:
    """The bodies reported to, closed by a colon."""
    return key.endswith(":") and bool(_ADDRESSEE.match(key))


def is_attachment(key: str) -> bool:
    """附件 with or without number or name."""
    return key.startswith("附") and bool(_ATTACHMENT.match(key))


def is_afterword(key: str) -> bool:
    """What stands below a signature and is the report's own: a note, copies to, an attachment."""
    note = key.startswith("(") and key.endswith(")") and find_marker(key) is None
    return note or key.startswith(_AFTERWORDS) or is_attachment(key)


def is_title(key: str) -> bool:
    """The name of a document: no marker, no sentence mark, a word such as 报告 at its end."""
    if key[-1:] not in _TITLE_LAST or find_marker(key):
        return False
    return bool(_TITLE.match(key))


def is_title_part(key: str) -> bool:
    """A line that a title may run through before it ends: a body, 关于…, a year."""
    if len(key) > _LONGEST_SIGNATURE or key.endswith(_CLAUSE_ENDS):
        return False
    return bool(_BODY_NAME.match(key) or _TITLE_PART.search(key))


def is_body_name(key: str) -> bool:
    """Nothing but the name of a body or place."""
    return len(key) <= _LONGEST_SIGNATURE and bool(_BODY_NAME.match(key))


def find_unit(key: str) -> str | None:
    """The town, township, street or sumu named last: 大兴镇 in 璧山区大兴镇人民政府."""
    units = _UNIT.findall(key)
    if not units:
        return None
    named = _BEFORE_UNIT.sub("", units[-1])
    name = str(re.split(r"[省市县区旗州盟]", named)[-1])
    return name if len(name) >= _SHORTEST_UNIT else named
