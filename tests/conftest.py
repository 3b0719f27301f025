"""Golden files: whole outputs kept under tests/golden, refreshed only by `pytest --golden`."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/<name>`, byte by byte; with --golden write it first."""
    refresh = bool(request.config.getoption("--golden"))

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if refresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        kept = path.read_bytes().decode("utf-8") if path.exists() else ""
        if text != kept:
            diff = unified_diff(kept.splitlines(), text.splitlines(), "golden", "now", n=1)
            pytest.fail(f"{name} differs (pytest --golden accepts):\n" + "\n".join(diff))

    return check
