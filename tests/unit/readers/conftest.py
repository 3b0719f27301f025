"""Reports on paper, as lines at their places; the scripts, which make files of a report."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.readers.typesetting import BODY, SIGNATURE, TITLE, Typesetter

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a script; scripts import each other by their bare names."""
    if not SCRIPTS.is_dir():
        pytest.skip("scripts/ is not part of an installed copy")
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return import_module


@pytest.fixture
def typesetter() -> Typesetter:
    """Empty pages."""
    return Typesetter()


@pytest.fixture
def report(typesetter: Typesetter) -> tuple[Typesetter, tuple[str, ...]]:
    """A report set as offices do, a centred title, indented text, two lines at the right."""
    paragraphs = (TITLE, *BODY, *SIGNATURE)
    typesetter.add(TITLE, centred=True, indent=0, size=20)
    for paragraph in BODY:
        typesetter.add(paragraph)
    for line in SIGNATURE:
        typesetter.add(line, indent=0, right=4)
    return typesetter, paragraphs
