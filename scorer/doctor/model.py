"""The result of an examination."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether something can be done here."""

    WORKS = "works"
    MISSING = "missing"
    BROKEN = "broken"


class Group(StrEnum):
    """What an ability is for."""

    READ = "read"
    WRITE = "write"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A library or a program; `version` is None where it is not installed, "" where unknown."""

    name: str
    version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """Something that the program can do with its parts.

    `core` is what every installation must do; `tried` tells that it was done just now and came out
    right. `note` says what went wrong, `remedy` what to type or install.
    """

    id: str
    title: str
    group: Group
    core: bool
    state: State
    parts: tuple[Part, ...] = ()
    tried: bool = False
    note: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Where something that is no code comes from; `installed` or else a checkout."""

    title: str
    path: str
    installed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """Python and what it thinks of the terminal; encodings as Python names them."""

    python: str
    system: str
    processor: str
    terminal: str
    file_names: str
    preferred: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """All of it; `rubric` is the shipped one as `id version`, "" where it cannot be loaded."""

    engine: str
    machine: Machine
    rubric: str
    folders: tuple[Folder, ...]
    abilities: tuple[Ability, ...]

    @property
    def sound(self) -> bool:
        """Whether everything that every installation must do works."""
        return all(a.state is State.WORKS for a in self.abilities if a.core)
