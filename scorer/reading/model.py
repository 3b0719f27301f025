"""The Reading: a document as clauses, each with its part, its standing and its actor."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from scorer.document import Document, Quote, Span
from scorer.masthead.model import Masthead
from scorer.mentions.model import CitationMention, DateMention, NumberMention
from scorer.zh.phrase import Phrase


class Standing(StrEnum):
    """What a clause claims: only DONE is evidence of a measure."""

    DONE = "done"
    PLANNED = "planned"
    DEMANDED = "demanded"
    SHORTCOMING = "shortcoming"
    NEGATED = "negated"
    RULE = "rule"
    EARLIER = "earlier"


class Actor(StrEnum):
    """Whose act a clause tells."""

    HEADS = "heads"
    LEADERS = "leaders"
    BODY = "body"
    OTHERS = "others"


class Placement(StrEnum):
    """Where a part of the report stands."""

    HEADED = "headed"
    EMBEDDED = "embedded"
    ABSENT = "absent"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCues:
    """How a part is recognised: words of its headings, and words of the body that show it."""

    part: str
    headings: tuple[Phrase, ...]
    cues: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPlace:
    """Where a part stands: its headings, and the stretches that belong to it."""

    part: str
    placement: Placement
    headings: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of text that says one thing, cut at 。！？； and before 一是 二是 ….

    `at` is its position in `plain.text`, `text` its normalised words. `sentence` and `paragraph`
    number the sentence and the block it stands in; `path` lists the block numbers of the headings
    above it, outermost first.
    """

    index: int
    span: Span
    at: int
    text: str
    sentence: int
    paragraph: int
    path: tuple[int, ...]
    part: str | None
    standing: Standing
    actor: Actor

    @property
    def stop(self) -> int:
        """The position in `plain.text` behind the last character."""
        return self.at + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that judges look at; nothing below this looks at the text again."""

    document: Document
    masthead: Masthead
    parts: tuple[PartPlace, ...]
    clauses: tuple[Clause, ...] = field(repr=False)
    numbers: tuple[NumberMention, ...] = field(repr=False)
    dates: tuple[DateMention, ...] = field(repr=False)
    citations: tuple[CitationMention, ...] = field(repr=False)
    #: The numbers of the blocks that are headings.
    headings: frozenset[int]
    #: The paragraphs before the first heading, in a report that has headings: set phrases.
    opening: frozenset[int]

    def place(self, part: str) -> PartPlace:
        """Where the part stands; KeyError for a part that was not asked for."""
        for place in self.parts:
            if place.part == part:
                return place
        raise KeyError(part)

    def quote(self, at: int, stop: int) -> Quote:
        """The words of the file behind a stretch of `plain.text`."""
        return self.document.quote(self.document.plain.span(at, stop))
