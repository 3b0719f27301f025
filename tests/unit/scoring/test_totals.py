"""Points added up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scorer.checks.base import Check
from scorer.document import Quote
from scorer.evidence.lexicon import build_lexicon
from scorer.finding import Finding, Force, Norm, Strength
from scorer.rubric.model import Band, Deduction, NormRule, Part, Rubric
from scorer.scorecard import CriterionScore, Outcome, RubricStamp
from scorer.scoring.totals import charge, total, total_part

NORM = Norm(text="依据", force=Force.BINDING)
RULE = NormRule(text="依据", force=Force.BINDING, force_for_streets=Force.BY_ANALOGY)
PART = Part(id="p", title="部分", norm=RULE, cues=None, criteria=())
BANDS = (
    Band(label="优秀", at_least=Decimal(90)),
    Band(label="合格", at_least=Decimal(60)),
    Band(label="待改进", at_least=Decimal(0)),
)
SHARES = {Outcome.MET: Decimal(1), Outcome.PARTIAL: Decimal("0.5")}


def _rubric(*checks: Deduction) -> Rubric:
    return Rubric(
        stamp=RubricStamp(
            id="r", version="1", title="标准", sha256="0", note="", total=Decimal(100)
        ),
        bands=BANDS,
        parts=(PART,),
        refuses=(),
        checks=checks,
        lexicon=build_lexicon(()),
    )


def _score(outcome: Outcome, points: int) -> CriterionScore:
    return CriterionScore(
        id=f"p.{outcome}{points}",
        title="项",
        outcome=outcome,
        points=Decimal(points) * SHARES.get(outcome, Decimal(0)),
        max=Decimal(points),
        norm=NORM,
        reason="",
        remedy="",
    )


def _finding(strength: Strength = Strength.FINDING) -> Finding:
    quote = Quote(text="甲", start=0, end=1, line=1)
    return Finding(
        rule="slip", kind="typo", strength=strength, message="", quotes=(quote,), norm=NORM,
        remedy="",
    )  # fmt: skip


def _deduction(each: str, cap: str) -> Deduction:
    check = Check(
        id="slip", kind="typo", strength=Strength.FINDING, title="", why="", norm=NORM, bad="",
        good="", run=lambda _: iter(()),
    )  # fmt: skip
    return Deduction(check=check, each=Decimal(each), cap=Decimal(cap))


def test_open_criteria_leave_numerator_and_denominator() -> None:
    part = total_part(
        PART,
        None,
        [_score(Outcome.MET, 40), _score(Outcome.UNDETERMINED, 20), _score(Outcome.PARTIAL, 40)],
    )
    assert (part.points, part.max) == (Decimal(60), Decimal(80))


def test_what_nobody_can_tell_makes_the_total_an_interval() -> None:
    part = total_part(PART, None, [_score(Outcome.MET, 70), _score(Outcome.UNDETERMINED, 30)])
    result = total(_rubric(), [part], ())
    assert (result.points, result.max) == (Decimal(70), Decimal(70))
    assert (result.low, result.high) == (Decimal(70), Decimal(100))
    assert result.band is None


def test_a_band_is_named_when_both_ends_fall_into_it() -> None:
    part = total_part(PART, None, [_score(Outcome.MET, 92), _score(Outcome.UNDETERMINED, 8)])
    assert total(_rubric(), [part], ()).band == "优秀"


def test_what_does_not_apply_is_scaled_away() -> None:
    part = total_part(
        PART,
        None,
        [_score(Outcome.MET, 60), _score(Outcome.MISSING, 25), _score(Outcome.NOT_APPLICABLE, 15)],
    )
    result = total(_rubric(), [part], ())
    assert result.points == Decimal(60)
    assert result.low == result.high == Decimal("70.59")


def test_findings_cost_nothing_unless_the_rubric_prices_them() -> None:
    assert [f.deducted for f in charge(_rubric(), [_finding()])] == [Decimal(0)]


def test_one_check_costs_at_most_its_cap_and_hints_cost_nothing() -> None:
    findings = [_finding(), _finding(Strength.HINT), _finding(), _finding()]
    charged = charge(_rubric(_deduction("1", "1.5")), findings)
    assert [f.deducted for f in charged] == [Decimal(1), Decimal(0), Decimal("0.5"), Decimal(0)]


def test_deductions_never_bring_the_total_below_nothing() -> None:
    part = total_part(PART, None, [_score(Outcome.MISSING, 100)])
    rubric = _rubric(_deduction("1", "1"))
    result = total(rubric, [part], charge(rubric, [_finding()]))
    assert result.points == result.low == Decimal(0)


@given(st.lists(st.sampled_from(sorted(Outcome)), min_size=1, max_size=20))
def test_points_lost_and_won_and_open_add_up_to_the_whole(outcomes: list[Outcome]) -> None:
    scores = [_score(outcome, 4) for outcome in outcomes]
    part = total_part(PART, None, scores)
    lost = sum((score.gain for score in scores), Decimal(0))
    left_out = 4 * sum(o in {Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE} for o in outcomes)
    assert part.points + lost + left_out == 4 * len(outcomes)
    assert part.points + lost == part.max


@given(st.lists(st.sampled_from(sorted(Outcome)), min_size=1, max_size=25))
def test_the_interval_holds_the_points_and_lies_within_the_whole(outcomes: list[Outcome]) -> None:
    part = total_part(PART, None, [_score(outcome, 4) for outcome in outcomes])
    result = total(_rubric(), [part], ())
    assert Decimal(0) <= result.low <= result.high <= Decimal(100)
