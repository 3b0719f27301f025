"""Where the rubrics, templates and reference tables lie, in a checkout and when installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    """The installed copy inside the package if there is one, else the checkout's own folder."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def rubrics_folder() -> Path:
    """The folder that holds `<rubric>.yaml`, its schema, word lists and reference tables."""
    return _folder("rubrics")


def templates_folder() -> Path:
    """The folder that holds the Jinja2 templates of the scorecards."""
    return _folder("templates")


def read_yaml(text: str) -> Any:  # noqa: ANN401 - what YAML holds is looked at by who asks
    """What a YAML text holds; the library is loaded when a table is read, which is seldom.

    Raises:
        ValueError: it is no YAML; the text says where.
    """
    import yaml  # noqa: PLC0415  (slow to import)

    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
