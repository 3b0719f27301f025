"""The outputs of a run: some grow with every report, the others are made at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from scorer.batch.folder import Folder
from scorer.batch.task import Task
from scorer.parcels import Parcel, unpack
from scorer.render import RENDERERS
from scorer.render.audience import Audience, address
from scorer.render.names import INDEX, PageNames
from scorer.render.page import Page
from scorer.scorecard import Batch, Scorecard
from scorer.sequences import Spooled
from scorer.store.results import Output as Written

_BETWEEN = b",\n    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A report that is done; `made_of` is the hash of all that its page depends on."""

    card: Scorecard
    parcel: Parcel
    made_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The batch three times: without scorecards, with slim ones for readers, with whole ones."""

    frame: Batch
    shown: Batch
    whole: Batch


class Target(Protocol):
    """Where a stream goes."""

    def write(self, data: bytes) -> None:
        """One more piece."""

    def close(self) -> None:
        """That was all."""


class Output(Protocol):
    """One format of a run."""

    def take(self, arrival: Arrival) -> None:
        """A report is done; they come in order."""

    def finish(self, ending: Ending) -> None:
        """All are done, or as many as there will be."""


class Lines:
    """JSON lines, each written as it comes."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def take(self, arrival: Arrival) -> None:
        """Write the line."""
        self._target.write(arrival.parcel.pieces["jsonl"])

    def finish(self, ending: Ending) -> None:
        """The files without a scorecard come last."""
        from scorer.render import wire  # noqa: PLC0415  (json: off the start-up path)

        self._target.write(wire.render_lines(ending.frame).encode("utf-8", "replace"))
        self._target.close()


class Document:
    """The JSON document, whose head is known only at the end: the rest waits on disk."""

    def __init__(self, target: Callable[[], Target]) -> None:
        self._target = target
        self._waiting = Spooled()

    def take(self, arrival: Arrival) -> None:
        """Put it with the others."""
        self._waiting.append(arrival.parcel.pieces["json"])

    def finish(self, ending: Ending) -> None:
        """Write the document."""
        from scorer.render import wire  # noqa: PLC0415  (json: off the start-up path)

        target = self._target()
        if self._waiting:
            head, tail = wire.render_frame(ending.frame)
            target.write(head.encode("utf-8", "replace"))
            for at, piece in enumerate(self._waiting):
                target.write(_BETWEEN + piece if at else piece)
            target.write(tail.encode("utf-8"))
        else:
            target.write(wire.render(ending.frame).encode("utf-8", "replace"))
        target.close()


class Pages:
    """A page a report, written as it comes, and the index of them all."""

    def __init__(self, task: Task, folder: Folder, earlier: Mapping[str | None, Written]) -> None:
        self._task = task
        self._folder = folder
        self._earlier = earlier
        self._names = PageNames()
        self._links: list[str] = []

    def take(self, arrival: Arrival) -> None:
        """Write the page, unless an earlier run left it as it should be."""
        name = self._names.name(arrival.card)
        self._links.append(name)
        before = self._earlier.get(arrival.made_of)
        if before is not None and before.file == name and self._folder.keep(before):
            return
        data = arrival.parcel.pieces.get("html") or self._render(arrival.parcel)
        self._folder.write(name, data, arrival.made_of)

    def finish(self, ending: Ending) -> None:
        """Write the index."""
        from scorer.render import html  # noqa: PLC0415  (jinja2: off the start-up path)

        for name, pieces in html.pour_index(ending.shown, self._links, self._task.wishes):
            encoded = (piece.encode("utf-8", "replace") for piece in pieces)
            self._folder.pour(name, encoded)

    def _render(self, parcel: Parcel) -> bytes:
        from scorer.render import html  # noqa: PLC0415  (jinja2: off the start-up path)

        wishes = self._task.wishes
        card = address_card(unpack(parcel.packed), wishes.audience)
        return html.render(card, index_of(wishes.audience), wishes).encode("utf-8", "replace")


class AtTheEnd:
    """Any other format, made from the scorecards on disk."""

    def __init__(self, form: str, task: Task, put: Callable[[Page], None]) -> None:
        self._form = form
        self._task = task
        self._put = put

    def take(self, arrival: Arrival) -> None:
        """It is on disk already."""

    def finish(self, ending: Ending) -> None:
        """Make every file of the format, one after the other."""
        audience = self._task.wishes.audience
        if self._form == "terminal" and len(ending.shown.scorecards) != 1:
            batch = ending.shown
        elif self._form in self._task.read:
            batch = address(ending.whole, audience)
        else:
            batch = ending.whole
        for page in RENDERERS[self._form](batch, self._task.wishes):
            self._put(page)


def index_of(audience: Audience) -> str | None:
    """The page that a page links to; a town's page goes out alone."""
    return None if audience is Audience.TOWN else INDEX


def address_card(card: Scorecard, audience: Audience) -> Scorecard:
    """A scorecard as this reader gets it."""
    return address(Batch(rubric=card.rubric, scorecards=(card,)), audience).scorecards[0]
