"""What follows from the counts is silent and all else is told, however the numbers are written."""

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import ModuleType

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scorer import ingest, masthead, mentions, reading
from scorer.checks import chain_rises, rate_disagrees, sum_disagrees
from scorer.checks.base import EXAMPLE_TITLE
from scorer.reading.model import Reading

MakeReading = Callable[..., Reading]
FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
TENTHS = "零一二三四五六七八九"
fixture_is_pure = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)
pairs = st.integers(min_value=2, max_value=999).flatmap(
    lambda whole: st.tuples(st.integers(min_value=1, max_value=whole), st.just(whole))
)
places = st.integers(min_value=0, max_value=2)


def rounded(share: Fraction, decimals: int) -> set[Decimal]:
    """How a share may be printed: rounded or cut off."""
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    unit = Decimal(1).scaleb(-decimals)
    return {exact.quantize(unit, how) for how in (ROUND_HALF_UP, ROUND_DOWN)}


def count(check: ModuleType, report: Reading) -> int:
    return len(list(check.run(report)))


def read_file(text: str) -> Reading:
    (document,) = ingest.read("example.txt", (EXAMPLE_TITLE + text).encode())
    head = masthead.read(document)
    return reading.read(document, head, mentions.read(document.plain), ())


@settings(max_examples=40)
@given(pairs, places, st.integers(min_value=0, max_value=9999))
def test_full_width_digits_are_digits(pair: tuple[int, int], decimals: int, other: int) -> None:
    part, whole = pair
    right = rounded(Fraction(100 * part, whole), decimals)
    wrong = Decimal(other).scaleb(-2).quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
    assume(0 < wrong < 100 and all(abs(wrong - rate) > 1 for rate in right))
    for rate, expected in ((min(right), 0), (max(right), 0), (wrong, 1)):
        assume(rate > 0)
        told = f"全年受理矛盾纠纷{whole}件，办结{part}件，办结率{rate}%。"
        assert count(rate_disagrees, read_file(told.translate(FULL_WIDTH))) == expected


@fixture_is_pure
@given(pairs, st.integers(min_value=1, max_value=9))
def test_tenths_stand_for_what_rounds_or_is_cut_off_to_them(
    make_reading: MakeReading, pair: tuple[int, int], tenths: int
) -> None:
    part, whole = pair
    share = Fraction(10 * part, whole)
    right = Fraction(2 * tenths - 1, 2) <= share < tenths + 1
    text = f"应参训{whole}人，实际参训{part}人，参训率{TENTHS[tenths]}成。"
    assert count(rate_disagrees, make_reading(text)) == (0 if right else 1)


@fixture_is_pure
@given(
    st.integers(min_value=101, max_value=999).flatmap(
        lambda whole: st.tuples(st.integers(min_value=100, max_value=whole), st.just(whole))
    ),
    st.integers(min_value=1, max_value=99),
)
def test_tens_of_thousands_stand_for_what_is_printed_so(
    make_reading: MakeReading, pair: tuple[int, int], rate: int
) -> None:
    """3.21万 stands for 32050 to 32150."""
    part, whole = pair
    lowest = Fraction(100 * (2 * part - 1), 2 * whole + 1)
    highest = Fraction(100 * (2 * part + 1), 2 * whole - 1)
    share = Fraction(100 * part, whole)
    surely_right = rate in {int(share), round(share)}
    surely_wrong = rate + 1 <= lowest or rate - 1 >= highest
    assume(surely_right or surely_wrong)
    text = f"受理申请{whole / 100:.2f}万件，办结{part / 100:.2f}万件，办结率{rate}%。"
    assert count(rate_disagrees, make_reading(text)) == (0 if surely_right else 1)


@fixture_is_pure
@given(
    st.integers(min_value=2, max_value=999),
    st.integers(min_value=2, max_value=999),
    places,
    st.integers(min_value=1, max_value=9999),
)
def test_a_rate_of_change_follows_from_both_years(
    make_reading: MakeReading, now: int, before: int, decimals: int, other: int
) -> None:
    assume(now != before)
    share = abs(Fraction(100 * now, before) - 100)
    turn = "增长" if now > before else "下降"
    right = rounded(share, decimals)
    wrong = Decimal(other).scaleb(-2).quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
    assume(wrong > 0 and all(abs(wrong - rate) > 1 for rate in right))
    for rate, expected in ((min(right), 0), (max(right), 0), (wrong, 1)):
        assume(rate > 0)
        text = f"收到信访事项{now}件，较上年的{before}件{turn}{rate}%。"
        assert count(rate_disagrees, make_reading(text)) == expected


@fixture_is_pure
@given(
    st.lists(st.integers(min_value=1, max_value=400), min_size=3, max_size=6),
    st.integers(min_value=-300, max_value=300),
)
def test_a_complete_list_adds_up_to_its_total(
    make_reading: MakeReading, parts: list[int], off: int
) -> None:
    total = sum(parts) + off
    assume(total > 0)
    names = ("邻里", "婚姻家庭", "土地山林", "劳动", "消费")[: len(parts) - 1]
    listed = "、".join(f"{name}{n}件" for name, n in zip((*names, "其他"), parts, strict=True))
    text = f"全年调处矛盾纠纷{total}件，其中{listed}。"
    assert count(sum_disagrees, make_reading(text)) == (1 if off else 0)


@fixture_is_pure
@given(st.lists(st.integers(min_value=1, max_value=999), min_size=3, max_size=3))
def test_a_chain_may_only_fall(make_reading: MakeReading, links: list[int]) -> None:
    first, second, third = links
    text = f"全年受理矛盾纠纷{first}件，调解{second}件，调解成功{third}件。"
    rises = (second > first) + (third > second)
    assert count(chain_rises, make_reading(text)) == rises
