"""Reports on paper: as lines at their places."""

from __future__ import annotations

import pytest

from tests.unit.readers.typesetting import BODY, SIGNATURE, TITLE, Typesetter


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
