from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scorer.agreement.labels import (
    Confusion,
    LabelPair,
    count_confusions,
    find_exact,
    find_kappa,
    find_macro_f1,
    find_weighted_kappa,
    keep_judged,
    measure_labels,
)
from scorer.scorecard import JUDGED, Outcome

MET, PARTIAL, MISSING = JUDGED
OPEN = Outcome.UNDETERMINED

judged = st.sampled_from(JUDGED)
pairs_of_judged = st.lists(st.tuples(judged, judged), min_size=1, max_size=60)


def table(rows: dict[tuple[Outcome, Outcome], int]) -> list[LabelPair]:
    return [pair for pair, count in rows.items() for _ in range(count)]


def test_kappa_of_the_textbook_grant_example_is_two_fifths() -> None:
    # Two readers, 50 proposals: both yes 20, only the first 5, only the second 10, both no 15.
    # p_o = 35/50, p_e = 25/50 * 30/50 + 25/50 * 20/50 = 1/2.
    pairs = table({(MET, MET): 20, (MET, MISSING): 5, (MISSING, MET): 10, (MISSING, MISSING): 15})
    assert find_kappa(pairs) == Fraction(2, 5)


def test_weighted_kappa_follows_the_table_worked_by_hand() -> None:
    #            ours: missing partial met
    #   missing            4       1     0    5
    #   partial            1       3     1    5
    #   met                0       2     3    5
    #                      5       6     4   15
    # Five pairs lie one step apart: sum(w O) = 5.
    # sum(w E) = (5 (6*1 + 4*4) + 5 (5*1 + 4*1) + 5 (5*4 + 6*1)) / 15 = 285 / 15 = 19.
    pairs = table(
        {
            (MISSING, MISSING): 4,
            (MISSING, PARTIAL): 1,
            (PARTIAL, MISSING): 1,
            (PARTIAL, PARTIAL): 3,
            (PARTIAL, MET): 1,
            (MET, PARTIAL): 2,
            (MET, MET): 3,
        }
    )
    assert find_weighted_kappa(pairs) == 1 - Fraction(5, 19)


def test_one_disagreement_by_two_steps_weighs_four_times_one_by_one() -> None:
    near = [(MET, MET), (MISSING, MISSING), (MET, PARTIAL)]
    far = [(MET, MET), (MISSING, MISSING), (MET, MISSING)]
    assert find_weighted_kappa(near) == 1 - Fraction(3 * 1, 2 * (4 + 1) + 1 * (4 + 1))
    assert find_weighted_kappa(far) == 1 - Fraction(3 * 4, 2 * 2 * 4 + 1 * 1 * 4)


def test_macro_f1_is_the_plain_mean_over_the_labels() -> None:
    pairs = [(MET, MET), (MET, MET), (MET, PARTIAL), (PARTIAL, PARTIAL), (MISSING, MET)]
    # met: 2*2/(3+3) = 2/3, partial: 2*1/(1+2) = 2/3, missing: 0/1 = 0.
    assert find_macro_f1(pairs) == Fraction(4, 9)


def test_a_label_that_occurs_nowhere_is_left_out_of_macro_f1() -> None:
    assert find_macro_f1([(MET, MET), (PARTIAL, PARTIAL)]) == 1


def test_nothing_over_nothing_is_none() -> None:
    nothing = measure_labels([])
    assert (nothing.exact, nothing.kappa, nothing.weighted_kappa, nothing.macro_f1) == (None,) * 4
    one_label = measure_labels([(MET, MET), (MET, MET)])
    assert (one_label.exact, one_label.kappa, one_label.weighted_kappa) == (1, None, None)


def test_undetermined_by_hand_accepts_missing_and_undetermined_only() -> None:
    assert find_exact([(OPEN, OPEN), (OPEN, MISSING)]) == 1
    assert find_exact([(OPEN, MET), (OPEN, PARTIAL)]) == 0


def test_undetermined_of_ours_does_not_agree_with_missing() -> None:
    assert find_exact([(MISSING, OPEN)]) == 0


def test_the_coefficients_leave_out_what_nobody_could_tell_and_read_open_as_missing() -> None:
    pairs = [(OPEN, MET), (MISSING, OPEN), (MET, Outcome.NOT_APPLICABLE), (PARTIAL, PARTIAL)]
    assert keep_judged(pairs) == ((MISSING, MISSING), (MET, MISSING), (PARTIAL, PARTIAL))


def test_confusions_are_counted_cell_by_cell() -> None:
    assert count_confusions([(MET, PARTIAL), (OPEN, OPEN), (MET, PARTIAL)]) == (
        Confusion(gold=MET, ours=PARTIAL, count=2),
        Confusion(gold=OPEN, ours=OPEN, count=1),
    )


@given(pairs_of_judged)
def test_labels_compared_with_themselves_agree_wholly(pairs: list[LabelPair]) -> None:
    same = [(gold, gold) for gold, _ in pairs]
    agreement = measure_labels(same)
    assert agreement.exact == agreement.macro_f1 == 1
    assert agreement.kappa in {1, None}
    assert agreement.weighted_kappa == agreement.kappa


@given(pairs_of_judged)
def test_swapping_the_two_sides_changes_no_figure(pairs: list[LabelPair]) -> None:
    assert measure_labels([(ours, gold) for gold, ours in pairs]) == measure_labels(pairs)


@given(pairs_of_judged)
def test_the_order_of_the_pairs_changes_no_figure(pairs: list[LabelPair]) -> None:
    assert measure_labels(sorted(pairs)) == measure_labels(pairs)


@given(pairs_of_judged)
def test_no_coefficient_leaves_its_range(pairs: list[LabelPair]) -> None:
    agreement = measure_labels(pairs)
    assert agreement.exact is not None
    assert 0 <= agreement.exact <= 1
    for coefficient in (agreement.kappa, agreement.weighted_kappa):
        assert coefficient is None or -1 <= coefficient <= 1
    assert agreement.macro_f1 is not None
    assert 0 <= agreement.macro_f1 <= 1


@given(st.lists(st.tuples(st.sampled_from([MET, MISSING]), st.sampled_from([MET, MISSING]))))
def test_with_two_labels_weighting_makes_no_difference(pairs: list[LabelPair]) -> None:
    assert find_weighted_kappa(pairs) == find_kappa(pairs)
