"""A real browser: it reports every request that leaves a page, every error and every dialog."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scorer.errors import RenderError
from scorer.render.browser import find_browser

#: CI sets it where it has installed a browser: then nothing here is skipped.
REQUIRED = os.environ.get("SCORER_REQUIRE_BROWSER") == "1"

Open = Callable[..., "Page"]

if REQUIRED:
    import playwright.sync_api as driver
else:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
Page = driver.Page


@pytest.fixture(scope="session")
def program() -> Path:
    """The browser's program."""
    try:
        return find_browser()
    except RenderError as error:
        if REQUIRED:
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def browser(program: Path) -> Iterator[driver.Browser]:
    root = os.name == "posix" and os.geteuid() == 0
    with driver.sync_playwright() as started:
        running = started.chromium.launch(
            executable_path=program, args=["--no-sandbox"] if root else []
        )
        yield running
        running.close()


@pytest.fixture
def open_page(browser: driver.Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the text of a page from a file; at the end nothing must have gone wrong in it."""
    wrong: list[str] = []
    contexts: list[driver.BrowserContext] = []

    def open_(text: str, width: int = 1280, height: int = 900, **options: object) -> Page:
        file = tmp_path / f"{len(contexts)}.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on("request", lambda asked: wrong.append(f"request: {asked.url}"))
        page.goto(file.as_uri())
        wrong.remove(f"request: {file.as_uri()}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
