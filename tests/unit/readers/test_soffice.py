"""Another program as converter: found where it is, ended with all it started when it takes long."""

from __future__ import annotations

import os
import stat
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scorer.readers import soffice

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

#: The last argument but two is the folder to write to, the last the file to convert.
COPY = """#!/bin/sh
while [ "$1" != "--outdir" ]; do shift; done
mkdir -p "$2"; cp "$3" "$2/report.docx"
"""
HANG = """#!/bin/sh
sleep 600 & echo $! > "{folder}/child"
wait
"""


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    program = folder / "soffice"
    program.write_text(script, "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_the_program_on_the_search_path_converts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path, COPY)
    assert soffice.find_soffice() == tmp_path / "soffice"
    assert soffice.convert(b"abc", ".doc") == b"abc"


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 1\n", "no program"])
def test_a_program_that_makes_nothing_gives_none(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path, script)
    assert soffice.convert(b"abc", ".doc") is None


def test_a_program_that_takes_too_long_is_ended_with_what_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path, HANG.format(folder=tmp_path))
    monkeypatch.setattr(soffice, "CONVERT_SECONDS", 1)
    assert soffice.convert(b"abc", ".doc") is None
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"


def test_no_program_converts_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(soffice, "_MAC_PLACE", tmp_path / "soffice")
    assert soffice.find_soffice() is None
    assert soffice.convert(b"abc", ".doc") is None


def test_the_place_of_the_windows_installer_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert soffice.find_soffice() == program


@pytest.mark.skipif(soffice.find_soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_fetches_nothing_that_a_file_names() -> None:
    asked: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - names the base class looks for

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Ear) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        picture = f"http://127.0.0.1:{server.server_port}/x.png"
        made = soffice.convert(f'<html><p>甲</p><img src="{picture}"></html>'.encode(), ".html")
        server.shutdown()
    assert made is not None
    assert asked == []
