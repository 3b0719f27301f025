"""`scorer score`: reports in, scorecards on the screen and in files, an exit code out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scorer.batch.intake import hash_file
from scorer.batch.task import Task
from scorer.cli.formats import PIPED, READ, USUAL, Format
from scorer.cli.leftovers import tell_leftovers
from scorer.cli.mistakes import ExitCode, UsageError
from scorer.cli.run import Ended, carry_out
from scorer.cli.sources import find_sources
from scorer.cli.streams import say
from scorer.register import load_register
from scorer.render.browser import find_browser
from scorer.render.wishes import PLAIN, Wishes
from scorer.worker import DEFAULT_LIMITS, FileLimits


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
    jobs: int | None = None
    cluster: str | None = None
    resume: bool = False
    wishes: Wishes = PLAIN
    limits: FileLimits = DEFAULT_LIMITS


def run(options: ScoreOptions) -> ExitCode:
    """Score every report that the paths name; what fails does not stop the rest."""
    formats = options.formats or (USUAL if options.output else (Format.TERMINAL,))
    piped = _choose_piped(formats) if options.output is None else None
    if options.resume and options.output is None:
        raise UsageError("--resume 要接着上次的结果目录做，请用 -o 目录 写明它。")
    if Format.PDF in formats:
        find_browser()  # before the work, not after it
    if options.wishes.templates is not None:
        _check_templates(options.wishes.templates)
    task = _make_task(options, formats)
    ended = carry_out(task, options.jobs, options.cluster, quiet=options.quiet)
    if ended.counts.files < len(task.sources):
        return _tell_stopped(task, ended)
    _show(ended, options, formats, piped)
    return _decide(ended, options.fail_under)


def _check_templates(folder: Path) -> None:
    """A template that cannot be read is told before reports are, which may take hours."""
    from scorer.render.templating import check_folder  # jinja2: only where templates are given

    check_folder(folder)


def _make_task(options: ScoreOptions, formats: Sequence[Format]) -> Task:
    register = options.register
    sources = find_sources(options.paths, options.stdin_filename)
    roll = None if register is None else load_register(register)
    return Task(
        sources=sources,
        formats=tuple(form.value for form in formats),
        read=tuple(form.value for form in READ),
        output=options.output,
        rubric=options.rubric,
        register=roll,
        register_sha256=None if register is None else hash_file(register),
        wishes=options.wishes,
        limits=options.limits,
        resume=options.resume,
    )


def _choose_piped(formats: Sequence[Format]) -> Format | None:
    """The one format for standard output, if any; the others must be files."""
    filed = [form for form in formats if form not in (Format.TERMINAL, *PIPED)]
    if filed:
        raise UsageError(f"-f {filed[0]} 要写成文件，请用 -o 目录 说明写到哪里。")
    piped = [form for form in formats if form in PIPED]
    if len(piped) > 1:
        raise UsageError(f"-f {piped[0]} 和 -f {piped[1]} 不能一起输出，请用 -o 目录 写成文件。")
    return piped[0] if piped else None


def _tell_stopped(task: Task, ended: Ended) -> ExitCode:
    done, total = ended.counts.files, len(task.sources)
    say(f"已停止：评完 {done} 个文件，共 {total} 个，评完的在 {task.output}。")
    say("接着做：同一条命令后面加上 --resume，评完的不再重评。")
    return ExitCode.INTERRUPTED


def _show(
    ended: Ended, options: ScoreOptions, formats: Sequence[Format], piped: Format | None
) -> None:
    """A piped format has standard output for itself; the rest then goes to the other."""
    if ended.unchanged and not options.quiet:
        say(f"{ended.counts.files} 个文件都没有变化，结果仍是上次的。")
    if Format.TERMINAL in formats and not options.quiet and not ended.unchanged:
        # rich is slow to import, and a run for scripts does without it.
        from scorer.cli.consoles import open_screen
        from scorer.render import terminal

        screen = open_screen(stderr=piped is not None)
        terminal.show(screen, ended.batch, options.wishes.audience)
    else:
        tell_leftovers(ended.batch)
    if options.output is not None and not options.quiet:
        say(f"结果已写入 {options.output}")


def _decide(ended: Ended, fail_under: Decimal | None) -> ExitCode:
    if ended.batch.refused or ended.batch.errors:
        return ExitCode.INPUT_FAILED
    lowest = ended.counts.lowest
    if fail_under is not None and lowest is not None and lowest < fail_under:
        return ExitCode.BELOW_THRESHOLD
    return ExitCode.OK
