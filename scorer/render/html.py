"""The scorecard and the index as self-contained pages; all they show comes from `templates/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scorer.render.names import INDEX, file_names
from scorer.render.overview import prepare_overview
from scorer.render.page import Page
from scorer.render.prepare import prepare
from scorer.render.visible import make_visible
from scorer.resources import templates_folder
from scorer.scorecard import Batch, Scorecard


def render_pages(batch: Batch) -> Iterator[Page]:
    """A page a report and the index that links them."""
    names = file_names(batch.scorecards)
    for name, scorecard in zip(names, batch.scorecards, strict=True):
        yield Page(name=name, text=render(scorecard, INDEX))
    yield Page(name=INDEX, text=render_index(batch, names))


def render(scorecard: Scorecard, index: str | None = None) -> str:
    """The page of one report; `index` is the file name of the page that lists it, if any."""
    template = _environment().get_template("scorecard.html.j2")
    return template.render(card=prepare(scorecard), index=None if index is None else quote(index))


def render_index(batch: Batch, links: Sequence[str]) -> str:
    """The page of a batch; `links` are the file names of its scorecards, in order."""
    overview = prepare_overview(batch)
    rows = tuple(zip(overview.rows, map(quote, links), strict=True))
    return _environment().get_template("index.html.j2").render(batch=overview, rows=rows)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_disarm,
    )


def _disarm(value: object) -> object:
    """Every value that a template prints passes here, before it is escaped."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return make_visible(value)
