"""Places where text of the report was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.checks.base import Check
from scorer.checks.norms import FAITHFUL_COPY
from scorer.document import BlockKind, DoubtKind, Span
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_REMEDY = "对照原件补齐缺失的文字后重新提交。"
_CLOSED = frozenset("。！？；：…!?;:”’》）)】]")
#: Words behind which something must follow.
_HANGING = re.compile(
    r"(?:[的把以及并而但、，]|(?<![应面校核反])对|(?<![参])与|(?<![行作因成认])为|(?<![总平缓])和|(?<![方导趋])向"
    r"|(?<![存所现])在|(?<![理自事])由|(?<![服听])从|推动|推进|加强|开展|组织|进一步|围绕|按照|根据|通过|其中"
    r"|包括|例如|共计|全年|切实|不断|严格|坚持|落实|制定|受理|调解|办理|是|[（“《][^）”》]{0,12})$"
)
#: Doubts about the file, not the report: another check, and the scorecard itself, tell them.
_OTHERS_SAY = frozenset({DoubtKind.GLUED, DoubtKind.READ_POORLY})
_PROSE, _SHOWN = 20, 16
_MANY_CLOSED, _MOST_OPEN = 4, 2


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


def _find_hanging(reading: Reading) -> Iterator[Finding]:
    """Paragraphs that end in words which ask for more, where the others are closed."""
    document = reading.document
    known = [doubt.span for doubt in document.doubts]
    blocks = [block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    told = [(span, document.text[span.start : span.end].rstrip()) for span in blocks]
    prose = [(span, words) for span, words in told if len(words) >= _PROSE and "，" in words]
    open_ends = [(span, words) for span, words in prose if words[-1] not in _CLOSED]
    if len(prose) - len(open_ends) < _MANY_CLOSED or len(open_ends) > _MOST_OPEN:
        return
    for span, words in open_ends:
        place = Span(span.start + max(0, len(words) - _SHOWN), span.start + len(words))
        met = any(doubt.start < place.end and place.start < doubt.end for doubt in known)
        if _HANGING.search(words) and not met:
            yield CHECK.finding(
                message=f"正文在“…{words[-_SHOWN:]}”处中断，后面的内容可能缺失，请核对原件。",
                quotes=(document.quote(place),),
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
