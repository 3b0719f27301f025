"""No OCR and no LibreOffice: what is broken would go to them, and take seconds each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scorer.readers import ocr, soffice


@pytest.fixture(autouse=True, scope="module")
def _without_programs() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ocr, "is_installed", lambda: False)
        patch.setattr(soffice, "find_soffice", lambda: None)
        yield
