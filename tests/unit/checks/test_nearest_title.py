from hypothesis import given
from hypothesis import strategies as st

from scorer.checks.nearest_title import ends_one_of

TITLES = st.text("甲乙法", max_size=4)


@given(TITLES, st.frozensets(TITLES, max_size=5))
def test_a_title_ends_a_known_one_or_none(title: str, known: frozenset[str]) -> None:
    assert ends_one_of(title, known) is any(other.endswith(title) for other in known)
