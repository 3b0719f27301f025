"""`scorer score`: reports in, scorecards on the screen and in files, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scorer import pipeline
from scorer.cli.files import make_folder, write_file
from scorer.cli.formats import PIPED, READ, USUAL, Format
from scorer.cli.leftovers import tell_leftovers
from scorer.cli.mistakes import ExitCode, UsageError
from scorer.cli.sources import Source, find_sources, read_standard_input
from scorer.cli.streams import say, write_exactly
from scorer.pipeline import ScoredFile
from scorer.register import call_roll, load_register
from scorer.render import RENDERERS
from scorer.render.audience import address
from scorer.render.browser import find_browser
from scorer.render.wishes import PLAIN, Wishes
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch
from scorer.worker import DEFAULT_LIMITS, FileLimits, Job, WorkerPool, is_light


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreOptions:
    """What the user asked for; no format means the screen, with `output` the usual ones."""

    paths: tuple[str, ...]
    rubric: Path | None
    output: Path | None
    formats: tuple[Format, ...]
    fail_under: Decimal | None
    stdin_filename: str
    quiet: bool
    register: Path | None = None
    wishes: Wishes = PLAIN
    limits: FileLimits = DEFAULT_LIMITS


def run(options: ScoreOptions) -> ExitCode:
    """Score every report that the paths name; what fails does not stop the rest."""
    formats = options.formats or (USUAL if options.output else (Format.TERMINAL,))
    piped = _choose_piped(formats) if options.output is None else None
    if Format.PDF in formats:
        find_browser()  # before the work, not after it
    if options.wishes.templates is not None:
        _check_templates(options.wishes.templates)
    sources = find_sources(options.paths, options.stdin_filename)
    roll = None if options.register is None else load_register(options.register)
    batch = _score(sources, options)
    if roll is not None:
        batch = call_roll(roll, batch)
    if options.output is not None:
        _write_files(batch, options, formats)
    _show(batch, options, formats, piped)
    return _decide(batch, options.fail_under)


def _track(sources: Sequence[Source], *, quiet: bool) -> Iterable[Source]:
    if quiet or not sys.stderr.isatty():
        return sources
    # rich's progress bar is slow to import, and only a person at a terminal gets to see it.
    from scorer.cli.progress import track

    return track(sources)


def _score(sources: Sequence[Source], options: ScoreOptions) -> Batch:
    """Small texts are scored here; a process that can be ended has all else."""
    jobs = {source.name: _make_job(source) for source in sources}
    light = {name for name, job in jobs.items() if is_light(job)}
    with WorkerPool(options.rubric, options.limits) as pool:
        if len(light) < len(jobs):
            pool.start()  # it loads the rubric while this process does
        standard = pipeline.load_rubric(options.rubric)
        if options.output is not None:
            make_folder(options.output)
        names = (source.name for source in _track(sources, quiet=options.quiet))
        return pipeline.make_batch(
            standard,
            (
                _score_here(jobs[name], standard)
                if name in light
                else pool.submit(jobs[name]).result()
                for name in names
            ),
        )


def _make_job(source: Source) -> Job:
    data = read_standard_input() if source.path is None else b""
    return Job(name=source.name, path=source.path, data=data)


def _score_here(job: Job, standard: Rubric) -> ScoredFile:
    if job.path is None:
        return pipeline.score_bytes(job.name, job.data, standard)
    return pipeline.score_path(job.path, job.name, standard)


def _check_templates(folder: Path) -> None:
    """A template that cannot be read is told before reports are, which may take hours."""
    from scorer.render.templating import check_folder  # jinja2: only where templates are given

    check_folder(folder)


def _choose_piped(formats: Sequence[Format]) -> Format | None:
    """The one format for standard output, if any; the others must be files."""
    filed = [form for form in formats if form not in (Format.TERMINAL, *PIPED)]
    if filed:
        raise UsageError(f"-f {filed[0]} 要写成文件，请用 -o 目录 说明写到哪里。")
    piped = [form for form in formats if form in PIPED]
    if len(piped) > 1:
        raise UsageError(f"-f {piped[0]} 和 -f {piped[1]} 不能一起输出，请用 -o 目录 写成文件。")
    return piped[0] if piped else None


def _write_files(batch: Batch, options: ScoreOptions, formats: Sequence[Format]) -> None:
    folder = options.output or Path()
    for form in formats:
        read = _address(batch, options) if form in READ else batch
        for page in RENDERERS[form](read, options.wishes):
            write_file(folder / page.name, page.data)


def _address(batch: Batch, options: ScoreOptions) -> Batch:
    """What people read is made for one reader; what programs read holds everything."""
    return address(batch, options.wishes.audience)


def _show(
    batch: Batch, options: ScoreOptions, formats: Sequence[Format], piped: Format | None
) -> None:
    """A piped format has standard output for itself; the rest then goes to the other."""
    if piped is not None:
        page = next(iter(RENDERERS[piped](batch, options.wishes)))
        write_exactly(page.data.decode("utf-8"))
    if Format.TERMINAL in formats and not options.quiet:
        # rich is slow to import, and a run for scripts does without it.
        from scorer.cli.consoles import open_screen
        from scorer.render import terminal

        screen = open_screen(stderr=piped is not None)
        terminal.show(screen, _address(batch, options), options.wishes.audience)
    else:
        tell_leftovers(batch)
    if options.output is not None and not options.quiet:
        say(f"结果已写入 {options.output}")


def _decide(batch: Batch, fail_under: Decimal | None) -> ExitCode:
    if batch.refused or batch.errors:
        return ExitCode.INPUT_FAILED
    if fail_under is not None and any(c.total.high < fail_under for c in batch.scorecards):
        return ExitCode.BELOW_THRESHOLD
    return ExitCode.OK
