from hypothesis import given
from hypothesis import strategies as st

from scorer.checks.alike import keys_of
from scorer.checks.sentence_repeated import _find_recurring, _Segment

WORDS = st.text("甲乙", min_size=4, max_size=13)


@given(st.lists(WORDS, max_size=12))
def test_every_segment_at_which_a_copy_can_begin_is_looked_at(words: list[str]) -> None:
    segments = [_Segment(each, 0, len(each)) for each in words]
    long = [(index, each) for index, each in enumerate(words) if len(each) >= 6]
    shared = [
        (index, keys_of(each))
        for index, each in long
        if any(set(keys_of(each)) & set(keys_of(o)) for at, o in long if at != index)
    ]
    assert list(_find_recurring(segments)) == shared
