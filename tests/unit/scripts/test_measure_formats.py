"""What came back of a file is measured against the report it was made of."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]


def test_the_report_itself_came_back_whole(load: Load) -> None:
    found = load("measure_formats").measure(load("twin").TEXT)
    assert (found.recalled, found.in_order, found.labels) == (1, 1, 1)
    assert (found.surplus, found.same_lines) == (0, True)


def test_a_report_without_its_labels_is_seen_to_lack_them(load: Load) -> None:
    twin = load("twin")
    bare = "\n".join(part.text for part in twin.find_parts() if hasattr(part, "text"))
    found = load("measure_formats").measure(bare + "\n多")
    assert found.labels == 0
    assert found.recalled < 1
    assert not found.same_lines


@pytest.mark.parametrize("made", [True, False])
def test_a_row_tells_what_was_measured_or_why_not(made: bool, load: Load) -> None:
    script = load("measure_formats")
    text = load("twin").TEXT.encode()
    variant = script.Variant(format="txt", producer="x", make=lambda: text if made else None)
    row = script.describe(variant)
    assert row.startswith("| txt | x | ")
    assert ("| yes |" in row) is made
    assert ("not measured" in row) is not made
