"""What a paragraph of a whole report earns hangs on no other, nor on how the report is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scorer.scorecard import CriterionScore, Outcome

JudgeLines = Callable[[Sequence[str]], list[CriterionScore]]
Once = Mapping[str, list[CriterionScore]]
Told = Mapping[str, str]
DATA = Path(__file__).parents[2] / "cases" / "evidence"
CASES: list[dict[str, Any]] = yaml.safe_load((DATA / "counterfactuals.yaml").read_text("utf-8"))
FRAME: dict[str, Any] = yaml.safe_load((DATA / "whole_report.yaml").read_text("utf-8"))
#: The duty as such is told by all that the section reports: it has no paragraph of its own here.
TOLD_BY_ALL = "duty.statement"
CASE = {case["criterion"]: case for case in CASES if case["criterion"] != TOLD_BY_ALL}
#: What a head teaches, officials study: the one is judged where the other is not told.
SHARED = {"measures.study": "duty.study"}
DUTIES = [criterion for criterion in CASE if criterion.startswith("duty.")]
NUMBERS = [*"一二三四五六七八九十", *(f"十{digit}" for digit in "一二三四五六七八九")]
ALL_DEEDS = dict.fromkeys(CASE, "deed")
ALL_PHRASES = dict.fromkeys(CASE, "stripped")
EARNS = {
    "deed": Outcome.MET,
    "first clerk": Outcome.MET,
    "second clerk": Outcome.MET,
    "stripped": Outcome.PARTIAL,
    "lack": Outcome.MISSING,
    "another town": Outcome.MISSING,
    "county office": Outcome.MISSING,
    "visitors": Outcome.MISSING,
    "nothing": Outcome.MISSING,
}
#: Without shrinking, which takes minutes: what differs is in the message.
quiet = settings(deadline=None, derandomize=True, database=None, phases=[Phase.generate])
each_criterion = pytest.mark.parametrize("criterion", CASE)
each_layout = pytest.mark.parametrize("headed", [True, False], ids=["headed", "unheaded"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The lines of a report; `paragraphs` are the places of those that are no heading."""

    lines: tuple[str, ...]
    paragraphs: tuple[int, ...]


def tell(criterion: str, how: str) -> str | None:
    """The paragraph on a criterion, None where nothing is told."""
    case = CASE[criterion]
    texts = {
        "deed": case["deed"],
        "first clerk": case["reworded"][0],
        "second clerk": case["reworded"][1],
        "stripped": case["stripped"],
        "lack": case["lack"]["deeds"],
        "another town": case["others"][0],
        "county office": case["others"][1],
        "visitors": case["others"][2],
        "nothing": None,
    }
    text: str | None = texts[how]
    return text


def write(
    told: Told, *, headed: bool = True, lacks: Sequence[str] = (), plans: Sequence[str] = ()
) -> Report:
    """A whole report; without lacks and plans of its own it has those of the frame."""
    body = {
        "measures": _body([c for c in CASE if c not in DUTIES], told, headed=headed),
        "duty": [FRAME["duty_opening"], *_body(DUTIES, told, headed=headed)],
        "shortcomings": lacks or FRAME["shortcomings"],
        "plan": plans or FRAME["plan"],
    }
    if all(told[criterion] == "nothing" for criterion in DUTIES):
        body["duty"] = []
    lines = [FRAME["title"], *FRAME["opening"]]
    paragraphs = list(range(1, len(lines)))
    for number, (part, heading) in enumerate(FRAME["headings"].items()):
        lines.append(f"{NUMBERS[number]}、{heading}")
        for line in body[part]:
            if not line.startswith("（"):
                paragraphs.append(len(lines))
            lines.append(line)
    return Report(lines=(*lines, *FRAME["closing"]), paragraphs=tuple(paragraphs))


def _body(criteria: Sequence[str], told: Told, *, headed: bool) -> list[str]:
    lines: list[str] = []
    number = 0
    for criterion in criteria:
        text = tell(criterion, told[criterion])
        if text is None:
            continue
        if headed and "heading" in CASE[criterion]:
            lines.append(f"（{NUMBERS[number]}）{CASE[criterion]['heading']}")
            number += 1
        lines.append(text)
    return lines


def leave_out_shared(criterion: str) -> dict[str, str]:
    """All deeds, less the one that would count for the criterion too."""
    return ALL_DEEDS | {other: "nothing" for other in CASE if other == SHARED.get(criterion)}


def outcomes(scores: list[CriterionScore]) -> dict[str, Outcome]:
    return {score.id: score.outcome for score in scores}


def points(scores: list[CriterionScore]) -> Decimal:
    return sum((score.points for score in scores), Decimal(0))


FULL = write(ALL_DEEDS)
UNHEADED = write(ALL_DEEDS, headed=False)
PHRASES = write(ALL_PHRASES)
#: One shortcoming and two lines of plan, told twice, are still one and two.
THIN = write(
    dict(zip(CASE, ["deed", "stripped", "nothing"] * 6, strict=True)),
    lacks=FRAME["thin"]["shortcomings"],
    plans=FRAME["thin"]["plan"],
)
REPORTS = {"full": FULL, "unheaded": UNHEADED, "phrases": PHRASES, "thin": THIN}
reports = st.sampled_from(list(REPORTS))
FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
HALF_MARKS = str.maketrans("，；：（）", ",;:()")
CRUMBS = [
    [],
    ["当前位置：首页 > 政务公开 > 法治政府建设 > 正文"],
    [
        "首页>信息公开>青禾镇",
        "发布时间：2024-01-22 09:15 来源：青禾镇 浏览次数：136 字号：[大 中 小]",
    ],
]
FOOTERS = [
    [],
    ["【打印本页】 【关闭窗口】"],
    [
        "分享到：微信 微博",
        "主办：云岭县人民政府 承办：云岭县人民政府办公室",
        "网站标识码：5399990001 网站地图 联系我们",
    ],
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one and the same report is printed; `width` in characters, None where lines are long."""

    digits: bool
    marks: bool
    blanks: bool
    indent: bool
    width: int | None
    crumb: int
    footer: int


layouts = st.builds(
    Layout,
    digits=st.booleans(),
    marks=st.booleans(),
    blanks=st.booleans(),
    indent=st.booleans(),
    width=st.none() | st.integers(min_value=30, max_value=40),
    crumb=st.integers(min_value=0, max_value=len(CRUMBS) - 1),
    footer=st.integers(min_value=0, max_value=len(FOOTERS) - 1),
)


def print_out(report: Report, layout: Layout) -> list[str]:
    """The lines of the report in the layout, between what a page says above and below."""
    lines = [*CRUMBS[layout.crumb]]
    for number, line in enumerate(report.lines):
        text = line.translate(FULL_DIGITS) if layout.digits else line
        text = text.translate(HALF_MARKS) if layout.marks else text
        if layout.indent and 1 < number < len(report.lines) - len(FRAME["closing"]):
            text = "　　" + text
        width = layout.width or len(text)
        lines += [text[at : at + width] for at in range(0, len(text), width)]
        lines += [""] * layout.blanks
    return [*lines, *FOOTERS[layout.footer]]


@pytest.fixture(scope="module")
def once(judge_lines: JudgeLines) -> Once:
    """What the reports earn as they stand."""
    return {name: judge_lines(report.lines) for name, report in REPORTS.items()}


@each_layout
def test_the_whole_report_meets_every_criterion(judge_lines: JudgeLines, *, headed: bool) -> None:
    scores = judge_lines(write(ALL_DEEDS, headed=headed).lines)
    assert set(outcomes(scores).values()) == {Outcome.MET}
    assert points(scores) == 100


@each_criterion
@pytest.mark.parametrize("how", ["nothing", "lack"])
def test_a_paragraph_told_otherwise_changes_its_own_criterion_alone(
    judge_lines: JudgeLines, criterion: str, how: str
) -> None:
    told = leave_out_shared(criterion) | {criterion: how}
    found = outcomes(judge_lines(write(told).lines))
    assert found == dict.fromkeys(found, Outcome.MET) | {id_: EARNS[told[id_]] for id_ in told}


@each_criterion
@pytest.mark.parametrize("part", ["plans", "lacks"])
def test_a_paragraph_moved_out_of_the_deeds_is_missing(
    judge_lines: JudgeLines, criterion: str, part: str
) -> None:
    left = leave_out_shared(criterion) | {criterion: "nothing"}
    case = CASE[criterion]
    moved = {
        "plans": write(left, plans=[*FRAME["plan"], f"五是{case['deed']}"]),
        "lacks": write(left, lacks=[*FRAME["shortcomings"], f"四是{case['lack']['shortcomings']}"]),
    }
    found = outcomes(judge_lines(moved[part].lines))
    assert {id_: found[id_] for id_ in left} == {id_: EARNS[how] for id_, how in left.items()}
    assert found[TOLD_BY_ALL] is Outcome.MET


@each_layout
def test_without_the_section_on_the_heads_their_duties_alone_are_missing(
    judge_lines: JudgeLines, *, headed: bool
) -> None:
    told = ALL_DEEDS | dict.fromkeys(DUTIES, "nothing")
    found = outcomes(judge_lines(write(told, headed=headed).lines))
    gone = dict.fromkeys([*DUTIES, TOLD_BY_ALL], Outcome.MISSING)
    assert found == dict.fromkeys(found, Outcome.MET) | gone


@settings(quiet, max_examples=30)
@given(st.fixed_dictionaries(dict.fromkeys(CASE, st.sampled_from(list(EARNS)))), st.booleans())
def test_any_mixture_earns_what_each_paragraph_earns(
    judge_lines: JudgeLines, told: dict[str, str], headed: bool
) -> None:
    found = outcomes(judge_lines(write(told, headed=headed).lines))
    apart = [c for c in CASE if told.get(SHARED.get(c, ""), "nothing") == "nothing"]
    assert {c: found[c] for c in apart} == {c: EARNS[told[c]] for c in apart}


@settings(quiet, max_examples=30)
@given(st.data(), reports)
def test_a_paragraph_told_twice_earns_nothing_more(
    judge_lines: JudgeLines, once: Once, data: st.DataObject, name: str
) -> None:
    report = REPORTS[name]
    chosen = data.draw(st.sets(st.sampled_from(report.paragraphs), min_size=1, max_size=3))
    lines: list[str] = []
    for number, line in enumerate(report.lines):
        lines += [line, line] if number in chosen else [line]
    twice = judge_lines(lines)
    assert points(twice) == points(once[name])
    assert outcomes(twice) == outcomes(once[name])


@settings(quiet, max_examples=40)
@given(reports, layouts)
def test_the_layout_changes_no_outcome(
    judge_lines: JudgeLines, once: Once, name: str, layout: Layout
) -> None:
    printed = print_out(REPORTS[name], layout)
    assert outcomes(judge_lines(printed)) == outcomes(once[name])
