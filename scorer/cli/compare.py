"""`scorer compare`: reports in, the text they share out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.batch.folder import make_folder, write_file
from scorer.cli.formats import CompareFormat
from scorer.cli.mistakes import ExitCode, UsageError
from scorer.cli.sources import find_sources
from scorer.cli.streams import say, write_exactly
from scorer.compare.copies import compare
from scorer.compare.gather import Gathered, Source, gather
from scorer.compare.model import Comparison
from scorer.compare.years import Years
from scorer.render.page import Page, text_page

_USUAL = (CompareFormat.TERMINAL, CompareFormat.HTML, CompareFormat.JSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareOptions:
    """What the user asked for; no format means the screen, with `output` all of them."""

    paths: tuple[str, ...]
    last_year: Path | None
    output: Path | None
    formats: tuple[CompareFormat, ...]
    at_least: int
    jobs: int
    rubric: Path | None = None


def run(options: CompareOptions) -> ExitCode:
    """Compare every report with every other."""
    formats = options.formats or (_USUAL if options.output else (CompareFormat.TERMINAL,))
    if CompareFormat.HTML in formats and options.output is None:
        raise UsageError("-f html 要写成文件，请用 -o 目录 说明写到哪里。")
    if options.output is not None:
        make_folder(options.output)
    comparison = compare(_read(options), options.at_least)
    years = None if options.last_year is None else _hold_against(options, options.last_year)
    if options.output is not None:
        for page in _make_pages(comparison, years, formats):
            write_file(options.output / page.name, page.data)
    elif CompareFormat.JSON in formats:
        _write_json(comparison)
    if CompareFormat.TERMINAL in formats:
        _show(comparison, years, stderr=CompareFormat.JSON in formats and options.output is None)
    if options.output is not None:
        say(f"结果已写入 {options.output}")
    return ExitCode.INPUT_FAILED if comparison.failures else ExitCode.OK


def _read(options: CompareOptions) -> Iterator[Gathered]:
    sources = _find(options.paths, reference=False)
    if options.last_year is not None:
        sources = [*sources, *_find((str(options.last_year),), reference=True)]
    return gather(sources, options.jobs)


def _find(paths: Sequence[str], *, reference: bool) -> list[Source]:
    """Files on disk: standard input has no name to be compared under."""
    return [
        Source(path=source.path, name=source.name, reference=reference)
        for source in find_sources(paths, "")
        if source.path is not None
    ]


def _hold_against(options: CompareOptions, last_year: Path) -> Years:
    """Both years scored, and each town's reports held against each other."""
    from scorer import pipeline
    from scorer.compare.yearly import read_yearly
    from scorer.compare.years import compare_batches

    standard = pipeline.load_rubric(options.rubric)
    read = [
        [read_yearly(source, standard) for source in _find(paths, reference=False)]
        for paths in (options.paths, (str(last_year),))
    ]
    now, last = ([yearly for found, _ in files for yearly in found] for files in read)
    failures = [failure for files in read for _, failed in files for failure in failed]
    return compare_batches(now, last, failures)


def _make_pages(
    comparison: Comparison, years: Years | None, formats: Sequence[CompareFormat]
) -> Iterator[Page]:
    # jinja2 and json are slow to import, and not every run writes files.
    if CompareFormat.HTML in formats:
        from scorer.compare import pages

        yield from pages.render_pages(comparison)
    if CompareFormat.JSON in formats:
        from scorer.compare import wire

        yield text_page("compare.json", wire.render(comparison))
    if years is None:
        return
    from scorer.compare import years_pages

    if CompareFormat.HTML in formats:
        yield from years_pages.render_pages(years)
    if CompareFormat.JSON in formats:
        yield text_page(years_pages.JSON, years_pages.render_json(years))


def _write_json(comparison: Comparison) -> None:
    from scorer.compare import wire

    write_exactly(wire.render(comparison))


def _show(comparison: Comparison, years: Years | None, *, stderr: bool) -> None:
    # rich is slow to import, and a run for scripts does without it.
    from scorer.cli.consoles import open_screen
    from scorer.compare import terminal

    screen = open_screen(stderr=stderr)
    terminal.show(screen, comparison)
    if years is not None:
        from scorer.compare import years_pages

        years_pages.show(screen, years)
