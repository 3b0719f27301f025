from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.render.browser import print_pdf
from scorer.render.html import render, render_index
from scorer.scorecard import Batch, Scorecard


def count_pages(printed: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", printed))


@pytest.mark.parametrize(("name", "pages"), [("whole", 8), ("full_marks", 6), ("nameless", 8)])
def test_a_scorecard_prints_to_a_few_sheets_of_a4(
    name: str, pages: int, program: Path, request: pytest.FixtureRequest
) -> None:
    printed = print_pdf(program, render(request.getfixturevalue(name)).encode())
    assert 3 <= count_pages(printed) <= pages
    assert re.search(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]", printed)
    assert b"file:" not in printed


def test_the_index_prints(program: Path, batch: Batch) -> None:
    printed = print_pdf(program, render_index(batch, ["", "", "", ""]).encode())
    assert 2 <= count_pages(printed) <= 4


def test_paper_shows_what_the_screen_has_filtered_and_folded(
    whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole))
    page.get_by_label("缺失").first.uncheck()
    page.get_by_role("button", name="全部折叠").click()
    page.emulate_media(media="print")
    rows = page.locator(".criteria tbody tr")
    assert rows.count() == 29
    heights = rows.evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    assert min(heights) > 10
    assert page.locator("#tools").is_hidden()


def test_no_row_is_cut_and_heads_repeat(whole: Scorecard, open_page: Callable) -> None:
    page = open_page(render(whole))
    page.emulate_media(media="print")
    styles = page.locator(".criteria tbody tr").evaluate_all(
        "rows => rows.map(row => getComputedStyle(row).breakInside)"
    )
    assert set(styles) == {"avoid"}
    head = page.locator(".criteria thead").first
    assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"


def test_on_paper_all_is_black_on_white(whole: Scorecard, open_page: Callable) -> None:
    page = open_page(render(whole), color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    marks = page.locator(".lines mark").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark).backgroundColor)"
    )
    assert set(marks) == {"rgba(0, 0, 0, 0)"}
