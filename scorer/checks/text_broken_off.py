"""Places where text of the report was lost."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.checks.base import Check
from scorer.checks.norms import FAITHFUL_COPY
from scorer.document import DoubtKind
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading


def run(reading: Reading) -> Iterator[Finding]:
    """Hand on the doubts that the reader of the file had."""
    for doubt in reading.document.doubts:
        if doubt.loses_text and doubt.kind is not DoubtKind.GLUED:
            yield CHECK.finding(
                message=doubt.message,
                quotes=(reading.document.quote(doubt.span),),
                remedy="对照原件补齐缺失的文字后重新提交。",
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
