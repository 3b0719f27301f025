from __future__ import annotations

import subprocess
import sys

import pytest

import scorer
from scorer.render import RENDERERS
from scorer.render.engine import engine_version
from scorer.scorecard import Batch


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_every_format_gives_files_of_distinct_plain_names(name: str, hostile_batch: Batch) -> None:
    pages = list(RENDERERS[name](hostile_batch))
    names = [page.name for page in pages]
    assert len({each.casefold() for each in names}) == len(names)
    assert all(
        "/" not in each and "\\" not in each and page.text
        for each, page in zip(names, pages, strict=True)
    )
    assert all(page.text.encode("utf-8").endswith(b"\n") for page in pages)


def test_the_formats_are_those_that_a_user_may_name() -> None:
    assert list(RENDERERS) == ["terminal", "json", "html"]


def test_naming_the_formats_loads_no_library() -> None:
    probe = (
        "import sys, scorer.render; print(*sorted({'rich', 'jinja2', 'json'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def test_the_engine_names_its_version() -> None:
    assert engine_version() == scorer.__version__
