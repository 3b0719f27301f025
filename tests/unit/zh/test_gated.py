"""A gate never hides what its regex would find."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scorer
from scorer.zh.gated import Gated
from tests.makers.regexes import find_reach, needs_one_of


def find_gates(value: object) -> Iterator[Gated]:
    """Every gate in a value of a module, however deep it lies."""
    if isinstance(value, Gated):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from find_gates(each)
    elif hasattr(value, "words") and isinstance(value.words, Gated):
        yield value.words


def list_gates() -> Iterator[tuple[str, Gated]]:
    """Every gate of the rooms that read and judge, with where it stands."""
    for room in ("zh", "mentions", "masthead", "reading", "evidence", "checks"):
        package = importlib.import_module(f"scorer.{room}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, gate in enumerate(find_gates(value)):
                    yield f"{module.name.removeprefix(scorer.__name__)}.{name}.{number}", gate


GATES = dict(list_gates())


def test_there_are_gates() -> None:
    assert len(GATES) > 100


@pytest.mark.parametrize("name", GATES)
def test_no_match_lacks_all_the_words_of_its_gate(name: str) -> None:
    gate = GATES[name]
    assert needs_one_of(gate.pattern, gate.needs, gate.flags)


@pytest.mark.parametrize("name", [name for name, gate in GATES.items() if gate.reach])
def test_no_match_looks_further_than_its_reach(name: str) -> None:
    gate = GATES[name]
    assert find_reach(gate.pattern, gate.flags) <= gate.reach


PATTERN = r"(?<!乙)甲.{0,2}丁(?!乙)|丁丁"


@pytest.mark.parametrize("reach", [0, 8])
@given(text=st.text("甲乙丙丁", max_size=80))
def test_what_is_found_behind_a_gate_is_what_the_regex_finds(reach: int, text: str) -> None:
    gate, regex = Gated("甲 丁丁", PATTERN, reach=reach), re.compile(PATTERN)
    spans = [match.span() for match in gate.finditer(text)]
    assert spans == [match.span() for match in regex.finditer(text)]
    assert gate.sub("戊", text) == regex.sub("戊", text)
    for one, other in ((gate.search, regex.search), (gate.match, regex.match)):
        found, expected = one(text), other(text)
        assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize(
    ("pattern", "words", "needed"),
    [
        ("甲乙", {"乙"}, True),
        ("甲?乙", {"甲"}, False),
        ("(?:甲|乙丙)丁", {"甲", "丙"}, True),
        ("(?:甲|乙丙)丁", {"甲"}, False),
        ("[甲乙]丙", {"甲", "乙"}, True),
        ("[^甲]", {"甲"}, False),
        ("(?!甲)乙", {"甲"}, False),
        ("乙(?=甲)", {"甲"}, True),
        ("(?:甲)+", {"甲"}, True),
    ],
)
def test_a_proof_tells_needed_words_from_others(
    pattern: str, words: set[str], needed: bool
) -> None:
    assert needs_one_of(pattern, words) is needed


@pytest.mark.parametrize(
    ("pattern", "reach"), [("甲{2,5}乙", 6), ("(?<=丙)甲(?!乙丁)", 4), ("甲|乙丙", 2), ("^甲", 1)]
)
def test_a_proof_tells_how_far_a_regex_looks(pattern: str, reach: int) -> None:
    assert find_reach(pattern) == reach
    assert find_reach(f"{pattern}丁*") > 1000
