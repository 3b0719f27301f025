"""`scorer convert`: the text as the scorer reads it, or what the scorer sees in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from scorer import ingest, masthead
from scorer.batch.intake import Source
from scorer.cli.consoles import open_screen
from scorer.cli.mistakes import ExitCode
from scorer.cli.sources import find_sources, read_standard_input
from scorer.cli.streams import say, write_exactly
from scorer.document import BlockKind, Document, RemovedKind, Span
from scorer.errors import IngestError
from scorer.ingest import Member
from scorer.masthead.model import Masthead, Sourced
from scorer.render.visible import make_visible
from scorer.render.words import ORIGIN_WORDS

REMOVED_WORDS = {
    RemovedKind.BREADCRUMB: "面包屑",
    RemovedKind.CATALOGUE: "信息目录",
    RemovedKind.PAGE_LINE: "日期来源行",
    RemovedKind.WIDGET: "按钮和工具",
    RemovedKind.FOOTER: "页脚",
    RemovedKind.DISCLAIMER: "声明",
    RemovedKind.PAGE_NUMBER: "页码",
    RemovedKind.REPEATED_TITLE: "重复标题",
}
_OPENING = 40


def run(paths: Sequence[str], stdin_filename: str, *, outline: bool) -> ExitCode:
    """Print each file's text exactly, with a summary on the side; or its outline instead."""
    sources = find_sources(paths, stdin_filename)
    code = ExitCode.OK
    for member in (member for source in sources for member in _open_source(source)):
        try:
            documents = ingest.read_member(member)
        except IngestError as error:
            say(f"无法读取：{error}")
            code = ExitCode.INPUT_FAILED
            continue
        if outline:
            _print_outline(open_screen(), documents)
        else:
            _print_text(documents, headed=len(sources) > 1 or sources[0].name != member.name)
    return code


def _open_source(source: Source) -> Iterator[Member]:
    if source.path is None:
        return ingest.open_bytes(source.name, read_standard_input())
    return ingest.open_path(source.path, source.name)


def _print_text(documents: Sequence[Document], *, headed: bool) -> None:
    """The text alone, so that offsets count from the first character, unless there are several."""
    first = documents[0]
    if headed:
        write_exactly(f"==> {first.name} <==\n")
    write_exactly(first.text)
    say(_summarise(documents))


def _summarise(documents: Sequence[Document]) -> str:
    first = documents[0]
    kinds = Counter(removed.kind for document in documents for removed in document.removed)
    removed = "、".join(
        f"{REMOVED_WORDS[kind]}{kinds[kind]}处" for kind in RemovedKind if kinds[kind]
    )
    headings = sum(b.kind is BlockKind.HEADING for d in documents for b in d.blocks)
    doubts = "".join(f"；疑点：{doubt.message}" for d in documents for doubt in d.doubts)
    return (
        f"{first.name}：{len(documents)}份报告，{len(first.text)}字，标题{headings}个；"
        f"去掉的网页文字：{removed or '无'}{doubts}"
    )


def _print_outline(screen: Console, documents: Sequence[Document]) -> None:
    _line(screen, f"{documents[0].name}：{len(documents)}份报告", indent=0)
    for number, document in enumerate(documents, 1):
        _line(screen, f"第{number}份，从{_line_of(document, document.extent)}起")
        _print_masthead(screen, document, masthead.read(document))
        _section(screen, "标题", _list_headings(document))
        removed = (
            f"{REMOVED_WORDS[r.kind]}（{_line_of(document, r.span)}）：{_open(document, r.span)}"
            for r in document.removed
        )
        _section(screen, "去掉的网页文字", tuple(removed))
        doubts = (f"{_line_of(document, d.span)}：{d.message}" for d in document.doubts)
        _section(screen, "疑点", tuple(doubts))


def _print_masthead(screen: Console, document: Document, head: Masthead) -> None:
    facts: tuple[tuple[str, Sourced[str] | Sourced[int] | None], ...] = (
        ("标题", head.title),
        ("单位", head.issuer),
        ("年度", head.year),
        ("主送", head.addressee),
        ("落款", head.signature),
        ("成文日期", head.signed),
        ("发布日期", head.published),
    )
    rows = tuple(f"{name}：{_show_fact(document, fact)}" for name, fact in facts if fact)
    region = "".join(level for level in head.region if level)
    _section(
        screen, "基本信息", (*rows, *((f"地区：{region}",) if region else ()), *head.conflicts)
    )


def _show_fact(document: Document, fact: Sourced[str] | Sourced[int]) -> str:
    return f"{fact.value}（{ORIGIN_WORDS[fact.origin]}，{_line_of(document, fact.span)}）"


def _list_headings(document: Document) -> tuple[str, ...]:
    return tuple(
        f"{'  ' * (block.level - 1)}{document.slice(block.span).strip()}"
        f"（{block.level}级，{_line_of(document, block.span)}）"
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    )


def _line_of(document: Document, span: Span) -> str:
    return f"第{document.quote(span).line}行"


def _open(document: Document, span: Span) -> str:
    words = " ".join(document.slice(span).split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING]}……"


def _section(screen: Console, title: str, rows: Sequence[str]) -> None:
    _line(screen, f"{title}{'' if rows else '：无'}")
    for row in rows:
        _line(screen, row, indent=4)


def _line(screen: Console, words: str, *, indent: int = 2) -> None:
    screen.print(Text(" " * indent + make_visible(words)), soft_wrap=True)
