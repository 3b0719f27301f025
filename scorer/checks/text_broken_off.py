"""Places where text of the report was lost."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.hanging import closes_wrongly, hangs
from scorer.checks.norms import FAITHFUL_COPY
from scorer.document import Document, DoubtKind, Span
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_REMEDY = "对照原件补齐缺失的文字后重新提交。"
_CLOSED = frozenset("。！？；：…!?;:”’》）)】]")
#: Doubts about the file, not the report: another check, and the scorecard itself, tell them.
_OTHERS_SAY = frozenset({DoubtKind.GLUED, DoubtKind.READ_POORLY})
_PROSE, _SHOWN = 14, 16
_MANY_CLOSED, _MOST_OPEN, _LONGEST_START = 1, 2, 30
_HEADLESS = regex(r"(?:有[效力])?(?:实现|形成|取得|促进|增强|提高|提升|推动|营造|打造|夯实|得到)了")


def run(reading: Reading) -> Iterator[Finding]:
    """Hand on the doubts that the reader of the file had."""
    for doubt in reading.document.doubts:
        if doubt.loses_text and doubt.kind not in _OTHERS_SAY:
            yield CHECK.finding(
                message=doubt.message,
                quotes=(reading.document.quote(doubt.span),),
                remedy=_REMEDY,
            )
    yield from _find_hanging(reading)
    yield from _find_closed_wrongly(reading)
    yield from _find_headless(reading)


def _find_hanging(reading: Reading) -> Iterator[Finding]:
    """Paragraphs that end in words which ask for more, where the others are closed."""
    document = reading.document
    known = [doubt.span for doubt in document.doubts]
    told = [(block.span, document.plain.within(block.span)) for block in document.blocks]
    prose = [(span, words) for span, words in told if len(words) >= _PROSE and "，" in words]
    open_ends = [(span, words) for span, words in prose if words[-1] not in _CLOSED]
    closed = len(prose) - len(open_ends)
    if closed < max(_MANY_CLOSED, len(open_ends)) or len(open_ends) > _MOST_OPEN:
        return
    for span, words in open_ends:
        place = _end_of(document, span)
        met = any(doubt.start < place.end and place.start < doubt.end for doubt in known)
        if hangs(words) and not met:
            yield _report(document, place)


def _find_closed_wrongly(reading: Reading) -> Iterator[Finding]:
    """为了。 in mid-text: the rest of the sentence is gone."""
    for clause in reading.clauses:
        words = clause.text.rstrip("。！；")
        if len(words) < len(clause.text) and closes_wrongly(words):
            start = clause.stop - min(len(clause.text), _SHOWN)
            yield _report(reading.document, reading.document.plain.span(start, clause.stop))


def _find_headless(reading: Reading) -> Iterator[Finding]:
    """A text without title whose first sentence has no subject: 实现了…."""
    first = next(iter(reading.clauses), None)
    if first is None or first.paragraph != 0 or reading.document.doubts:
        return
    if _HEADLESS.match(first.text) and reading.masthead.title is None:
        stop = first.at + min(len(first.text), _LONGEST_START)
        quote = reading.quote(first.at, stop)
        yield CHECK.finding(
            message=f"正文从半句开始（“{quote.text[:_SHOWN]}…”），标题和前面的内容可能缺失，请核对原件。",
            quotes=(quote,),
            remedy=_REMEDY,
        )


def _end_of(document: Document, span: Span) -> Span:
    end = span.start + len(document.slice(span).rstrip())
    return Span(max(span.start, end - _SHOWN), end)


def _report(document: Document, place: Span) -> Finding:
    quote = document.quote(place)
    return CHECK.finding(
        message=f"正文在“…{quote.text}”处中断，后面的内容可能缺失，请核对原件。",
        quotes=(quote,),
        remedy=_REMEDY,
    )


CHECK = Check(
    id="text-broken-off",
    kind="truncated",
    strength=Strength.TEXT_QUALITY,
    title="文本中断或缺页",
    why="句子中断、序号倒退说明文件缺页或丢字；缺失部分涉及的内容不按缺项处理。",
    norm=FAITHFUL_COPY,
    bad="二是推进行政调解工作。按照构建矛盾纠纷“大\n的行为要加大责任追究力度。",
    good="二是推进行政调解工作。按照构建矛盾纠纷“大调解”格局的要求，全年调解26件。",
    run=run,
)
