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


#: Forms for people: they obey `--for`; forms for programs always hold everything.
READ = (Format.TERMINAL, Format.HTML)


class Reader(StrEnum):
    """Who reads a print; the values are those of `scorer.render.audience`, which loads slowly."""

    REVIEWER = "reviewer"
    TOWN = "town"


class TableFormat(StrEnum):
    """Forms of a table of figures."""

    TERMINAL = "terminal"
    JSON = "json"
