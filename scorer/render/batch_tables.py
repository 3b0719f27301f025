"""The five tables of a batch: totals, criteria, defects, what to add, who sent nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.finding import Finding, Strength
from scorer.render.engine import engine_version
from scorer.render.prepare import rank_needs
from scorer.render.tables import YEAR, Row, Rows, Table, cell, cite, points, tally, text, word
from scorer.render.unscored_table import list_unscored
from scorer.render.words import (
    OUTCOME_WORDS,
    family_word,
    short_part,
    show_number,
    town_name,
)
from scorer.scorecard import JUDGED, Batch, CriterionScore, Outcome, PartScore, Scorecard

_NOTHING = {
    "汇总": "没有已评分的报告。",
    "问题清单": "未发现文字问题。",
    "需补充内容": "没有需要补充的内容。",
}
_STRENGTHS = {
    Strength.FINDING: "问题",
    Strength.HINT: "提示",
    Strength.TEXT_QUALITY: "文本质量",
}
_TOWN = (text("单位", 9), YEAR)


def list_tables(batch: Batch) -> tuple[Table, ...]:
    """All five, always; the scorecards, which may lie on disk, are gone over once."""
    totals, criteria, findings, needs = Rows(), Rows(), Rows(), Rows()
    for number, card in enumerate(batch.scorecards, start=1):
        totals.extend([_summary_row(number, card)])
        criteria.extend(_criterion_rows(card))
        findings.extend(_finding_row(card, finding) for finding in _in_order(card))
        needs.extend(_need_rows(card))
    return (
        _summary(batch, totals),
        _criteria(criteria),
        _findings(findings),
        _needs(needs),
        list_unscored(batch),
    )


def _summary(batch: Batch, rows: Rows) -> Table:
    first = batch.scorecards[0].parts if batch.scorecards else ()
    parts = tuple(points(f"{short_part(p.id, p.title)}（{_full(p)}）") for p in first)
    rubric = batch.rubric
    return Table(
        title="汇总",
        file="scorecards.csv",
        columns=(
            tally("序号"),
            text("单位", 9),
            text("地区", 9),
            YEAR,
            points("总分下限"),
            points("总分上限"),
            word("等次", 4),
            *parts,
            points("问题扣分"),
            *(tally(OUTCOME_WORDS[outcome]) for outcome in Outcome),
            tally("问题数"),
            text("最先补充", 16),
            text("文件", 16),
        ),
        rows=rows,
        notes=(
            *(() if rows else (_NOTHING["汇总"],)),
            f"满分{show_number(rubric.total)}分。总分下限与上限不同的，差额为无法判定的指标，"
            "不宜据此排名。",
            cell(f"评分标准：{rubric.title} {rubric.version}。{rubric.note}"),
            f"评分程序：scorer {engine_version()}；评分标准摘要：{rubric.sha256}",
        ),
    )


def _summary_row(number: int, card: Scorecard) -> Row:
    report = card.report
    outcomes = [criterion.outcome for criterion in card.criteria]
    first = rank_needs(card.criteria)[:1]
    return (
        number,
        *_named(card)[:1],
        cell("".join(filter(None, report.region[:3]))),
        report.year,
        card.total.low,
        card.total.high,
        cell(card.total.band or "待定"),
        *(_part_points(part) for part in card.parts),
        sum((finding.deducted for finding in card.findings), Decimal(0)),
        *(outcomes.count(outcome) for outcome in Outcome),
        sum(finding.strength is Strength.FINDING for finding in card.findings),
        "".join(cell(f"{need.title}（＋{show_number(need.gain)}分）") for need in first),
        cell(report.file),
    )


def _criteria(rows: Rows) -> Table:
    return Table(
        title="逐项得分",
        file="criteria.csv",
        columns=(
            *_TOWN,
            text("部分", 9),
            word("编号", 10),
            text("指标", 10),
            word("结论", 4),
            points("得分"),
            points("满分"),
            points("可增加"),
            text("评分理由", 22),
            text("缺少的内容", 14),
            text("原文依据", 28),
            text("评分依据", 18),
            word("效力", 2),
            text("文件", 12),
        ),
        rows=rows,
    )


def _criterion_rows(card: Scorecard) -> Iterator[Row]:
    for part in card.parts:
        for criterion in part.criteria:
            yield _criterion_row(card, part, criterion)


def _criterion_row(card: Scorecard, part: PartScore, item: CriterionScore) -> Row:
    return (
        *_named(card),
        cell(part.title),
        cell(item.id),
        cell(item.title),
        OUTCOME_WORDS[item.outcome],
        item.points if item.outcome in JUDGED else None,
        item.max,
        item.gain,
        cell(item.reason),
        cell("、".join(item.missing)),
        cite(item.quotes),
        cell(item.norm.text),
        item.norm.force.value,
        cell(card.report.file),
    )


def _findings(rows: Rows) -> Table:
    return Table(
        title="问题清单",
        file="findings.csv",
        columns=(
            *_TOWN,
            word("性质", 4),
            word("类别", 2),
            text("说明", 26),
            text("原文", 26),
            tally("行"),
            text("核算", 18),
            text("修改建议", 22),
            points("扣分"),
            text("依据", 18),
            word("效力", 2),
            text("检查编号", 8),
            text("文件", 12),
        ),
        rows=rows,
        notes=() if rows else (_NOTHING["问题清单"],),
    )


def _finding_row(card: Scorecard, finding: Finding) -> Row:
    return (
        *_named(card),
        _STRENGTHS[finding.strength],
        family_word(finding.kind),
        cell(finding.message),
        cite(finding.quotes),
        min((quote.line for quote in finding.quotes), default=None),
        cell(finding.computed),
        cell(finding.remedy),
        finding.deducted,
        cell(finding.norm.text),
        finding.norm.force.value,
        cell(finding.rule),
        cell(card.report.file),
    )


def _needs(rows: Rows) -> Table:
    return Table(
        title="需补充内容",
        file="needs.csv",
        columns=(
            *_TOWN,
            tally("序号"),
            points("可增加"),
            text("指标", 12),
            text("部分", 9),
            word("结论", 4),
            points("得分"),
            points("满分"),
            text("缺少的内容", 24),
            text("补充建议", 40),
        ),
        rows=rows,
        notes=() if rows else (_NOTHING["需补充内容"],),
    )


def _need_rows(card: Scorecard) -> Iterator[Row]:
    """What the town is to write: most points first, no hints and no words of the report."""
    part_of = {c.id: part.title for part in card.parts for c in part.criteria}
    for number, need in enumerate(rank_needs(card.criteria), start=1):
        yield (
            *_named(card),
            number,
            need.gain,
            cell(need.title),
            cell(part_of[need.id]),
            OUTCOME_WORDS[need.outcome],
            need.points,
            need.max,
            cell("、".join(need.missing)),
            cell(need.remedy),
        )


def _named(card: Scorecard) -> tuple[str, int | None]:
    return cell(town_name(card.report)), card.report.year


def _full(part: PartScore) -> str:
    return show_number(sum((criterion.max for criterion in part.criteria), Decimal(0)))


def _part_points(part: PartScore) -> Decimal | None:
    """None where nothing of the part could be judged."""
    return part.points if any(c.outcome in JUDGED for c in part.criteria) else None


def _in_order(card: Scorecard) -> list[Finding]:
    """Defects before hints before damage, each in the order of the text."""
    order = list(_STRENGTHS)
    starts = {id(f): min((q.start for q in f.quotes), default=0) for f in card.findings}
    return sorted(card.findings, key=lambda f: (order.index(f.strength), starts[id(f)]))
