"""A run: files in, results put away as they come, every output whole at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from scorer.batch.crew import Crew, stream
from scorer.batch.intake import Intake, make_lots
from scorer.batch.outputs import Arrival, Ending, Output
from scorer.batch.reuse import Reuse
from scorer.batch.task import Marks, Task
from scorer.parcels import Parcel, unpack
from scorer.parcels.slim import Rows
from scorer.pipeline import ScoredFile
from scorer.register import call_roll
from scorer.render.audience import address
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch, Failure, Refusal
from scorer.sequences import Mapped, Spooled
from scorer.store import ResultStore
from scorer.store.results import Entry

#: Formats that are made from slim scorecards.
_SLIM = {"terminal", "html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How far a run came, and what its exit code depends on: the least of the highest totals."""

    files: int = 0
    reports: int = 0
    lowest: Decimal | None = None


class Run:
    """Takes results in and hands them to the outputs."""

    def __init__(
        self,
        task: Task,
        standard: Rubric,
        outputs: tuple[Output, ...],
        store: ResultStore | None = None,
        marks: Marks | None = None,
    ) -> None:
        self.counts = Counts()
        self._task = task
        self._standard = standard
        self._outputs = outputs
        self._store = store
        self._marks = marks
        self._reuse = Reuse(task, marks, store)
        self._rows = Rows(standard.stamp)
        self._slim = Spooled()
        self._shown = Spooled()
        self._first: Parcel | None = None
        self._refused: list[Refusal] = []
        self._errors: list[Failure] = []

    def score(
        self, intakes: Iterable[Intake], crew: Crew, stopped: Callable[[], bool]
    ) -> Iterator[str]:
        """Score every file; the name of each is told when it is done."""
        lots = make_lots(map(self._reuse.prepare, intakes), crew.lot)
        for intake, result in stream(lots, crew, stopped):
            self._put_away(intake, result)
            yield intake.job.name

    def finish(self) -> Batch:
        """Finish every output; the batch is for a screen: slim, or whole where it is one report."""
        ending = self._end()
        for output in self._outputs:
            output.finish(ending)
        return self._show(ending)

    def _put_away(self, intake: Intake, result: ScoredFile) -> None:
        place = self.counts.files
        key = str(place) if self._marks is None else self._marks.key(intake)
        if self._store is not None:
            entry = Entry(place=place, file=intake.job.name, sha256=intake.sha256, key=key)
            self._store.put(entry, result)
        for number, parcel in enumerate(result.parcels):
            made_of = "" if self._marks is None else self._marks.page(key, number)
            self._take(parcel, made_of)
        self._refused += result.refused
        self._errors += result.errors
        self.counts = replace(self.counts, files=place + 1)

    def _take(self, parcel: Parcel, made_of: str) -> None:
        card = self._rows.read(parcel.row)
        shown = card if parcel.shown == parcel.row else self._rows.read(parcel.shown)
        if self._task.register is not None:
            self._slim.append(parcel.row)
        if _SLIM.intersection(self._task.formats):
            self._shown.append(parcel.shown)
        self._first = self._first or parcel
        high, lowest = card.total.high, self.counts.lowest
        lowest = high if lowest is None else min(high, lowest)
        self.counts = replace(self.counts, reports=self.counts.reports + 1, lowest=lowest)
        for output in self._outputs:
            output.take(Arrival(card=shown, parcel=parcel, made_of=made_of))

    def _end(self) -> Ending:
        frame = Batch(
            rubric=self._standard.stamp,
            scorecards=(),
            refused=tuple(self._refused),
            errors=tuple(self._errors),
        )
        if self._task.register is not None:
            cards = Mapped(self._rows.read, self._slim)
            called = call_roll(self._task.register, replace(frame, scorecards=cards))
            frame = replace(called, scorecards=())
        audience = self._task.wishes.audience
        shown = replace(address(frame, audience), scorecards=Mapped(self._rows.read, self._shown))
        whole = () if self._store is None else self._store.cards
        return Ending(frame=frame, shown=shown, whole=replace(frame, scorecards=whole))

    def _show(self, ending: Ending) -> Batch:
        if self.counts.reports != 1 or self._first is None or not self._first.packed:
            return ending.shown
        whole = replace(ending.frame, scorecards=(unpack(self._first.packed),))
        return address(whole, self._task.wishes.audience)
