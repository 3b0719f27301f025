"""A file that holds the reports of two bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.norms import FAITHFUL_COPY
from scorer.document import DoubtKind, Quote, Span
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

#: A line of its own that names a body.
_SIGNATURE = regex(
    r"^[^\S\n]*(?P<body>\S{2,24}(?:人民政府|办事处|委员会|党委))[^\S\n]*$", re.MULTILINE
)


def run(reading: Reading) -> Iterator[Finding]:
    """Hand on that the file was taken apart, with the signatures that show it."""
    for doubt in reading.document.doubts:
        if doubt.kind is DoubtKind.GLUED:
            yield CHECK.finding(
                message=doubt.message,
                quotes=_quote_signatures(reading),
                remedy="将两份报告分别成文、分别提交。",
            )


def _quote_signatures(reading: Reading) -> tuple[Quote, ...]:
    """This report's own title and name, and the lines outside it that another body signed."""
    document = reading.document
    head = reading.masthead
    own = [fact.span for fact in (head.title, head.signature or head.issuer) if fact is not None]
    quotes = [document.quote(span) for span in own or [document.blocks[0].span]]
    for line in _SIGNATURE.finditer(document.text):
        span = Span(line.start("body"), line.end("body"))
        known = any(quote.text == line["body"] for quote in quotes)
        if not known and not document.extent.overlaps(span):
            quotes.append(document.quote(span))
    return tuple(quotes)


CHECK = Check(
    id="reports-mixed",
    kind="identity.mixed",
    strength=Strength.TEXT_QUALITY,
    title="一个文件含两份报告",
    why="两份报告拼在一个文件里时分别评分，互不计入，并在此提示。",
    norm=FAITHFUL_COPY,
    bad="镇党委、政府每月研究一次法治工作，组织执法人员培训4次，办结行政处罚案件21件，"
    "调处矛盾纠纷63起，开展普法宣传12场，听取群众意见30余条。\n"
    "柳湾镇人民政府\n2024年1月5日\n"
    "执法人员全部持证上岗，办结案件16件，调处矛盾纠纷48起，开展普法宣传9场，"
    "公开政府信息120条，办理代表建议8件，均已按期答复。\n"
    "桥头镇人民政府\n2024年1月8日",
    good="一、主要举措\n全年开展普法宣传12场。\n柳湾镇人民政府\n2024年1月5日",
    run=run,
)
