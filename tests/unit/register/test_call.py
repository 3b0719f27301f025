from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from scorer.document import Span
from scorer.register import Body, Register, call_roll
from scorer.register.names import Place, parse_name, parse_outer
from scorer.scorecard import (
    Batch,
    Failure,
    Refusal,
    ReportFacts,
    RollCall,
    RubricStamp,
    Scorecard,
    Total,
)

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "register" / "roll.yaml").read_text("utf-8")
)
ZERO = Decimal(0)
STAMP = RubricStamp(id="r", version="1", title="标准", sha256="0" * 64, note="", total=ZERO)
TOTAL = Total(points=ZERO, max=ZERO, low=ZERO, high=ZERO, band=None)


def make_body(row: str | list[str]) -> Body:
    if isinstance(row, str):
        return Body(name=row, place=parse_name(row))
    county, name = row
    return Body(name=name, place=Place(unit=parse_name(name).unit, outer=parse_outer(county)))


def make_card(
    file: str, issuer: str | None, region: list | None = None, year: int | None = None
) -> Scorecard:
    unit = None if issuer is None else parse_name(issuer).unit
    facts = ReportFacts(
        file=file,
        title=None,
        issuer=issuer,
        issuer_kind=None,
        region=(*(region or [None] * 3), unit),
        year=year,
        signed=None,
        published=None,
        span=Span(0, 1),
        read_from={},
    )
    return Scorecard(report=facts, rubric=STAMP, total=TOTAL, parts=())


def call(case: dict) -> Batch:
    batch = Batch(
        rubric=STAMP,
        scorecards=tuple(make_card(*row) for row in case["reports"]),
        errors=tuple(Failure(file=file, reason="坏") for file in case.get("unread", ())),
        refused=tuple(
            Refusal(file=file, document_type="其他", reason="不是")
            for file in case.get("refused", ())
        ),
    )
    register = Register(file="名册.xlsx", bodies=tuple(map(make_body, case["register"])))
    return call_roll(register, batch)


def told(call: RollCall) -> str:
    notes = [repeated.note for repeated in call.repeated]
    reasons = [each.reason for each in (*call.unsettled, *call.misplaced)]
    return "\n".join((*notes, *reasons))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_the_roll_is_called(case: dict) -> None:
    batch = call(case)
    roll = batch.roll_call
    assert roll is not None
    assert roll.submitted == case["submitted"]
    assert list(batch.not_submitted or ()) == case.get("absent", [])
    assert {each.name: list(each.files) for each in roll.repeated} == case.get("repeated", {})
    assert {each.name: list(each.files) for each in roll.unsettled} == case.get("unsettled", {})
    assert [each.file for each in roll.misplaced] == case.get("misplaced", [])
    assert [words for words in case.get("says", ()) if words not in told(roll)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_every_body_is_counted_once(case: dict) -> None:
    batch = call(case)
    roll = batch.roll_call
    assert roll is not None
    absent = batch.not_submitted or ()
    assert roll.owing == roll.submitted + len(roll.unsettled) + len(absent) == len(case["register"])


def test_the_batch_is_otherwise_the_same() -> None:
    batch = call(CASES[0])
    without = replace(batch, not_submitted=None, roll_call=None)
    assert call_roll(Register(file="名册.xlsx", bodies=()), without).scorecards == batch.scorecards
