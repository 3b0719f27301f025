"""The whole examination."""

from __future__ import annotations

import locale
import platform
import sys
from pathlib import Path

from scorer import pipeline, resources
from scorer.doctor import reading, writing
from scorer.doctor.model import Ability, Diagnosis, Folder, Group, Machine, State
from scorer.doctor.trial import attempt, hide_home
from scorer.errors import ScorerError
from scorer.render.engine import engine_version
from scorer.rubric.model import Rubric

_REFERENCES = "references"


def examine() -> Diagnosis:
    """Try everything; nothing is written, nothing is sent."""
    standard, fault = _load_rubric()
    stamp = None if standard is None else standard.stamp
    return Diagnosis(
        engine=engine_version(),
        machine=_examine_machine(),
        rubric="" if stamp is None else f"{stamp.id} {stamp.version}",
        folders=_list_folders(),
        abilities=(
            _judge_rubric(fault),
            *(() if standard is None else _try_all(standard)),
            writing.examine_browser(),
            writing.examine_soffice(),
        ),
    )


def _try_all(standard: Rubric) -> tuple[Ability, ...]:
    trials = (*reading.list_trials(standard), *writing.list_trials(standard))
    return tuple(attempt(trial) for trial in trials)


def _load_rubric() -> tuple[Rubric | None, str]:
    try:
        return pipeline.load_rubric(), ""
    except (ScorerError, OSError) as error:
        return None, hide_home(str(error).partition("\n")[0])


def _judge_rubric(fault: str) -> Ability:
    return Ability(
        id="rubric",
        title="内置评分标准",
        group=Group.HELP,
        core=True,
        state=State.BROKEN if fault else State.WORKS,
        tried=not fault,
        note=fault,
        remedy="重新安装 scorer" if fault else "",
    )


def _list_folders() -> tuple[Folder, ...]:
    rubrics = resources.rubrics_folder()
    listed = (
        ("评分标准", rubrics),
        ("检查用的参考表", rubrics / _REFERENCES),
        ("网页模板", resources.templates_folder()),
    )
    return tuple(
        Folder(title=title, path=hide_home(str(path)), installed=_is_installed(path))
        for title, path in listed
    )


def _is_installed(path: Path) -> bool:
    return Path(resources.__file__).parent in path.parents


def _examine_machine() -> Machine:
    return Machine(
        python=platform.python_version(),
        system=platform.system(),
        processor=platform.machine(),
        terminal=(sys.stdout.encoding or "").lower(),
        file_names=sys.getfilesystemencoding(),
        preferred=locale.getpreferredencoding(do_setlocale=False),
    )
