"""What an earlier run into the same folder has done already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scorer.batch.intake import Intake
from scorer.batch.outputs import index_of
from scorer.batch.task import Marks, Task
from scorer.parcels import Order
from scorer.store import ResultStore

#: Formats whose share of a report is made where the report is scored.
PIECED = ("html", "json", "jsonl")


class Reuse:
    """Orders what each file is wanted for, and hands over what is known of it."""

    def __init__(self, task: Task, marks: Marks | None, store: ResultStore | None) -> None:
        formats = set(task.formats)
        self._marks = marks
        self._store = store
        self._pages = {page.made_of for page in store.earlier} if store else set()
        self._order = Order(
            pieces=tuple(form for form in PIECED if form in formats),
            index=index_of(task.wishes.audience),
            wishes=task.wishes,
            packed=store is not None or "terminal" in formats,
            records=store is not None,
        )

    def prepare(self, intake: Intake) -> Intake:
        """The file with its order; it is not scored where its results are known."""
        if self._marks is None or self._store is None or intake.sha256 is None:
            return _give(intake, self._order)
        key = self._marks.key(intake)
        kept = self._store.find_kept(key)
        if kept is None:
            return _give(intake, self._order)
        job = replace(intake.job, path=None, data=b"", kept=kept)
        known = Intake(job=job, sha256=intake.sha256, light=True)
        pages = (self._marks.page(key, number) for number in range(len(kept.packed)))
        return _give(known, self._without_pages(pages))

    def _without_pages(self, pages: Iterable[str]) -> Order:
        if not self._pages.issuperset(pages):
            return self._order
        pieces = tuple(form for form in self._order.pieces if form != "html")
        return replace(self._order, pieces=pieces)


def _give(intake: Intake, order: Order) -> Intake:
    return replace(intake, job=replace(intake.job, order=order))
