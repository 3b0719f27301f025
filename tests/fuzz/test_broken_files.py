"""Broken files of every format end in scorecards or a named error; `--fuzz 2000` tries so many."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.rubric.model import Rubric
from tests.makers.mutants import mutate
from tests.makers.outcomes import probing, read_all, score_all
from tests.makers.seeds import SEEDS, Seed

FEWEST = 24
#: At least so many of the mutants must come past the first bytes of their format.
ENOUGH = 0.5

#: What a file counts as, the best of what came of its reports.
KINDS = ("card", "refused", "long", "error")


@cache
def make(seed: Seed) -> bytes:
    return seed.make()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_sound_file_is_read(seed: Seed) -> None:
    with probing() as probe:
        assert set(read_all(seed.name, make(seed))) == {"text"}
    assert probe.reached


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """Lines to print at the end: what became of each format's files."""
    lines: list[str] = []
    yield lines
    print("\n文件          试验   评分   不评   过长   报错   越过开头   最慢（秒）")  # noqa: T201
    for line in lines:
        print(line)  # noqa: T201


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_broken_file_gives_scorecards_or_a_named_error(
    seed: Seed, request: pytest.FixtureRequest, table: list[str], township: Rubric
) -> None:
    count = max(FEWEST, request.config.getoption("--fuzz") // len(SEEDS))
    rng = random.Random(seed.name)
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for _ in range(count):
        data = mutate(make(seed), rng)
        start = time.perf_counter()
        with probing() as probe:
            came = score_all(seed.name, data, township)
        slowest = max(slowest, time.perf_counter() - start)
        assert came
        outcomes[next(kind for kind in KINDS if came[kind])] += 1
        outcomes["past"] += probe.reached
    table.append(
        f"{seed.name:10} {count:6} {' '.join(f'{outcomes[kind]:6}' for kind in KINDS)}"
        f" {outcomes['past'] / count:10.0%} {slowest:10.1f}"
    )
    assert outcomes["past"] >= ENOUGH * count


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(SEEDS), st.data())
def test_any_bytes_in_a_file_are_read_or_told(seed: Seed, data: st.DataObject) -> None:
    sound = make(seed)
    place = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(place, min(len(sound), place + 50)))
    read_all(seed.name, sound[:place] + data.draw(st.binary(max_size=50)) + sound[end:])
