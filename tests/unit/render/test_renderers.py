from __future__ import annotations

import subprocess
import sys

import pytest

import scorer
from scorer.render import RENDERERS
from scorer.render.engine import engine_version
from scorer.render.page import text_page
from scorer.render.wishes import PLAIN
from scorer.scorecard import Batch

#: Formats whose files are no text.
PACKAGES = ("xlsx", "letter")


# A PDF needs a browser: test_browser.py.
@pytest.mark.parametrize("name", sorted(set(RENDERERS) - {"pdf"}))
def test_every_format_gives_files_of_distinct_plain_names(name: str, hostile_batch: Batch) -> None:
    pages = list(RENDERERS[name](hostile_batch, PLAIN))
    names = [page.name for page in pages]
    assert len({each.casefold() for each in names}) == len(names)
    assert all(
        "/" not in each and "\\" not in each and page.data
        for each, page in zip(names, pages, strict=True)
    )
    assert all(page.data.endswith(b"\n") for page in pages if name not in PACKAGES)
    assert all(page.data.startswith(b"PK") for page in pages if name in PACKAGES)


def test_naming_the_formats_loads_no_library() -> None:
    slow = {"rich", "jinja2", "openpyxl", "docx"}
    probe = f"import sys, scorer.render; print(*sorted({slow} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def test_the_engine_names_its_version() -> None:
    assert engine_version() == scorer.__version__


def test_what_utf8_cannot_hold_becomes_a_question_mark_in_a_file() -> None:
    assert text_page("a.txt", "镇\r\n报告\udce9.txt").data == "镇\r\n报告?.txt".encode()
