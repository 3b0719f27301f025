from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.checks import retold
from scorer.reading.model import Reading

SAID = "坚持以习近平法治思想为指导，深入学习贯彻党的二十大精神，强化党的全面领导。"


def test_a_text_that_says_one_thing_all_the_time_takes_no_square_of_its_length(
    make_reading: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    is_copy = retold._is_copy
    monkeypatch.setattr(
        retold, "_is_copy", lambda one, other: asked.append(one) or is_copy(one, other)
    )
    reading = make_reading("\n".join(f"{SAID}第{at}次" for at in range(200)))
    assert list(retold.find_retold(reading)) == []
    assert 0 < len(asked) <= 200 * 20


PIECES = st.lists(st.sets(st.sampled_from("甲乙丙丁戊己庚辛壬癸"), min_size=1), max_size=12)


@given(PIECES)
def test_of_the_pieces_that_share_enough_none_is_lost(pieces: list[set[str]]) -> None:
    alike = {
        (number, other)
        for number, grams in enumerate(pieces)
        for other, others in enumerate(pieces[:number])
        if len(grams & others) >= retold._SHARED * min(len(grams), len(others))
    }
    found = [(n, other) for n, others in retold.find_nearest(pieces) for other in others]
    assert len(found) == len(set(found))
    assert set(found) == alike


@given(PIECES)
def test_the_nearest_pieces_come_first(pieces: list[set[str]]) -> None:
    for number, others in retold.find_nearest(pieces):
        ranks = [(-len(pieces[number] & pieces[other]), other) for other in others]
        assert ranks == sorted(ranks)
