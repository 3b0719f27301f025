"""A town's regex finds behind its gate what it finds without one."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.checks import foreign_matters, name_foreign
from scorer.checks.of_towns import ENDS, OfTown
from tests.unit.zh.test_gated import find_gates

GATES = [
    pytest.param(gate, id=gate.behind[:30])
    for module in (name_foreign, foreign_matters)
    for value in vars(module).values()
    for gate in find_gates(value)
    if isinstance(gate, OfTown)
]
NAMES = ("柳湾镇", "石桥乡", "城关街道")
WORDS = (
    *NAMES,
    "乡",
    "镇",
    "村",
    "是",
    "要求",
    "，",
    "。",
    "\n",
    "公众号“",
)


@pytest.mark.parametrize("gate", GATES)
def test_a_name_ends_in_what_its_gate_looks_for(gate: OfTown) -> None:
    ends = gate.name.replace("[镇乡]", "镇|乡", 1)
    assert re.fullmatch(rf"\(\?P<name>\[[^]]+\]{{2,\d}}\?\(\?:{re.escape(ENDS)}\)\)\(\?!.*\)", ends)
    assert gate.pattern.endswith(f"{gate.name}{gate.behind}")


@pytest.mark.parametrize("gate", GATES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_what_is_found_behind_the_gate_is_what_the_regex_finds(
    gate: OfTown, data: st.DataObject
) -> None:
    ahead_too = gate.behind.replace("(?=", "(?:")
    behind = st.from_regex(ahead_too, fullmatch=True)
    named = st.tuples(st.sampled_from(WORDS), st.sampled_from(NAMES), behind).map("".join)
    word = st.one_of(st.sampled_from(WORDS), behind, named)
    text = data.draw(st.lists(word, max_size=24).map("".join))
    spans = [match.span() for match in gate.finditer(text)]
    assert spans == [match.span() for match in gate.regex.finditer(text)]
