"""Standard streams: what a console cannot show, exact text for pipes, a reader that went away."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys

#: Width of a page or table where nobody looks at a screen; the same on every machine.
PLAIN_WIDTH = 100

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def prepare_streams() -> None:
    """Let a GBK console print a question mark where it has no character, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def write_exactly(text: str) -> None:
    """Write to standard output: UTF-8 and no changed line ends.

    A person at a terminal gets control codes as `[U+001B]`: a report must not steer the screen.
    """
    if sys.stdout.isatty():
        sys.stdout.write(_disarm(text))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


class Pipe:
    """Standard output as the place of one format."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")().decode

    def write(self, data: bytes) -> None:
        """One more piece, as `write_exactly` writes it; it may end within a character."""
        write_exactly(self._decode(data))

    def close(self) -> None:
        """It stays open: it is not ours."""


def say(line: str) -> None:
    """One line, or a few, to standard error; file names in it may hold anything."""
    sys.stderr.write(f"{_disarm(line)}\n")


def close_quietly() -> None:
    """Flush what is left; where the reader of a pipe has gone, drop it without a word."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()


def drop_output() -> None:
    """Send standard output nowhere, so that the interpreter's own last flush does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _disarm(text: str) -> str:
    return _CONTROL.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
