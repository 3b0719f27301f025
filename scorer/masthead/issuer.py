"""Decides which body reports, from the surest word to the weakest, and notes who disagrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from scorer.cache import regex
from scorer.document import Document, Span
from scorer.masthead.closing import Closing
from scorer.masthead.head import Head
from scorer.masthead.model import Origin
from scorer.masthead.names import Name, find_names, kind_of
from scorer.masthead.page import Page
from scorer.masthead.story import Story, find_kind, find_wordplay
from scorer.places import find_units, split_chain

_LEVELS = ("县", "区", "市", "旗", "州", "盟", "省")
_DEPARTMENT = regex(
    r"(?:关于)?(?:\d{4}年度?)?(?P<body>[一-鿿]{2,16}?(?:局|办公室|管委会|管理委员会|法院|检察院|厅|中心))"
    r"(?=关于|\d{4}|[二][〇○零]|法治|依法|文件|$)"
)
#: A street office whose name leaves 街道 out: 王四营地区办事处.
_OFFICE = regex(r"(?:关于)?(?:\d{4}年度?)?(?P<body>[一-鿿]{2,16}?办事处)")
_UPPER_TITLE = regex(r"(?=关于|\d{4}|二[〇○零]|法治|依法|推进)")
_SPOKEN_OF = MappingProxyType(
    {
        Origin.TITLE: "标题",
        Origin.LETTERHEAD: "版头",
        Origin.SIGNATURE: "落款",
        Origin.PAGE: "页面信息",
        Origin.BODY: "正文",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """A body that may have issued the report; `chain` ends in its own place.

    `text` is the body as written; `kind` is 镇, 乡, 民族乡, 街道, 苏木, or 县, 部门 and the like.
    """

    text: str
    chain: tuple[str, ...]
    kind: str | None
    origin: Origin
    span: Span
    sure: bool = True

    @property
    def unit(self) -> str:
        """The last unit name."""
        return self.chain[-1]

    @property
    def is_town(self) -> bool:
        """Whether it is a township of some kind."""
        return kind_of(self.unit) is not None


def find_issuers(head: Head, page: Page, closing: Closing, story: Story) -> tuple[Issuer, ...]:
    """Every body named where an issuer stands, the surest place first."""
    return (
        *_find_in_titles(head, page),
        *_find_in_letterhead(head),
        *_find_in_signature(closing),
        *(_from_name(name, Origin.PAGE, span) for name, span in page.sources),
        *(_from_chain(town.chain, town.span, sure=town.sure) for town in story.towns),
        *(_from_name(name, Origin.PAGE, span, sure=False) for name, span in page.crumbs),
    )


def find_played_on(document: Document) -> tuple[Issuer, ...]:
    """法治东里 and 我镇 make 东里镇; only a town that the gazetteer knows is believed."""
    wordplay, kind = find_wordplay(document), find_kind(document)
    if wordplay is None or kind is None or not find_units(wordplay[0] + kind):
        return ()
    return (_from_chain((wordplay[0] + kind,), wordplay[1], sure=False),)


def find_issuer_conflicts(issuers: tuple[Issuer, ...]) -> Iterator[str]:
    """One sentence for each place that names another body than the one chosen."""
    if not issuers:
        return
    chosen = issuers[0]
    told = {chosen.origin}
    for other in issuers[1:]:
        if other.sure and other.origin not in told and other.unit != chosen.unit:
            told.add(other.origin)
            yield _conflict(chosen, other)


def _conflict(chosen: Issuer, other: Issuer) -> str:
    source = _SPOKEN_OF[chosen.origin]
    return (
        f"{source}写的是{chosen.unit}，{_SPOKEN_OF[other.origin]}写的是{other.unit}，"
        f"报告主体按{source}认定为{chosen.unit}，请核对。"
    )


def _find_in_titles(head: Head, page: Page) -> Iterator[Issuer]:
    titles = sorted(head.titles, key=lambda title: title is not head.title)
    found = [(title.text, Origin.TITLE, title.span) for title in titles]
    found += [(text, Origin.PAGE, span) for text, span in page.titles]
    for text, origin, span in found:
        yield from _read_bodies(text, origin, span)


def _find_in_letterhead(head: Head) -> Iterator[Issuer]:
    for words in (head.letterhead, head.byline):
        if words:
            yield from _read_bodies(words.text, Origin.LETTERHEAD, words.span)


def _find_in_signature(closing: Closing) -> Iterator[Issuer]:
    if closing.signature and closing.signature_span:
        yield from _read_bodies(closing.signature, Origin.SIGNATURE, closing.signature_span)


def _read_bodies(text: str, origin: Origin, span: Span) -> Iterator[Issuer]:
    """The towns of a text, of party and government the government first; else another body."""
    names = sorted(find_names(text), key=lambda name: not name.governs)
    yield from (_from_name(name, origin, span) for name in names)
    if not names:
        yield from _read_upper(text, origin, span)


def _read_upper(text: str, origin: Origin, span: Span) -> Iterator[Issuer]:
    """A department, or a county or city: no township, but plainly a body that reports."""
    department = _DEPARTMENT.match(text)
    if department:
        body = department["body"]
        yield Issuer(text=body, chain=(body,), kind="部门", origin=origin, span=span)
        return
    office = _OFFICE.match(text)
    if office:
        yield Issuer(
            text=office["body"], chain=(office["body"],), kind="街道", origin=origin, span=span
        )
        return
    lead = re.sub(r"^(?:关于|中共)?(?:\d{4}年度?)?", "", text)
    place = _UPPER_TITLE.split(lead, maxsplit=1)[0].removesuffix("文件")
    chain = split_chain(place.removesuffix("人民政府").removesuffix("委员会"))
    kind = next((level for level in _LEVELS if chain and chain[-1].endswith(level)), None)
    if kind:
        yield Issuer(text=place, chain=chain, kind=kind, origin=origin, span=span)


def _from_name(name: Name, origin: Origin, span: Span, *, sure: bool = True) -> Issuer:
    kind = kind_of(name.unit)
    return Issuer(text=name.text, chain=name.chain, kind=kind, origin=origin, span=span, sure=sure)


def _from_chain(chain: tuple[str, ...], span: Span, *, sure: bool) -> Issuer:
    kind = kind_of(chain[-1])
    return Issuer(
        text="".join(chain), chain=chain, kind=kind, origin=Origin.BODY, span=span, sure=sure
    )
