from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scorer.checks.counts import is_far, prints
from scorer.mentions.model import NumberMention


def make_number(value: Decimal, step: Decimal, *, unit: str = "件") -> NumberMention:
    return NumberMention(at=0, stop=1, value=value, low=value, high=value + step, unit=unit)


COUNTS = st.decimals(min_value=0, max_value=10**6, places=1)


@given(
    COUNTS,
    st.lists(COUNTS, min_size=1, max_size=3),
    st.integers(0, 4),
    st.one_of(COUNTS, st.integers(-2, 2)),
)
def test_what_floats_tell_apart_no_fraction_brings_together(
    part: Decimal, whole: list[Decimal], decimals: int, printed: Decimal | int
) -> None:
    step = Decimal(1).scaleb(-decimals)
    if isinstance(printed, int) and sum(whole):
        near = (100 * part / sum(whole)).quantize(step)
        printed = near + printed * step
    rate = make_number(Decimal(printed), step, unit="%")
    counts = [make_number(each, Decimal(1)) for each in whole]
    if is_far(rate, make_number(part, Decimal(1)), counts):
        share = 100 * Fraction(part) / sum(map(Fraction, whole))
        assert not prints(rate, share, share)
