"""Scorecards on a console: one as a working paper, several as a table; colour says nothing."""

from __future__ import annotations

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from scorer.render.audience import Audience
from scorer.render.prepare import prepare
from scorer.render.terminal_batch import show_batch, show_leftovers
from scorer.render.terminal_line import show_heading, show_item, show_words
from scorer.render.view import CriterionView, FindingView, QuoteView, ScorecardView, SumRow
from scorer.render.visible import show_line
from scorer.scorecard import Batch, Scorecard
from scorer.zh.folding import fold, pad

_PAGE_WIDTH = 100
_BAR_WIDTH = 24
_SHORTEST_BAR = 8
_NARROWEST = 12
#: Cells of a line of the sum besides name, bar and loss: the points and the gaps.
_FIGURES_WIDTH = 12


def render(batch: Batch, audience: Audience = Audience.REVIEWER) -> str:
    """What a console of 100 columns without colour shows, for a file."""
    console = Console(file=StringIO(), width=_PAGE_WIDTH, color_system=None, _environ={})
    with console.capture() as captured:
        show(console, batch, audience)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def show(console: Console, batch: Batch, audience: Audience = Audience.REVIEWER) -> None:
    """One report as a working paper, more as a table; then what was not scored."""
    if len(batch.scorecards) != 1:
        show_batch(console, batch)
        return
    show_scorecard(console, batch.scorecards[0], audience)
    show_leftovers(console, batch)


def show_scorecard(
    console: Console, scorecard: Scorecard, audience: Audience = Audience.REVIEWER
) -> None:
    """A scorecard to work from: the sum, what to add, what is wrong, what is open."""
    card = prepare(scorecard, audience)
    _show_head(console, card)
    _show_sums(console, card)
    _show_needs(console, card)
    _show_settled(console, card)
    _show_spoken(console, card)
    _show_closure(console, card)
    for title, findings in (
        ("问题", card.problems),
        ("提示（供审核人参考，不扣分）", card.hints),
        ("文本质量提示（不扣分）", card.text_quality),
    ):
        _show_findings(console, title, findings)
    _show_doubts(console, card)


def _show_head(console: Console, card: ScorecardView) -> None:
    show_words(console, "法治政府建设年度报告评分单", style="bold")
    show_words(console, f"{card.place}{card.town}　{card.year}")
    show_words(console, f"总分 {card.total} / {card.full}　{card.band or '等次待定'}", style="bold")
    rubric = card.rubric
    show_words(console, f"评分标准：{rubric.title} {rubric.version}。{rubric.note}", style="dim")
    show_words(console, f"报告文件：{card.file}", style="dim")
    if card.open_note:
        show_words(console, card.open_note)


def _show_sums(console: Console, card: ScorecardView) -> None:
    show_heading(console, "各部分得分")
    rows = (*card.sums, card.sum_total)
    room = console.width - _FIGURES_WIDTH - max(cell_len(_lost(row)) for row in rows)
    label = max(_NARROWEST, min(max(cell_len(row.title) for row in rows), room - _SHORTEST_BAR))
    bar = max(0, min(_BAR_WIDTH, room - label))
    for row in rows:
        _show_sum(console, row, label, bar)


def _show_sum(console: Console, row: SumRow, label: int, bar: int) -> None:
    """`报告要素  7/10  ■■■■■■■□□□  失3`; a long name takes lines of its own above."""
    *above, name = fold(show_line(row.title), label)
    for line in above:
        console.print(Text(line))
    figures = row.points if row.full is None else f"{row.points}/{row.full}"
    drawn = " " * bar if row.full is None else _bar(console, row, bar)
    console.print(Text(f"{pad(name, label)} {figures:>8}  {drawn} {_lost(row)}"), soft_wrap=True)


def _lost(row: SumRow) -> str:
    return f"失{row.lost}" + (f"，未计入{row.open}" if row.open != "0" else "")


def _bar(console: Console, row: SumRow, width: int) -> str:
    # Where a console is not Unicode, squares may take two cells: plain signs keep their place.
    won_sign, open_sign, lost_sign = "#.-" if console.options.ascii_only else "■·□"
    won = round(float(row.points_share) * width / 100)
    unknown = min(round(float(row.open_share) * width / 100), width - won)
    return won_sign * won + open_sign * unknown + lost_sign * (width - won - unknown)


def _show_needs(console: Console, card: ScorecardView) -> None:
    show_heading(console, f"需补充内容（{len(card.needs)}项，按可增加的分值排列）")
    for number, need in enumerate(card.needs, start=1):
        outcome = f"{need.outcome} {need.points}/{need.full}"
        show_item(console, number, f"＋{need.gain}分　{_name(need)}（{outcome}）", style="bold")
        for quote in need.quotes:
            show_words(console, f"有：{_cite(quote)}", indent=4, style="dim")
        if need.missing:
            show_words(console, f"缺：{need.missing}", indent=4)
        if need.remedy:
            show_words(console, f"补：{need.remedy}", indent=4)
        if need.nearest:
            show_words(console, f"最接近：{_cite(need.nearest.quote)}", indent=4, style="dim")
            show_words(console, f"未采信：{need.nearest.why_not}", indent=4, style="dim")


def _show_settled(console: Console, card: ScorecardView) -> None:
    """What asks nothing of the town: met, and outside the total."""
    criteria = [criterion for part in card.parts for criterion in part.criteria]
    for state, note in (("met", ""), ("undetermined", "，未计入"), ("not_applicable", "，未计入")):
        found = [criterion for criterion in criteria if criterion.state == state]
        if found:
            show_heading(console, f"{found[0].outcome}（{len(found)}项{note}）")
            show_words(console, _names(found))


def _names(criteria: list[CriterionView]) -> str:
    return "；".join(map(_name, criteria))


def _name(criterion: CriterionView) -> str:
    """With its number, as the page has it."""
    return f"{criterion.number} {criterion.title}"


def _show_spoken(console: Console, card: ScorecardView) -> None:
    """Quotes that no word of the rubric's lists would have credited."""
    criteria = [criterion for part in card.parts for criterion in part.criteria]
    spoken = [(_name(c), quote) for c in criteria for quote in c.quotes if quote.spoken_by]
    if not spoken:
        return
    show_heading(console, f"凭用词相近认定的原文（{len(spoken)}处，依据词权表）")
    for number, (title, quote) in enumerate(spoken, start=1):
        show_item(console, number, f"{title}：{_cite(quote)}")
        show_words(console, f"相近的用词：{quote.spoken_by}", indent=4)


def _show_closure(console: Console, card: ScorecardView) -> None:
    if not card.closure:
        return
    unseen = sum(line.answered_by is None for line in card.closure)
    counted = f"{len(card.closure)}条" + (f"，{unseen}条未见回应" if unseen else "")
    show_heading(console, f"不足与安排对应（{counted}）")
    for number, line in enumerate(card.closure, start=1):
        show_item(console, number, _cite(line.shortcoming))
        if line.answered_by is None:
            show_words(console, line.note, indent=4)
        else:
            show_words(console, f"安排：{_cite(line.answered_by)}", indent=4)
            show_words(console, f"依据：{line.note}", indent=4, style="dim")


def _show_findings(console: Console, title: str, findings: tuple[FindingView, ...]) -> None:
    if not findings:
        return
    show_heading(console, f"{title}：{len(findings)}处")
    for number, finding in enumerate(findings, start=1):
        cost = f"（扣{finding.deducted}分）" if finding.deducted else ""
        show_item(console, number, f"{finding.family}　{finding.message}{cost}")
        for quote in finding.quotes:
            show_words(console, _cite(quote), indent=4)
        if finding.computed:
            show_words(console, f"核算：{finding.computed}", indent=4)
        if finding.remedy:
            show_words(console, f"建议：{finding.remedy}", indent=4)


def _show_doubts(console: Console, card: ScorecardView) -> None:
    if not card.doubts and not card.conflicts:
        return
    show_heading(console, "存疑之处")
    for number, doubt in enumerate((*card.doubts, *card.conflicts), start=1):
        show_item(console, number, doubt)


def _cite(quote: QuoteView) -> str:
    return f"第{quote.line}行“{quote.text}”"
