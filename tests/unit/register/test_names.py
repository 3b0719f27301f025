from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scorer.register.names import parse_name, parse_outer

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "register" / "names.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_a_name_is_read_whatever_stands_around_it(case: dict) -> None:
    place = parse_name(case["written"])
    assert (place.unit, list(place.outer)) == (case["unit"], case.get("outer", []))


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("福建省 建屏县", ("福建省", "建屏县")),
        ("建屏县人民政府", ("建屏县",)),
        ("璧山", ("璧山",)),
        ("", ()),
    ],
)
def test_the_cell_of_a_county_is_read(cell: str, units: tuple[str, ...]) -> None:
    assert parse_outer(cell) == units
