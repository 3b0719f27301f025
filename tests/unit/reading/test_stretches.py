"""Where stretches reach is what looking at each of them tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scorer.reading.stretches import Stretches

PLACES = st.integers(0, 30)
STRETCHES = st.lists(st.tuples(PLACES, PLACES).map(lambda pair: (min(pair), max(pair))), max_size=8)


@given(STRETCHES, PLACES)
def test_the_reach_is_the_furthest_end_of_those_that_begin_before(
    stretches: list[tuple[int, int]], before: int
) -> None:
    ends = [stop for start, stop in stretches if start < before]
    assert Stretches(stretches).reach(before) == max(ends, default=0)
