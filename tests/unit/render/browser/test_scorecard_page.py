from __future__ import annotations

from collections.abc import Callable

import pytest

from scorer.render.html import render
from scorer.scorecard import Scorecard

SAMPLES = ("whole", "cut_off", "nameless", "full_marks", "hostile")
IN_VIEW = """element => {
    const box = element.getBoundingClientRect(), frame = element.closest(".fulltext");
    const edge = frame && getComputedStyle(frame).overflowY === "auto"
        ? frame.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    return box.bottom > Math.max(0, edge.top) && box.top < Math.min(innerHeight, edge.bottom);
}"""


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Scorecard:
    return request.getfixturevalue(request.param)


def press(link, width: int) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """With the mouse at one width: it waits each time until the page has come to rest."""
    if width == 1280:
        link.click()
    else:
        link.evaluate("link => link.click()")


@pytest.mark.parametrize("width", [1600, 1280, 390])
def test_every_quote_leads_to_its_words_and_they_lead_back(
    width: int, whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole), width=width)
    leads = page.locator("main a.line")
    assert leads.count() == 38
    for at in range(leads.count()):
        lead = leads.nth(at)
        target = page.locator(f"[id='{lead.get_attribute('href')[1:]}']")
        press(lead, width)
        assert target.evaluate(IN_VIEW), lead.get_attribute("href")
        line = page.locator(".l", has=page.locator(f"[id='{lead.get_attribute('href')[1:]}']"))
        words = lead.locator("xpath=following-sibling::q[1]").inner_text()
        assert line.locator("mark").first.inner_text()[0] in words or words[0] in line.inner_text()
    backs = page.locator(".l a.back")
    for at in range(backs.count()):
        press(backs.nth(at), width)
        place = page.locator(f"[id='{backs.nth(at).get_attribute('href')[1:]}']")
        assert place.evaluate(IN_VIEW), backs.nth(at).get_attribute("href")


def test_the_text_stands_beside_on_a_wide_screen_and_below_on_others(
    whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole), width=1600)
    main, text = (page.locator(each).bounding_box() for each in ("main", ".fulltext"))
    assert text["x"] >= main["x"] + main["width"]
    page.evaluate("scrollTo(0, 2000)")
    assert page.locator(".fulltext").bounding_box()["y"] == 0
    page.set_viewport_size({"width": 1000, "height": 900})
    main, text = (page.locator(each).bounding_box() for each in ("main", ".fulltext"))
    assert text["y"] >= main["y"] + main["height"]


def test_the_first_screen_says_what_matters_most(whole: Scorecard, open_page: Callable) -> None:
    page = open_page(render(whole), width=1280, height=800)
    for words in ("h1", ".total strong", ".band", ".sums tfoot", ".first li >> nth=2"):
        box = page.locator(words).first.bounding_box()
        assert box["y"] + box["height"] <= 800, words


def test_outcomes_filter_and_the_count_is_told(whole: Scorecard, open_page: Callable) -> None:
    page = open_page(render(whole))
    rows = page.locator(".criteria tbody tr:visible")
    assert (rows.count(), page.locator("#shown").inner_text()) == (29, "29")
    page.get_by_label("达标 20", exact=False).first.uncheck()
    assert (rows.count(), page.locator("#shown").inner_text()) == (9, "9")
    assert set(rows.locator(".outcome").all_inner_texts()) == {"部分达标", "缺失"}
    page.get_by_label("部分达标").uncheck()
    assert page.locator("details.part:visible").count() == 2
    page.get_by_label("达标 20", exact=False).first.check()
    page.get_by_label("部分达标").check()
    assert rows.count() == 29


def test_parts_fold_and_a_link_unfolds_what_it_leads_to(
    whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole))
    page.get_by_role("button", name="全部折叠").click()
    assert page.locator(".criteria:visible").count() == 0
    page.locator(".first a").first.click()
    row = page.locator("[id='c-systems.review']")
    row.wait_for(state="visible")
    assert row.evaluate(IN_VIEW)
    page.get_by_role("button", name="全部展开").click()
    assert page.locator(".criteria:visible").count() == 6


def test_a_link_to_a_row_that_the_filter_hides_shows_it(
    whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole))
    page.get_by_label("缺失").first.uncheck()
    page.locator(".first a").first.click()
    page.locator("[id='c-systems.review']").wait_for(state="visible")
    assert page.locator("#shown").inner_text() == "29"


def test_without_script_all_is_there_and_nothing_is_promised(
    whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole), java_script_enabled=False)
    assert page.locator(".criteria tbody tr:visible").count() == 29
    assert page.locator("#tools").is_hidden()
    page.locator("summary").first.click()
    assert page.locator(".criteria:visible").count() == 5


def test_the_keyboard_reaches_the_text_and_the_filter(
    whole: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(whole))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.locator("#tools input").first.focus()
    page.keyboard.press("Space")
    assert page.locator("#shown").inner_text() == "9"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "partial"


@pytest.mark.parametrize("width", [1600, 1280, 768, 390, 320])
def test_no_page_is_wider_than_the_window(
    width: int, sample: Scorecard, open_page: Callable
) -> None:
    page = open_page(render(sample, "index.html"), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_attacks_neither_run_nor_hide_anything(hostile: Scorecard, open_page: Callable) -> None:
    page = open_page(render(hostile))
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert page.locator(".criteria tbody tr:visible").count() == 29
    assert page.evaluate("typeof alert") == "function"
