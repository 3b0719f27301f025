"""One report reduced to what a comparison needs: its letters, where each stands, whose it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from scorer.cache import regex
from scorer.compare.formulas import Formulas
from scorer.document import BlockKind, Document, Plain, Span
from scorer.masthead.model import Masthead
from scorer.places import HAN

_LETTERS = f"{HAN}〇A-Za-z"
#: A figure is one sign: text whose figures alone were changed is the same text.
_FIGURE = r"\d+(?:\.\d+)?%?"
#: Every issuer's word for itself; a copy changes 我镇 into 我街道 and nothing else.
_SELF = regex(r"[我全本该](?:镇|乡(?!村)|街道|街(?!道)|苏木)")
_RUN = regex(rf"(?P<figure>{_FIGURE})|[{_LETTERS}]+")
_TITLE = regex(r"《[^《》\n]{1,60}》")
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Whose report of which year a file is; None where the report does not say."""

    unit: str | None
    county: str | None
    year: int | None
    region: tuple[str | None, str | None, str | None, str | None] = (None, None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A report for comparison.

    `letters` holds its Chinese and Latin letters without marks, own names and words for itself;
    every figure is one 0. Run i of them begins at `letters[starts[i]]` and stands at
    `words[at[i]:stops[i]]`, `words` being the normalised text. `fixed` are stretches of `letters`
    that are no town's own: head and signature, headings, titles, official formulas.

    `lines` are the positions in `words` at which the lines of the file begin; `shifts` pairs
    positions in `words` with what is to be added from there on for an offset in the file's text.
    """

    file: str
    issuer: Issuer
    words: str = field(repr=False)
    letters: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    at: tuple[int, ...] = field(repr=False)
    stops: tuple[int, ...] = field(repr=False)
    fixed: tuple[tuple[int, int], ...] = field(repr=False)
    lines: tuple[int, ...] = field(repr=False)
    shifts: tuple[tuple[int, int], ...] = field(repr=False)

    def place(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch of `words` behind `letters[start:stop]`, which must not be empty."""
        first, last = (bisect_right(self.starts, index) - 1 for index in (start, stop - 1))
        begin = self.at[first] + start - self.starts[first]
        whole = stop == (
            self.starts[last + 1] if last + 1 < len(self.starts) else len(self.letters)
        )
        end = self.stops[last] if whole else self.at[last] + stop - self.starts[last]
        return begin, end

    def line(self, position: int) -> int:
        """The line of the file, from 1, on which a position of `words` stands."""
        return bisect_right(self.lines, position)

    def span(self, begin: int, end: int) -> Span:
        """The offsets in the file's text behind a stretch of `words`."""
        return Span(self._offset(begin), self._offset(end - 1) + 1)

    def _offset(self, position: int) -> int:
        return position + self.shifts[bisect_right(self.shifts, (position, 1 << 60)) - 1][1]


def make_specimen(document: Document, head: Masthead, formulas: Formulas) -> Specimen:
    """Reduce a report."""
    plain = document.plain
    runs = list(_find_runs(plain.text, _own_names(plain.text, head)))
    starts, length = [], 0
    for letters, _, _ in runs:
        starts.append(length)
        length += len(letters)
    letters = "".join(letters for letters, _, _ in runs)
    at, stops = [run[1] for run in runs], [run[2] for run in runs]
    stretches = [
        (_first(starts, at, stops, begin, length), _first(starts, at, stops, end, length))
        for begin, end in _set_words(document, head)
    ]
    return Specimen(
        file=document.name,
        issuer=Issuer(
            unit=head.unit,
            county=head.region[2],
            year=head.year.value if head.year else None,
            region=head.region,
        ),
        words=plain.text,
        letters=letters,
        starts=tuple(starts),
        at=tuple(at),
        stops=tuple(stops),
        fixed=join_stretches([*stretches, *formulas.find(letters)]),
        lines=tuple(plain.index(start) for start in document.line_starts),
        shifts=tuple(_shifts(plain)),
    )


def join_stretches(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The stretches in order, those that touch made one, empty ones left out."""
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(each for each in stretches if each[0] < each[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return tuple(joined)


def count_outside(start: int, stop: int, stretches: tuple[tuple[int, int], ...]) -> int:
    """How much of a stretch lies in none of the others, which are in order and do not touch."""
    left = stop - start
    index = max(0, bisect_left(stretches, (start, start)) - 1)
    while index < len(stretches) and stretches[index][0] < stop:
        first, last = stretches[index]
        left -= max(0, min(last, stop) - max(first, start))
        index += 1
    return left


def _own_names(words: str, head: Masthead) -> tuple[tuple[int, int], ...]:
    """Where the issuer names or points to itself, which counts for nothing."""
    names = {head.unit, head.region[2], head.issuer.value if head.issuer else None}
    found = [match.span() for match in _SELF.finditer(words)]
    for name in names:
        if name and len(name) > _SHORTEST_NAME:
            found.extend(_find_all(words, name))
    return join_stretches(found)


def _find_all(words: str, name: str) -> Iterator[tuple[int, int]]:
    at = words.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = words.find(name, at + len(name))


def _find_runs(words: str, skipped: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, int, int]]:
    """Letters with their places, figures as 0, between the stretches that are skipped."""
    bounds = (0, *(place for stretch in skipped for place in stretch), len(words))
    for begin, end in zip(bounds[::2], bounds[1::2], strict=True):
        for match in _RUN.finditer(words, begin, end):
            yield "0" if match["figure"] else match[0], match.start(), match.end()


def _set_words(document: Document, head: Masthead) -> list[tuple[int, int]]:
    """Stretches of the plain text that follow a form: the frame, headings, titles cited."""
    headings = [block.span for block in document.blocks if block.kind is BlockKind.HEADING]
    framed = [document.plain.range(span) for span in (*head.frame, *headings)]
    titles = [match.span() for match in _TITLE.finditer(document.plain.text)]
    return [*framed, *titles]


def _first(starts: list[int], at: list[int], stops: list[int], place: int, length: int) -> int:
    """The first letter that does not stand before a place of the plain text."""
    index = bisect_right(stops, place)
    if index == len(starts):
        return length
    whole = stops[index] - at[index]
    size = (starts[index + 1] if index + 1 < len(starts) else length) - starts[index]
    inside = place - at[index] if size == whole else 0
    return starts[index] + max(0, inside)


def _shifts(plain: Plain) -> list[tuple[int, int]]:
    """Where the distance between the plain text and the file's changes."""
    distances = [origin - at for at, origin in enumerate(plain.origins)]
    changes = zip(distances, (0, *distances), strict=False)
    return [(0, 0), *((at, now) for at, (now, before) in enumerate(changes) if now != before)]
