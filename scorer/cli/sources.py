"""Which files the paths on the command line name."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorer import ingest
from scorer.batch.intake import Source
from scorer.cli.mistakes import UsageError
from scorer.readers.choice import SUFFIX_WORDS

STANDARD_INPUT = "-"


def find_sources(given: Sequence[str], stdin_filename: str) -> tuple[Source, ...]:
    """Every file that the paths name, each once, in the order given; folders are searched deep.

    Names are the paths as given, with forward slashes. Of an absolute path only its last part is
    kept (and what lies below it): no output tells where on the machine a report was.
    """
    sources: dict[str, Source] = {}
    for source in (found for text in given for found in _expand(text, stdin_filename)):
        path = source.path
        place = STANDARD_INPUT if path is None else os.path.realpath(path)
        sources.setdefault(place, source)
    return tuple(sources.values())


def read_standard_input() -> bytes:
    """All bytes of standard input."""
    return sys.stdin.buffer.read()


def _expand(text: str, stdin_filename: str) -> Iterator[Source]:
    if text == STANDARD_INPUT:
        yield Source(name=stdin_filename, above=None)
        return
    path = Path(text)
    above = path.parent if path.is_absolute() else Path()
    shown, folder = path.relative_to(above).as_posix(), str(above)
    base = "" if shown == "." else shown
    for below in _list_reports(path) if _is_folder(path) else ("",):
        yield Source(name="/".join(filter(None, (base, below))) or shown, above=folder)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}：没有这个文件或目录，请检查路径。") from error


def _list_reports(folder: Path) -> Sequence[str]:
    reports = ingest.find_reports(folder)
    if not reports:
        raise UsageError(f"{folder}：目录里没有可以读取的报告（{SUFFIX_WORDS}），请换一个目录。")
    return reports
