"""The closed list of words of the field that are mistaken for one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml

from scorer import resources
from scorer.finding import Strength

_TABLE = "typos.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """A wrong word and the right one; `where` finds the wrong one only where it is wrong.

    Every match of `where` contains `wrong`. `hit` and `miss` are the example sentences that the
    table gives: one that is reported, and one that looks alike and is right.
    """

    wrong: str
    right: str
    where: re.Pattern[str]
    strength: Strength
    hit: str
    miss: str

    @property
    def slip(self) -> tuple[str, str]:
        """The characters that differ: 制度 for 治度 and 责任制 for 责任治 are one slip."""
        if len(self.wrong) != len(self.right):
            return self.wrong, self.right
        pairs = [(w, r) for w, r in zip(self.wrong, self.right, strict=True) if w != r]
        return "".join(w for w, _ in pairs), "".join(r for _, r in pairs)


@cache
def load_confusions() -> tuple[Confusion, ...]:
    """The table of the installed copy, read once and only when a report is checked."""
    path = resources.rubrics_folder() / "references" / _TABLE
    rows = yaml.safe_load(path.read_text("utf-8"))["pairs"]
    return tuple(_read_row(row) for row in rows)


def _read_row(row: dict[str, str]) -> Confusion:
    return Confusion(
        wrong=row["wrong"],
        right=row["right"],
        where=re.compile(row.get("where") or re.escape(row["wrong"])),
        strength=Strength(row.get("strength", Strength.FINDING)),
        hit=row["hit"],
        miss=row["miss"],
    )
