"""Reads the end of a report: who signed it and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from scorer.cache import regex
from scorer.document import Span
from scorer.masthead.lines import Line, squeeze
from scorer.masthead.names import find_names
from scorer.zh.dates import PrintedDate, find_dates

_MOST_LINES = 14
_LONGEST_SIGNATURE = 60
_LONGEST_NOISE = 40
_SPACED_OUT = 2.0

_SEAL = regex(r"[(\[【][^()\[\]【】]{0,4}[印章][^()\[\]【】]{0,2}[)\]】]")
_BODY = (
    r"(?:中国共产党|中共)?[一-鿿]{0,24}?"
    r"(?:人民政府|政府|工作委员会|委员会|党工委|党委|办事处|管委会|街道|镇|乡|苏木|局|办公室)"
)
_SIGNATURE = regex(rf"{_BODY}(?:[、,和及]?{_BODY})*")
_OFFICE = regex(r"[一-鿿]{2,12}[省市县区旗州盟][一-鿿]{0,12}(?:人民政府|委员会|局|办公室)")
_CLOSING = regex(r"(?:特|专)?此(?:报告|汇报|报|函)|(?:以上|上述)(?:报告|情况).{0,12}|妥否.{0,10}")
_COLOPHON = regex(
    r"(?:抄送|主送|抄报|附件|\(?联系人|联系电话|\(?此件|\(?信息公开|\(?公开方式)|.*印发$"
)
_PAGE_NUMBER = regex(r"[-—–\s·.第]*\d{1,3}[-—–\s·.页]*(?:[,/]?共?\d+页?)?")
_DATE_LABEL = regex(r"(?:报告|成文|签发|落款)?(?:日期|时间):?")
_AFTER_DATE = regex(r"\s*[日号]?\s*(?:[(][^()]{0,6}[)])?\s*[。.]?\s*")
_SENTENCE_END = regex(r"[。!！?？;；]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Signature and date; `frame` are their lines and 特此报告.

    `signature` joins the bodies with 、; its characters are folded.
    """

    signature: str | None = None
    signature_span: Span | None = None
    date: PrintedDate | None = None
    date_span: Span | None = None
    frame: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one closing line gives; `text` is what stands before the date."""

    text: str = ""
    text_span: Span | None = None
    date: PrintedDate | None = None
    date_span: Span | None = None
    closes: bool = False


def read_closing(lines: Iterable[Line]) -> Closing:
    """Read the report lines, given from the last upward, until one tells something."""
    parts: list[_Part] = []
    for line in islice(lines, _MOST_LINES):
        if _is_colophon(line.text) and not parts:
            continue
        part = _read_part(line)
        if part is None and _is_noise(line.text) and not parts:
            continue
        if part is None or (part.date and any(below.date for below in parts)):
            break
        parts.append(part)
        if part.closes:
            break
    return _assemble(parts[::-1])


def _is_colophon(text: str) -> bool:
    words = squeeze(text)
    return bool(_COLOPHON.match(words) or _PAGE_NUMBER.fullmatch(words))


def _is_noise(text: str) -> bool:
    """Whether a line below the signature may be a link of the page that was left standing."""
    return len(text) <= _LONGEST_NOISE and not _SENTENCE_END.search(text)


def _read_part(line: Line) -> _Part | None:
    """Read a signature, a date or 特此报告, on a line of their own or behind the last sentence."""
    whole = squeeze(line.text).rstrip("。.!！")
    if _CLOSING.fullmatch(whole):
        return _Part(text_span=line.span, closes=True)
    ends = [match.end() for match in _SENTENCE_END.finditer(line.text)]
    start = ends[-1] if ends else 0
    return _read_signed(line, start, closes=bool(ends))


def _read_signed(line: Line, start: int, *, closes: bool) -> _Part | None:
    """Read `signature date`, either alone too, from a place in the line to its end."""
    date = next((date for date in find_dates(line.text[start:]) if date.iso), None)
    stop = start + date.start if date else len(line.text)
    if date and not _AFTER_DATE.fullmatch(line.text, start + date.end):
        return None
    body = line.text[start:stop]
    signature = _read_signature(_SEAL.sub("", _DATE_LABEL.sub("", body)).strip())
    if signature is None or (not signature and date is None):
        return None
    left = start + len(body) - len(body.lstrip())
    right = start + len(body.rstrip())
    origin = line.span.start
    return _Part(
        text=signature,
        text_span=Span(origin + left, origin + right) if signature else None,
        date=date,
        date_span=Span(origin + stop, origin + start + date.end) if date else None,
        closes=closes,
    )


def _read_signature(text: str) -> str | None:
    """The bodies of a signature line joined with 、; "" for nothing, None for another line."""
    if not text:
        return ""
    words = [word for word in text.split() if word]
    spaced_out = sum(map(len, words)) / len(words) <= _SPACED_OUT
    joined = ("" if spaced_out else "、").join(words)
    fits = len(joined) <= _LONGEST_SIGNATURE and _SIGNATURE.fullmatch(joined)
    return joined if fits and (find_names(joined) or _OFFICE.fullmatch(joined)) else None


def _assemble(parts: Sequence[_Part]) -> Closing:
    signed = [part for part in parts if part.text]
    dated = next((part for part in parts if part.date), None)
    spans = [part.text_span for part in signed if part.text_span]
    frame = {span for part in parts for span in (part.text_span, part.date_span) if span}
    return Closing(
        signature="、".join(part.text for part in signed) or None,
        signature_span=Span(spans[0].start, spans[-1].end) if spans else None,
        date=dated.date if dated else None,
        date_span=dated.date_span if dated else None,
        frame=tuple(sorted(frame)),
    )
