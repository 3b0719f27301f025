"""The forms in which results come out."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Forms of a scorecard."""

    TERMINAL = "terminal"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    LETTER = "letter"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


#: What is written into a folder where no form is asked for.
USUAL = (Format.TERMINAL, Format.JSON, Format.HTML)

#: Forms for programs: without a folder the first file has standard output for itself.
PIPED = (Format.JSON, Format.JSONL, Format.CSV, Format.SARIF, Format.JUNIT, Format.GITHUB)

#: As the help page lists them.
FORMAT_NAMES = " ".join(Format)
FILED_NAMES = " ".join(form for form in Format if form not in (Format.TERMINAL, *PIPED))


#: Forms for people: they obey `--for`; forms for programs always hold everything.
READ = (Format.TERMINAL, Format.HTML, Format.PDF, Format.XLSX)


class Reader(StrEnum):
    """Who reads a print; the values are those of `scorer.render.audience`, which loads slowly."""

    REVIEWER = "reviewer"
    TOWN = "town"


class TableFormat(StrEnum):
    """Forms of a table of figures."""

    TERMINAL = "terminal"
    JSON = "json"


class CompareFormat(StrEnum):
    """Forms of a comparison."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"


class AnswerFormat(StrEnum):
    """Forms of an answer from the results store."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
