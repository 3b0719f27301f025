"""No OCR: a page of broken text would go to it, and take seconds each."""

from __future__ import annotations

import pytest

from scorer.readers import ocr


@pytest.fixture(autouse=True, scope="session")
def _without_ocr() -> None:
    patch = pytest.MonkeyPatch()
    patch.setattr(ocr, "is_installed", lambda: False)
