"""A rubric, from where it was kept or from its files."""

from __future__ import annotations

import pathlib

from scorer.rubric.kept import fetch_rubric, keep_rubric
from scorer.rubric.model import Rubric


def load(path: pathlib.Path, name: str | None = None) -> Rubric:
    """Load a rubric, or fetch it where it was loaded before; `name` is how errors call the file.

    Raises:
        RubricError: all errors of the rubric and its word files, one line each.
    """
    called = name or str(path)
    rubric = fetch_rubric(path, called)
    if rubric is None:
        from scorer.rubric.anew import load_anew  # noqa: PLC0415  (seldom needed)

        rubric = load_anew(path, called)
        keep_rubric(path, called, rubric)
    return rubric
