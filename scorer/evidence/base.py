"""What a level of a criterion asks for, what it looks at, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from scorer.document import Span
from scorer.evidence.contest import Ownership
from scorer.evidence.lexicon import Hits
from scorer.evidence.topics import Heard
from scorer.reading.model import Actor, Reading


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a stretch of the plain text, and its words."""

    at: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One criterion's view of a report: the reading, the words found in it, who owns which fact.

    `heard` is the learned model and what it says of each clause, None without one; `learned` are
    the facts owned by its word alone. `what` names the thing looked for; `actor` is whose acts
    count, None means anybody's of the issuer. `lists` keeps the items of parts that were asked for.
    """

    criterion: str
    what: str
    reading: Reading = field(repr=False)
    hits: Hits = field(repr=False)
    ownership: Ownership = field(repr=False)
    heard: Heard | None = field(default=None, repr=False)
    learned: Ownership = field(default=Ownership(by_criterion={}), repr=False)
    actor: Actor | None = None
    lists: dict[str, tuple[Item, ...]] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A stretch that the rubric's words do not credit, and its own words that the model heard."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The answer: the words found, best first, and the names of what was not found.

    `spoken` says of each stretch found by what was learned which words spoke for it.
    """

    found: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()

    @property
    def held(self) -> bool:
        """Evidence holds exactly when nothing of it is missing."""
        return not self.missing


class Evidence(Protocol):
    """A frozen value that can look at a report."""

    def find(self, look: Look) -> Match:
        """Say what of it the report shows."""
        ...


#: Parses a nested evidence node; handed to combinators so that they need not know the registry.
ParseNode = Callable[[Mapping[str, object]], Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of evidence a rubric may name.

    A node of a rubric is a mapping whose keys are the kind's name and its options, for example
    `{fact: any, what: 次数或日期}`. `schema` is the JSON Schema of the whole node; `parse` is only
    called with a node that the schema accepts. `about` is one Chinese sentence for rubric authors.
    """

    name: str
    about: str
    schema: Mapping[str, object]
    parse: Callable[[Mapping[str, object], ParseNode], Evidence]
