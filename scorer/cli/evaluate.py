"""`scorer evaluate`: score the labelled reports and count how far we agree with the labels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from scorer import pipeline
from scorer.agreement import Agreement, load_gold, measure
from scorer.cli.agreement_json import list_figures
from scorer.cli.agreement_tables import show_agreement, show_differences
from scorer.cli.consoles import open_screen
from scorer.cli.following import follow
from scorer.cli.leftovers import tell_leftovers
from scorer.cli.mistakes import ExitCode
from scorer.cli.streams import write_exactly


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """What the user asked for."""

    folder: Path
    rubric: Path | None
    as_json: bool
    differences: bool


def run(options: EvaluateOptions) -> ExitCode:
    """Score each file once, even where it holds several labelled reports."""
    reports = load_gold(options.folder)
    standard = pipeline.load_rubric(options.rubric)
    files = {report.file: report.path for report in reports}
    batch = pipeline.make_batch(
        standard,
        (
            pipeline.score_path(path, file, standard)
            for file, path in follow(files.items(), len(files), name_of=lambda item: item[0])
        ),
    )
    tell_leftovers(batch)
    agreement = measure(reports, batch.scorecards)
    if options.as_json:
        figures = list_figures(agreement)
        write_exactly(json.dumps(figures, ensure_ascii=False, indent=2) + "\n")
    else:
        _show(agreement, differences=options.differences)
    return ExitCode.INPUT_FAILED if batch.refused or batch.errors else ExitCode.OK


def _show(agreement: Agreement, *, differences: bool) -> None:
    screen = open_screen()
    show_agreement(screen, agreement)
    if differences:
        show_differences(screen, agreement)
