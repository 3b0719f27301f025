"""Golden files (rewritten only by `pytest --golden`), the shipped rubric, small reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from difflib import unified_diff
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from hypothesis import settings
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from scorer import ingest
from scorer.cache import VARIABLE
from scorer.pipeline import load_rubric, read_report
from scorer.reading import Reading
from scorer.rubric.model import Rubric

GOLDEN = Path(__file__).parent / "golden"
#: How long a test takes says nothing on a busy machine; speed is measured by `make bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """What is compiled is kept between tests, and not where the user has it."""
    cache = getattr(config, "cache", None)  # none where pytest is told not to keep any
    if cache is not None:
        os.environ[VARIABLE] = str(cache.mkdir("rubrics"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--fuzz", type=int, default=0, help="how many broken files to try")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/<name>`, byte by byte; with --golden write it first."""
    refresh = bool(request.config.getoption("--golden"))

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if refresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        kept = path.read_bytes().decode("utf-8") if path.exists() else ""
        if text != kept:
            diff = unified_diff(kept.splitlines(), text.splitlines(), "golden", "now", n=1)
            pytest.fail(f"{name} differs (pytest --golden accepts):\n" + "\n".join(diff))

    return check


def _describe_sheet(sheet: Worksheet) -> Iterator[str]:
    """The layout and every cell with its style, a line each, to be read as a diff."""
    yield f"== {sheet.title}　冻结{sheet.freeze_panes}　筛选{sheet.auto_filter.ref}"
    yield f"打印 {sheet.page_setup.orientation} 纸型{sheet.page_setup.paperSize}"
    yield "列宽 " + " ".join(f"{k}={v.width:g}" for k, v in sheet.column_dimensions.items())
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row].height
        yield f"-- 第{row[0].row}行 高{height}"
        for cell in row:
            if cell.value is not None:
                yield f"{cell.coordinate} {cell.style} {cell.number_format} {cell.value}"


@pytest.fixture(scope="session")
def dump_workbook() -> Callable[[bytes], str]:
    """What is in a workbook, as text that reads as a diff."""

    def dump(data: bytes) -> str:
        sheets = load_workbook(BytesIO(data))
        return "".join(f"{line}\n" for sheet in sheets for line in _describe_sheet(sheet))

    return dump


def _describe_letter(letter: Document) -> Iterator[str]:
    """The page, its head and foot, and every paragraph and row with its style, a line each."""
    page = letter.sections[0]
    sides = (page.top_margin, page.left_margin, page.right_margin, page.bottom_margin)
    margins = "　".join(
        f"{side}{size.mm:.0f}" for side, size in zip("上左右下", sides, strict=True)
    )
    yield f"纸 {page.page_width.mm:.0f}×{page.page_height.mm:.0f}　{margins}"
    for paragraph in page.first_page_header.paragraphs:
        yield f"首页页眉 [{paragraph.style.name}] {paragraph.text}"
    for block in letter.iter_inner_content():
        if isinstance(block, Paragraph):
            yield f"[{block.style.name}] {block.text}"
            continue
        for row in block.rows:
            cells = row.cells
            yield f"[{cells[0].paragraphs[0].style.name}] " + " | ".join(c.text for c in cells)


@pytest.fixture(scope="session")
def dump_letter() -> Callable[[bytes], str]:
    """What is in a Word document, as text that reads as a diff."""

    def dump(data: bytes) -> str:
        return "".join(f"{line}\n" for line in _describe_letter(docx.Document(BytesIO(data))))

    return dump


@pytest.fixture(scope="session")
def township() -> Rubric:
    """The shipped rubric, loaded once."""
    return load_rubric()


@pytest.fixture(scope="session")
def read_small(township: Rubric) -> Callable[[str], Reading]:
    """Turn the text of a small report into a Reading under the shipped rubric."""

    def read(text: str) -> Reading:
        return read_report(ingest.read("small.txt", text.encode("utf-8"))[0], township)

    return read
