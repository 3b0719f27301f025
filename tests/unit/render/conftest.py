"""Sample scorecards, read from tests/cases/render: quotes are given by their words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
import yaml

from scorer.document import Quote, Span, find_line_starts
from scorer.finding import Finding, Force, Norm, Strength
from scorer.reading.model import Placement
from scorer.scorecard import (
    Batch,
    Closure,
    CriterionScore,
    Failure,
    Misplaced,
    Nearest,
    Outcome,
    PartScore,
    Refusal,
    Repeated,
    ReportFacts,
    RollCall,
    RubricStamp,
    Scorecard,
    SpokenBy,
    Total,
    Unsettled,
)

CASES = Path(__file__).parents[2] / "cases" / "render"
SHARES = {Outcome.MET: Decimal(1), Outcome.PARTIAL: Decimal("0.5")}
OPEN = (Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE)
ATTACKS = (
    '<script>alert("1")</script>',
    "</style><style>*{display:none}</style>",
    "<img src=x onerror=alert(1)>",
    "\u202e反向\u202c\u2066隔离\u2069\u200f标记\u200e",
    "'\"&<>`{{ 7 * 7 }}{% raw %}",
    "长" * 10_000,
    '=HYPERLINK("http://x","点")',
    "+1\t-1\t@SUM(A1)",
    "[red]红[/red][/] \x1b[31m\x07\x00",
    "第一行\r\n第二行\u2028第三行\ud800",
    "javascript:alert(1)",
)


def load(name: str) -> dict:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))


RUBRIC = load("rubric")
NORMS = {
    key: Norm(text=norm["text"], force=Force(norm["force"]))
    for key, norm in RUBRIC["norms"].items()
}
STAMP = RubricStamp(**{**RUBRIC["stamp"], "total": Decimal(RUBRIC["stamp"]["total"])})


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    line = sum(at <= start for at in find_line_starts(text))
    return Quote(text=words, start=start, end=start + len(words), line=line)


def criterion(row: list, case: dict, text: str, force: str | None) -> CriterionScore:
    id_, title, points, norm, descriptor, deduction, remedy = row
    outcome = Outcome(case["outcome"])
    full = Decimal(points)
    nearest = case.get("nearest")
    reasons = {
        Outcome.MET: descriptor,
        Outcome.UNDETERMINED: "文本不完整，无法判定。",
        Outcome.NOT_APPLICABLE: "未向本单位下放行政执法权，不适用。",
    }
    return CriterionScore(
        id=id_,
        title=title,
        outcome=outcome,
        points=full * SHARES.get(outcome, Decimal(0)),
        max=full,
        norm=replace(NORMS[norm], force=Force(force or NORMS[norm].force)),
        reason=reasons.get(outcome, f"{deduction}，扣分。"),
        remedy=remedy,
        quotes=tuple(quote(text, words) for words in case.get("quotes", ())),
        spoken_by=tuple(
            SpokenBy(quote=quote(text, said), words=tuple(heard))
            for said, heard in case.get("spoken_by", {}).items()
        ),
        missing=tuple(case.get("missing", ())),
        nearest=nearest and Nearest(quote=quote(text, nearest[0]), why_not=nearest[1]),
    )


def part(row: dict, case: dict) -> PartScore:
    default = case.get("default", {"outcome": "missing"})
    criteria = tuple(
        criterion(each, case["criteria"].get(each[0], default), case["text"], case.get("force"))
        for each in row["criteria"]
    )
    placement = case["placements"].get(row["id"])
    return PartScore(
        id=row["id"],
        title=row["title"],
        points=sum((c.points for c in criteria), Decimal(0)),
        max=sum((c.max for c in criteria if c.outcome not in OPEN), Decimal(0)),
        placement=placement and Placement(placement),
        criteria=criteria,
    )


def finding(row: dict, text: str) -> Finding:
    return Finding(
        rule=row["rule"],
        kind=row["kind"],
        strength=Strength(row["strength"]),
        message=row["message"],
        quotes=tuple(quote(text, words) for words in row["quotes"]),
        norm=NORMS[row["norm"]],
        remedy=row.get("remedy", ""),
        computed=row.get("computed", ""),
        deducted=Decimal(row.get("deducted", 0)),
    )


def closure(row: dict, text: str) -> Closure:
    plan = row.get("answered_by")
    return Closure(
        shortcoming=quote(text, row["shortcoming"]),
        answered_by=plan and quote(text, plan),
        matters=tuple(row.get("matters", ())),
        words=tuple(row.get("words", ())),
    )


def build(name: str) -> Scorecard:
    case = load(name)
    text = case["text"]
    parts = tuple(part(row, case) for row in RUBRIC["parts"])
    findings = tuple(finding(row, text) for row in case["findings"])
    points = sum((p.points for p in parts), Decimal(0)) - sum(f.deducted for f in findings)
    full = sum((p.max for p in parts), Decimal(0))
    report = {"conflicts": (), "doubts": (), "span": (0, len(text)), **case["report"]}
    report["span"] = Span(*report["span"])
    for key in ("region", "conflicts", "doubts"):
        report[key] = tuple(report[key])
    return Scorecard(
        report=ReportFacts(**report),
        rubric=STAMP,
        total=Total(
            points=points, max=full, low=points, high=points + STAMP.total - full, band=case["band"]
        ),
        parts=parts,
        closure=tuple(closure(row, text) for row in case.get("closure", ())),
        findings=findings,
        text=text,
    )


def poison(value: object, seed: list[int]) -> object:
    """The same value with an attack in every text field that is not empty, in turn."""
    if value == "":
        return value
    if isinstance(value, str) and not isinstance(value, Enum):
        seed[0] += 1
        return ATTACKS[seed[0] % len(ATTACKS)]
    if isinstance(value, tuple):
        return tuple(poison(each, seed) for each in value)
    if not is_dataclass(value):
        return value
    changes = {
        field.name: poison(getattr(value, field.name), seed)
        for field in fields(value)
        if field.name not in {"id", "rule", "kind", "signed", "published", "sha256", "read_from"}
    }
    return replace(value, **changes)


@pytest.fixture(scope="session")
def whole() -> Scorecard:
    """A whole report of middling quality."""
    return build("whole")


@pytest.fixture(scope="session")
def roll_call() -> RollCall:
    """A register of six: three have sent, one twice; one is open, two have sent nothing."""
    return RollCall(
        register="名册.xlsx",
        owing=6,
        submitted=3,
        repeated=(
            Repeated(
                name="清溪乡", files=("送审/a.txt", "送审/b.txt"), note="年度不同（2022、2023）。"
            ),
            Repeated(name="黑水镇", files=("送审/c.txt",)),
        ),
        unsettled=(
            Unsettled(
                name="朝阳街道", files=("送审/朝阳.pdf",), reason="文件名写有该单位，但无法读取。"
            ),
        ),
        misplaced=(
            Misplaced(
                file="送审/d.txt", issuer="赤岭镇人民政府", reason="报告主体是赤岭镇，不在名册上。"
            ),
        ),
    )


@pytest.fixture(scope="session")
def cut_off() -> Scorecard:
    """A street's report whose end was lost: the total is an interval."""
    return build("cut_off")


@pytest.fixture(scope="session")
def nameless() -> Scorecard:
    """Nothing known, nothing found."""
    return build("nameless")


@pytest.fixture(scope="session")
def full_marks() -> Scorecard:
    """Nothing to add."""
    return build("full_marks")


def disguise(text: str) -> str:
    """Attacks in place of the words, line for line and of the same length."""
    words = "".join("".join(ATTACKS).split())
    return "".join(c if c.isspace() else words[at % len(words)] for at, c in enumerate(text))


@pytest.fixture(scope="session")
def hostile(whole: Scorecard) -> Scorecard:
    """An attack in every field that can hold a report's words."""
    poisoned = poison(whole, [0])
    assert isinstance(poisoned, Scorecard)
    return replace(poisoned, text=disguise(whole.text))


@pytest.fixture(scope="session")
def batch(
    whole: Scorecard, cut_off: Scorecard, full_marks: Scorecard, nameless: Scorecard
) -> Batch:
    """Four reports, one refusal, one failure."""
    return Batch(
        rubric=STAMP,
        scorecards=(whole, cut_off, full_marks, nameless),
        refused=(
            Refusal(
                file="送审/公开年报.html",
                document_type="政府信息公开年报",
                reason="题名写明是政府信息公开工作年度报告，不是法治政府建设年度报告。",
            ),
        ),
        errors=(Failure(file="送审/扫描件.txt", reason="文件是空的，请重新导出后再提交。"),),
    )


@pytest.fixture(scope="session")
def hostile_batch(batch: Batch, hostile: Scorecard) -> Batch:
    """The batch with an attack in every field."""
    poisoned = poison(batch, [3])
    assert isinstance(poisoned, Batch)
    return replace(poisoned, scorecards=(hostile, *poisoned.scorecards))
