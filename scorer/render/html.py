"""The scorecard and the index as self-contained pages; all they show comes from `templates/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from scorer.render.names import INDEX, file_names
from scorer.render.overview import prepare_overview
from scorer.render.page import Page, text_page
from scorer.render.prepare import prepare
from scorer.render.templating import environment
from scorer.render.wishes import PLAIN, Wishes
from scorer.scorecard import Batch, Scorecard


def render_pages(batch: Batch, wishes: Wishes = PLAIN) -> Iterator[Page]:
    """A page a report and the index that links them."""
    names = file_names(batch.scorecards)
    for name, scorecard in zip(names, batch.scorecards, strict=True):
        yield text_page(name, render(scorecard, INDEX, wishes.templates))
    yield text_page(INDEX, render_index(batch, names, wishes.templates))


def render(scorecard: Scorecard, index: str | None = None, templates: Path | None = None) -> str:
    """The page of one report; `index` is the file name of the page that lists it, if any."""
    template = environment(templates).get_template("scorecard.html.j2")
    return template.render(card=prepare(scorecard), index=None if index is None else quote(index))


def render_index(batch: Batch, links: Sequence[str], templates: Path | None = None) -> str:
    """The page of a batch; `links` are the file names of its scorecards, in order."""
    overview = prepare_overview(batch)
    rows = tuple(zip(overview.rows, map(quote, links), strict=True))
    template = environment(templates).get_template("index.html.j2")
    return template.render(batch=overview, rows=rows)
