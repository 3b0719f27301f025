from collections.abc import Callable

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from scorer.checks import figures_contradict
from scorer.reading.model import Reading

MakeReading = Callable[..., Reading]
fixture_is_pure = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
villages = st.integers(min_value=2, max_value=60)
counts = st.integers(min_value=5, max_value=9999)


def findings(make_reading: MakeReading, text: str) -> list[str]:
    return [finding.computed for finding in figures_contradict.run(make_reading(text))]


@fixture_is_pure
@given(villages, villages)
def test_no_number_of_villages_may_exceed_those_there_are(
    make_reading: MakeReading, total: int, told: int
) -> None:
    text = f"柳湾镇辖{total}个村。\n在{told}个村建起说事点。"
    assert findings(make_reading, text) == ([f"{total}≠{told}"] if told > total else [])


@fixture_is_pure
@given(villages, villages)
def test_villages_and_communities_together_are_no_contradiction(
    make_reading: MakeReading, total: int, communities: int
) -> None:
    text = f"柳湾镇辖{total}个村、{communities}个社区。\n{total + communities}个村各建起说事点。"
    assert findings(make_reading, text) == []


@fixture_is_pure
@example(161, 322)
@given(counts, counts)
def test_a_count_that_is_told_again_must_be_the_same(
    make_reading: MakeReading, first: int, again: int
) -> None:
    text = f"月光课堂全年开课{first}期，期期有签到。\n在全年{again}期月光课堂中，镇长主讲一半。"
    assert len(findings(make_reading, text)) == int(first != again)


@fixture_is_pure
@given(st.integers(min_value=20, max_value=9999), st.integers(min_value=20, max_value=9999))
def test_half_a_year_may_not_equal_the_year(
    make_reading: MakeReading, half: int, year: int
) -> None:
    assume(sorted(str(half)) != sorted(str(year)) or half == year)
    text = f"2023年立案的{year}宗行政案件全部上网。\n在今年上半年全镇共行政立案{half}宗。"
    assert len(findings(make_reading, text)) == int(half == year)
