"""The scripts as modules."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a script; scripts import each other by their bare names."""
    if not SCRIPTS.is_dir():
        pytest.skip("scripts/ is not part of an installed copy")
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return import_module
