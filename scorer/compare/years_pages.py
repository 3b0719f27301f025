"""Two years of each town as a page, as JSON, and as a few lines for the console."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console

from scorer.compare.succession import How
from scorer.compare.yearly import Yearly
from scorer.compare.years import Fate, FigureChange, LineFate, TownYears, Years
from scorer.document import Quote
from scorer.render.engine import engine_version
from scorer.render.json_text import Node, dump, number
from scorer.render.page import Page, text_page
from scorer.render.secured import prepare_style
from scorer.render.templating import environment
from scorer.render.terminal_line import show_heading, show_item, show_words
from scorer.render.visible import QUOTE_LIMIT, make_visible, shorten, show_line
from scorer.render.words import show_number, show_total

PAGE, JSON = "years.html", "years.json"
PLAN_WORDS = {
    Fate.DONE: "今年写了做法",
    Fate.REPEATED: "今年原样又列入安排",
    Fate.UNTOLD: "今年未见提及，无法判断",
}
LACK_WORDS = {Fate.REPEATED: "今年原样仍在", Fate.UNTOLD: "今年不再写同样的话"}
HOW_WORDS = {How.SAME: "", How.RENAMED: "改名", How.MERGED: "合并而来"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line of last year's, what became of it, and where this year shows it."""

    words: str
    line: int
    fate: str
    shown_by: str
    shown_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part's points of both years, "" where nothing could be judged."""

    title: str
    last: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure of both years."""

    what: str
    kind: str
    last: str
    last_line: int
    now: str
    now_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TownView:
    """A town over two years."""

    name: str
    before: str
    how: str
    last_year: str
    year: str
    last_total: str
    total: str
    parts: tuple[PartView, ...]
    plan: tuple[LineView, ...]
    shortcomings: tuple[LineView, ...]
    figures: tuple[FigureView, ...]


def render_pages(years: Years) -> Iterator[Page]:
    """The page and the JSON file."""
    templates = environment(None)
    page = templates.get_template("compare_years.html.j2")
    text = page.render(
        towns=tuple(map(_view, years.towns)),
        doubtful=tuple((_name(now), tuple(map(_name, found))) for now, found in years.doubtful),
        new=tuple(map(_name, years.new)),
        gone=tuple(map(_name, years.gone)),
        failures=years.failures,
        engine=engine_version(),
        inline=prepare_style(templates, "compare.css"),
    )
    yield text_page(PAGE, text)


def render_json(years: Years) -> str:
    """Everything, for programs."""
    return dump(
        {
            "engine": engine_version(),
            "towns": [_node(town) for town in years.towns],
            "doubtful": [
                {"file": _file(now), "candidates": [_file(each) for each in found]}
                for now, found in years.doubtful
            ],
            "new": [_file(each) for each in years.new],
            "gone": [_file(each) for each in years.gone],
            "errors": [{"file": f.file, "reason": f.reason} for f in years.failures],
        }
    )


def show(console: Console, years: Years) -> None:
    """A line a town: points, the plan's fate, what stayed word for word."""
    show_heading(console, f"与上年对照（{len(years.towns)}对）")
    for count, town in enumerate(map(_view, years.towns), start=1):
        plan = _count(town.plan, tuple(PLAN_WORDS.values()))
        lacks = _count(town.shortcomings, tuple(LACK_WORDS.values())[:1])
        told = f"{town.name}：{town.last_total}→{town.total}分；上年安排{len(town.plan)}条{plan}"
        told += f"；上年不足{len(town.shortcomings)}条{lacks}"
        show_item(console, count, make_visible(told))
        for figure in town.figures[:3]:
            words = f"{figure.what}：{figure.last}→{figure.now}，{figure.kind}"
            show_words(console, make_visible(words), indent=6, style="dim")
    for now, found in years.doubtful:
        names = "、".join(map(_name, found))
        words = f"{_name(now)}：上年可能对应的有{names}，无法确定，未作对照"
        show_words(console, make_visible(words))
    for head, found in (("上年没有读到报告", years.new), ("今年没有读到报告", years.gone)):
        if found:
            show_words(console, make_visible(f"{head}：{'、'.join(map(_name, found))}"))
    if years.failures:
        show_heading(console, f"没有对照的文件（{len(years.failures)}个）")
    for count, failure in enumerate(years.failures, start=1):
        show_item(console, count, make_visible(f"{failure.file}：{failure.reason}"))


def _count(lines: Sequence[LineView], words: Sequence[str]) -> str:
    counts = Counter(line.fate for line in lines)
    told = [f"{word}{counts[word]}条" for word in words if counts[word]]
    return f"（{'，'.join(told)}）" if told else ""


def _view(town: TownYears) -> TownView:
    now, last = town.now, town.last
    return TownView(
        name=_name(now),
        before=_name(last) if town.match.how is not How.SAME else "",
        how=HOW_WORDS[town.match.how],
        last_year=_year(last),
        year=_year(now),
        last_total=show_total(last.scorecard.total),
        total=show_total(now.scorecard.total),
        parts=tuple(
            PartView(
                title=part.title,
                last=show_number(part.last) if part.last_max else "",
                now=show_number(part.now) if part.now_max else "",
            )
            for part in town.parts
        ),
        plan=tuple(_line(fate, PLAN_WORDS) for fate in town.plan),
        shortcomings=tuple(_line(fate, LACK_WORDS) for fate in town.shortcomings),
        figures=tuple(map(_figure, town.figures)),
    )


def _line(fate: LineFate, words: dict[Fate, str]) -> LineView:
    return LineView(
        words=_short(fate.line),
        line=fate.line.line,
        fate=words[fate.fate],
        shown_by=_short(fate.shown_by) if fate.shown_by else "",
        shown_line=fate.shown_by.line if fate.shown_by else 0,
    )


def _figure(change: FigureChange) -> FigureView:
    return FigureView(
        what=change.noun,
        kind="与上年完全相同" if change.same else "变化很大",
        last=change.last,
        last_line=change.last_quote.line,
        now=change.now,
        now_line=change.now_quote.line,
    )


def _short(quote: Quote) -> str:
    return shorten(show_line(quote.text), QUOTE_LIMIT)


def _name(yearly: Yearly) -> str:
    return yearly.issuer.unit or yearly.scorecard.report.file


def _year(yearly: Yearly) -> str:
    return "年度不详" if yearly.issuer.year is None else f"{yearly.issuer.year}年度"


def _file(yearly: Yearly) -> str:
    return yearly.scorecard.report.file


def _node(town: TownYears) -> Node:
    return {
        "unit": town.now.issuer.unit,
        "how": str(town.match.how),
        "last": {
            "file": _file(town.last),
            "unit": town.last.issuer.unit,
            "year": town.last.issuer.year,
        },
        "now": {"file": _file(town.now), "year": town.now.issuer.year},
        "parts": [
            {
                "title": part.title,
                "last": number(part.last),
                "last_max": number(part.last_max),
                "now": number(part.now),
                "now_max": number(part.now_max),
            }
            for part in town.parts
        ],
        "plan": [_fate_node(fate) for fate in town.plan],
        "shortcomings": [_fate_node(fate) for fate in town.shortcomings],
        "figures": [
            {
                "noun": change.noun,
                "unit": change.unit,
                "same": change.same,
                "last": {"value": change.last, **_place(change.last_quote)},
                "now": {"value": change.now, **_place(change.now_quote)},
            }
            for change in town.figures
        ],
    }


def _fate_node(fate: LineFate) -> Node:
    shown = None if fate.shown_by is None else _place(fate.shown_by)
    return {"fate": str(fate.fate), "line": _place(fate.line), "shown_by": shown}


def _place(quote: Quote) -> Node:
    return {"text": quote.text, "line": quote.line, "start": quote.start, "end": quote.end}
