"""Reads the page around a report: who published it, when, under which title and in which column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from scorer.cache import regex
from scorer.document import RemovedKind, Span
from scorer.masthead.lines import Line, squeeze
from scorer.masthead.names import Name, find_names, is_place
from scorer.places import is_upper_unit, split_chain
from scorer.zh.dates import PrintedDate, find_dates

#: Labels of a date, the surest first: what says 发布 beats what says 成文.
_DATE_LABELS = (
    ("发布日期", "发布时间", "发布于"),
    ("发文日期", "发文时间", "公布日期", "公布时间", "公开日期", "公开时间", "上传时间"),
    ("日期", "时间"),
    ("更新时间", "更新日期", "公文生成日期", "生成日期"),
    ("成文日期", "成文时间"),
)
_SOURCE_LABELS = (
    *("发布机构", "发文机构", "发布单位", "发文单位", "发文机关", "制发机关", "公开单位"),
    *("信息来源", "文章来源", "稿件来源", "来源", "责任部门", "责任科室", "供稿单位"),
)
_TITLE_LABELS = ("信息名称", "文件名称", "公文名称", "公文标题", "名称", "标题", "内容概述")
#: From this rank on a label is one plain word.
_BARE_RANK = 2
#: What stands between a label and its value: a colon, brackets of a catalogue, cells of a table.
_GAP = r"[\s:\]】|]{1,12}"
#: A county that the gazetteer does not know is believed up to this length: 走进云岫县 is none.
_LONGEST_INVENTED = 4
_CLOCK = regex(r"今天|现在是|当前时间|星期|农历|周[一二三四五六日]")
_BREADCRUMB = regex(r"位置|首页.{0,3}[>/»]|[>»].{1,30}[>»]")
_CRUMB = regex(r"[^>»/\\:|]+")
_SITE = regex(r"[一-鿿]{2,12}?[县区市旗州盟](?=人民政府|政府(?:门户)?网|党政网)")
_OFFICE_WORDS = regex("版权所有|主办单位?|承办单位?|主管单位?|技术支持|维护单位?|友情链接|欢迎访问")
_BARE_DATE = regex(
    r"\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:$|来源|信息来源|浏览|点击|阅读|字[体号])"
)


def _spaced(labels: Sequence[str]) -> str:
    """A pattern of labels whose characters may stand apart: 标 题."""
    return "|".join(r"\s{0,2}".join(label) for label in labels)


_RANKED = tuple(regex(rf"(?:{_spaced(labels)}){_GAP}") for labels in _DATE_LABELS)
_SOURCE = regex(rf"(?:{_spaced(_SOURCE_LABELS)}){_GAP}(?P<value>[^\s|\[\]【】:]+)")
_TITLE = regex(
    rf"(?<![一-鿿])(?:{_spaced(_TITLE_LABELS)})\s*[:\]】|][\s:\]】|]*(?P<value>[^|\[\]]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date of publication and how sure its label is (0 surest)."""

    date: PrintedDate
    rank: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the page says; names are (name, line) in the order of trust."""

    titles: tuple[tuple[str, Span], ...] = ()
    sources: tuple[tuple[Name, Span], ...] = ()
    crumbs: tuple[tuple[Name, Span], ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    published: Stamp | None = None


def read_page(lines: Sequence[Line]) -> Page:
    """Read the lines of the page, and the lines above the text that ingest left standing."""
    stamps = chain.from_iterable(map(_find_stamps, lines))
    return Page(
        titles=tuple(chain.from_iterable(map(_find_titles, lines))),
        sources=tuple(chain.from_iterable(map(_find_sources, lines))),
        crumbs=tuple(chain.from_iterable(map(_find_crumbs, lines)))[::-1],
        places=tuple(chain.from_iterable(map(_find_places, lines))),
        published=min(stamps, key=lambda stamp: stamp.rank, default=None),
    )


def _find_stamps(line: Line) -> Iterator[Stamp]:
    """Dates right behind a label, else a bare date that opens the line.

    A label without value says nothing, and beside a clock only 发布 and its like are believed.
    """
    dates = [date for date in find_dates(line.text) if date.iso]
    clock = _CLOCK.search(line.text) is not None
    for rank, label in enumerate(_RANKED[:_BARE_RANK] if clock else _RANKED):
        ends = {match.end() for match in label.finditer(line.text) if _stands_alone(match, rank)}
        for date in dates:
            if date.start in ends:
                yield _stamp(line, date, rank)
    for date in dates[:1]:
        if date.start == 0 and not clock and _BARE_DATE.match(line.text, date.end):
            yield _stamp(line, date, len(_RANKED))


def _stamp(line: Line, date: PrintedDate, rank: int) -> Stamp:
    start = line.span.start
    return Stamp(date=date, rank=rank, span=Span(start + date.start, start + date.end))


def _stands_alone(match: re.Match[str], rank: int) -> bool:
    """Whether a bare 日期 or 时间 is no tail of another label: 失效日期, 归档时间."""
    before = match.string[match.start() - 1 : match.start()].strip()
    return rank < _BARE_RANK or not re.match(r"[一-鿿]", before)


def _find_titles(line: Line) -> Iterator[tuple[str, Span]]:
    if line.removed is None:
        return
    for match in _TITLE.finditer(line.text):
        value = squeeze(match["value"])
        if "报告" in value or "法治" in value:
            start = line.span.start
            yield value, Span(start + match.start("value"), start + match.end("value"))


def _find_sources(line: Line) -> Iterator[tuple[Name, Span]]:
    if line.removed is RemovedKind.DISCLAIMER:
        return
    for match in _SOURCE.finditer(line.text):
        for name in find_names(match["value"])[:1]:
            if is_place(name.unit, told=True):
                yield name, line.span


def _find_crumbs(line: Line) -> Iterator[tuple[Name, Span]]:
    """Towns that are a column of the site: > 大兴镇, > 余家镇人民政府; not 区属街道信息公开目录."""
    if line.removed != RemovedKind.BREADCRUMB and not _BREADCRUMB.search(line.text):
        return
    for crumb in _CRUMB.finditer(line.text):
        for name in find_names(squeeze(crumb[0]))[:1]:
            if name.start == 0 and is_place(name.unit, told=True):
                yield name, line.span


def _find_places(line: Line) -> Iterator[tuple[str, ...]]:
    """Counties and cities whose site or office the page names; they place a town, never report."""
    for match in _SITE.finditer(line.text):
        words = _OFFICE_WORDS.sub("", match[0])
        place = split_chain(words)
        if place and (len(words) <= _LONGEST_INVENTED or all(map(is_upper_unit, place))):
            yield place
