"""`scorer explain`: a criterion of the rubric or a check, as a person asks about it."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path

from rich.console import Console
from rich.text import Text

from scorer import ingest, pipeline
from scorer.checks import CHECKS
from scorer.checks.base import EXAMPLE_TITLE, Check
from scorer.cli.consoles import open_screen
from scorer.cli.mistakes import UsageError
from scorer.finding import Finding, Strength
from scorer.render.visible import join_lines
from scorer.render.words import show_number
from scorer.rubric.model import Criterion, Rubric
from scorer.rubric.show import describe_criterion
from scorer.scoring.exemplars import score_exemplar

_STRENGTH_WORDS = {
    Strength.FINDING: "问题（评分标准写明扣分的才扣分）",
    Strength.HINT: "提示（只供审阅人参考，不扣分）",
    Strength.TEXT_QUALITY: "文本质量（文件本身的损坏，不扣分）",
}


def run(name: str | None, rubric: Path | None) -> None:
    """Explain the criterion or check of that id; without one, list all."""
    standard = pipeline.load_rubric(rubric)
    screen = open_screen()
    if name is None:
        _list_all(screen, standard)
        return
    for criterion in standard.criteria:
        if criterion.id == name:
            sys.stdout.write(describe_criterion(criterion))
            _explain_learned(screen, standard, criterion)
            return
    for check in CHECKS:
        if check.id == name:
            _explain_check(screen, standard, check)
            return
    raise UsageError(_unknown(name, standard))


def _unknown(name: str, standard: Rubric) -> str:
    known = (*(c.id for c in standard.criteria), *(check.id for check in CHECKS))
    close = get_close_matches(name, known)
    advice = f"是否想写 {'、'.join(close)}？" if close else "请用 scorer explain 列出全部编号。"
    return f"没有编号为“{name}”的指标或检查，{advice}"


def _list_all(screen: Console, standard: Rubric) -> None:
    for part in standard.parts:
        _head(screen, f"{part.title}（{show_number(part.points)} 分）")
        for criterion in part.criteria:
            _line(screen, f"{criterion.id:<24}{criterion.title}")
    _head(screen, "文字检查")
    for check in CHECKS:
        _line(screen, f"{check.id:<32}{check.title}")


def _explain_learned(screen: Console, standard: Rubric, criterion: Criterion) -> None:
    """The examples that no word of the lists credits, with their words that speak for them."""
    scores = (score_exemplar(standard, criterion, each) for each in criterion.exemplars)
    spoken = [said for score in scores for said in score.spoken_by]
    if not spoken:
        return
    _head(screen, "例文中凭用词相近认定的原文（依据词权表）")
    for said in spoken:
        words = "".join(f"“{word}”" for word in said.words)
        _line(screen, f"“{join_lines(said.quote.text)}”")
        _line(screen, f"  相近的用词：{words}")


def _explain_check(screen: Console, standard: Rubric, check: Check) -> None:
    screen.print(Text(f"{check.id}  {check.title}", style="bold"))
    _line(screen, f"类别：{check.kind}")
    _line(screen, f"分量：{_STRENGTH_WORDS[check.strength]}")
    _line(screen, f"扣分：{_price(standard, check)}")
    _line(screen, f"依据：{check.norm.text}（{check.norm.force}）")
    _head(screen, "为什么查")
    _line(screen, check.why)
    _head(screen, "例子")
    _line(screen, f"【报出】{_indent(check.bad)}")
    for finding in _findings_of(standard, check)[:1]:
        _line(screen, f"  意见：{finding.message}")
        if finding.computed:
            _line(screen, f"  核算：{finding.computed}")
        _line(screen, f"  改法：{finding.remedy}")
    _line(screen, f"【不报】{_indent(check.good)}")


def _price(standard: Rubric, check: Check) -> str:
    """What the rubric charges for it."""
    for deduction in standard.checks:
        if deduction.check.id == check.id and deduction.each and check.strength is Strength.FINDING:
            each, cap = show_number(deduction.each), show_number(deduction.cap)
            return f"每处扣 {each} 分，一份报告最多扣 {cap} 分"
    return "不扣分"


def _findings_of(standard: Rubric, check: Check) -> tuple[Finding, ...]:
    """What the check says of its bad example, in a small report of its own."""
    document, *_ = ingest.read("example.txt", (EXAMPLE_TITLE + check.bad).encode())
    return tuple(check.run(pipeline.read_report(document, standard)))


def _indent(example: str) -> str:
    return example.replace("\n", "\n          ")


def _head(screen: Console, words: str) -> None:
    screen.print(Text(f"\n{words}", style="bold"))


def _line(screen: Console, words: str) -> None:
    screen.print(Text(f"  {words}"), soft_wrap=True)
