"""The forms in which results come out."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Forms of a scorecard."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


#: What is written into a folder where no form is asked for.
USUAL = (Format.TERMINAL, Format.JSON, Format.HTML)

#: Forms for programs: each is one text, and without a folder has standard output for itself.
PIPED = (Format.JSON,)


class TableFormat(StrEnum):
    """Forms of a table of figures."""

    TERMINAL = "terminal"
    JSON = "json"
