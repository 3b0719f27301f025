"""`scorer compare`: reports in, the text they share out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.cli.files import make_folder, write_file
from scorer.cli.formats import CompareFormat
from scorer.cli.mistakes import ExitCode, UsageError
from scorer.cli.sources import find_sources
from scorer.cli.streams import say, write_exactly
from scorer.compare.copies import compare
from scorer.compare.gather import Gathered, Source, gather
from scorer.compare.model import Comparison
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


def run(options: CompareOptions) -> ExitCode:
    """Compare every report with every other."""
    formats = options.formats or (_USUAL if options.output else (CompareFormat.TERMINAL,))
    if CompareFormat.HTML in formats and options.output is None:
        raise UsageError("-f html 要写成文件，请用 -o 目录 说明写到哪里。")
    if options.output is not None:
        make_folder(options.output)
    comparison = compare(_read(options), options.at_least)
    if options.output is not None:
        for page in _make_pages(comparison, formats):
            write_file(options.output / page.name, page.data)
    elif CompareFormat.JSON in formats:
        _write_json(comparison)
    if CompareFormat.TERMINAL in formats:
        _show(comparison, stderr=CompareFormat.JSON in formats and options.output is None)
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


def _make_pages(comparison: Comparison, formats: Sequence[CompareFormat]) -> Iterator[Page]:
    # jinja2 and json are slow to import, and not every run writes files.
    if CompareFormat.HTML in formats:
        from scorer.compare import pages

        yield from pages.render_pages(comparison)
    if CompareFormat.JSON in formats:
        from scorer.compare import wire

        yield text_page("compare.json", wire.render(comparison))


def _write_json(comparison: Comparison) -> None:
    from scorer.compare import wire

    write_exactly(wire.render(comparison))


def _show(comparison: Comparison, *, stderr: bool) -> None:
    # rich is slow to import, and a run for scripts does without it.
    from scorer.cli.consoles import open_screen
    from scorer.compare import terminal

    terminal.show(open_screen(stderr=stderr), comparison)
