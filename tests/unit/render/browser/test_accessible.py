from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from scorer.render.html import render, render_index
from scorer.scorecard import Batch, Scorecard

pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def violations(page: object) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{each['id']}: {each['help']} {[node['target'] for node in each['nodes'][:3]]}"
        for each in found
    ]


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("whole", 1600, "light"),
        ("whole", 1280, "dark"),
        ("cut_off", 390, "light"),
        ("cut_off", 1600, "dark"),
        ("nameless", 390, "dark"),
        ("hostile", 1280, "light"),
    ],
)
def test_axe_finds_nothing_wrong_with_a_scorecard(
    name: str, width: int, scheme: str, request: pytest.FixtureRequest, open_page: Callable
) -> None:
    card: Scorecard = request.getfixturevalue(name)
    page = open_page(render(card, "index.html"), width=width, color_scheme=scheme, bypass_csp=True)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_wrong_with_the_index(
    width: int, scheme: str, batch: Batch, open_page: Callable
) -> None:
    text = render_index(replace(batch, not_submitted=("云台乡",)), ["1", "2", "3", "4"])
    page = open_page(text, width=width, color_scheme=scheme, bypass_csp=True)
    assert violations(page) == []
