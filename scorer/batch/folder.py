"""The folder of a run's results: every file in it is whole, and its hash is known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from scorer.errors import ScorerError
from scorer.store.results import Output

Told = Callable[[Output], None]


class FolderError(ScorerError):
    """A file or folder that cannot be written."""


class Folder:
    """Writes files beside their places and moves them there; `told` hears of each.

    It is used as a context: leaving it drops what was not finished.
    """

    def __init__(self, path: Path, told: Told) -> None:
        self.path = path
        self._told = told
        self._drafts: list[Draft] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for draft in self._drafts:
            draft.drop()

    def write(self, name: str, data: bytes, made_of: str | None = None) -> None:
        """A file at once."""
        write_file(self.path / name, data)
        digest = hashlib.sha256(data).hexdigest()
        self._told(Output(file=name, size=len(data), sha256=digest, made_of=made_of))

    def keep(self, output: Output) -> bool:
        """Whether the file is still what an earlier run wrote; then it counts as written."""
        try:
            data = (self.path / output.file).read_bytes()
        except OSError:
            return False
        same = hashlib.sha256(data).hexdigest() == output.sha256
        if same:
            self._told(output)
        return same

    def remove(self, output: Output) -> None:
        """Take away what an earlier run wrote, unless someone changed it since."""
        path = self.path / Path(output.file).name  # whatever a store says: in this folder only
        try:
            if hashlib.sha256(path.read_bytes()).hexdigest() == output.sha256:
                path.unlink()
        except OSError:
            return  # it is gone, or stays

    def pour(self, name: str, pieces: Iterable[bytes]) -> None:
        """A file piece by piece, all of them at hand."""
        digest, size = hashlib.sha256(), 0

        def count() -> Iterator[bytes]:
            nonlocal size
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                yield piece

        write_pieces(self.path / name, count())
        self._told(Output(file=name, size=size, sha256=digest.hexdigest()))

    def open(self, name: str) -> Draft:
        """A file that is written piece by piece."""
        draft = Draft(self.path / name, self._told)
        self._drafts.append(draft)
        return draft


class Draft:
    """A file that is not there before it is whole."""

    def __init__(self, path: Path, told: Told) -> None:
        self._path = path
        self._told = told
        self._digest = hashlib.sha256()
        self._size = 0
        self._file = _open(_beside(path), path)

    def write(self, data: bytes) -> None:
        """One more piece."""
        try:
            self._file.write(data)
        except OSError as error:
            raise _refuse(self._path) from error
        self._digest.update(data)
        self._size += len(data)

    def close(self) -> None:
        """Put the file in its place."""
        try:
            self._file.close()
            _beside(self._path).replace(self._path)
        except OSError as error:
            _drop(_beside(self._path))
            raise _refuse(self._path) from error
        sha256 = self._digest.hexdigest()
        self._told(Output(file=self._path.name, size=self._size, sha256=sha256))

    def drop(self) -> None:
        """Leave no trace of it, where it was not put in its place."""
        if self._file.closed:
            return
        with suppress(OSError):  # what could not be written then cannot be written now
            self._file.close()
        _drop(_beside(self._path))


def make_folder(folder: Path) -> None:
    """Create the folder with all above it, unless it is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(f"{folder}：无法建立这个输出目录，请换一个位置或检查权限。") from error


def take_away(path: Path) -> None:
    """Remove a file, if it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FolderError(f"{path}：无法删去上次的文件，请检查权限后再试。") from error


def write_file(path: Path, data: bytes) -> None:
    """A file at once, as `write_pieces` does it."""
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the place and move it there: a reader sees the old file or the new."""
    draft = _beside(path)
    try:
        with draft.open("wb") as file:
            file.writelines(pieces)
        draft.replace(path)
    except BaseException as error:
        _drop(draft)
        if isinstance(error, OSError):
            raise _refuse(path) from error
        raise


def _beside(path: Path) -> Path:
    """The same name on every run, so that a broken-off one leaves nothing that stays."""
    return path.with_name(f".{path.name}.tmp")


def _drop(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _open(draft: Path, path: Path) -> IO[bytes]:
    try:
        return draft.open("wb")
    except OSError as error:
        raise _refuse(path) from error


def _refuse(path: Path) -> FolderError:
    return FolderError(
        f"{path}：无法写入，请检查目录权限和剩余空间；文件若正在别的程序里打开，请先关闭。"
    )
