"""A comparison on a console: the pairs that share most, and where to look."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from scorer.compare.model import Comparison, Pair, Relation, Report
from scorer.compare.pages import name_report, show_lines, show_share
from scorer.render.terminal_line import show_heading, show_item, show_words
from scorer.render.visible import make_visible

_MOST = 20
_MOST_PASSAGES = 3
_MOST_NAMES = 12
_HEADS = {
    Relation.OTHERS: "不同单位之间文字相同",
    Relation.SAME_TOWN: "与本单位往年报告文字相同",
    Relation.SAME_REPORT: "同一单位同一年度的两份文件",
}


def show(console: Console, comparison: Comparison) -> None:
    """Pairs by relation, groups, files that could not be read."""
    reports = [report for report in comparison.reports if not report.reference]
    references = len(comparison.reports) - len(reports)
    aside = f"，另以{references}份往年报告作参照" if references else ""
    show_words(console, f"比对{len(reports)}份报告{aside}。", style="bold")
    for relation, head in _HEADS.items():
        pairs = [pair for pair in comparison.pairs if pair.relation is relation]
        if pairs:
            _show_pairs(console, head, pairs, comparison.reports)
    if not comparison.pairs:
        show_words(console, f"没有发现{comparison.least}字以上相同的文字。")
    _show_clusters(console, comparison)
    if comparison.failures:
        show_heading(console, f"无法读取的文件（{len(comparison.failures)}个）")
    for number, failure in enumerate(comparison.failures, start=1):
        show_item(console, number, make_visible(f"{failure.file}：{failure.reason}"))
    console.print()
    show_words(
        console,
        f"已去掉标题、固定表述和超过{comparison.common_towns}个单位都有的文字；"
        "文字相同有多种原因，是否妥当由审核人判断。",
        style="dim",
    )


def _show_pairs(
    console: Console, head: str, pairs: Sequence[Pair], reports: Sequence[Report]
) -> None:
    show_heading(console, f"{head}（{len(pairs)}对）")
    for number, pair in enumerate(pairs[:_MOST], start=1):
        here, there = reports[pair.here], reports[pair.there]
        words = (
            f"{_name(here)} 与 {_name(there)}：相同{pair.letters}字，占前者自身文字"
            f"{show_share(pair.share_here)}、后者{show_share(pair.share_there)}"
        )
        show_item(console, number, make_visible(words))
        longest = sorted(pair.passages, key=lambda passage: -passage.letters)
        for passage in longest[:_MOST_PASSAGES]:
            places = f"{show_lines(passage.here)}／{show_lines(passage.there)}"
            show_words(console, f"{places}，{passage.letters}字", indent=6, style="dim")
        foreign = dict.fromkeys(
            name for p in pair.passages for side in (p.here, p.there) for name in side.foreign
        )
        if foreign:
            names = make_visible("、".join(foreign))
            show_words(console, f"其中写有其他单位的名称：{names}", indent=6, style="red")
    if len(pairs) > _MOST:
        show_words(console, f"另有{len(pairs) - _MOST}对，用 -o 目录 写出全部。", indent=4)


def _show_clusters(console: Console, comparison: Comparison) -> None:
    large = [cluster for cluster in comparison.clusters if len(cluster) > 2]  # noqa: PLR2004 - a pair is told above
    if not large:
        return
    show_heading(console, f"成组的报告（{len(large)}组）")
    for number, cluster in enumerate(large[:_MOST], start=1):
        names = "、".join(_name(comparison.reports[n]) for n in cluster[:_MOST_NAMES])
        rest = "等" if len(cluster) > _MOST_NAMES else ""
        show_item(console, number, make_visible(f"{len(cluster)}份：{names}{rest}"))


def _name(report: Report) -> str:
    year = "" if report.issuer.year is None else str(report.issuer.year)
    return f"{name_report(report)}{year}"
