"""The forms in which results come out."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Forms of a scorecard."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


class TableFormat(StrEnum):
    """Forms of a table of figures."""

    TERMINAL = "terminal"
    JSON = "json"
