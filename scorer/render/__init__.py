"""Renderers: a batch becomes the files of a format; only the format asked for is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.render.page import Page, Renderer, text_page
from scorer.render.wishes import Wishes
from scorer.scorecard import Batch


def _terminal(batch: Batch, wishes: Wishes) -> Iterator[Page]:
    from scorer.render import terminal  # noqa: PLC0415  (rich: off the start-up path)

    yield text_page("scorecards.txt", terminal.render(batch, wishes.audience))


def _json(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import wire  # noqa: PLC0415  (json: off the start-up path)

    yield text_page("scorecards.json", wire.render(batch))


def _html(batch: Batch, wishes: Wishes) -> Iterator[Page]:
    from scorer.render import html  # noqa: PLC0415  (jinja2: off the start-up path)

    yield from html.render_pages(batch, wishes)


def _pdf(batch: Batch, wishes: Wishes) -> Iterator[Page]:
    from scorer.render import pdf  # noqa: PLC0415  (jinja2: off the start-up path)

    yield from pdf.render_pages(batch, wishes)


def _jsonl(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import wire  # noqa: PLC0415  (json: off the start-up path)

    yield text_page("scorecards.jsonl", wire.render_lines(batch))


def _csv(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import csv_files  # noqa: PLC0415  (only where asked for)

    yield from csv_files.render_pages(batch)


def _xlsx(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import workbook  # noqa: PLC0415  (openpyxl: off the start-up path)

    yield Page(name="scorecards.xlsx", pieces=(workbook.render(batch),))


def _letter(batch: Batch, wishes: Wishes) -> Iterator[Page]:
    from scorer.render import letter  # noqa: PLC0415  (python-docx: off the start-up path)

    yield from letter.render_pages(batch, wishes)


def _sarif(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import sarif  # noqa: PLC0415  (only where asked for)

    yield text_page("scorecards.sarif", sarif.render(batch))


def _junit(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import junit  # noqa: PLC0415  (only where asked for)

    yield text_page("scorecards.junit.xml", junit.render(batch))


def _github(batch: Batch, _wishes: Wishes) -> Iterator[Page]:
    from scorer.render import github  # noqa: PLC0415  (only where asked for)

    yield text_page("scorecards.github.txt", github.render(batch))


#: Every output format by the name a user gives it.
RENDERERS: dict[str, Renderer] = {
    "terminal": _terminal,
    "html": _html,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "letter": _letter,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
}
