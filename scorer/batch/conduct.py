"""A run from its first file to its receipt: store, folder and outputs, opened and closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scorer.batch.folder import Folder, take_away
from scorer.batch.outputs import AtTheEnd, Document, Lines, Output, Pages, Target
from scorer.batch.receipt import RECEIPT, describe_settings, write_receipt
from scorer.batch.reuse import PIECED
from scorer.batch.run import Run
from scorer.batch.task import Marks, Task
from scorer.render.engine import engine_version
from scorer.render.page import Page
from scorer.rubric.model import Rubric
from scorer.store import STORE, ResultStore
from scorer.store.base import tell_errors

#: How names of files end, by the formats of which each report has its own.
_OWN = {"html": ".html", "pdf": ".pdf", "letter": ".docx"}


@contextmanager
def pipe_run(task: Task, standard: Rubric, pipe: Target) -> Iterator[Run]:
    """A run whose one format, if any, goes to standard output."""
    form = next((form for form in task.formats if form != "terminal"), None)
    outputs = () if form is None else (_pipe(form, task, pipe),)
    direct = form is None or form in PIECED
    with tell_errors(None), ExitStack() as stack:
        store = None if direct else stack.enter_context(ResultStore(None))
        yield Run(task, standard, outputs, store)


@contextmanager
def file_run(task: Task, standard: Rubric, marks: Marks, output: Path) -> Iterator[Run]:
    """A run that leaves its results in a folder, with a store and a receipt."""
    take_away(output / RECEIPT)
    with (
        tell_errors(output / STORE),
        ResultStore(output / STORE, resume=task.resume) as store,
        Folder(output, store.put_output) as folder,
    ):
        store.start()
        run = Run(task, standard, tuple(_file(task, folder, store)), store, marks)
        yield run
        complete = run.counts.files == len(task.sources)
        settings = describe_settings(task, standard.stamp, marks)
        store.put_run(_describe(standard, marks, complete=complete))
        if complete:
            _tidy(task, store, folder)
        store.commit()
        write_receipt(output, settings, store.connection, complete=complete)


def _pipe(form: str, task: Task, pipe: Target) -> Output:
    if form == "jsonl":
        return Lines(pipe)
    if form == "json":
        return Document(lambda: pipe)
    return AtTheEnd(form, task, _take_first(pipe))


def _take_first(pipe: Target) -> Callable[[Page], None]:
    """Of a format of several files the first is piped."""
    taken: list[str] = []

    def put(page: Page) -> None:
        if not taken:
            for piece in page.pieces:
                pipe.write(piece)
        taken.append(page.name)

    return put


def _file(task: Task, folder: Folder, store: ResultStore) -> Iterator[Output]:
    for form in task.formats:
        if form == "jsonl":
            yield Lines(folder.open("scorecards.jsonl"))
        elif form == "json":
            yield Document(lambda: folder.open("scorecards.json"))
        elif form == "html":
            yield Pages(task, folder, {page.made_of: page for page in store.earlier})
        else:
            yield AtTheEnd(form, task, lambda page: folder.pour(page.name, page.pieces))


def _describe(standard: Rubric, marks: Marks, *, complete: bool) -> tuple[str | float | int, ...]:
    stamp = standard.stamp
    return (
        engine_version(),
        marks.engine,
        stamp.id,
        stamp.version,
        stamp.sha256,
        float(stamp.total),
        int(complete),
    )


def _tidy(task: Task, store: ResultStore, folder: Folder) -> None:
    """Take away what was made of reports that are no longer there, in the formats of this run."""
    endings = {_OWN.get(form) for form in task.formats}
    for output in store.left_over():
        if Path(output.file).suffix in endings:
            folder.remove(output)
            store.disown(output)
    store.forget()
