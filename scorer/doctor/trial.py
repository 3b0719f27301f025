"""Tries an ability: its parts are looked for, then it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from scorer.doctor.model import Ability, Group, Part, State

_LONGEST = 200


class TrialError(Exception):
    """A trial that came out wrong; the message says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An ability to be tried: `run` raises where it fails, None where nothing cheap shows it."""

    id: str
    title: str
    group: Group
    core: bool = False
    packages: tuple[str, ...] = ()
    remedy: str = ""
    run: Callable[[], object] | None = None


def attempt(trial: Trial) -> Ability:
    """What became of it; no error of a library gets past here."""
    parts = tuple(Part(name=name, version=find_version(name)) for name in trial.packages)
    missing = [part.name for part in parts if part.version is None]
    state, note = (State.MISSING, "") if missing else _run(trial)
    broken = state is State.BROKEN
    again = f"pip install --force-reinstall {' '.join(trial.packages)}" if trial.packages else ""
    first = trial.remedy or f"pip install {' '.join(missing)}"
    return Ability(
        id=trial.id,
        title=trial.title,
        group=trial.group,
        core=trial.core,
        state=state,
        parts=parts,
        tried=trial.run is not None and state is State.WORKS,
        note=note,
        remedy=again if broken else first if missing else "",
    )


def find_version(package: str) -> str | None:
    """The installed version of a package."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def hide_home(words: str) -> str:
    """No name of a user: what lies in the home folder begins with `~`."""
    home = str(Path.home())
    return words.replace(home, "~") if len(home) > len("/") else words


def _run(trial: Trial) -> tuple[State, str]:
    if trial.run is None:
        return State.WORKS, ""
    try:
        trial.run()
    except TrialError as error:
        return State.BROKEN, str(error)
    except Exception as error:
        words = " ".join(str(error).split())[:_LONGEST]
        return State.BROKEN, hide_home(f"{type(error).__name__}：{words}")
    return State.WORKS, ""
