"""`scorer rubric`: a rubric checked, tried on its own exemplars, and shown."""

from __future__ import annotations

import sys
from pathlib import Path

from scorer import pipeline
from scorer.cli.consoles import open_screen
from scorer.cli.mistakes import ExitCode
from scorer.cli.streams import say
from scorer.render.words import OUTCOME_WORDS, show_number
from scorer.rubric.show import describe
from scorer.scoring.exemplars import Trial, try_rubric


def check(file: Path | None) -> None:
    """Load the rubric, which raises every error it has, and say what it holds."""
    standard = pipeline.load_rubric(file)
    exemplars = sum(len(criterion.exemplars) for criterion in standard.criteria)
    open_screen().print(
        f"{standard.stamp.title}（{standard.stamp.id} {standard.stamp.version}）可用："
        f"{len(standard.parts)} 个部分，{len(standard.criteria)} 项指标，"
        f"{exemplars} 个例子，满分 {show_number(standard.stamp.total)} 分。",
        soft_wrap=True,
    )


def test(file: Path | None) -> ExitCode:
    """Try every exemplar; each that does not earn its level is told with its line."""
    standard = pipeline.load_rubric(file)
    trials = tuple(try_rubric(standard))
    failed = tuple(trial for trial in trials if not trial.held)
    for trial in failed:
        say(_tell(trial, file))
    open_screen().print(
        f"{len(trials)} 个例子，{len(trials) - len(failed)} 个符合，{len(failed)} 个不符。"
    )
    return ExitCode.BELOW_THRESHOLD if failed else ExitCode.OK


def show(file: Path | None) -> None:
    """Print the rubric as a person reads it."""
    sys.stdout.write(describe(pipeline.load_rubric(file)))


def _tell(trial: Trial, file: Path | None) -> str:
    place = pipeline.SHIPPED_RUBRIC if file is None else file
    wanted, earned = OUTCOME_WORDS[trial.exemplar.level], OUTCOME_WORDS[trial.earned]
    opening = trial.exemplar.text.strip().splitlines()[0]
    verdict = f"{trial.criterion} 的例子应为{wanted}，评为{earned}：{opening}"
    return f"{place}:{trial.exemplar.line}：{verdict}"
