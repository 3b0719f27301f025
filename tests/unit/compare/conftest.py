"""Small reports for comparison."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.compare.gather import Source, read_source
from scorer.compare.specimen import Specimen

Write = Callable[..., Source]

OPENING = (
    "2023年，{unit}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，"
    "扎实推进法治政府建设。现将有关情况报告如下。"
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a report of a town and name the file."""

    def make(
        name: str, unit: str, *paragraphs: str, year: int = 2023, reference: bool = False
    ) -> Source:
        office = "办事处" if unit.endswith("街道") else "人民政府"
        lines = [
            f"舒陵县{unit}{office}关于{year}年度法治政府建设情况的报告",
            "",
            OPENING.format(unit=unit),
            "一、主要举措和成效",
            *paragraphs,
            f"舒陵县{unit}{office}",
            f"{year + 1}年1月10日",
        ]
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), "utf-8")
        return Source(path=path, name=name, reference=reference)

    return make


@pytest.fixture
def read(write: Write) -> Callable[..., Specimen]:
    """The specimen of a report."""

    def make(unit: str, *paragraphs: str) -> Specimen:
        return read_source(write("one.txt", unit, *paragraphs)).specimens[0]

    return make
