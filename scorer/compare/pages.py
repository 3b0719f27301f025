"""A comparison as pages: what is shared, side by side, and every report it was found in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.compare.model import MOST_PAIRS, Comparison, Pair, Relation, Report, SharedText, Side
from scorer.compare.specimen import Specimen
from scorer.render.engine import engine_version
from scorer.render.page import Page, text_page
from scorer.render.secured import prepare_style
from scorer.render.templating import environment
from scorer.render.visible import NAME_LIMIT, shorten
from scorer.scorecard import Failure

INDEX = "compare.html"
#: What a page holds; the rest is in the JSON file.
_MOST_REPORTS, _MOST_CLUSTERS = 500, 50

RELATION_WORDS = {
    Relation.OTHERS: "不同单位",
    Relation.SAME_TOWN: "同一单位的不同年度",
    Relation.SAME_REPORT: "同一单位同一年度的两份文件",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report as a line of the table; shares are percentages, "" where there is nothing to share.

    `link` is the page of its text, "" where nothing of it is quoted.
    """

    anchor: str
    link: str
    name: str
    year: str
    file: str
    letters: int
    set_share: str
    with_others: str
    with_itself: str
    own: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side of a passage."""

    report: ReportView
    lines: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage."""

    letters: int
    sides: tuple[SideView, SideView]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two reports that share text."""

    anchor: str
    relation: str
    here: ReportView
    there: ReportView
    letters: int
    share_here: str
    share_there: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line of a report's text; `pairs` are those whose passages begin on it."""

    number: int
    words: str
    shared: bool
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """The text of a report that is quoted."""

    report: ReportView
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """All that the page shows, and how much of it was left to the JSON file."""

    engine: str
    count: int
    references: int
    least: int
    common_towns: int
    reports: tuple[ReportView, ...]
    more_reports: int
    clusters: tuple[tuple[ReportView, ...], ...]
    more_clusters: int
    others: tuple[PairView, ...]
    itself: tuple[PairView, ...]
    twins: tuple[PairView, ...]
    more_pairs: int
    failures: tuple[Failure, ...]


def render_pages(comparison: Comparison) -> Iterator[Page]:
    """The page of what is shared, and the text of each report that it quotes."""
    templates = environment(None)
    sheet = prepare_style(templates, "compare.css")
    view = prepare(comparison)
    page = templates.get_template("compare.html.j2")
    yield text_page(INDEX, page.render(view=view, inline=sheet))
    page = templates.get_template("compare_text.html.j2")
    for text in prepare_texts(comparison, view):
        yield text_page(text.report.link, page.render(text=text, index=INDEX, inline=sheet))


def prepare(comparison: Comparison) -> ComparisonView:
    """Build the view."""
    told = comparison.pairs[:MOST_PAIRS]
    quoted = {number for pair in told for number in (pair.here, pair.there)}
    views = tuple(
        _report(number, each, quoted=number in quoted)
        for number, each in enumerate(comparison.reports)
    )
    by_relation: dict[Relation, list[PairView]] = defaultdict(list)
    for number, pair in enumerate(told, start=1):
        by_relation[pair.relation].append(_pair(number, pair, views))
    listed = [n for n, each in enumerate(comparison.reports) if not each.reference]
    listed.sort(key=lambda n: (_order(comparison.reports[n]), n))
    clusters = comparison.clusters[:_MOST_CLUSTERS]
    return ComparisonView(
        engine=engine_version(),
        count=len(listed),
        references=len(views) - len(listed),
        least=comparison.least,
        common_towns=comparison.common_towns,
        reports=tuple(views[n] for n in listed[:_MOST_REPORTS]),
        more_reports=max(0, len(listed) - _MOST_REPORTS),
        clusters=tuple(tuple(views[n] for n in cluster) for cluster in clusters),
        more_clusters=len(comparison.clusters) - len(clusters),
        others=tuple(by_relation[Relation.OTHERS]),
        itself=tuple(by_relation[Relation.SAME_TOWN]),
        twins=tuple(by_relation[Relation.SAME_REPORT]),
        more_pairs=len(comparison.pairs) - len(told),
        failures=comparison.failures,
    )


def _order(report: Report) -> float:
    return 2.0 if report.own_share is None else report.own_share


def name_report(report: Report) -> str:
    """The issuer's shortest name, or the file's where nobody is named."""
    return shorten(report.issuer.unit or report.file, NAME_LIMIT)


def show_share(share: float | None) -> str:
    """A whole percentage; what is not quite nothing or all does not become so by rounding."""
    if share is None:
        return ""
    percent = round(share * 100)
    if 0 < share < 1:
        percent = min(99, max(1, percent))
    return f"{percent}%"


def show_lines(side: Side) -> str:
    """第3行, or 第3至5行."""
    if side.first_line == side.last_line:
        return f"第{side.first_line}行"
    return f"第{side.first_line}至{side.last_line}行"


def _report(number: int, report: Report, *, quoted: bool) -> ReportView:
    own = report.letters - report.fixed - report.common
    return ReportView(
        anchor=f"r{number}",
        link=f"text-{number + 1}.html" if quoted else "",
        name=name_report(report),
        year="" if report.issuer.year is None else str(report.issuer.year),
        file=report.file,
        letters=report.letters,
        set_share=show_share((report.fixed + report.common) / max(1, report.letters)),
        with_others=show_share(report.with_others / own if own else None),
        with_itself=show_share(report.with_itself / own if own else None),
        own=show_share(report.own_share),
    )


def _pair(number: int, pair: Pair, views: Sequence[ReportView]) -> PairView:
    here, there = views[pair.here], views[pair.there]
    longest = sorted(pair.passages, key=lambda passage: -passage.letters)
    return PairView(
        anchor=f"p{number}",
        relation=RELATION_WORDS[pair.relation],
        here=here,
        there=there,
        letters=pair.letters,
        share_here=show_share(pair.share_here),
        share_there=show_share(pair.share_there),
        passages=tuple(_passage(passage, here, there) for passage in longest),
    )


def _passage(passage: SharedText, here: ReportView, there: ReportView) -> PassageView:
    sides = (_side(here, passage.here), _side(there, passage.there))
    return PassageView(letters=passage.letters, sides=sides)


def _side(report: ReportView, side: Side) -> SideView:
    return SideView(report=report, lines=show_lines(side), side=side)


def prepare_texts(comparison: Comparison, view: ComparisonView) -> Iterator[TextView]:
    """The text of each report quoted, its shared lines marked."""
    pairs = (*view.others, *view.itself, *view.twins)
    by_report: dict[str, list[tuple[PairView, Side]]] = defaultdict(list)
    reports: dict[str, ReportView] = {}
    for pair in pairs:
        for passage in pair.passages:
            for side in passage.sides:
                by_report[side.report.anchor].append((pair, side.side))
                reports[side.report.anchor] = side.report
    for number, specimen in comparison.texts:
        shared = by_report[f"r{number}"]
        if shared:
            lines = tuple(_lines(specimen, shared))
            yield TextView(report=reports[f"r{number}"], lines=lines)


def _lines(specimen: Specimen, shared: Sequence[tuple[PairView, Side]]) -> Iterator[LineView]:
    stops = (*specimen.lines[1:], len(specimen.words))
    for number, (start, stop) in enumerate(zip(specimen.lines, stops, strict=True), start=1):
        words = specimen.words[start:stop].strip()
        if not words:
            continue
        pairs = [pair for pair, side in shared if side.first_line == number]
        inside = any(side.first_line <= number <= side.last_line for _, side in shared)
        yield LineView(number=number, words=words, shared=inside, pairs=tuple(dict.fromkeys(pairs)))
