"""The scorecard and the index as self-contained pages; all they show comes from `templates/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from scorer.render.audience import Audience
from scorer.render.dashboard import Dashboard, leaf_through, prepare_dashboard
from scorer.render.names import INDEX, file_names, index_name
from scorer.render.page import Page, text_page
from scorer.render.prepare import prepare
from scorer.render.secured import prepare_inline
from scorer.render.templating import environment, fill, pour
from scorer.render.wishes import PLAIN, Wishes
from scorer.scorecard import Batch, Scorecard
from scorer.sequences import Mapped


def render_pages(batch: Batch, wishes: Wishes = PLAIN) -> Iterator[Page]:
    """A page a report and the index that links them; a town's page goes out alone."""
    names = file_names(batch.scorecards)
    index = None if wishes.audience is Audience.TOWN else INDEX
    for name, scorecard in zip(names, batch.scorecards, strict=True):
        yield text_page(name, render(scorecard, index, wishes))
    for name, pieces in pour_index(batch, names, wishes):
        yield text_page(name, "".join(pieces))


def render(scorecard: Scorecard, index: str | None = None, wishes: Wishes = PLAIN) -> str:
    """The page of one report; `index` is the file name of the page that lists it, if any."""
    templates = environment(wishes.templates)
    return fill(
        templates,
        "scorecard.html.j2",
        card=prepare(scorecard, wishes.audience),
        index=None if index is None else quote(index),
        inline=prepare_inline(templates, "style.css", "scorecard.js"),
    )


def render_index(batch: Batch, links: Sequence[str], wishes: Wishes = PLAIN) -> str:
    """A batch on one page; `links` are the file names of its scorecards, in order."""
    return "".join(_pour(prepare_dashboard(batch, Mapped(quote, links)), wishes))


def pour_index(
    batch: Batch, links: Sequence[str], wishes: Wishes = PLAIN
) -> Iterator[tuple[str, Iterator[str]]]:
    """The pages of a batch by name, each piece by piece; a browser fails at too long ones."""
    board = prepare_dashboard(batch, Mapped(quote, links))
    for sheet in leaf_through(board):
        yield index_name(sheet.page), _pour(sheet, wishes)


def _pour(board: Dashboard, wishes: Wishes) -> Iterator[str]:
    templates = environment(wishes.templates)
    inline = prepare_inline(templates, "style.css", "index.js")
    return pour(templates, "index.html.j2", board=board, inline=inline)
