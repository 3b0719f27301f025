from hypothesis import given
from hypothesis import strategies as st

from scorer.checks.segments import SEGMENT_ENDS, end_of_segment, start_of_segment

TEXTS = st.text("甲乙，。；!\n、", max_size=24)


@given(TEXTS, st.integers(0, 26), st.sampled_from((SEGMENT_ENDS, SEGMENT_ENDS + "、（）")))
def test_a_segment_ends_at_the_nearest_mark_on_either_side(text: str, at: int, ends: str) -> None:
    marks = [place for place, char in enumerate(text) if char in ends]
    before, behind = [p for p in marks if p < at], [p for p in marks if p >= at]
    assert start_of_segment(text, at, ends) == max(before, default=-1) + 1
    assert end_of_segment(text, at, ends) == min(behind, default=len(text))
