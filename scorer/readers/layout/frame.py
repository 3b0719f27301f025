"""Running headers, footers and page numbers: what stands at one height on most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorer.readers.layout.lines import Line, Page

#: Shares of the page's height in which headers and footers stand, and how exactly, in em.
_MARGIN = 0.13
_SAME_HEIGHT = 0.7
#: Lines from the edge of the page that may be header or footer.
_DEEPEST = 3
_MOST_PAGES = 0.4
_FEWEST = 2
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十]+(?=页)")
_BLANK = re.compile(r"\s+")
_NUMBER = re.compile(
    r"[-—–─―~·•]{1,3}(?:\d{1,4}|[ivx]{1,5})[-—–─―~·•]{1,3}"
    r"|第[\d一二三四五六七八九十]{1,4}页(?:[,，/]?共[\d一二三四五六七八九十]{1,4}页)?"
    r"|\d{1,4}/\d{1,4}页?"
    r"|page\d{1,4}(?:of\d{1,4})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}")


def strip_frame(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without what frames them."""
    running = _find_running(pages)
    counted = _find_counted(pages)
    return tuple(
        replace(page, lines=tuple(_keep(page, running[at] | counted[at])))
        for at, page in enumerate(pages)
    )


def _keep(page: Page, framing: set[int]) -> Iterator[Line]:
    marked = {index for index in _edges(page) if _NUMBER.fullmatch(_squeeze(page.lines[index]))}
    for index, line in enumerate(page.lines):
        if index not in framing | marked:
            yield line


def _edges(page: Page) -> list[int]:
    """The lines nearest the top and the bottom, in the margins."""
    top, bottom = page.height * _MARGIN, page.height * (1 - _MARGIN)
    count = len(page.lines)
    outer = {*range(min(_DEEPEST, count)), *range(max(0, count - _DEEPEST), count)}
    return [index for index in sorted(outer) if not top < page.lines[index].y < bottom]


def _find_running(pages: Sequence[Page]) -> list[set[int]]:
    """By page, the edge lines whose words, figures apart, stand there on most pages."""
    needed = max(_FEWEST, _MOST_PAGES * len(pages))
    places = [[(index, _describe(page, index)) for index in _edges(page)] for page in pages]
    heights: dict[str, list[float]] = {}
    for page in places:
        for words, height in {place for _, place in page}:
            heights.setdefault(words, []).append(height)
    found: list[set[int]] = []
    for page in places:
        often = {index for index, place in page if _count_near(heights, place) >= needed}
        found.append(often)
    return found


def _describe(page: Page, index: int) -> tuple[str, float]:
    """The words of a line without its figures, and its height in em from the top of the page."""
    line = page.lines[index]
    return _FIGURES.sub("#", _squeeze(line)), line.y / line.size


def _count_near(heights: dict[str, list[float]], place: tuple[str, float]) -> int:
    words, height = place
    return sum(1 for other in heights[words] if abs(other - height) <= _SAME_HEIGHT)


def _find_counted(pages: Sequence[Page]) -> list[set[int]]:
    """By page, a bare figure at its edge that keeps step with the pages."""
    bare = [
        {index: int(_squeeze(page.lines[index])) for index in _edges(page) if _is_bare(page, index)}
        for page in pages
    ]
    steps = Counter(
        value - at for at, figures in enumerate(bare) for value in set(figures.values())
    )
    step, times = max(steps.items(), key=lambda item: item[1], default=(0, 0))
    if times < _FEWEST:
        return [set() for _ in pages]
    return [
        {index for index, value in figures.items() if value - at == step}
        for at, figures in enumerate(bare)
    ]


def _is_bare(page: Page, index: int) -> bool:
    return _BARE.fullmatch(_squeeze(page.lines[index])) is not None


def _squeeze(line: Line) -> str:
    return _BLANK.sub("", line.text)
