"""The program run in this process, with its output and exit code."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from scorer.cli.app import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def invoke(*args: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, args, input=stdin, prog_name="scorer")

    return invoke
