"""What a start does not need is not loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "jinja2",
    "jsonschema",
    "lxml",
    "openpyxl",
    "pypdfium2",
    "scorer.cache.regexes",
    "scorer.pipeline",
    "sqlite3",
    "yaml",
)
SCORE = """
from scorer.pipeline import load_rubric, score_bytes
score_bytes("a.txt", "柳湾镇2023年法治政府建设年度报告".encode(), load_rubric())
"""
HELP = """
from scorer.cli.app import app
from typer.testing import CliRunner
CliRunner().invoke(app, ["{command}", "--help"])
"""


def loaded_by(statements: str) -> set[str]:
    """The modules of HEAVY that the statements load."""
    probe = f"{statements}\nimport sys\nprint(*(n for n in {HEAVY} if n in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_the_command_line_alone_loads_nothing_heavy() -> None:
    assert loaded_by("import scorer.cli.app") == set()


def test_scoring_a_text_loads_no_reader_of_other_files_and_no_schema() -> None:
    loaded_by(SCORE)  # keeps the rubric
    assert loaded_by(SCORE) == {"scorer.cache.regexes", "scorer.pipeline"}


@pytest.mark.parametrize("command", ["score", "compare", "evaluate", "query", "verify"])
def test_help_of_a_command_loads_nothing_heavy(command: str) -> None:
    assert loaded_by(HELP.format(command=command)) == set()
