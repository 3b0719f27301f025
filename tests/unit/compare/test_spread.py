"""Several processes do what one would, and a thing that ends its process is told."""

from __future__ import annotations

import os

import pytest

from scorer.compare.spread import spread


def _double(number: int) -> str:
    if number % 100 == 77:
        os._exit(1)
    return str(2 * number)


def _lose(number: int) -> str:
    return f"{number} 没有读出"


@pytest.mark.parametrize("count", [77, 300])
def test_things_come_in_order_and_those_that_end_their_process_are_told(count: int) -> None:
    found = list(spread(_double, _lose, range(count), 2))
    lost = {number for number in range(count) if number % 100 == 77}
    assert found == [_lose(n) if n in lost else str(2 * n) for n in range(count)]


def test_leaving_early_ends_the_work() -> None:
    for done in spread(_double, _lose, range(77), 2):
        assert done == "0"
        break
