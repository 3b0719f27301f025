import re

from hypothesis import given
from hypothesis import strategies as st

from scorer.checks.placeholder_left import _BLANK, _BLANKS, _FIRST, _GAP, _SIGN, _SIGNS, _SPACED

MARKS = st.sampled_from((*_FIRST, *"件次镇年月日填写补充处里核实字0 ）】]}>\n，"))
SPACES = st.sampled_from((*" \u3000\n，。月日件次余场人", "2024", "年", "人次", "讲座", "1"))


@given(st.lists(st.one_of(MARKS, st.sampled_from(_SIGNS)), max_size=30).map("".join))
def test_no_blank_begins_with_another_character(text: str) -> None:
    spans = [match.span() for match in re.compile(_BLANKS, re.VERBOSE).finditer(text)]
    assert [match.span() for match in _BLANK.finditer(text)] == spans
    assert bool(_SIGN.search(text)) is any(sign in text for sign in _SIGNS)


@given(st.lists(SPACES, max_size=24).map("".join))
def test_no_gap_lacks_its_end(text: str) -> None:
    assert _SPACED.search(text) or not _GAP.search(text)
