"""What a run is to do, and the hashes by which earlier results are told to be the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import scorer
from scorer.batch.intake import Intake, Source, hash_file
from scorer.register import Register
from scorer.render.wishes import PLAIN, Wishes
from scorer.resources import rubrics_folder, templates_folder
from scorer.rubric.model import Rubric
from scorer.worker import DEFAULT_LIMITS, FileLimits

#: Packages that a user may add, and with which other words are read from the same file.
_OPTIONAL = ("rapidocr", "rarfile", "striprtf", "pypdfium2")
#: Packages of which another version may read other words from the same file, as they are installed.
_READERS = ("lxml", "msdoc2docx", "onnxruntime", "pypdfium2", "rapidocr", "rarfile", "striprtf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A run: `formats` go to `output`, or the one of them that is piped to standard output.

    `read` are the formats that people read, which obey `wishes`. `register_sha256` stands for the
    register where there is one.
    """

    sources: tuple[Source, ...]
    formats: tuple[str, ...]
    read: tuple[str, ...] = ()
    output: Path | None = None
    rubric: Path | None = None
    register: Register | None = None
    register_sha256: str | None = None
    wishes: Wishes = PLAIN
    limits: FileLimits = DEFAULT_LIMITS
    resume: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Hashes of all that a result depends on besides its file."""

    engine: str
    rubric: str
    pages: str

    def key(self, intake: Intake) -> str:
        """Of the results of one file."""
        name = intake.job.name.encode("utf-8", "surrogatepass").hex()
        return _hash((name, intake.sha256 or "", self.engine, self.rubric))

    def page(self, key: str, number: int) -> str:
        """Of the page of one of its reports."""
        return _hash((key, str(number), self.pages))


def mark(task: Task, standard: Rubric) -> Marks:
    """The hashes for this run."""
    wishes = task.wishes
    folders = (templates_folder(), *((wishes.templates,) if wishes.templates else ()))
    said = (wishes.audience.value, str(wishes.reply_by), wishes.letterhead)
    return Marks(
        engine=hash_installation(),
        rubric=standard.stamp.sha256,
        pages=_hash((*said, *(hash_folder(folder) for folder in folders))),
    )


def hash_engine() -> str:
    """The version, every line and table of the program, and which optional packages it finds."""
    package = Path(scorer.__file__).parent
    files = (hash_folder(package, "*.py"), hash_folder(package, "data/*"))
    tables = hash_folder(rubrics_folder() / "references")
    found = (name for name in _OPTIONAL if find_spec(name) is not None)
    return _hash((scorer.__version__, *files, tables, *found))


def hash_installation() -> str:
    """The program, and what it reads files by: that may differ between machines of a cluster."""
    return _hash((hash_engine(), *_list_readers()))


def _list_readers() -> Iterator[str]:
    # Only a run into a folder asks for them.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    from scorer.readers.soffice import find_soffice  # noqa: PLC0415

    if find_soffice() is not None:
        yield "libreoffice"
    for name in _READERS:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def hash_folder(folder: Path, pattern: str = "*") -> str:
    """Names and contents of the files in it, at any depth."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    named = ((path.relative_to(folder).as_posix(), hash_file(path)) for path in files)
    return _hash(word for pair in named for word in pair)


def _hash(words: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8")).hexdigest()
