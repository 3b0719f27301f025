"""Templates: the shipped folder, and before it a folder of the user's."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scorer.render.visible import make_visible
from scorer.resources import templates_folder

Finalize = Callable[[object], object]


@cache
def environment(folder: Path | None = None) -> Environment:
    """Where pages are made; a file in `folder` stands in for the shipped one of its name."""
    return _make(folder, _disarm, autoescape=True)


@cache
def text_environment(folder: Path | None, finalize: Finalize) -> Environment:
    """Where text is made; `finalize` makes every value harmless that a template prints."""
    return _make(folder, finalize, autoescape=False)


def _make(folder: Path | None, finalize: Finalize, *, autoescape: bool) -> Environment:
    folders = (folder, templates_folder()) if folder else (templates_folder(),)
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(each) for each in folders]),
        autoescape=autoescape,
        undefined=StrictUndefined,
        # A line of text that ends in a tag must stay a line; empty ones do no harm there.
        trim_blocks=autoescape,
        lstrip_blocks=autoescape,
        keep_trailing_newline=True,
        finalize=finalize,
    )


def _disarm(value: object) -> object:
    """Every value that a template prints passes here, before it is escaped."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return make_visible(value)
