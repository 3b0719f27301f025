"""The closed list of words of the field that are mistaken for one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.cache import regex
from scorer.finding import Strength
from scorer.resources import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """A wrong word and the right one; the pattern `where` finds it only where it is wrong.

    Every match of `where` contains `wrong`. `hit` and `miss` are the example sentences that the
    table gives: one that is reported, and one that looks alike and is right.
    """

    wrong: str
    right: str
    where: str
    strength: Strength
    hit: str
    miss: str

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of the text where the wrong word is wrong."""
        return regex(self.where).finditer(text) if self.wrong in text else iter(())

    @property
    def slip(self) -> tuple[str, str]:
        """The characters that differ: 制度 for 治度 and 责任制 for 责任治 are one slip."""
        if len(self.wrong) != len(self.right):
            return self.wrong, self.right
        pairs = [(w, r) for w, r in zip(self.wrong, self.right, strict=True) if w != r]
        return "".join(w for w, _ in pairs), "".join(r for _, r in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A fixed term; any other character at one of the places `at` (from 1) is a slip.

    `where` is the pattern of the term with one character that does not belong there.
    """

    term: str
    at: tuple[int, ...]
    where: str
    miss: str

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the term is written with one wrong character."""
        return regex(self.where).finditer(text)

    def mend(self, words: str) -> Confusion:
        """The row that a table would have for these words."""
        return Confusion(
            wrong=words,
            right=self.term,
            where=self.where,
            strength=Strength.FINDING,
            hit=words,
            miss=self.miss,
        )


def parse_terms(text: str) -> tuple[Term, ...]:
    """The fixed terms of the table; a table may have none."""
    return tuple(map(_read_term, read_yaml(text).get("terms", ())))


def _read_term(row: dict[str, str]) -> Term:
    inner = range(2, len(row["term"]))
    places = tuple(map(int, row["at"])) if "at" in row else tuple(inner)
    others = (_spoil(row["term"], place - 1, row.get("unless", "")) for place in places)
    where = f"(?:{'|'.join(others)})"
    return Term(term=row["term"], at=places, where=where, miss=row["miss"])


def _spoil(term: str, place: int, unless: str) -> str:
    wrong = rf"(?![{term[place]}{unless}])[\u4e00-\u9fff]"
    return f"{term[:place]}{wrong}{term[place + 1 :]}"


def parse_confusions(text: str) -> tuple[Confusion, ...]:
    """The table from its YAML."""
    return tuple(map(_read_row, read_yaml(text)["pairs"]))


def _read_row(row: dict[str, str]) -> Confusion:
    return Confusion(
        wrong=row["wrong"],
        right=row["right"],
        where=row.get("where") or re.escape(row["wrong"]),
        strength=Strength(row.get("strength", Strength.FINDING)),
        hit=row["hit"],
        miss=row["miss"],
    )
