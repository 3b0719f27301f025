from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scorer.cli.consoles import PLAIN_WIDTH, open_screen
from scorer.cli.formats import Format
from scorer.cli.streams import Pipe, prepare_streams, say, write_exactly
from scorer.render import RENDERERS


def open_stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")


def test_a_gbk_console_prints_a_question_mark_for_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = open_stream("gbk")
    monkeypatch.setattr(sys, "stdout", stream)
    prepare_streams()
    sys.stdout.write("镇✔")
    sys.stdout.flush()
    assert stream.buffer.getvalue() == "镇?".encode("gbk")  # type: ignore[attr-defined]


def test_text_for_a_pipe_is_utf8_with_its_own_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = open_stream("gbk")
    monkeypatch.setattr(sys, "stdout", stream)
    sys.stdout.write("先")
    write_exactly("镇\r\n乡\n村")
    expected = "先".encode("gbk") + "镇\r\n乡\n村".encode()
    assert stream.buffer.getvalue() == expected  # type: ignore[attr-defined]


def test_a_piece_for_a_pipe_may_end_within_a_character(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = open_stream("gbk")
    monkeypatch.setattr(sys, "stdout", stream)
    pipe = Pipe()
    for byte in "镇乡".encode():
        pipe.write(bytes([byte]))
    assert stream.buffer.getvalue() == "镇乡".encode()  # type: ignore[attr-defined]


def test_text_for_a_person_goes_through_the_console(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    write_exactly("镇\x1b[2J\n")
    assert sys.stdout.getvalue() == "镇[U+001B][2J\n"  # type: ignore[attr-defined]


def test_what_is_said_goes_to_standard_error_and_cannot_steer_the_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("甲\u202e.txt：\x1b[31m读不了\n第二行")
    assert capsys.readouterr() == ("", "甲[U+202E].txt：[U+001B][31m读不了\n第二行\n")


def test_every_renderer_can_be_asked_for() -> None:
    assert set(Format) == set(RENDERERS)


def test_a_pipe_has_one_width_on_every_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert open_screen().width == PLAIN_WIDTH
    monkeypatch.setenv("COLUMNS", "64")
    assert open_screen().width == 64


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes on Windows")
@pytest.mark.parametrize(("command", "code"), [("--help", 1), ("rubric show", 141)])
def test_a_reader_that_goes_away_is_no_traceback(command: str, code: int, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    answer = subprocess.run(
        [sys.executable, "-m", "scorer", *command.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    os.close(writer)
    assert answer.stderr == ""
    assert answer.returncode == code
