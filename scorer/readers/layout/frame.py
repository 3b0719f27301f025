"""Running headers, footers and page numbers: what stands at one height on most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorer.cache import regex
from scorer.readers.layout.lines import Line, Page

#: Shares of the page's height: where headers and footers stand, and how exactly.
_MARGIN = 0.13
_SAME_HEIGHT = 0.003
_ROUGHLY_SAME = 0.012
#: Lines from the edge of the page that may be header or footer.
_DEEPEST = 3
_MOST_PAGES = 0.4
_FEWEST = 2
_FIGURES = regex(r"\d+|[一二三四五六七八九十]+(?=页)")
_BLANK = regex(r"\s+")
_NUMBER = regex(
    r"[-—–─―~·•]{1,3}(?:\d{1,4}|[ivx]{1,5})[-—–─―~·•]{1,3}"
    r"|第[\d一二三四五六七八九十]{1,4}页(?:[,，/]?共[\d一二三四五六七八九十]{1,4}页)?"
    r"|\d{1,4}/\d{1,4}页?"
    r"|page\d{1,4}(?:of\d{1,4})?",
    re.IGNORECASE,
)
_BARE = regex(r"\d{1,4}")


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
    heights: dict[tuple[str, int], list[float]] = {}
    for page_places in places:
        for kind, height in {place for _, place in page_places}:
            heights.setdefault(kind, []).append(height)
    found: list[set[int]] = []
    for page, page_places in zip(pages, places, strict=True):
        near = _ROUGHLY_SAME if page.rough else _SAME_HEIGHT
        often = {
            index
            for index, (kind, height) in page_places
            if sum(1 for other in heights[kind] if abs(other - height) <= near) >= needed
        }
        found.append(often)
    return found


def _describe(page: Page, index: int) -> tuple[tuple[str, int], float]:
    """The words of a line without its figures and their size, and its height on the page."""
    line = page.lines[index]
    size = 0 if page.rough else round(line.size)
    return (_FIGURES.sub("#", _squeeze(line)), size), line.y / page.height


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
