"""Every case of tests/cases/masthead: a small report and the masthead it must give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from scorer.document import Document
from scorer.masthead import Masthead, Sourced, read

FOLDER = Path(__file__).parents[2] / "cases" / "masthead"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
SOURCED = ("title", "issuer", "year", "addressee", "signature", "signed", "published")


def show(masthead: Masthead, document: Document) -> dict[str, object]:
    """The masthead as a case writes it."""
    facts: dict[str, object] = {name: value_of(getattr(masthead, name)) for name in SOURCED}
    facts |= {f"{name}_from": origin_of(getattr(masthead, name)) for name in SOURCED}
    facts |= {
        "unit": masthead.unit,
        "kind": masthead.issuer_kind,
        "region": list(masthead.region),
        "conflicts": list(masthead.conflicts),
        "frame": [document.slice(span) for span in masthead.frame],
    }
    return facts


def value_of(fact: Sourced[str] | Sourced[int] | None) -> object:
    return fact.value if fact else None


def origin_of(fact: Sourced[str] | Sourced[int] | None) -> str | None:
    return fact.origin.value if fact else None


def test_there_are_cases_for_every_shape() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES)
def test_a_report_gives_the_masthead_of_its_case(
    case: dict[str, dict[str, object]], make_document: Callable[[str], Document]
) -> None:
    document = make_document(str(case["text"]))
    shown = show(read(document), document)
    assert {name: shown[name] for name in case["expect"]} == case["expect"]
