"""`scorer compare`: reports in, the text they share out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from scorer.batch.crew import choose_size
from scorer.batch.folder import make_folder, write_file
from scorer.batch.intake import Source as Named
from scorer.cli.following import follow
from scorer.cli.formats import CompareFormat
from scorer.cli.mistakes import ExitCode, UsageError
from scorer.cli.sources import STANDARD_INPUT, find_sources
from scorer.cli.streams import say, write_exactly
from scorer.compare.copies import compare
from scorer.compare.gather import Gathered, Source, gather
from scorer.compare.model import Comparison
from scorer.compare.spread import spread
from scorer.compare.years import Years
from scorer.render.page import Page, text_page
from scorer.scorecard import Failure

T = TypeVar("T")

_USUAL = (CompareFormat.TERMINAL, CompareFormat.HTML, CompareFormat.JSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareOptions:
    """What the user asked for; no format means the screen, with `output` all of them."""

    paths: tuple[str, ...]
    last_year: Path | None
    output: Path | None
    formats: tuple[CompareFormat, ...]
    at_least: int
    jobs: int | None
    rubric: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What is to be read, and by how many processes."""

    sources: tuple[Source, ...]
    jobs: int


def run(options: CompareOptions) -> ExitCode:
    """Compare every report with every other."""
    formats = _choose_formats(options)
    given = _find_all(options)
    if options.output is not None:
        make_folder(options.output)
    comparison = compare(_read(given), options.at_least, _watch)
    years = None if options.last_year is None else _hold_against(given, options.rubric)
    if options.output is not None:
        for page in _make_pages(comparison, years, formats):
            write_file(options.output / page.name, page.data)
    elif CompareFormat.JSON in formats:
        _write_json(comparison)
    if CompareFormat.TERMINAL in formats:
        _show(comparison, years, stderr=CompareFormat.JSON in formats and options.output is None)
    if options.output is not None:
        say(f"结果已写入 {options.output}")
    failed = comparison.failures or (years is not None and years.failures)
    return ExitCode.INPUT_FAILED if failed else ExitCode.OK


def _choose_formats(options: CompareOptions) -> tuple[CompareFormat, ...]:
    if options.output is not None:
        return options.formats or _USUAL
    formats = options.formats or (CompareFormat.TERMINAL,)
    if CompareFormat.HTML in formats:
        raise UsageError("-f html 要写成文件，请用 -o 目录 说明写到哪里。")
    if CompareFormat.JSON in formats and options.last_year is not None:
        raise UsageError("-f json 加 --last-year 有两份结果，请用 -o 目录 说明写到哪里。")
    return formats


def _find_all(options: CompareOptions) -> _Given:
    """The files of this year, and those of the last as reference; what is wrong is told at once."""
    now = _find(*options.paths)
    last: tuple[Named, ...] = ()
    if options.last_year is not None:
        from scorer import pipeline

        last = _find(str(options.last_year))
        pipeline.load_rubric(options.rubric)
    sources = (*(_name(each) for each in now), *(_name(each, reference=True) for each in last))
    return _Given(sources=sources, jobs=options.jobs or choose_size((*now, *last)))


def _find(*paths: str) -> tuple[Named, ...]:
    if STANDARD_INPUT in paths:
        raise UsageError("标准输入（-）没有文件名，不能比对，请写文件或目录。")
    return find_sources(paths, "")


def _name(found: Named, *, reference: bool = False) -> Source:
    return Source(path=found.path or Path(), name=found.name, reference=reference)


def _read(given: _Given) -> Iterator[Gathered]:
    read = gather(given.sources, given.jobs)
    return follow(read, len(given.sources), "读取", lambda each: each.source.name)


def _hold_against(given: _Given, rubric: Path | None) -> Years:
    """Both years scored, and each town's reports held against each other."""
    from scorer.compare.yearly import Yearly, YearlyReader
    from scorer.compare.years import compare_batches

    now: list[Yearly] = []
    last: list[Yearly] = []
    failures: list[Failure] = []
    reader = YearlyReader(rubric)
    scored = spread(reader, reader.lose, given.sources, given.jobs)
    read = zip(given.sources, scored, strict=True)
    for source, (found, failed) in follow(
        read, len(given.sources), name_of=lambda each: each[0].name
    ):
        (last if source.reference else now).extend(found)
        failures.extend(failed)
    return compare_batches(now, last, failures)


def _watch(items: Sequence[T], work: str) -> Iterable[T]:
    return follow(items, len(items), work)


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
