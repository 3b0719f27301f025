from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from rich.console import Console

from scorer.agreement.gold import GoldReport
from scorer.agreement.measure import Agreement, measure
from scorer.cli.agreement_json import list_figures
from scorer.cli.agreement_tables import show_agreement, show_differences
from scorer.finding import Finding, Strength
from scorer.scorecard import Outcome, Scorecard

MET, PARTIAL, MISSING = Outcome.MET, Outcome.PARTIAL, Outcome.MISSING

MakeFinding = Callable[..., Finding]
MakeGold = Callable[..., GoldReport]
MakeScorecard = Callable[..., Scorecard]


@pytest.fixture
def agreement(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> Agreement:
    reports = [
        make_gold(
            {"form.title": MET, "form.date": PARTIAL, "duty.study": MISSING},
            (("typo", "三项治度", False), ("date.late", "二〇二四年四月三日", False)),
            signed="2024-04-03",
        ),
        make_gold({"form.title": MET}, id="g2", file="g2.txt"),
    ]
    hints = tuple(make_finding("duplicate", str(n), strength=Strength.HINT) for n in range(6))
    card = make_scorecard(
        {"form.title": MET, "form.date": MISSING, "duty.study": Outcome.UNDETERMINED},
        (make_finding("typo", "三项治度"), make_finding("placeholder", "受众XX余人次"), *hints),
    )
    return measure(reports, [card])


def show(agreement: Agreement, *, differences: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100, color_system=None)
    show_agreement(console, agreement)
    if differences:
        show_differences(console, agreement)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def find_row(page: str, name: str) -> list[str]:
    return next(line.split() for line in page.splitlines() if line.split()[:1] == [name])


def test_the_page_shows_every_group_with_its_figures(agreement: Agreement) -> None:
    page = show(agreement)
    assert page.startswith("2 份报告，4 项标注\n没有评分结果（全部按缺失计）：g2\n")
    # form: p_o 1/3, p_e 2/9; sum(w O) 5, sum(w E) 19/3; F1 2/3, 0, 0.
    assert find_row(page, "form") == ["form", "3", "0.333", "0.143", "0.211", "0.222"]
    assert find_row(page, "form.title") == ["form.title", "2", "0.500", "0.000", "0.000", "0.333"]
    assert find_row(page, "duty.study") == ["duty.study", "1", "0.000", "—", "—", "1.000"]


def test_the_page_shows_mix_ups_total_findings_facts_and_noise(agreement: Agreement) -> None:
    page = show(agreement)
    assert find_row(page, "缺失") == ["缺失", "0", "0", "0", "1", "0"]
    assert "完整的报告里有 1 项评为无法判定" in page
    assert "平均相差 3.00 分（2 份完整的报告）" in page
    assert find_row(page, "typo") == ["typo", "1", "1", "1.000", "1", "0", "1.000"]
    assert find_row(page, "placeholder") == ["placeholder", "0", "0", "—", "0", "1", "0.000"]
    assert find_row(page, "成文日期") == ["成文日期", "0", "2", "0.000"]
    assert "平均每份 3.0 条；超过 5 条的有 1 份：g1" in page


def test_the_page_of_nothing_shows_dashes() -> None:
    page = show(measure([], []))
    assert find_row(page, "全部") == ["全部", "0", "—", "—", "—", "—"]
    assert "平均相差 — 分（0 份完整的报告）" in page
    assert "平均每份 — 条" in page


def test_differences_are_told_one_by_one(agreement: Agreement) -> None:
    page = show(agreement, differences=True)
    assert ["g1", "form.date", "部分达标", "缺失"] in [line.split() for line in page.splitlines()]
    assert ["g1", "date.late", "二〇二四年四月三日"] in [line.split() for line in page.splitlines()]
    assert find_row(page, "误报的问题") == ["误报的问题", "类别", "检查", "原文"]
    assert "受众XX余人次" in page
    assert ["g1", "成文日期", "2024-04-03", "—"] in [line.split() for line in page.splitlines()]


def test_json_holds_the_same_figures_and_every_difference(agreement: Agreement) -> None:
    figures = json.loads(json.dumps(list_figures(agreement)))
    assert figures["schema"] == "agreement/1"
    # p_o 1/2, p_e 5/16; sum(w O) 5, sum(w E) 8; F1 2/3, 0, 1/2.
    assert figures["overall"] == {
        "count": 4,
        "exact": 0.25,
        "kappa": 0.2727,
        "weighted_kappa": 0.375,
        "macro_f1": 0.3889,
    }
    assert figures["parts"][1] == {
        "id": "duty",
        "count": 1,
        "exact": 0.0,
        "kappa": None,
        "weighted_kappa": None,
        "macro_f1": 1.0,
    }
    assert figures["findings"]["overall"]["recall"] == 0.5
    assert figures["findings"]["overall"]["precision"] == 0.5
    assert figures["total"] == {"count": 2, "mean_difference": 3.0}
    assert [d["criterion"] for d in figures["differences"]["labels"]] == [
        "form.date",
        "duty.study",
        "form.title",
    ]
    assert [d["kind"] for d in figures["differences"]["missed"]] == ["date.late"]
    assert [d["kind"] for d in figures["differences"]["false_alarms"]] == ["placeholder"]
