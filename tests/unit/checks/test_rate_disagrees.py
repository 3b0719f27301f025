from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scorer.checks import rate_disagrees
from scorer.reading.model import Reading

MakeReading = Callable[..., Reading]
DIGITS = "零一二三四五六七八九"
#: Ways to tell a whole, its part and their rate; each names both numbers beyond doubt.
TELLINGS = (
    "全年受理矛盾纠纷{whole}件，办结{part}件，办结率{rate}。",
    "依法立案{whole}起，结案{part}起，结案率达{rate}。",
    "共提出意见{whole}条，采纳{part}条，采纳率为{rate}，均已反馈。",
    "应参训人员{whole}名，实际参训{part}名，参训率{rate}。",
    "发放问卷{whole}份，收回{part}份，回收率达到{rate}。",
    "受理调解申请{whole}件，调解成功{part}件，调解成功率{rate}。",
)
fixture_is_pure = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def spell(value: int) -> str:
    """Write a number below a thousand in Chinese numerals."""
    if value < 20:
        return ("十" if value >= 10 else "") + (DIGITS[value % 10] if value % 10 else "")
    words = ""
    if value >= 100:
        words = DIGITS[value // 100] + "百" + ("零" if 0 < value % 100 < 10 else "")
    tens, ones = value // 10 % 10, value % 10
    return words + (DIGITS[tens] + "十" if tens else "") + (DIGITS[ones] if ones else "")


def share(part: int, whole: int, decimals: int, rounding: str) -> Decimal:
    exact = Decimal(100) * part / whole
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding)


pairs = st.integers(min_value=1, max_value=999).flatmap(
    lambda whole: st.tuples(st.integers(min_value=1, max_value=whole), st.just(whole))
)
places = st.integers(min_value=0, max_value=2)


def findings(make_reading: MakeReading, text: str) -> int:
    return len(list(rate_disagrees.run(make_reading(text))))


@fixture_is_pure
@given(pairs, places, st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]), st.sampled_from(TELLINGS))
def test_a_rate_rounded_or_cut_off_right_is_silent(
    make_reading: MakeReading, pair: tuple[int, int], decimals: int, rounding: str, telling: str
) -> None:
    part, whole = pair
    rate = f"{share(part, whole, decimals, rounding)}%"
    assert findings(make_reading, telling.format(whole=whole, part=part, rate=rate)) == 0


@fixture_is_pure
@given(
    pairs,
    places,
    st.decimals(min_value=1, max_value=99, places=2),
    st.sampled_from(TELLINGS),
)
def test_any_other_rate_is_a_finding(
    make_reading: MakeReading,
    pair: tuple[int, int],
    decimals: int,
    other: Decimal,
    telling: str,
) -> None:
    part, whole = pair
    rate = other.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
    right = {share(part, whole, decimals, how) for how in (ROUND_HALF_UP, ROUND_DOWN)}
    half_way = Fraction(rate) + Fraction(1, 2 * 10**decimals) == Fraction(100 * part, whole)
    assume(rate > 0 and rate not in right and not half_way)
    assert findings(make_reading, telling.format(whole=whole, part=part, rate=f"{rate}%")) == 1


@fixture_is_pure
@given(pairs, st.sampled_from(TELLINGS))
def test_the_spelling_of_the_numbers_does_not_matter(
    make_reading: MakeReading, pair: tuple[int, int], telling: str
) -> None:
    part, whole = pair
    assume(part > 1)
    rate = int(share(part, whole, 0, ROUND_DOWN))
    wrong = rate - 7 if rate > 7 else rate + 7
    for printed, expected in ((rate, 0), (wrong, 1)):
        assume(printed > 0)
        text = telling.format(whole=spell(whole), part=spell(part), rate=f"百分之{spell(printed)}")
        assert findings(make_reading, text) == (expected if printed < 100 else 0)


def test_the_candidates_are_printed(make_reading: MakeReading) -> None:
    text = "共受理调解申请59件，调解完毕57件，调解成功55件，调解成功率达93.3%。"
    (finding,) = rate_disagrees.run(make_reading(text))
    assert finding.computed == "55/57=96.49%；55/59=93.22%"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("受理申请1.5万件，办结1.2万件，办结率80%。", 0),
        ("受理申请1.5万件，办结1.2万件，办结率60%。", 1),
        ("受理申请200余件，办结190余件，办结率95%。", 0),
        ("受理申请200余件，办结190余件，办结率50%。", 1),
        ("应参训200人，实际参训约150人，参训率近八成。", 0),
        ("应参训200人，实际参训150人，参训率七成。", 0),
        ("应参训200人，实际参训150人，参训率九成以上。", 1),
        ("接待群众1000人次，答复900人次，答复率90%。", 0),
        ("接待群众1000人，答复900人次，答复率80%。", 0),
    ],
)
def test_hedges_and_large_units_widen_what_is_right(
    make_reading: MakeReading, text: str, count: int
) -> None:
    assert findings(make_reading, text) == count
