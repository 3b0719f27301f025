"""Templates: the shipped folder, and before it a folder of the user's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scorer.render.visible import make_visible
from scorer.resources import templates_folder


@cache
def environment(folder: Path | None = None) -> Environment:
    """Where pages are made; a file in `folder` stands in for the shipped one of its name."""
    folders = (folder, templates_folder()) if folder else (templates_folder(),)
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(each) for each in folders]),
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
