"""The figures of an evaluation as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scorer.agreement.findings import FindingAgreement
from scorer.agreement.labels import LabelAgreement
from scorer.agreement.measure import NOISE, Agreement
from scorer.render.visible import make_visible
from scorer.render.words import OUTCOME_WORDS
from scorer.scorecard import Outcome

_FACT_WORDS = {"issuer": "单位", "year": "年度", "signed": "成文日期", "published": "发布日期"}
_NOTHING = "—"
_QUOTE_LENGTH = 50

Row = Sequence[str]


def show_agreement(screen: Console, agreement: Agreement) -> None:
    """Labels in all, by part and by criterion; then the mix-ups, the total, findings, facts."""
    screen.print(f"{agreement.reports} 份报告，{agreement.overall.count} 项标注")
    if agreement.unscored:
        screen.print(f"没有评分结果（全部按缺失计）：{'、'.join(agreement.unscored)}")
    _show_labels(screen, agreement)
    _show_confusions(screen, agreement)
    _show_total(screen, agreement)
    _show_findings(screen, agreement)
    _show_facts(screen, agreement)
    _show_remarks(screen, agreement)


def show_differences(screen: Console, agreement: Agreement) -> None:
    """Every judgement, finding and fact that came out otherwise than labelled."""
    _show_table(
        screen,
        ("指标判定不同", "指标", "标注", "评为"),
        (
            (d.report, d.criterion, OUTCOME_WORDS[d.gold], OUTCOME_WORDS[d.ours])
            for d in agreement.label_differences
        ),
        figures=0,
    )
    _show_table(
        screen,
        ("没有找到的问题", "类别", "原文"),
        ((m.report, m.kind, _shorten(m.quote)) for m in agreement.missed),
        figures=0,
    )
    _show_table(
        screen,
        ("误报的问题", "类别", "检查", "原文"),
        ((f.report, f.kind, f.rule, _shorten(f.quote)) for f in agreement.false_alarms),
        figures=0,
    )
    _show_table(
        screen,
        ("基本信息不同", "项目", "标注", "读出"),
        (
            (d.report, _FACT_WORDS[d.fact], d.gold or _NOTHING, d.ours or _NOTHING)
            for d in agreement.fact_differences
        ),
        figures=0,
    )


def _show_labels(screen: Console, agreement: Agreement) -> None:
    heads = ("指标", "标注数", "一致率", "κ", "二次加权κ", "宏F1")
    rows = [_label_row("全部", agreement.overall)]
    rows += [_label_row(group.id, group.agreement) for group in agreement.parts]
    rows += [_label_row(group.id, group.agreement) for group in agreement.criteria]
    _show_table(screen, heads, rows, figures=5, sections=(0, len(agreement.parts)))


def _label_row(name: str, labels: LabelAgreement) -> Row:
    figures = (labels.exact, labels.kappa, labels.weighted_kappa, labels.macro_f1)
    return (name, str(labels.count), *map(_show, figures))


def _show_confusions(screen: Console, agreement: Agreement) -> None:
    counts = {(cell.gold, cell.ours): cell.count for cell in agreement.confusions}
    heads = ("标注＼评为", *OUTCOME_WORDS.values())
    rows = (
        (OUTCOME_WORDS[gold], *(str(counts.get((gold, ours), 0)) for ours in OUTCOME_WORDS))
        for gold in OUTCOME_WORDS
        if gold is not Outcome.NOT_APPLICABLE
    )
    _show_table(screen, heads, rows, figures=len(OUTCOME_WORDS))
    if agreement.false_undetermined:
        screen.print(f"完整的报告里有 {agreement.false_undetermined} 项评为无法判定，都算错。")


def _show_total(screen: Console, agreement: Agreement) -> None:
    total = agreement.total
    difference = (
        _NOTHING if total.mean_difference is None else f"{float(total.mean_difference):.2f}"
    )
    screen.print(f"总分与标注折算分平均相差 {difference} 分（{total.count} 份完整的报告）")


def _show_findings(screen: Console, agreement: Agreement) -> None:
    heads = ("问题类别", "标注", "找到", "查全率", "报对", "误报", "查准率")
    rows = [_finding_row("全部", agreement.findings)]
    rows += [_finding_row(row.kind, row) for row in agreement.finding_families]
    rows += [_finding_row(row.kind, row) for row in agreement.finding_kinds]
    _show_table(screen, heads, rows, figures=6, sections=(0, len(agreement.finding_families)))


def _finding_row(name: str, row: FindingAgreement) -> Row:
    found = (str(row.marked), str(row.found), _show(row.recall))
    return (name, *found, str(row.right), str(row.wrong), _show(row.precision))


def _show_facts(screen: Console, agreement: Agreement) -> None:
    rows = (
        (_FACT_WORDS[row.fact], str(row.right), str(row.count), _show(row.share))
        for row in agreement.facts
    )
    _show_table(screen, ("基本信息", "读对", "报告数", "比例"), rows, figures=3)


def _show_remarks(screen: Console, agreement: Agreement) -> None:
    counts = [row.hints + row.text_quality for row in agreement.remarks]
    mean = f"{sum(counts) / len(counts):.1f}" if counts else _NOTHING
    noisy = [row.report for row in agreement.remarks if row.noisy]
    names = f"：{'、'.join(noisy)}" if noisy else ""
    screen.print(
        f"提示和文本质量说明平均每份 {mean} 条；超过 {NOISE} 条的有 {len(noisy)} 份{names}"
    )


def _show_table(
    screen: Console,
    heads: Row,
    rows: Iterable[Row],
    *,
    figures: int,
    sections: Sequence[int] = (),
) -> None:
    """The last `figures` columns are numbers; a rule follows each row at `sections`."""
    table = Table(box=SIMPLE, pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place >= len(heads) - figures else "left")
    for place, row in enumerate(rows):
        table.add_row(*map(Text, row), end_section=place in sections)
    if table.row_count:
        screen.print(table)


def _show(value: Fraction | None) -> str:
    return _NOTHING if value is None else f"{float(value):.3f}"


def _shorten(quote: str) -> str:
    words = make_visible("".join(quote.split()))
    return words if len(words) <= _QUOTE_LENGTH else f"{words[:_QUOTE_LENGTH]}……"
