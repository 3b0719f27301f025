"""No OCR and no LibreOffice: what is broken would go to them, and take seconds each."""

from __future__ import annotations

import pytest

from scorer.readers import ocr, soffice


@pytest.fixture(autouse=True, scope="session")
def _without_programs() -> None:
    patch = pytest.MonkeyPatch()
    patch.setattr(ocr, "is_installed", lambda: False)
    patch.setattr(soffice, "find_soffice", lambda: None)
