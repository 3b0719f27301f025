from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from scorer.agreement.facts import FactAgreement, FactDifference, count_facts, find_fact_differences
from scorer.agreement.gold import GoldReport
from scorer.agreement.measure import LabelDifference, measure
from scorer.agreement.pairing import Pair
from scorer.finding import Finding, Strength
from scorer.scorecard import Outcome, Scorecard

MET, PARTIAL, MISSING = Outcome.MET, Outcome.PARTIAL, Outcome.MISSING
OPEN = Outcome.UNDETERMINED

MakeFinding = Callable[..., Finding]
MakeGold = Callable[..., GoldReport]
MakeScorecard = Callable[..., Scorecard]


def test_figures_are_given_in_all_by_part_and_by_criterion(
    make_gold: MakeGold, make_scorecard: MakeScorecard
) -> None:
    reports = [
        make_gold({"form.title": MET, "form.date": MISSING, "duty.study": PARTIAL}, file="a.txt"),
        make_gold({"form.title": MET, "form.date": PARTIAL, "duty.study": MET}, file="b.txt"),
    ]
    cards = [
        make_scorecard({"form.title": MET, "form.date": MISSING, "duty.study": MET}, file="a.txt"),
        make_scorecard({"form.title": MET, "form.date": MISSING, "duty.study": MET}, file="b.txt"),
    ]
    agreement = measure(reports, cards)
    assert (agreement.reports, agreement.unscored) == (2, ())
    assert (agreement.overall.count, agreement.overall.exact) == (6, Fraction(4, 6))
    assert [(g.id, g.agreement.exact) for g in agreement.parts] == [
        ("form", Fraction(3, 4)),
        ("duty", Fraction(1, 2)),
    ]
    assert [(g.id, g.agreement.exact) for g in agreement.criteria] == [
        ("form.title", 1),
        ("form.date", Fraction(1, 2)),
        ("duty.study", Fraction(1, 2)),
    ]
    assert agreement.label_differences == (
        LabelDifference(report="g1", criterion="duty.study", gold=PARTIAL, ours=MET),
        LabelDifference(report="g1", criterion="form.date", gold=PARTIAL, ours=MISSING),
    )


def test_a_report_without_a_scorecard_counts_as_missing_throughout(make_gold: MakeGold) -> None:
    agreement = measure([make_gold({"form.title": MET, "form.date": MISSING})], [])
    assert agreement.unscored == ("g1",)
    assert agreement.overall.exact == Fraction(1, 2)
    assert (agreement.remarks[0].hints, agreement.remarks[0].text_quality) == (0, 0)


def test_a_criterion_that_our_rubric_lacks_counts_as_missing(
    make_gold: MakeGold, make_scorecard: MakeScorecard
) -> None:
    agreement = measure([make_gold({"form.title": MET})], [make_scorecard({})])
    assert [d.ours for d in agreement.label_differences] == [MISSING]


def test_totals_are_compared_by_points_and_only_for_whole_reports(
    make_gold: MakeGold, make_scorecard: MakeScorecard
) -> None:
    reports = [
        make_gold({"form.title": MET, "form.date": PARTIAL}, file="a.txt"),
        make_gold({"form.title": MISSING, "form.date": MISSING}, file="b.txt"),
        make_gold({"form.title": OPEN, "form.date": MET}, file="cut.txt"),
    ]
    cards = [
        make_scorecard({"form.title": MET, "form.date": MISSING}, file="a.txt"),
        make_scorecard({"form.title": PARTIAL, "form.date": PARTIAL}, file="b.txt"),
        make_scorecard({"form.title": OPEN, "form.date": MET}, file="cut.txt"),
    ]
    total = measure(reports, cards).total
    # Four points a criterion: |6 - 4| and |0 - 4|.
    assert (total.count, total.mean_difference) == (2, 3)


def test_an_open_outcome_is_an_error_only_where_the_report_is_whole(
    make_gold: MakeGold, make_scorecard: MakeScorecard
) -> None:
    reports = [
        make_gold({"form.title": MET}, file="whole.txt"),
        make_gold({"form.title": OPEN, "form.date": MET}, file="cut.txt"),
    ]
    cards = [
        make_scorecard({"form.title": OPEN}, file="whole.txt"),
        make_scorecard({"form.title": OPEN, "form.date": OPEN}, file="cut.txt"),
    ]
    assert measure(reports, cards).false_undetermined == 1


def test_more_than_five_remarks_in_one_report_are_noise(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    hints = tuple(make_finding("typo", str(n), strength=Strength.HINT) for n in range(3))
    notes = tuple(
        make_finding("truncated", str(n), strength=Strength.TEXT_QUALITY) for n in range(3)
    )
    sure = make_finding("typo", "三项治度")
    loud = measure([make_gold()], [make_scorecard(findings=(*hints, *notes, sure))]).remarks[0]
    quiet = measure([make_gold()], [make_scorecard(findings=(*hints, *notes[:2]))]).remarks[0]
    assert (loud.hints, loud.text_quality, loud.noisy) == (3, 3, True)
    assert not quiet.noisy


def test_findings_are_summed_over_all_kinds(
    make_gold: MakeGold, make_scorecard: MakeScorecard, make_finding: MakeFinding
) -> None:
    report = make_gold(findings=(("typo", "三项治度", False), ("placeholder", "XX余人次", False)))
    card = make_scorecard(
        findings=(make_finding("typo", "三项治度"), make_finding("duplicate", "无关的话"))
    )
    row = measure([report], [card]).findings
    assert (row.marked, row.found, row.right, row.wrong) == (2, 1, 1, 1)


def test_nothing_to_compare_gives_no_figure() -> None:
    agreement = measure([], [])
    assert agreement.overall.exact is None
    assert agreement.total.mean_difference is None
    assert (agreement.findings.recall, agreement.findings.precision) == (None, None)


def test_facts_are_right_when_equal_and_the_issuer_by_its_unit(
    make_gold: MakeGold, make_scorecard: MakeScorecard
) -> None:
    pair = Pair(
        gold=make_gold(issuer="甲县青石镇人民政府", signed="2024-02-30", published=None),
        scorecard=make_scorecard(issuer="青石镇人民政府", signed="2024-02", published=None),
    )
    assert count_facts([pair, Pair(gold=pair.gold, scorecard=None)]) == (
        FactAgreement(fact="issuer", right=1, count=2),
        FactAgreement(fact="year", right=1, count=2),
        FactAgreement(fact="signed", right=0, count=2),
        FactAgreement(fact="published", right=1, count=2),
    )
    assert find_fact_differences([pair]) == (
        FactDifference(report="g1", fact="signed", gold="2024-02-30", ours="2024-02"),
    )


def test_the_share_of_right_facts_of_no_reports_is_none() -> None:
    assert [row.share for row in count_facts([])] == [None] * 4
