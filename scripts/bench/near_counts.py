"""Planted copies against the passages that `scorer compare` tells of them.

*Found*: a planted text of 200 characters and more of which four fifths or more are covered by the
passages that are told of its copy and its source. *Right*: a passage between reports of one family
(a source and its copies) that holds, in every copy it stands in, planted letters for four fifths or
more of its own letters; official formulas are nobody's own. What two reports share by chance,
because both were made of the same sentences, counts as wrong although it is the same text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from scorer.compare.formulas import Formulas
from scorer.compare.specimen import count_outside, join_stretches

TRUTH = "copies.jsonl"
#: Characters of a planted text, and letters of a passage told, from which on they count.
LONG = 200
ENOUGH = 0.8
SIBLINGS, STRANGERS = "同一来源的两份抄件", "没有抄录关系的两份"
KINDS = {"whole": "全文", "half": "前半", "passages": "三段"}
_NUMBER = re.compile(r"r(\d+)\.txt$")
_FIGURE, _MARK = re.compile(r"\d+(?:\.\d+)?%?"), re.compile(r"[^\u3400-\u9fff〇A-Za-z0-9]")

Stretch = tuple[int, int]
#: The text of a report of the corpus, by its number.
Texts = Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What the corpus says of one copy; `texts` stand in it word for word."""

    copy: int
    of: int
    kind: str
    renamed: bool
    texts: tuple[str, ...]

    @property
    def row(self) -> str:
        """Its line of the table."""
        return f"{KINDS[self.kind]}，{'换了名称' if self.renamed else '名称照抄'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A copy with its text and where in it the planted texts stand."""

    copy: Copy
    text: str
    planted: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A passage that `scorer compare` tells: own letters, and where it stands in which reports."""

    letters: int
    places: Mapping[int, Stretch]
    words: str


@dataclass(frozen=True, slots=True)
class Counts:
    """By line of the table: planted texts, those found, passages told, those right.

    `told_short` and `right_short` are the passages of fewer than 200 letters.
    """

    planted: Counter[str]
    found: Counter[str]
    told: Counter[str]
    right: Counter[str]
    told_short: Counter[str]
    right_short: Counter[str]

    def columns(self) -> tuple[Counter[str], ...]:
        """All counts, in the order above."""
        return tuple(getattr(self, field.name) for field in fields(self))


def read_truth(folder: Path) -> tuple[Copy, ...]:
    """All copies of a corpus."""
    rows = map(json.loads, (folder / TRUTH).read_text("utf-8").splitlines())
    return tuple(Copy(**{**row, "texts": tuple(row["texts"])}) for row in rows)


def read_told(path: Path) -> tuple[Told, ...]:
    """All passages of a `compare.json` over such a corpus."""
    result = json.loads(path.read_text("utf-8"))
    numbers = [number_of(report["file"]) for report in result["reports"]]
    return tuple(
        Told(
            letters=passage["letters"],
            places={
                numbers[pair[side]]: (passage[side]["start"], passage[side]["end"])
                for side in ("here", "there")
            },
            words=passage["here"]["text"],
        )
        for pair in result["pairs"]
        for passage in pair["passages"]
    )


def number_of(name: str) -> int:
    """The number of a report in the corpus, by the name of its file."""
    found = _NUMBER.search(name)
    if found is None:
        raise SystemExit(f"{name} is no report of make_corpus.py")
    return int(found[1])


def count(copies: Iterable[Copy], told: Iterable[Told], texts: Texts) -> Counts:
    """Hold what is told against the truth."""
    counts = Counts(*(Counter() for _ in fields(Counts)))
    sheets = {copy.copy: _locate(copy, texts(copy.copy)) for copy in copies}
    covered: dict[int, list[Stretch]] = {number: [] for number in sheets}
    for passage in told:
        row = _relate(passage, sheets)
        long = passage.letters >= LONG
        (counts.told if long else counts.told_short)[row] += 1
        right = row != STRANGERS and _is_planted(passage, sheets)
        (counts.right if long else counts.right_short)[row] += right
        if row not in (SIBLINGS, STRANGERS):
            number = next(number for number in passage.places if number in sheets)
            covered[number].append(passage.places[number])
    for number, sheet in sheets.items():
        long_texts = [place for place in sheet.planted if place[1] - place[0] >= LONG]
        found = [share_inside(place, covered[number]) >= ENOUGH for place in long_texts]
        counts.planted[sheet.copy.row] += len(found)
        counts.found[sheet.copy.row] += sum(found)
    return counts


def _locate(copy: Copy, text: str) -> Sheet:
    """Where the planted texts stand in the copy."""
    places = [(at, at + len(words)) for words in copy.texts if (at := text.find(words)) >= 0]
    return Sheet(copy=copy, text=text, planted=tuple(places))


def _relate(passage: Told, sheets: Mapping[int, Sheet]) -> str:
    """The line of the table that a passage belongs to."""
    known = [sheets[number].copy for number in passage.places if number in sheets]
    if len(known) == 1 and known[0].of in passage.places:
        return known[0].row
    if len(known) == 2 and known[0].of == known[1].of:
        return SIBLINGS
    return STRANGERS


def _is_planted(passage: Told, sheets: Mapping[int, Sheet]) -> bool:
    """Whether enough of a passage's own letters are planted, in every copy it stands in."""
    return all(
        _count_planted(sheets[number], place) >= ENOUGH * passage.letters
        for number, place in passage.places.items()
        if number in sheets
    )


def _count_planted(sheet: Sheet, place: Stretch) -> int:
    """The planted letters in a place of a copy."""
    cuts = ((max(start, place[0]), min(stop, place[1])) for start, stop in sheet.planted)
    return sum(len(bare(sheet.text[start:stop])) for start, stop in join_stretches(list(cuts)))


def bare(words: str) -> str:
    """The letters of the words without marks, every figure one 0."""
    return _MARK.sub("", _FIGURE.sub("0", words))


def share_inside(place: Stretch, stretches: Iterable[Stretch]) -> float:
    """What part of a place lies in the stretches, which may overlap."""
    start, stop = place
    return 1 - count_outside(start, stop, join_stretches(list(stretches))) / (stop - start)


def share_formulas(words: str, formulas: Formulas) -> float:
    """What part of a passage's letters are official formulas."""
    letters = bare(words)
    return share_inside((0, len(letters)), formulas.find(letters))
