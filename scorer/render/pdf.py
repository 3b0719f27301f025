"""Scorecards and the overview on paper, printed from their pages by a browser of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePath

from scorer.render import html
from scorer.render.browser import find_browser, print_pdf
from scorer.render.names import INDEX, file_names
from scorer.render.page import Page
from scorer.render.wishes import Wishes
from scorer.scorecard import Batch

#: Browsers at work at once; each takes some 200 MB.
_MOST_BROWSERS = 4


def render_pages(batch: Batch, wishes: Wishes) -> Iterator[Page]:
    """A file a report and one for the overview; on paper nothing leads from one to another."""
    browser = find_browser()
    names = [PurePath(name).stem for name in (*file_names(batch.scorecards), INDEX)]
    pages = [html.render(card, None, wishes).encode("utf-8") for card in batch.scorecards]
    pages.append(html.render_index(batch, [""] * len(batch.scorecards), wishes).encode("utf-8"))
    with ThreadPoolExecutor(min(_MOST_BROWSERS, os.cpu_count() or 1)) as browsers:
        printed = browsers.map(partial(print_pdf, browser), pages)
        for name, data in zip(names, printed, strict=True):
            yield Page(name=f"{name}.pdf", pieces=(data,))
