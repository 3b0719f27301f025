from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest

from scorer.render.html import render_index
from scorer.render.names import file_names
from scorer.scorecard import Batch, Scorecard

LINKS = ("a.html", "b.html", "c.html", "d.html")


TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    Array.from(document.querySelectorAll("body *")).filter(each =>
        each.getBoundingClientRect().right > innerWidth && !each.closest(".scroll")
    ).map(each => each.tagName + "." + each.className).slice(0, 5)"""


def towns(page: object, table: str = "#ranking") -> list[str]:
    return page.locator(f"{table} tbody tr:visible th").all_inner_texts()


def test_a_head_sorts_up_and_down_and_both_tables_follow(batch: Batch, open_page: Callable) -> None:
    page = open_page(render_index(batch, LINKS))
    button = page.locator("#ranking").get_by_role("button", name="总分")
    button.click()
    rising = ["报送单位不详", "石鼓湾街道", "鹿鸣坡镇", "白石坳乡"]
    assert towns(page) == towns(page, "#heat") == rising
    assert page.locator("#ranking th[aria-sort]").get_attribute("aria-sort") == "ascending"
    button.click()
    assert towns(page) == towns(page, "#heat") == rising[::-1]
    assert page.locator("#ranking th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_what_is_no_number_stands_last_in_both_directions(
    batch: Batch, open_page: Callable
) -> None:
    page = open_page(render_index(batch, LINKS))
    for _ in range(2):
        page.locator("#ranking").get_by_role("button", name="年度").click()
        assert towns(page)[-1] == "报送单位不详"


def test_towns_are_found_by_name_year_band_and_what_they_lack(
    batch: Batch, open_page: Callable
) -> None:
    page = open_page(render_index(batch, LINKS))
    page.locator("#town").fill("坡")
    assert towns(page) == towns(page, "#heat") == ["鹿鸣坡镇"]
    assert page.locator("#shown").inner_text() == "1"
    page.locator("#town").fill("")
    page.locator("#year").select_option("不详")
    assert towns(page) == ["报送单位不详"]
    page.locator("#year").select_option("*")
    page.locator("#band").select_option("待定")
    assert towns(page) == ["石鼓湾街道"]
    page.locator("#band").select_option("*")
    page.locator("#lack").select_option(label="5.2 写明年度")
    assert towns(page) == ["鹿鸣坡镇", "报送单位不详"]
    page.locator("#lack").select_option("*")
    assert len(towns(page)) == 4


def test_without_script_the_index_is_whole(batch: Batch, open_page: Callable) -> None:
    page = open_page(render_index(batch, LINKS), java_script_enabled=False)
    assert len(towns(page)) == len(towns(page, "#heat")) == 4
    assert page.locator("#tools").is_hidden()
    assert page.locator("#ranking button").count() == 0


@pytest.mark.parametrize("width", [1440, 768, 390, 320])
def test_no_index_is_wider_than_the_window(
    width: int, hostile_batch: Batch, open_page: Callable
) -> None:
    names = file_names(hostile_batch.scorecards)
    page = open_page(render_index(hostile_batch, names), width=width)
    wide = page.evaluate(TOO_WIDE)
    assert wide == []


def test_a_thousand_towns_stay_quick(batch: Batch, open_page: Callable) -> None:
    def name(card: Scorecard, at: int) -> Scorecard:
        return replace(card, report=replace(card.report, region=(None, None, None, f"第{at}镇")))

    cards = tuple(name(batch.scorecards[at % 4], at) for at in range(1000))
    text = render_index(replace(batch, scorecards=cards), file_names(cards))
    assert len(text.encode()) < 2_000_000
    begun = monotonic()
    page = open_page(text)
    page.locator("#town").fill("第99")
    assert len(towns(page)) == 11
    assert monotonic() - begun < 20
