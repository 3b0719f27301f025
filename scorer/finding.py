"""One thing to tell about the text besides the criteria, and the norm a judgement rests on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scorer.document import Quote


class Force(StrEnum):
    """How strongly a norm binds the issuer; the values are what a user reads."""

    BINDING = "规定"
    BY_ANALOGY = "参照"
    ADVISORY = "提示"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """The provision a judgement rests on, as it may be quoted to a town."""

    text: str
    force: Force


class Strength(StrEnum):
    """A finding can cost points where the rubric says so; a hint is for the reviewer alone."""

    FINDING = "finding"
    HINT = "hint"
    TEXT_QUALITY = "text_quality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A defect in the text. `rule` is the check's id, `kind` the annotation guide's name for it.

    `computed` shows the arithmetic or comparison behind it, "" where there is none. A finding of
    strength TEXT_QUALITY is damage of the copy: shown, never charged.
    """

    rule: str
    kind: str
    strength: Strength
    message: str
    quotes: tuple[Quote, ...]
    norm: Norm
    remedy: str
    computed: str = ""
    deducted: Decimal = Decimal(0)
