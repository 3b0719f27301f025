from collections.abc import Callable

import pytest

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
